// The systems a page can be in, and the ways that work there. words.js has the steps of each. `ways` are names of
// snippets.js, the best first. `isSecure` systems use https:// and show only content from https://.

/** @type {{ [host: string]: import('./types').Host }} */
export const HOSTS = {
  wordpress: { guide: 'wordpress', ways: ['shortcode', 'iframe', 'placeholder'] },
  sharepoint: { guide: 'sharepoint-editors', isSecure: true, ways: ['iframe', 'address'] },
  static: { guide: 'static', ways: ['script', 'placeholder', 'element', 'iframe'] },
  drupal: { guide: 'drupal', ways: ['placeholder', 'iframe', 'script'] },
  umbraco: { guide: 'umbraco', ways: ['placeholder', 'iframe', 'element'] },
  moodle: { guide: 'moodle', isSecure: true, ways: ['address', 'iframe'] },
  other: { guide: 'other', ways: ['script', 'iframe', 'placeholder', 'element', 'shortcode', 'address'] },
};
