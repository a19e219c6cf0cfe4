// The available settings: the elements of options.js with their descriptions in custom-elements.json. An element or an
// option that is added there appears in the builder automatically. words.js can improve its texts.
import manifest from '../loader/custom-elements.json' with { type: 'json' };
import { ELEMENTS, LOADING, SWITCHES } from '../loader/options.js';

/**
 * What custom-elements.json has of the elements.
 * @typedef {{ name: string, description: string, type?: { text: string }, default?: string }} Attribute
 * @typedef {{ tagName?: string, description?: string, attributes?: Attribute[], cssProperties?: { name: string, description: string }[] }} Declaration
 */

/** @type {Declaration[]} */
const declarations = manifest.modules.flatMap((module) => module.declarations);

/**
 * Each element by its `data-view` name: { view, tag, description, options }.
 * @type {{ [view: string]: import('./types').Described }}
 */
export const elements = Object.fromEntries(
  Object.entries(ELEMENTS).map(([view, { tag, options }]) => {
    /** @type {Declaration} */
    const declaration = declarations.find((it) => it.tagName === tag) || {};
    const attributes = declaration.attributes || [];
    const described = [...options, LOADING].map((name) =>
      option(
        name,
        attributes.find((it) => it.name === name),
      ),
    );
    return [view, { view, tag, description: declaration.description || tag, options: described }];
  }),
);

/** Custom properties that are not colours. */
const LENGTHS = ['--gpf-rem', '--gpf-sticky-top'];

/** The colours that a page can set, as custom properties of any element. */
export const colours = [
  ...new Map(declarations.flatMap((it) => it.cssProperties || []).map((it) => [it.name, it])).values(),
].filter(({ name }) => !LENGTHS.includes(name));

/**
 * @param {string} name
 * @param {Attribute | undefined} attribute
 * @returns {import('./types').Option}
 */
function option(name, attribute) {
  const { type = { text: 'string' }, description = '' } = attribute || {};
  const fallback = attribute && attribute.default ? attribute.default.replace(/^'|'$/g, '') : '';
  /** @type {ReturnType<typeof kindOf>} */
  const kind = SWITCHES.includes(name) ? { kind: 'switch' } : kindOf(type.text);
  return { name, description, fallback, ...kind };
}

/**
 * Parses a TypeScript type: one of several values (`'a' | 'b'`), a list of them (`('a' | 'b')[]`), a boolean, a number
 * or a text.
 * @param {string} type
 * @returns {Pick<import('./types').Option, 'kind' | 'values'>}
 */
export function kindOf(type) {
  const several = /^\((.*)\)\[\]$/.exec(type);
  if (several) return { kind: 'several', values: valuesOf(several[1]) };
  if (type === 'boolean') return { kind: 'switch' };
  if (type === 'number') return { kind: 'number' };
  const values = valuesOf(type);
  return values.length > 1 ? { kind: 'choice', values } : { kind: 'text' };
}

/** @param {string} union */
function valuesOf(union) {
  return [...union.matchAll(/'([^']*)'|\b(\d+)\b/g)].map(([, text, number]) => text || number);
}
