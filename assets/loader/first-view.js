// What a finder shows until the wasm runs: its first view, rendered when the widget was built. The finder then adopts these
// nodes, and this module passes on what users have done with them.
import { firstView } from 'gpf:payload';
import { showsBuiltInList } from './page-list.js';
import { ELEMENTS } from './options.js';
import { parseHtml } from './parse-html.js';
import { forPrint } from './prerendered.js';
import { canStart, failure, started } from './runtime.js';
import { nextFrame } from './scheduler.js';

/**
 * A first view in the page.
 * @typedef {object} FirstView
 * @property {() => boolean} handOver Called before the finder is mounted. Returns whether the finder can adopt the nodes.
 * @property {() => void} replay Called when the finder has a view: repeats what users have done.
 * @property {() => void} end Called when the start is over, even if it has failed.
 */

/** Marks a container with a first view, for the wasm and the style sheet. */
const PRERENDERED = 'data-prerendered';

/** What the URL parameters of an element without an id begin with. */
const DEFAULT_PREFIX = 'gpf';

/** Options that change nothing in the first view but its headings. */
const NEUTRAL_OPTIONS = /^(heading|heading-level|url-sync|show-import-report|feedback)$/;

/** The events by which users change the first view. */
const INPUT_EVENTS = ['click', 'input', 'change', 'keydown', 'keypress', 'keyup'];

/**
 * Whether a finder begins with this view: it has the built-in list, and neither its options nor the URL ask for a part of
 * the list.
 * @param {HTMLElement} host
 */
function beginsWithFirstView(host) {
  const prefix = `${host.id || DEFAULT_PREFIX}-`;
  return (
    !ELEMENTS.finder.options.some((option) => host.getAttribute(option) && !NEUTRAL_OPTIONS.test(option)) &&
    ![...new URLSearchParams(location.search).keys()].some((name) => name.startsWith(prefix)) &&
    showsBuiltInList(host)
  );
}

/**
 * Shows the first view of a finder, if it begins with this view.
 * @param {HTMLElement} host
 * @param {HTMLElement} container
 * @returns {FirstView | null}
 */
export function showFirstView(host, container) {
  if (started() || failure() || !canStart() || !beginsWithFirstView(host)) return null;
  // An editor can put more inside than a link, such as the whole list. That stays until the finder is ready.
  if (container.offsetHeight > window.innerHeight / 2) return null;
  const view = createView(host);
  const rest = /** @type {Element} */ (view.lastChild);
  view.removeChild(rest);
  container.replaceChildren(view);
  const headings = headingsOf(host);
  container.setAttribute(PRERENDERED, '');

  const listening = new AbortController();
  const { signal } = listening;
  /**
   * The last click on a button, or Enter in the search box, unless another change has followed.
   * @type {[EventTarget, Event] | null}
   */
  let lastAction = null;
  /** @type {ReturnType<typeof changedControls>} */
  let changes = [];
  let focusedId = '';
  let isTouched = false;

  // Another program, such as a translator, can change the nodes. The finder cannot adopt them then.
  const observer = new MutationObserver(() => {
    isTouched = true;
  });
  observer.observe(container, { childList: true, characterData: true, subtree: true });

  // The browser lays out the search box and the filters in one task, and the results in the next one. On a slow phone each
  // takes as long as a task can take.
  const showRest = () => {
    if (rest.parentNode) return;
    view.appendChild(rest);
    observer.takeRecords();
  };
  nextFrame().then(showRest);

  /** @param {Event} event */
  const listen = (event) => {
    const { type } = event;
    const target = /** @type {Element} */ (event.target);
    const { key, ctrlKey, metaKey, altKey, isComposing } = /** @type {KeyboardEvent} */ (event);
    if (!key || type === 'keydown') lastAction = null;
    if (type === 'click' && target.closest('[data-action]')) lastAction = [target, new Event(type, { bubbles: true })];
    if (!key || target.localName !== 'input') return;
    // As in the finder: the shortcuts of the page do not get what users type, and Enter does not submit a form.
    if (/^(.|Enter|Backspace|Delete)$/u.test(key) && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
    if (key !== 'Enter') return;
    event.preventDefault();
    if (type === 'keydown' && !isComposing) lastAction = [target, new KeyboardEvent(type, { key, bubbles: true })];
  };
  for (const type of INPUT_EVENTS) container.addEventListener(type, listen, { signal });

  // The whole list is printed, as if the wasm could not run.
  /** @param {Event} event */
  const print = ({ type }) => {
    showRest();
    const [sheet] = container.getElementsByClassName('gpf-print-sheet');
    sheet.replaceChildren();
    if (type === 'beforeprint') {
      const list = /** @type {Element} */ (forPrint('finder', host).firstChild);
      // The first view has the heading.
      list.removeChild(list.children[0]);
      sheet.appendChild(list);
    }
    observer.takeRecords();
  };
  for (const type of ['beforeprint', 'afterprint']) window.addEventListener(type, print, { signal });

  const end = () => {
    listening.abort();
    observer.disconnect();
    container.removeAttribute(PRERENDERED);
  };
  return {
    end,
    handOver() {
      showRest();
      changes = changedControls(container);
      // An option or a list can have been added in the meantime.
      if (!isTouched && beginsWithFirstView(host) && headingsOf(host) === headings) return true;
      end();
      const { activeElement } = /** @type {ShadowRoot} */ (host.shadowRoot);
      if (activeElement && container.contains(activeElement)) focusedId = activeElement.id;
      lastAction = null;
      container.replaceChildren();
      return false;
    },
    replay() {
      end();
      for (const change of changes) replayChange(container, change);
      if (focusedId) /** @type {HTMLElement} */ (container.querySelector(`#${focusedId}`)).focus();
      if (lastAction) lastAction[0].dispatchEvent(lastAction[1]);
    },
  };
}

/**
 * The controls that users have changed: a selector for each, with its value or, for details, whether they are open.
 * @param {HTMLElement} container
 */
function changedControls(container) {
  const controls = [.../** @type {NodeListOf<any>} */ (container.querySelectorAll('input,select,details[open]'))];
  return controls
    .filter((it) => (it.options ? !it.options[it.selectedIndex].defaultSelected : it.value !== ''))
    .map((it) => ({ selector: selectorOf(it), value: it.value, open: it.open }));
}

/** @param {HTMLElement} control A field, a region, or details that fold a part of the finder. */
function selectorOf({ id, dataset, className }) {
  if (id) return `#${id}`;
  return dataset.region ? `[data-region="${dataset.region}"]` : `.${className.replace(/ /g, '.')}`;
}

/**
 * Sets a control that a user has changed, and notifies the finder.
 * @param {HTMLElement} container
 * @param {ReturnType<typeof changedControls>[number]} change
 */
function replayChange(container, { selector, value, open }) {
  const control = /** @type {any} */ (container.querySelector(selector));
  if (!control) return;
  if (open) control.open = true;
  // Setting the same value would move the cursor.
  else if (control.value !== value) control.value = value;
  // For each kind of control, the finder listens for one of these.
  for (const type of ['input', 'change', 'toggle']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** @param {HTMLElement} host */
const headingsOf = (host) => ['heading', 'heading-level'].map((name) => `${host.getAttribute(name)}`).join('\n');

/**
 * Creates the nodes of the first view, with the headings that the options ask for, as `ui::heading` makes them.
 * @param {HTMLElement} host
 */
function createView(host) {
  const [, level = 2] = /^\s*\+?0*([1-5])\s*$/.exec(host.getAttribute('heading-level') || '') || [];
  const heading = (host.getAttribute('heading') || '').trim();
  const isHidden = !heading && host.hasAttribute('heading');
  // Without a heading of the finder, those in it are one level higher.
  const shift = Number(level) - 2 - Number(isHidden);
  const nodes = parseHtml(firstView.replace(/(<\/?h)(\d)/g, (_, tag, number) => tag + (Number(number) + shift)));
  const view = /** @type {Element} */ (nodes.firstChild);
  const title = view.children[0];
  if (isHidden) view.replaceChild(new Text(), title);
  else if (heading) /** @type {Text} */ (title.firstChild).data = heading;
  return view;
}
