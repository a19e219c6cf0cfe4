// Counts each call that a script makes of a node, in the order of the calls. Those of one run of a script are one batch: a
// key press is one, and each pause after it.
'use strict';

(() => {
  // What the page itself does is not counted. WebKit can render before a call of it returns.
  const { setAttribute } = Element.prototype;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const batches = [];
  let open = null;
  const note = (name, detail) => {
    if (!open) {
      open = [];
      batches.push(open);
      // What runs in the same task, and what follows it at once, belongs together.
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

  /** Gives the calls of a batch by name, with how many there are. */
  const counted = (batch) => {
    const counts = {};
    for (const name of batch) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };

  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const finder = () => document.querySelector('gp-federation-finder');
  // The first event comes when all of the finder is there. Until then it looks at its nodes.
  addEventListener('gpf-results', () => { window.domCalls.isReady = true; }, { capture: true, once: true });
  // What stands here is asked for before anything is counted.
  let field = null;

  window.domCalls = {
    isReady: false,
    /** Forgets everything so far. */
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
    /** Types a text, or takes it as it is, and waits for the frame. */
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
