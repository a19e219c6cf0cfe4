// The snippet that suits the page, with its steps; the other ways below it.
import { HOSTS } from './hosts.js';
import { WAYS, remarks, snippet } from './snippets.js';
import { copyButton } from './copy.js';
import { el, rich } from './dom.js';

let shown = null;

/** Shows the snippets. What has not changed stays, and so does the focus on a button that was just pressed. */
export function showSnippets(box, state, address) {
  const host = HOSTS[state.host] || HOSTS.other;
  const key = `${state.host} ${address.error ? 'error' : ''}`;
  if (shown !== key) {
    box.replaceChildren(...(address.error ? [problem(address.error)] : layout(host, !state.host)));
    shown = key;
  }
  if (address.error) return;
  for (const way of host.ways) {
    const field = document.getElementById(`snippet-${way}`);
    const text = snippet(way, state, address, address.integrity);
    if (field.value !== text) {
      field.value = text;
      field.closest('.bld-snippet').querySelector('.bld-copied').textContent = '';
    }
    const notes = remarks(way, state, address);
    document.getElementById(`remarks-${way}`).replaceChildren(...notes.map((text) => el('p', { class: 'bld-note' }, text)));
  }
}

function problem(error) {
  return el('div', { class: 'bld-verdict bld-verdict--nothing' },
    el('p', {}, el('strong', {}, 'There is no code to copy yet.'), ' ', error),
    el('p', {}, el('a', {
      href: '#script-address',
      onclick(event) {
        event.preventDefault();
        document.getElementById('script-address').focus();
      },
    }, 'Fix the address of the widget files')));
}

function layout(host, isUnknown) {
  const [first, ...others] = host.ways;
  return [
    el('div', { class: 'bld-how' },
      el('div', { class: 'bld-how__steps' },
        el('h3', {}, isUnknown ? 'How to add it' : `How to add it to ${nameInSentence(host)}`),
        isUnknown ? el('p', { class: 'bld-note' }, 'Answer question 2 to see the steps for your website.') : null,
        el('ol', {}, host.steps.map((text) => el('li', {}, rich(text)))),
        el('p', {}, el('strong', {}, 'If it does not work: '), host.wrong)),
      box(first, true)),
    el('details', { class: 'nhsuk-details bld-others', id: 'other-ways' },
      el('summary', { class: 'nhsuk-details__summary' }, el('span', { class: 'nhsuk-details__summary-text' }, 'Other ways to add it')),
      el('div', { class: 'bld-others__list' }, others.map((way) => box(way, false)))),
  ];
}

const nameInSentence = ({ label }) => (/^HTML |^Something/.test(label) ? 'your page' : label);

function box(way, isFirst) {
  const id = `snippet-${way}`;
  const { label, hint } = WAYS[way];
  const field = el('textarea', {
    class: 'nhsuk-textarea bld-code', id, rows: isFirst ? 5 : 4, readonly: true, spellcheck: 'false',
    'aria-describedby': `${id}-about`, onfocus: () => field.select(),
  });
  return el('div', { class: `bld-snippet${isFirst ? ' bld-snippet--first' : ''}` },
    el('label', { class: 'nhsuk-label bld-snippet__label', for: id }, label),
    el('p', { class: 'nhsuk-hint', id: `${id}-about` }, hint),
    field,
    copyButton(field, label.charAt(0).toLowerCase() + label.slice(1)),
    el('div', { id: `remarks-${way}` }));
}
