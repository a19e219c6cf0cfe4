// Where a page can be, and what works there; words.js has the steps of each. `ways` are those of snippets.js, the best first.
// `isSecure` hosts are on https:// themselves and show nothing that is not.

export const HOSTS = {
  wordpress: { guide: 'wordpress', ways: ['shortcode', 'iframe', 'placeholder'] },
  sharepoint: { guide: 'sharepoint-editors', isSecure: true, ways: ['iframe', 'address'] },
  static: { guide: 'static', ways: ['script', 'placeholder', 'element', 'iframe'] },
  drupal: { guide: 'drupal', ways: ['placeholder', 'iframe', 'script'] },
  umbraco: { guide: 'umbraco', ways: ['element', 'iframe', 'placeholder'] },
  moodle: { guide: 'moodle', isSecure: true, ways: ['address', 'iframe'] },
  other: { guide: 'index', ways: ['script', 'iframe', 'placeholder', 'element', 'shortcode', 'address'] },
};
