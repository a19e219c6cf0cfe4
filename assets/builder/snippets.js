// The text to paste. Page editors rewrite what they don't expect, so a snippet holds no script of its own, no JSON, and
// no attribute without a value but `defer`.
import { elements } from './description.js';
import { chosenColours, chosenOptions } from './state.js';

const ENTITIES = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text) => text.replace(/[&"<>]/g, (it) => ENTITIES[it]);
const attribute = ([name, value]) => ` ${name}="${escaped(value)}"`;
const attributes = (pairs) => pairs.map(attribute).join('');

const FRAME_TITLES = {
  finder: 'GP federation finder',
  comparison: 'Comparison of legal forms',
  guide: 'Guide to GP federations',
};
const LINK_TEXTS = {
  finder: 'List of GP federations',
  comparison: 'Legal forms for GP federations',
  guide: 'About GP federations',
};

/** WordPress reads a value up to its quotation mark and a shortcode up to its bracket, and rewrites the others. */
const NOT_IN_SHORTCODES = /["[\]<>&]/g;

const dataOptions = (state) => chosenOptions(state).map(([name, value]) => [`data-${name}`, value]);

/** A `style` attribute with the chosen colours, as a list of none or one. */
function style(state) {
  const text = chosenColours(state)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  return text ? [['style', text]] : [];
}

/**
 * The smallest script that has the element, unless somebody typed the address of the full one: { src, hash }, where `hash`
 * may be null. `hashes` are those of the scripts by file name, or null.
 */
export function scriptOf({ show }, { folder, isFile }, hashes) {
  const file = isFile ? 'gp-federations.js' : `gp-federations-${show}.js`;
  return { src: folder + file, hash: hashes && hashes[file] };
}

function scriptTag(state, address, hashes, options) {
  const { src, hash: value } = scriptOf(state, address, hashes);
  const hash = value
    ? [
        ['integrity', value],
        ['crossorigin', 'anonymous'],
      ]
    : [];
  return `<script src="${escaped(src)}" defer${attributes([...hash, ...options])}></script>`;
}

/** The address of the frame page, as it stands in an address bar. */
export function frameAddress(state, { folder }) {
  return `${folder}embed.html?${new URLSearchParams([['view', state.show], ...chosenOptions(state)])}`;
}

const ways = {
  script(state, address, hashes) {
    const tag = scriptTag(state, address, hashes, [['data-view', state.show], ...dataOptions(state)]);
    const colours = style(state);
    return colours.length ? `<div${attributes(colours)}>\n${tag}\n</div>` : tag;
  },
  placeholder(state, address, hashes) {
    const pairs = [['data-gp-federations', state.show], ...dataOptions(state), ...style(state)];
    const link = `<a href="${escaped(address.folder)}gp-federations.html">${LINK_TEXTS[state.show] || 'GP federations'}</a>`;
    return `<div${attributes(pairs)}>${link}</div>\n${scriptTag(state, address, hashes, [])}`;
  },
  element(state, address, hashes) {
    const { tag } = elements[state.show];
    return `<${tag}${attributes([...chosenOptions(state), ...style(state)])}></${tag}>\n${scriptTag(state, address, hashes, [])}`;
  },
  iframe(state, address) {
    const pairs = [
      ['src', frameAddress(state, address)],
      ['title', FRAME_TITLES[state.show] || 'GP federations'],
      ['width', '100%'],
      ['height', '700'],
      ['allow', 'clipboard-write'],
    ];
    return `<iframe${attributes(pairs)}></iframe>`;
  },
  address: frameAddress,
  shortcode(state) {
    const pairs = [['view', state.show], ...chosenOptions(state)];
    return `[gp_federations${pairs.map(([name, value]) => ` ${name}="${value.replace(NOT_IN_SHORTCODES, '')}"`).join('')}]`;
  },
};

export const WAYS = {
  script: { label: 'Script tag', hint: 'One line. The widget appears where you paste it.' },
  placeholder: { label: 'Placeholder and script tag', hint: 'Shows a link if the script cannot run.' },
  element: { label: 'Element and script tag', hint: 'For developers and templates.' },
  iframe: { label: 'Frame (iframe)', hint: 'For pages that do not allow scripts.' },
  address: {
    label: 'Web address of the frame page',
    hint: 'For systems that ask for a web address and create the frame for you.',
  },
  shortcode: { label: 'WordPress shortcode', hint: 'Needs the GP federations plugin.' },
};

/** The snippet of one way. `address` comes from readAddress, `hashes` are as in scriptOf. */
export const snippet = (way, state, address, hashes) => ways[way](state, address, hashes);

/** What somebody should know about a snippet before pasting it. */
export function remarks(way, state, address) {
  const isFrame = way === 'iframe' || way === 'address';
  const colours = chosenColours(state);
  const list = [];
  if (isFrame && !address.isAbsolute) {
    list.push(
      'A frame needs the full web address, starting with https://. Enter it under "Where are the widget files?".',
    );
  }
  if (isFrame && colours.length) list.push('Frames always use NHS colours. Your colours will not appear.');
  if (way === 'shortcode' && chosenOptions(state).some(([, value]) => value.search(NOT_IN_SHORTCODES) >= 0)) {
    list.push('Shortcodes cannot include the characters " [ ] < > or &, so they have been removed.');
  }
  if (way === 'shortcode' && colours.length) {
    list.push(`Shortcodes cannot set colours. Add this to "Additional CSS": ${cssRule(state)}`);
  }
  if (!isFrame && way !== 'shortcode' && colours.length) {
    list.push(
      `If the colours do not appear, your page blocks style attributes. Remove the style attribute and add this to your style sheet: ${cssRule(state)}`,
    );
  }
  return list;
}

/** The chosen colours as a rule for the page's own style sheet. */
export function cssRule(state) {
  const lines = chosenColours(state).map(([name, value]) => `${name}: ${value};`);
  return `${elements[state.show].tag} { ${lines.join(' ')} }`;
}
