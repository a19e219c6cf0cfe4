// The views that were rendered when the widget was built.
import { comparisonFallback, finderFallback, guide, legalForms } from 'gpf:payload';
import { tree, treeInTasks } from './tree.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

// The sentences of the comparison stand in the wasm's data; its view refers to them by number.
function withSentences(html) {
  const fields = legalForms.split(/[\t\n]/);
  return html.replace(/~(\d+)~/g, (_, at) => fields[at].replace(/[&<"]/g, (it) => ENTITIES[it]));
}

const views = { finder: () => finderFallback, comparison: () => withSentences(comparisonFallback), guide: () => guide };

/** The prerendered view of a kind of element, as nodes. */
export const prerendered = (kind) => tree(views[kind]());

// A notice says what doesn't work where the wasm doesn't.
const withoutNotice = (html) => html.replace(/<p class="gpf-notice">.*?<\/p>/g, '');

/** The same for paper, which nobody expects to do anything. */
export const printed = (kind) => tree(withoutNotice(views[kind]()));

/** The same for the wasm to bring to life, made in tasks between which the page goes on answering. */
export const unborn = (kind) => treeInTasks(withoutNotice(views[kind]()));
