// Counts each DOM call of scripts, in order. The calls of one run of a script are one batch: for example, those of one
// key press, and those of each pause after it.
'use strict';

(() => {
  // Calls by the page itself are not counted. WebKit can render before one of its calls returns.
  const { setAttribute } = Element.prototype;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const batches = [];
  let open = null;
  const note = (name, detail) => {
    if (!open) {
      open = [];
      batches.push(open);
      // Calls in the same task, and in the microtasks after it, are one batch.
      setTimeout(() => { open = null; });
    }
    open.push(detail === undefined ? name : `${name} ${detail}`);
  };
  const around = (what, name, detailOf) => function (...args) {
    note(name, detailOf?.(...args));
    return what.apply(this, args);
  };

  const methods = [
    [Node, ['insertBefore', 'appendChild', 'removeChild', 'replaceChild', 'contains']],
    [Document, ['createElement', 'createElementNS', 'createTextNode', 'importNode']],
    [Element, ['setAttribute', 'removeAttribute', 'toggleAttribute', 'append', 'prepend', 'remove', 'replaceWith', 'replaceChildren',
      'before', 'after', 'closest', 'matches', 'querySelector', 'querySelectorAll', 'getAttribute', 'hasAttribute', 'insertAdjacentHTML']],
    [CharacterData, ['appendData', 'remove', 'replaceWith']],
  ];
  for (const [{ prototype, name: kind }, names] of methods) {
    for (const name of names) {
      const details = { setAttribute: (attribute) => attribute, removeAttribute: (attribute) => attribute, createElement: (tag) => tag };
      prototype[name] = around(Object.getOwnPropertyDescriptor(prototype, name).value, `${kind}.${name}`, details[name]);
    }
  }

  const properties = [
    [Node, ['firstChild', 'nextSibling', 'parentNode', 'parentElement', 'childNodes', 'nodeValue', 'textContent']],
    [CharacterData, ['data']],
    [Element, ['innerHTML', 'className', 'id']],
    [HTMLElement, ['hidden', 'innerText', 'title']],
    [HTMLInputElement, ['value', 'checked']],
    [HTMLOptionElement, ['selected']],
    [HTMLDetailsElement, ['open']],
  ];
  for (const [{ prototype, name: kind }, names] of properties) {
    for (const name of names) {
      const { get, set, ...rest } = Object.getOwnPropertyDescriptor(prototype, name);
      Object.defineProperty(prototype, name, {
        ...rest,
        get: around(get, `get ${kind}.${name}`),
        ...(set && { set: around(set, `set ${kind}.${name}`, ['hidden', 'open', 'selected', 'checked'].includes(name) ? String : undefined) }),
      });
    }
  }

  // eslint-disable-next-line no-global-assign -- the widget makes its texts with it
  Text = new Proxy(Text, {
    construct(target, words) {
      note('new Text');
      return Reflect.construct(target, words);
    },
  });
  // The widget takes the constructor of a text of the page.
  Text.prototype.constructor = Text;

  /** Returns the calls of a batch: the count for each name. */
  const counted = (batch) => {
    const counts = {};
    for (const name of batch) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };

  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const finder = () => document.querySelector('gp-federation-finder');
  // The first event arrives when the whole finder is rendered. Until then it reads its nodes.
  addEventListener('gpf-results', () => { window.domCalls.isReady = true; }, { capture: true, once: true });
  // Everything from here on is read before counting starts.
  let field = null;

  window.domCalls = {
    isReady: false,
    /** Forgets all previous calls. */
    begin() {
      field = finder().shadowRoot.querySelector('#gpf-search');
      batches.length = 0;
      open = null;
    },
    /** Sets an option, and waits for the frame. */
    async option(name, value) {
      this.begin();
      setAttribute.call(finder(), name, value);
      await frame();
      return batches.map(counted);
    },
    /** Types a text, or uses the current one, and waits for the frame. */
    async type(text) {
      this.begin();
      setValue.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
      return batches.map(counted);
    },
    /** The batches since `begin`. */
    batches: () => batches.map(counted),
  };
})();
