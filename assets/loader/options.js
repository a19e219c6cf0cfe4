// The elements and the options each of them takes: `cargo xtask docs` makes ELEMENTS and SWITCHES from the table in
// src/embed/option_table.rs. A prerendered element is a text to read: the wasm gets it as it was rendered when the widget was
// built, and makes it interactive.
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

/** The option that every element takes and this script answers by itself: the wasm does not run yet. */
export const LOADING = 'loading';

/** Options that are on when they are there, whatever their value (except "false"). */
export const SWITCHES = ['url-sync', 'show-import-report', 'only-differences'];

export const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
