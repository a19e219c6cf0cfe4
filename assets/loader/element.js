// The custom elements: they open a shadow root and notify the wasm when they are added, changed and removed. Everything
// else is in Rust.
import { kinds } from 'gpf:payload';
import { ELEMENTS, LOADING, SWITCHES, camelCase, tidyOptions } from './options.js';
import { prefetchList, defineData, followList, listChanged, unfollowList } from './custom-list.js';
import { showFallback } from './fallback.js';
import { showFirstView } from './first-view.js';
import { watchPrinting } from './print.js';
import { prerenderedInTasks } from './prerendered.js';
import { asFailure, failure, prepared, stopIfTrap, whenStopped } from './runtime.js';
import { adoptStyles } from './styles.js';
import { TASK_BUDGET_MS, nextFrame, nextTask } from './scheduler.js';
import { holdPosition } from './scroll-position.js';
import { observeSize, unobserveSize } from './size-observer.js';
import { cancel, isWaiting, loadingChanged, whenVisible } from './lazy.js';

/* global HAS_FINDER -- whether this script has the finder: what only that needs is left out of the others */

/**
 * @typedef {import('./types').Kind} Kind
 * @typedef {import('./first-view.js').FirstView} FirstView
 * @typedef {{ container: HTMLElement, widget: import('./types').Widget | null, firstView: FirstView | null, endHold: () => void }} State
 */

/**
 * The state of a connected element.
 * @type {Map<HTMLElement, State>}
 */
const connected = new Map();

/**
 * Defines those elements of this script that the page does not have yet. Returns whether there were any.
 * @param {import('./types').Page['putBack']} putBack
 */
export function defineElements(putBack) {
  const missing = kinds.filter((kind) => !customElements.get(ELEMENTS[kind].tag));
  for (const kind of missing) customElements.define(ELEMENTS[kind].tag, elementClass(kind, ELEMENTS[kind], putBack));
  // Waiting elements get the value when they start.
  whenStopped((error) =>
    connected.forEach(({ container }, host) => {
      if (!isWaiting(host)) showFallback(host, container, /** @type {any} */ (host.constructor).kind, error);
    }),
  );
  return missing.length > 0;
}

/**
 * @param {Kind} kind
 * @param {import('./types').ElementDefinition} definition
 * @param {import('./types').Page['putBack']} putBack
 */
function elementClass(kind, { options, hasList }, putBack) {
  const all = [...options, LOADING];
  class Widget extends HTMLElement {
    static get observedAttributes() {
      return all;
    }
    static get kind() {
      return kind;
    }

    connectedCallback() {
      // It was moved, perhaps into another document, which cannot use the style sheets of this one.
      if (connected.has(this)) return adoptStyles(/** @type {ShadowRoot} */ (this.shadowRoot));
      tidyOptions(this, all);
      keepEarlyProperties(this, hasList ? [...all, 'data'] : all);
      const container = attachRoot(this);
      /** @type {State} */
      const state = { container, widget: null, firstView: null, endHold: () => {} };
      connected.set(this, state);
      start(this, state, kind)
        .catch((error) => {
          stopIfTrap(error);
          if (isHere(this, state)) showFallback(this, container, kind, failure() || asFailure(error));
        })
        .then(() => {
          if (HAS_FINDER && state.firstView) state.firstView.end();
          state.endHold();
          // Chromium keeps an empty attribute unless it has been read before.
          if (container.hasAttribute('style')) container.removeAttribute('style');
        });
    }

    disconnectedCallback() {
      // Editors and frameworks move elements by removing and adding them in one task. Not a microtask, because WebKit
      // runs those before `adoptNode` has returned.
      nextTask().then(() => this.isConnected || putBack(this) || dispose(this));
    }

    /**
     * @param {string} name
     * @param {string | null} _
     * @param {string | null} value
     */
    attributeChangedCallback(name, _, value) {
      if (name === LOADING) return loadingChanged(this);
      const state = connected.get(this);
      if (!state || !state.widget || failure()) return;
      state.widget.set(name, value);
      if (HAS_FINDER && hasList) listChanged(this, name);
    }
  }
  if (HAS_FINDER && hasList) defineData(Widget.prototype);
  for (const option of all) defineProperty(Widget.prototype, option);
  return Widget;
}

/**
 * Removed before the wasm was ready, or removed and added again: the new connection has its own state.
 * @param {HTMLElement} host
 * @param {State} state
 */
const isHere = (host, state) => connected.get(host) === state;

/**
 * The whole start of a widget, split into tasks, so that slow phones stay responsive.
 * @param {HTMLElement} host
 * @param {State} state
 * @param {Kind} kind
 */
async function start(host, state, kind) {
  const { container } = state;
  const { isPrerendered, hasList } = ELEMENTS[kind];
  await nextTask();
  if (!isHere(host, state)) return;
  announceChange();
  adoptStyles(/** @type {ShadowRoot} */ (host.shadowRoot));
  await nextTask();
  if (!isHere(host, state)) return;
  await whenVisible(host, container, kind);
  if (!isHere(host, state)) return;
  if (HAS_FINDER && hasList) prefetchList(host);
  state.endHold = holdPosition(host);
  const firstView = HAS_FINDER && hasList ? showFirstView(host, container) : null;
  state.firstView = firstView;
  const wasm = await prepared(kind);
  const view = isPrerendered && (await prerenderedInTasks(kind));
  await nextTask();
  if (!isHere(host, state)) return;
  if (failure()) throw failure();
  const begun = performance.now();
  const placeholder = view || firstView ? null : container.firstChild;
  // Keeps the height while the parts of the widget replace the previous content, so that the content below does not
  // move.
  container.style.minHeight = `${container.offsetHeight}px`;
  if (view) container.replaceChildren(view);
  state.widget = wasm.create(kind, host, container);
  if (HAS_FINDER && hasList) followList(host, state.widget, wasm);
  // A slow browser shows each part before the next one is rendered.
  const next = performance.now() - begun > TASK_BUDGET_MS ? nextFrame : nextTask;
  await next();
  if (!isHere(host, state) || failure()) return;
  const isAdopted = HAS_FINDER && firstView && firstView.handOver();
  state.widget.mount();
  if (isAdopted) {
    // The finder adopts the nodes in a microtask. The replay follows in the same task, before users can change anything.
    state.widget.render_next();
    await null;
    if (failure()) return;
    firstView.replay();
  }
  do {
    await next();
    if (!isHere(host, state) || failure()) return;
    if (placeholder && placeholder.parentNode === container) container.removeChild(placeholder);
  } while (state.widget.render_next());
  if (HAS_FINDER && firstView && !isAdopted) firstView.replay();
}

/**
 * Until the first render the element shows the editor's content.
 * @param {HTMLElement} host
 */
function attachRoot(host) {
  const root = host.shadowRoot || host.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  // All of our texts are English, whatever the language of the page. The editor's content keeps the page's language.
  container.lang = 'en-GB';
  container.appendChild(document.createElement('slot'));
  // Also in browsers without `replaceChildren`, which then still show the editor's content.
  root.textContent = '';
  root.appendChild(container);
  watchSize(host, container);
  watchPrinting(host, container);
  uncoverFocus(container);
  return container;
}

/**
 * Scrolls what gets the focus out from under a header of the page that stays at the top of the window. Chromium does so
 * by itself, because of the style sheet. Firefox and WebKit do not if a part of it is in the window.
 * @param {HTMLElement} container
 */
function uncoverFocus(container) {
  /** @type {EventTarget | null} */
  let last = null;
  container.addEventListener('focusin', ({ target, relatedTarget }) => {
    // The window itself got the focus back: the page stays where the user has scrolled it to.
    if (target === last && !relatedTarget) return;
    last = target;
    const focused = /** @type {HTMLElement} */ (target);
    const covered = parseFloat(getComputedStyle(focused).scrollMarginTop);
    if (!(covered > focused.getBoundingClientRect().top)) return;
    try {
      // Not for a click, which would then hit something else.
      if (focused.matches(':focus-visible')) focused.scrollIntoView();
    } catch {
      // An old browser.
    }
  });
}

/**
 * Reports the height of an element to the page, and each change of its size to the wasm.
 * @param {HTMLElement} host
 * @param {HTMLElement} container
 */
function watchSize(host, container) {
  observeSize(container, (isNew) => {
    container.dispatchEvent(new Event('gpf-size'));
    if (isNew.height) {
      const detail = { height: container.offsetHeight };
      host.dispatchEvent(new CustomEvent('gpf-resize', { bubbles: true, composed: true, detail }));
    }
  });
}

/** Notifies the other elements, which refer to this one, that it has been added or removed. */
const announceChange = () => document.dispatchEvent(new Event('gpf-elements'));

/** @param {HTMLElement} host */
function dispose(host) {
  const state = connected.get(host);
  connected.delete(host);
  if (HAS_FINDER) unfollowList(host);
  cancel(host);
  if (!state) return;
  unobserveSize(state.container);
  if (state.widget && !failure()) state.widget.free();
  announceChange();
}

/**
 * Each option is also a property that reads and writes the attribute.
 * @param {HTMLElement} prototype
 * @param {string} option
 */
function defineProperty(prototype, option) {
  const isSwitch = SWITCHES.includes(option);
  Object.defineProperty(prototype, camelCase(option), {
    configurable: true,
    enumerable: true,
    get() {
      return isSwitch
        ? this.hasAttribute(option) && this.getAttribute(option) !== 'false'
        : this.getAttribute(option) || '';
    },
    set(value) {
      // Frameworks write `heading={condition && text}`.
      if (value === null || value === undefined || value === false || (isSwitch && !value))
        this.removeAttribute(option);
      else this.setAttribute(option, value === true ? '' : value);
    },
  });
}

/**
 * A page might set properties before this script has defined the element, and these would hide the real ones.
 * @param {any} host An element; its properties have the names of the options.
 * @param {string[]} options
 */
function keepEarlyProperties(host, options) {
  for (const name of options.map(camelCase)) {
    // biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is newer than the browsers that we support.
    if (!Object.prototype.hasOwnProperty.call(host, name)) continue;
    const value = host[name];
    delete host[name];
    host[name] = value;
  }
}
