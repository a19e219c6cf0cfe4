// All settings, and their representation in the URL: a link to the builder restores them.
import { colours, elements } from './description.js';

const COLOUR_PREFIX = 'colour-';

/**
 * The default settings: the finder, on an unknown kind of page.
 * @returns {import('./types').State}
 */
export const atFirst = () => ({
  show: 'finder',
  host: '',
  script: null,
  integrity: false,
  options: {},
  colours: {},
});

/**
 * The options of the selected element, in order, without those of other elements.
 * @param {Pick<import('./types').State, 'show' | 'options'>} state
 * @returns {import('./types').Pair[]}
 */
export function chosenOptions({ show, options }) {
  return elements[show].options
    .filter(({ name }) => options[name] !== undefined)
    .map(({ name }) => [name, options[name]]);
}

/**
 * The custom colours, in the order of the documentation.
 * @type {(state: Pick<import('./types').State, 'colours'>) => import('./types').Pair[]}
 */
export const chosenColours = ({ colours: chosen }) =>
  colours.filter(({ name }) => chosen[name]).map(({ name }) => [name, chosen[name]]);

/**
 * The part of the URL after `#`.
 * @param {import('./types').State} state
 */
export function toHash(state) {
  const parameters = new URLSearchParams({ show: state.show });
  if (state.host) parameters.set('host', state.host);
  if (state.script !== null) parameters.set('script', state.script);
  if (state.integrity) parameters.set('integrity', 'yes');
  for (const [name, value] of chosenOptions(state)) parameters.set(name, value);
  for (const [name, value] of chosenColours(state)) parameters.set(COLOUR_PREFIX + name.replace('--gpf-', ''), value);
  return parameters.toString();
}

/**
 * The state of such a part. Unknown entries are ignored.
 * @param {string} hash
 * @param {string[]} hosts
 */
export function fromHash(hash, hosts) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const state = atFirst();
  const [show, host] = [parameters.get('show'), parameters.get('host')];
  if (show !== null && Object.keys(elements).includes(show)) state.show = show;
  if (host !== null && hosts.includes(host)) state.host = host;
  state.script = parameters.get('script');
  state.integrity = parameters.get('integrity') === 'yes';
  for (const { name } of elements[state.show].options) {
    const value = parameters.get(name);
    if (value !== null) state.options[name] = value;
  }
  for (const { name } of colours) {
    const value = parameters.get(COLOUR_PREFIX + name.replace('--gpf-', ''));
    if (value && /^#[\da-f]{6}$/i.test(value)) state.colours[name] = value;
  }
  return state;
}
