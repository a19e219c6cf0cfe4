// All settings, and their representation in the URL: a link to the builder restores them.
import { colours, elements } from './description.js';

const COLOUR_PREFIX = 'colour-';

/** The default settings: the finder, on an unknown kind of page. */
export const atFirst = () => ({
  show: 'finder',
  host: '',
  script: null,
  integrity: false,
  options: {},
  colours: {},
});

/** The options of the selected element, in order, without those of other elements. */
export function chosenOptions({ show, options }) {
  return elements[show].options
    .filter(({ name }) => options[name] !== undefined)
    .map(({ name }) => [name, options[name]]);
}

/** The custom colours, in the order of the documentation. */
export const chosenColours = ({ colours: chosen }) =>
  colours.filter(({ name }) => chosen[name]).map(({ name }) => [name, chosen[name]]);

/** The part of the URL after `#`. */
export function toHash(state) {
  const parameters = new URLSearchParams({ show: state.show });
  if (state.host) parameters.set('host', state.host);
  if (state.script !== null) parameters.set('script', state.script);
  if (state.integrity) parameters.set('integrity', 'yes');
  for (const [name, value] of chosenOptions(state)) parameters.set(name, value);
  for (const [name, value] of chosenColours(state)) parameters.set(COLOUR_PREFIX + name.replace('--gpf-', ''), value);
  return parameters.toString();
}

/** The state of such a part. Unknown entries are ignored. */
export function fromHash(hash, hosts) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const state = atFirst();
  if (Object.keys(elements).includes(parameters.get('show'))) state.show = parameters.get('show');
  if (hosts.includes(parameters.get('host'))) state.host = parameters.get('host');
  state.script = parameters.get('script');
  state.integrity = parameters.get('integrity') === 'yes';
  for (const { name } of elements[state.show].options) {
    if (parameters.has(name)) state.options[name] = parameters.get(name);
  }
  for (const { name } of colours) {
    const value = parameters.get(COLOUR_PREFIX + name.replace('--gpf-', ''));
    if (value && /^#[\da-f]{6}$/i.test(value)) state.colours[name] = value;
  }
  return state;
}
