// The code to paste. Rich text editors change what they do not expect, so a snippet contains no inline script, no JSON,
// and no attribute without a value except `defer`.
import { escaped } from '../loader/escape-html.js';
import { elements } from './description.js';
import { localHost } from './script-address.js';
import { chosenColours, chosenOptions } from './state.js';
import { ANY_ELEMENT, FRAME_TITLES, LINK_TEXTS, REMARKS } from './words.js';

/** @param {Pair} pair */
const attribute = ([name, value]) => ` ${name}="${escaped(value)}"`;
/** @param {Pair[]} pairs */
const attributes = (pairs) => pairs.map(attribute).join('');

/**
 * @typedef {import('./types').State} State
 * @typedef {import('./types').ScriptAddress} ScriptAddress
 * @typedef {import('./types').Hashes | null | undefined} Hashes
 * @typedef {import('./types').Pair} Pair
 * @typedef {import('./types').Way} Way
 */

/** WordPress reads a value up to its quotation mark and a shortcode up to its bracket, and rewrites the others. */
const NOT_IN_SHORTCODES = /["[\]<>&]/g;

/** @type {(state: State) => Pair[]} */
const dataOptions = (state) => chosenOptions(state).map(([name, value]) => [`data-${name}`, value]);

/**
 * A `style` attribute with the custom colours, as a list of none or one.
 * @param {State} state
 * @returns {Pair[]}
 */
function style(state) {
  const text = chosenColours(state)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  return text ? [['style', text]] : [];
}

/**
 * The smallest script that has the element, unless the user typed the URL of the full one: { src, hash }. `hash` can be
 * null. `hashes` are those of the scripts by file name, or null.
 * @param {Pick<State, 'show'>} state
 * @param {Pick<ScriptAddress, 'folder' | 'isFile'>} address
 * @param {Hashes} hashes
 */
export function scriptOf({ show }, { folder, isFile }, hashes) {
  const file = isFile ? 'gp-federations.js' : `gp-federations-${show}.js`;
  return { src: folder + file, hash: hashes && hashes[file] };
}

/**
 * @param {State} state
 * @param {ScriptAddress} address
 * @param {Hashes} hashes
 * @param {Pair[]} options
 */
function scriptTag(state, address, hashes, options) {
  const { src, hash: value } = scriptOf(state, address, hashes);
  /** @type {Pair[]} */
  const hash = value
    ? [
        ['integrity', value],
        ['crossorigin', 'anonymous'],
      ]
    : [];
  return `<script src="${escaped(src)}" defer${attributes([...hash, ...options])}></script>`;
}

/**
 * The URL of the frame page, as in an address bar.
 * @param {State} state
 * @param {Pick<ScriptAddress, 'folder'>} address
 */
export function frameAddress(state, { folder }) {
  return `${folder}embed.html?${new URLSearchParams([['view', state.show], ...chosenOptions(state)])}`;
}

/** @type {{ [way in Way]: (state: State, address: ScriptAddress, hashes: Hashes) => string }} */
const ways = {
  script(state, address, hashes) {
    const tag = scriptTag(state, address, hashes, [['data-view', state.show], ...dataOptions(state)]);
    const colours = style(state);
    return colours.length ? `<div${attributes(colours)}>\n${tag}\n</div>` : tag;
  },
  placeholder(state, address, hashes) {
    /** @type {Pair[]} */
    const pairs = [['data-gp-federations', state.show], ...dataOptions(state), ...style(state)];
    const link = `<a href="${escaped(address.folder)}gp-federations.html">${LINK_TEXTS[state.show] || ANY_ELEMENT}</a>`;
    return `<div${attributes(pairs)}>${link}</div>\n${scriptTag(state, address, hashes, [])}`;
  },
  element(state, address, hashes) {
    const { tag } = elements[state.show];
    return `<${tag}${attributes([...chosenOptions(state), ...style(state)])}></${tag}>\n${scriptTag(state, address, hashes, [])}`;
  },
  iframe(state, address) {
    /** @type {Pair[]} */
    const pairs = [
      ['src', frameAddress(state, address)],
      ['title', FRAME_TITLES[state.show] || ANY_ELEMENT],
      ['width', '100%'],
      ['height', '700'],
      ['allow', 'clipboard-write'],
      // The widget has an edge. An attribute, because a page's policy might forbid `style`.
      ['frameborder', '0'],
    ];
    return `<iframe${attributes(pairs)}></iframe>`;
  },
  address: frameAddress,
  shortcode(state) {
    /** @type {Pair[]} */
    const pairs = [['view', state.show], ...chosenOptions(state)];
    return `[gp_federations${pairs.map(([name, value]) => ` ${name}="${value.replace(NOT_IN_SHORTCODES, '')}"`).join('')}]`;
  },
};

/**
 * The snippet of one way. `address` is a result of readAddress, `hashes` are as in scriptOf.
 * @type {(way: Way, state: State, address: ScriptAddress, hashes: Hashes) => string}
 */
export const snippet = (way, state, address, hashes) => ways[way](state, address, hashes);

/**
 * Notes to read before pasting a snippet.
 * @param {Way} way
 * @param {State} state
 * @param {ScriptAddress} address
 */
export function remarks(way, state, address) {
  const isFrame = way === 'iframe' || way === 'address';
  const colours = chosenColours(state);
  const list = [];
  const host = way === 'shortcode' ? null : localHost(address);
  if (host) list.push(REMARKS.thisComputer(host));
  if (isFrame && !address.isAbsolute) list.push(REMARKS.fullAddress);
  if (isFrame && colours.length) list.push(REMARKS.frameColours);
  if (way === 'shortcode' && chosenOptions(state).some(([, value]) => value.search(NOT_IN_SHORTCODES) >= 0)) {
    list.push(REMARKS.shortcodeCharacters);
  }
  if (way === 'shortcode' && colours.length) list.push(REMARKS.shortcodeColours(cssRule(state)));
  if (!isFrame && way !== 'shortcode' && colours.length) list.push(REMARKS.styleBlocked(cssRule(state)));
  return list;
}

/**
 * The note on where the code loads the widget from, because the question about that is after the code. A shortcode has
 * no URL, and other notes are about the URLs that do not work.
 * @param {Way} way
 * @param {ScriptAddress} address
 */
export function filesNote(way, address) {
  const isFrame = way === 'iframe' || way === 'address';
  if (way === 'shortcode' || localHost(address) || (isFrame && !address.isAbsolute)) return [];
  return [REMARKS.filesIn(address.folder)];
}

/**
 * The custom colours as a rule for the page's own style sheet.
 * @param {State} state
 */
export function cssRule(state) {
  const lines = chosenColours(state).map(([name, value]) => `${name}: ${value};`);
  return `${elements[state.show].tag} { ${lines.join(' ')} }`;
}
