// Pages may demand that HTML comes from a policy they know by name: `trusted-types gp-federations`.

let policy = null;

/** The HTML, as such a page wants it. Throws where the page knows no policy of ours. */
export function trusted(html) {
  if (!window.trustedTypes) return html;
  policy = policy || window.trustedTypes.createPolicy('gp-federations', { createHTML: (text) => text });
  return policy.createHTML(html);
}
