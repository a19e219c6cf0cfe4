// The snippet that suits the page, with its steps. The other ways are below it.
import { HOSTS } from './hosts.js';
import { filesNote, remarks, snippet } from './snippets.js';
import { copyButton } from './copy.js';
import { byId, details, el, rich } from './dom.js';
import { showFoot } from './foot.js';
import {
  ANSWER_QUESTION_2,
  FIX_ADDRESS,
  GUIDES,
  HOST_WORDS,
  HOW_TO_ADD,
  IF_NOT_WORKING,
  NO_CODE_YET,
  OTHER_WAYS,
  WAY_WORDS,
  howToAddTo,
  readGuide,
} from './words.js';

/** @typedef {import('./types').Way} Way */

/** The file beside this page, and its size, which is inserted when this script is packed. */
/* global GPF_PLUGIN_SIZE */
const PLUGIN = 'gp-federations-wordpress.zip';
const PLUGIN_SIZE = typeof GPF_PLUGIN_SIZE === 'string' ? GPF_PLUGIN_SIZE : '';

/** @type {string | null} */
let shown = null;

/**
 * Shows the snippets. Unchanged parts stay, so that a button that was just pressed keeps the focus.
 * @param {HTMLElement} box
 * @param {import('./types').State} state
 * @param {import('./types').Address} address
 */
export function showSnippets(box, state, address) {
  const name = HOSTS[state.host] ? state.host : 'other';
  const host = HOSTS[name];
  // A shortcode contains no URL.
  const ways = address.error === undefined ? host.ways : host.ways.filter((it) => it === 'shortcode');
  const usable = /** @type {import('./types').ScriptAddress} */ (address);
  const isPossible = ways.includes(host.ways[0]);
  const key = `${state.host} ${address.error || ''}`;
  if (shown !== key) {
    box.replaceChildren(
      ...(isPossible ? layout(name, ways, !state.host) : [problem(/** @type {string} */ (address.error))]),
    );
    shown = key;
  }
  showFoot(isPossible ? byId(`snippet-${host.ways[0]}`) : null);
  if (!isPossible) return;
  for (const way of ways) {
    /** @type {HTMLTextAreaElement} */
    const field = byId(`snippet-${way}`);
    const text = snippet(way, state, usable, address.hashes);
    if (field.value !== text) {
      field.value = text;
      const said = /** @type {Element} */ (field.closest('.bld-snippet')).querySelector('.bld-copied');
      if (said) said.textContent = '';
    }
    const notes = remarks(way, state, usable).concat(way === ways[0] ? filesNote(way, usable) : []);
    byId(`remarks-${way}`).replaceChildren(...notes.map((text) => el('p', { class: 'bld-note' }, text)));
  }
}

/** @param {string} error */
function problem(error) {
  return el(
    'div',
    { class: 'bld-verdict bld-verdict--nothing' },
    el('p', {}, el('strong', {}, NO_CODE_YET), ' ', error),
    el(
      'p',
      {},
      el(
        'a',
        {
          href: '#script-address',
          onclick(/** @type {Event} */ event) {
            event.preventDefault();
            byId('script-address').focus();
          },
        },
        FIX_ADDRESS,
      ),
    ),
  );
}

/**
 * @param {string} name
 * @param {Way[]} ways
 * @param {boolean} isUnknown
 */
function layout(name, [first, ...others], isUnknown) {
  const { label, inSentence, steps, wrong } = HOST_WORDS[name];
  /** @type {HTMLElement[]} */
  const list = [
    el(
      'div',
      { class: 'bld-how' },
      el(
        'div',
        { class: 'bld-how__steps' },
        el('h3', {}, isUnknown ? HOW_TO_ADD : howToAddTo(inSentence || label)),
        isUnknown ? el('p', { class: 'bld-note' }, ANSWER_QUESTION_2) : null,
        el(
          'ol',
          {},
          steps.map((text) => el('li', {}, step(text))),
        ),
        el('p', {}, el('strong', {}, IF_NOT_WORKING), wrong),
        isUnknown ? null : el('p', {}, guideLink(HOSTS[name].guide)),
      ),
      box(first, true),
    ),
  ];
  if (!others.length) return list;
  return list.concat(
    details(
      { class: 'nhsuk-details bld-others', id: 'other-ways' },
      OTHER_WAYS,
      el(
        'div',
        { class: 'bld-others__list' },
        others.map((way) => box(way, false)),
      ),
    ),
  );
}

/** @param {string} guide */
function guideLink(guide) {
  const [file, label] = /** @type {string[]} */ (GUIDES.find(([file]) => file === guide));
  return el('a', { href: `guides/${file}.html` }, readGuide(label));
}

/**
 * A step. If it names the plugin, it contains a download link.
 * @param {string} text
 */
function step(text) {
  return rich(text).map((part) =>
    typeof part !== 'string' && part.textContent === PLUGIN
      ? el('a', { href: PLUGIN, download: true }, `${PLUGIN}${PLUGIN_SIZE ? ` (${PLUGIN_SIZE})` : ''}`)
      : part,
  );
}

/**
 * @param {Way} way
 * @param {boolean} isFirst
 */
function box(way, isFirst) {
  const id = `snippet-${way}`;
  const { label, hint } = WAY_WORDS[way];
  /** @type {HTMLTextAreaElement} */
  const field = el('textarea', {
    class: 'nhsuk-textarea bld-code',
    id,
    rows: 3,
    readonly: true,
    spellcheck: 'false',
    'aria-describedby': `${id}-about`,
    onfocus: () => field.select(),
  });
  return el(
    'div',
    { class: `bld-snippet${isFirst ? ' bld-snippet--first' : ''}` },
    el('label', { class: 'nhsuk-label bld-snippet__label', for: id }, label),
    el('p', { class: 'nhsuk-hint', id: `${id}-about` }, hint),
    field,
    copyButton(field, /^WordPress/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)),
    el('div', { id: `remarks-${way}` }),
  );
}
