// Where wasm can't run, the lists that were rendered when the widget was built.
import { comparisonFallback, finderFallback, legalForms } from 'gpf:payload';
import { trusted } from './trusted.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

// The sentences of the comparison stand in the wasm's data; its fallback refers to them by number.
function withSentences(html) {
  const fields = legalForms.split(/[\t\n]/);
  return html.replace(/~(\d+)~/g, (_, at) => fields[at].replace(/[&<"]/g, (it) => ENTITIES[it]));
}

const fallback = { finder: () => finderFallback, comparison: () => withSentences(comparisonFallback) };

let reported = false;

/** Fills `box` with the prerendered lists; where even that is forbidden, the page's own content stays. */
export function showFallback(host, box, kind, failure) {
  if (!reported) console.warn(`gp-federations (${failure.code}): ${failure.message}`);
  reported = true;
  try {
    box.innerHTML = trusted(fallback[kind]());
    box.lastChild.dataset.code = failure.code;
  } catch (error) {
    box.replaceChildren(document.createElement('slot'));
  }
  host.dispatchEvent(new CustomEvent('gpf-error', {
    bubbles: true, composed: true, detail: { code: failure.code, message: failure.message },
  }));
}
