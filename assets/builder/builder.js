// Entry of builder.js, the page that generates snippets. It has one state: every setting changes it, and all dependent
// parts are rendered again.
import { cardsField } from './fields.js';
import { el, byId } from './dom.js';
import { ELEMENT_WORDS, HOST_WORDS, QUESTIONS } from './words.js';
import { HOSTS } from './hosts.js';
import { elements } from './description.js';
import { fromHash, toHash } from './state.js';
import { makeCheck } from './check-view.js';
import { makeList } from './list-view.js';
import { makeColours } from './colours-view.js';
import { makeScript } from './script-view.js';
import { makeSettings } from './settings-view.js';
import { showGuides } from './guides-view.js';
import { makePreviewWidths, showPreview } from './preview.js';
import { showSnippets } from './snippets-view.js';

/** @param {number} number */
const step = (number) =>
  el(
    'h2',
    { class: 'bld-step' },
    el('span', { class: 'bld-step__number', 'aria-hidden': 'true' }, String(number)),
    ` ${QUESTIONS[number - 1]}`,
  );

let state = fromHash(location.hash, Object.keys(HOSTS));
/** @type {ReturnType<typeof makeScript>} */
let script = null;
/** @type {ReturnType<typeof makeCheck>} */
let check = null;
/** @type {ReturnType<typeof makeList>} */
let list = null;

/**
 * Applies a change, and renders its effects.
 * @type {import('./types').Change}
 */
function change(part) {
  Object.assign(state, part);
  show();
  rememberInAddress();
}

function show() {
  const address = script.read();
  showPreview(byId('preview'), state, list.fileAt(state.options.src));
  showSnippets(byId('snippets'), state, address);
  check.show(state, address);
  list.show(state, address);
}

// Settings that change the available controls render all of them again.
function makeControls() {
  byId('show').replaceChildren(
    cardsField({
      id: 'choose-show',
      legend: step(1),
      values: Object.values(elements).map(({ view, description }) => ({
        value: view,
        ...(ELEMENT_WORDS[view] || { label: view, hint: description }),
      })),
      value: state.show,
      onChange(view) {
        change({ show: view });
        makeSettings(byId('settings'), state, change);
      },
    }),
  );
  byId('where').replaceChildren(
    cardsField({
      id: 'choose-host',
      legend: step(2),
      values: Object.keys(HOSTS).map((value) => ({ value, label: HOST_WORDS[value].label })),
      value: state.host,
      isSmall: true,
      onChange: (host) => change({ host }),
    }),
  );
  makeSettings(byId('settings'), state, change);
  makeColours(state, change);
  script = makeScript(state, change);
}

function rememberInAddress() {
  const hash = `#${toHash(state)}`;
  try {
    history.replaceState(null, '', hash);
  } catch {
    // Browsers refuse this on pages from a disk, or after hundreds of changes per minute. The snippet works without it.
  }
}

// A link of this page, or a URL that was pasted into the address bar.
window.addEventListener('hashchange', () => {
  if (!new URLSearchParams(location.hash.slice(1)).has('show')) return;
  state = fromHash(location.hash, Object.keys(HOSTS));
  makeControls();
  show();
});

// The links at the top lead to parts of the page, and the URL keeps the settings.
document.querySelector('.bld-header nav').addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest('a');
  if (!link) return;
  event.preventDefault();
  const part = byId(link.getAttribute('href').slice(1));
  part.scrollIntoView();
  part.focus({ preventScroll: true });
});

byId('builder').hidden = false;
check = makeCheck(() => [state, script.read()]);
list = makeList({
  whenRead: show,
  put(src) {
    const { src: before, ...others } = state.options;
    state.options = src ? { ...others, src } : others;
    // Only a finder shows a list.
    if (src) state.show = 'finder';
    makeControls();
    show();
    rememberInAddress();
  },
});
makeControls();
makePreviewWidths(byId('preview'));
showGuides(byId('guide-list'));
show();
