// Changes a page in the same ways as translators, grammar checkers and dark modes, and runs every action of every
// element.
'use strict';

// `?finder` leaves only the two finders, so that the page does not render what is not compared.
const only = location.search.slice(1);
for (const it of only ? document.querySelectorAll('main > [id]') : []) {
  if (it.id !== only && it.id !== `untouched-${only}`) it.remove();
}

const box = (id) => document.getElementById(id).shadowRoot.querySelector('div');
// Translators do not change the nodes of a picture.
const isText = (node) => node.data.trim() && !node.parentElement.closest('svg, textarea');

function texts(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) if (isText(walk.currentNode)) found.push(walk.currentNode);
  return found;
}

const element = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

/** Each keeps the readable text, except for a dot that marks the other language. */
const changes = {
  wrapped: (root) => texts(root).forEach((text) => {
    const inner = element('font');
    text.replaceWith(element('font', inner));
    inner.append(text);
  }),
  replaced: (root) => texts(root).forEach((text) => text.replaceWith(element('font', element('font', `·${text.data}`)))),
  written: (root) => texts(root).forEach((text) => { if (!text.data.startsWith('·')) text.data = `·${text.data}`; }),
  readded: (root) => texts(root).forEach((text) => {
    const { parentNode, nextSibling, data } = text;
    text.remove();
    parentNode.insertBefore(document.createTextNode(data), nextSibling);
  }),
  // The filters and the map are rendered again when their counts change.
  removed: (root) => texts(root).forEach((text) => { if (!text.parentElement.closest('.gpf-filters, .gpf-fold, .gpf-map')) text.remove(); }),
  split: (root) => texts(root).forEach((text) => { if (text.data.length > 2) text.splitText(2); }),
  normalised: (root) => root.normalize(),
  checked: (root) => {
    for (const field of root.querySelectorAll('input, select, summary, p')) {
      field.setAttribute('data-gramm', 'false');
      field.style.setProperty('--darkreader', '#111');
      field.classList.add('dark');
      if (!field.nextElementSibling || field.nextElementSibling.localName !== 'grammarly-extension') {
        field.after(document.createElement('grammarly-extension'));
      }
      field.before('');
    }
  },
  enclosed: (root) => {
    for (const it of root.querySelectorAll('details, .gpf-count, .gpf-name, td, li, mark')) {
      if (it.parentElement.localName !== 'font') {
        const around = element('font');
        it.replaceWith(around);
        around.append(it);
      }
    }
  },
  copied: (root) => {
    for (const it of root.querySelectorAll('.gpf-name, .gpf-count, dd, td > span')) it.replaceWith(it.cloneNode(true));
  },
};

const set = (selector, value) => (root) => {
  const field = root.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
};
const click = (selector, at = 0) => (root) => {
  const found = root.querySelectorAll(selector)[at];
  if (found instanceof HTMLElement) found.click();
  else if (found) found.dispatchEvent(new MouseEvent('click', { bubbles: true }));
};

const actions = {
  finder: [
    set('#gpf-search', 'hal'), set('#gpf-search', 'halton'), set('#gpf-search', 'xyzxyz'), set('#gpf-search', 'haltom'),
    set('#gpf-search', ''), set('#gpf-region', 'London'), click('summary.gpf-summary', 3), set('#gpf-sort', 'name-reversed'),
    set('#gpf-status', 'defunct'), click('.gpf-clear'), click('.gpf-more'), set('#gpf-search', 'care'),
    set('#gpf-legal-form', 'community-interest-company'), click('.gpf-region-button', 2), click('.gpf-nothing button'),
    click('.gpf-clear'), click('path.gpf-region[data-id="Midlands"]'), set('#gpf-search', 'northwest'),
    click('.gpf-report > summary'), click('.gpf-clear'), set('#gpf-sort', 'patients'),
  ],
  comparison: [
    click('[data-field=form]', 0), click('[data-field=form]', 4), click('.gpf-why', 1), click('[data-field=differences]'),
    click('.gpf-requirements > summary'), click('[data-field=requirement]'), click('.gpf-all'), click('.gpf-findings summary', 1),
    click('[data-field=kind][value=models]'), click('.gpf-cases summary'), click('[data-field=kind][value=legal-forms]'),
    click('.gpf-clear'), click('[data-field=differences]'), click('.gpf-why', 1),
  ],
  guide: [
    click('.gpf-question input', 0), click('.gpf-question input', 4), click('.gpf-question input', 2),
    click('[data-action=clear]'), click('.gpf-question input', 7),
  ],
};

/** The readable text, without the dots and without invisible spaces. */
function read(root) {
  const copy = element('div');
  const parts = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    // Live regions are updated after a second, in turn.
    if (!parent.closest('[hidden], style, .gpf-visually-hidden[role=status]')) parts.push(walk.currentNode.data);
  }
  for (const option of root.querySelectorAll('select')) parts.push(option.value);
  for (const tick of root.querySelectorAll('input')) parts.push(tick.type === 'search' ? tick.value : tick.checked);
  copy.textContent = parts.join('');
  return copy.textContent.replace(/[·\s]/g, '');
}

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/**
 * Runs all actions on two elements of each kind, one of which is changed before each action. Returns the differences.
 */
window.differences = async function (kind, change) {
  const [touched, untouched] = [box(kind), box(`untouched-${kind}`)];
  const wrong = [];
  for (const [at, act] of actions[kind].entries()) {
    changes[change](touched);
    act(touched);
    act(untouched);
    await frame();
    const until = performance.now() + 10000;
    while (read(touched) !== read(untouched) && performance.now() < until) await frame();
    const [one, other] = [read(touched), read(untouched)];
    if (one !== other) {
      let same = 0;
      while (one[same] === other[same]) same++;
      wrong.push(`${kind}, ${change}, action ${at}: "${one.slice(same - 20, same + 50)}" for "${other.slice(same - 20, same + 50)}"`);
      break;
    }
  }
  return wrong;
};

window.changeNames = Object.keys(changes);
