// The elements and their options: `cargo xtask docs` generates ELEMENTS and SWITCHES from the table in
// src/embed/option_table.rs. A prerendered element is mostly text: the wasm gets the HTML that was rendered when the
// widget was built, and makes it interactive.
/** @type {{ [kind in import('./types').Kind]: import('./types').ElementDefinition }} */
export const ELEMENTS = {
  finder: {
    tag: 'gp-federation-finder',
    options: [
      'region',
      'status',
      'legal-form',
      'search',
      'sort',
      'page-size',
      'map',
      'heading',
      'heading-level',
      'url-sync',
      'src',
      'merge',
      'label',
      'date',
      'show-import-report',
      'feedback',
    ],
    hasList: true,
  },
  comparison: {
    tag: 'gp-legal-form-comparison',
    options: ['kind', 'forms', 'criteria', 'only-differences', 'requirements', 'heading', 'heading-level', 'url-sync'],
  },
  guide: {
    tag: 'gp-federation-guide',
    options: ['section', 'heading', 'heading-level'],
    isPrerendered: true,
  },
};

/** The option of every element that this script handles itself, because the wasm does not run yet. */
export const LOADING = 'loading';

/** Options that are on if the attribute exists, whatever its value (except "false"). */
export const SWITCHES = ['url-sync', 'show-import-report', 'only-differences'];

/** @param {string} name */
export const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/**
 * Corrects the names of options: a no-break space between two attributes becomes a part of the second. Other attributes
 * might be harmful, and only harmless under another name.
 * @param {Element} element
 * @param {string[]} options The names of the element's attributes, besides those that begin with "data-".
 */
export function tidyOptions(element, options) {
  for (const { name, value } of [...element.attributes]) {
    const real = name.trim();
    if (real !== name && (/^data-[\w-]+$/.test(real) || options.includes(real))) element.setAttribute(real, value);
  }
}
