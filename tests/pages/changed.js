// Changes a page in the same ways as translators, grammar checkers and dark modes, and runs every action of every
// element.
'use strict';

const box = (id) => document.getElementById(id).shadowRoot.querySelector('div');
// Translators do not change the nodes of a picture.
const isText = (node) => node.data.trim() && !node.parentElement.closest('svg, textarea');

function texts(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) if (isText(walk.currentNode)) found.push(walk.currentNode);
  return found;
}

const element = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

/** Each keeps the readable text, except for a dot that marks the other language. */
const changes = {
  wrapped: (root) => texts(root).forEach((text) => {
    const inner = element('font');
    text.replaceWith(element('font', inner));
    inner.append(text);
  }),
  replaced: (root) => texts(root).forEach((text) => text.replaceWith(element('font', element('font', `·${text.data}`)))),
  written: (root) => texts(root).forEach((text) => { if (!text.data.startsWith('·')) text.data = `·${text.data}`; }),
  readded: (root) => texts(root).forEach((text) => {
    const { parentNode, nextSibling, data } = text;
    text.remove();
    parentNode.insertBefore(document.createTextNode(data), nextSibling);
  }),
  // The filters and the map are rendered again when their counts change.
  removed: (root) => texts(root).forEach((text) => { if (!text.parentElement.closest('.gpf-filters, .gpf-fold, .gpf-map')) text.remove(); }),
  split: (root) => texts(root).forEach((text) => { if (text.data.length > 2) text.splitText(2); }),
  normalised: (root) => root.normalize(),
  checked: (root) => {
    for (const field of root.querySelectorAll('input, select, summary, p')) {
      field.setAttribute('data-gramm', 'false');
      field.style.setProperty('--darkreader', '#111');
      field.classList.add('dark');
      if (!field.nextElementSibling || field.nextElementSibling.localName !== 'grammarly-extension') {
        field.after(document.createElement('grammarly-extension'));
      }
      field.before('');
    }
  },
  enclosed: (root) => {
    for (const it of root.querySelectorAll('details, .gpf-count, .gpf-name, td, li, mark')) {
      if (it.parentElement.localName !== 'font') {
        const around = element('font');
        it.replaceWith(around);
        around.append(it);
      }
    }
  },
  copied: (root) => {
    for (const it of root.querySelectorAll('.gpf-name, .gpf-count, dd, td > span')) it.replaceWith(it.cloneNode(true));
  },
};

const set = (selector, value) => (root) => {
  const field = root.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
};
const click = (selector, at = 0) => (root) => {
  const found = root.querySelectorAll(selector)[at];
  if (found instanceof HTMLElement) found.click();
  else if (found) found.dispatchEvent(new MouseEvent('click', { bubbles: true }));
};

const actions = {
  finder: [
    set('#gpf-search', 'hal'), set('#gpf-search', 'halton'), set('#gpf-search', 'xyzxyz'), set('#gpf-search', 'haltom'),
    set('#gpf-search', ''), set('#gpf-region', 'London'), click('summary.gpf-summary', 3), set('#gpf-sort', 'name-reversed'),
    set('#gpf-status', 'defunct'), click('.gpf-clear'), click('.gpf-more'), set('#gpf-search', 'care'),
    set('#gpf-legal-form', 'community-interest-company'), click('.gpf-region-button', 2), click('.gpf-nothing button'),
    click('.gpf-clear'), click('path.gpf-region[data-id="Midlands"]'), set('#gpf-search', 'northwest'),
    click('.gpf-report > summary'), click('.gpf-clear'), set('#gpf-sort', 'patients'),
  ],
  comparison: [
    click('[data-field=form]', 0), click('[data-field=form]', 4), click('.gpf-why', 1), click('[data-field=differences]'),
    click('.gpf-requirements > summary'), click('[data-field=requirement]'), click('.gpf-all'), click('.gpf-findings summary', 1),
    click('[data-field=kind][value=models]'), click('.gpf-cases summary'), click('[data-field=kind][value=legal-forms]'),
    click('.gpf-clear'), click('[data-field=differences]'), click('.gpf-why', 1),
  ],
  guide: [
    click('.gpf-question input', 0), click('.gpf-question input', 4), click('.gpf-question input', 2),
    click('[data-action=clear]'), click('.gpf-question input', 7),
  ],
};

/** The names of the changes that an element of this kind has to survive. */
// Removed nodes come back with the next change of their part of the view. The guide's text is static, so it does not.
const changesOf = (kind) => Object.keys(changes).filter((name) => name !== 'removed' || kind !== 'guide');

// `?finder` leaves only the finder, with a copy for each change. All of them do the same at the same time, so that the
// page is rendered once for all changes.
const kind = location.search.slice(1);
for (const it of document.querySelectorAll('main > [id]')) {
  if (it.id === kind) it.after(...changesOf(kind).map((name) => Object.assign(it.cloneNode(true), { id: name })));
  else it.remove();
}

// Live regions are updated after a second, in turn.
const UNREAD = '[hidden], style, .gpf-visually-hidden[role=status]';

/** The readable text, without the dots and without invisible spaces. */
function read(root) {
  const parts = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walk.nextNode()) parts.push(walk.currentNode.data);
  for (const option of root.querySelectorAll('select')) parts.push(option.value);
  for (const tick of root.querySelectorAll('input')) parts.push(tick.type === 'search' ? tick.value : tick.checked);
  return parts.join('').replace(/[·\s]/g, '');
}

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/**
 * Runs all actions on all elements. Each except the first is changed before each action, in its own way. Returns the
 * differences from the first.
 */
window.differences = async function () {
  const untouched = box(kind);
  const touched = new Map(changesOf(kind).map((name) => [name, box(name)]));
  const wrong = [];
  for (const [at, act] of actions[kind].entries()) {
    for (const [change, root] of touched) {
      changes[change](root);
      act(root);
    }
    act(untouched);
    const until = performance.now() + 10000;
    let different;
    do {
      await frame();
      const right = read(untouched);
      different = [...touched].filter(([, root]) => read(root) !== right);
    } while (different.length && performance.now() < until);
    for (const [change, root] of different) {
      const [one, other] = [read(root), read(untouched)];
      let same = 0;
      while (one[same] === other[same] && same < one.length) same++;
      wrong.push(`${kind}, ${change}, action ${at}: "${one.slice(Math.max(0, same - 20), same + 50)}" for "${other.slice(Math.max(0, same - 20), same + 50)}"`);
      // Later differences would follow from this one.
      touched.delete(change);
    }
  }
  return wrong;
};
