// Counts all calls of a page that create, change, move or remove a node. It makes these calls slower, so nothing is
// measured on a page with this script. It runs after probe.js.
(() => {
  if (!window.probe) return;
  let calls = 0;
  const counted = (call) =>
    function (...values) {
      calls += 1;
      return Reflect.apply(call, this, values);
    };

  const changing = ['append', 'prepend', 'before', 'after', 'remove', 'replaceWith', 'replaceChildren'];
  const methods = [
    [Node, ['insertBefore', 'appendChild', 'removeChild', 'replaceChild', 'cloneNode', 'normalize']],
    [Document, ['createElement', 'createElementNS', 'createTextNode', 'createDocumentFragment', 'importNode']],
    [
      Element,
      ['setAttribute', 'setAttributeNS', 'removeAttribute', 'toggleAttribute', 'insertAdjacentHTML', ...changing],
    ],
    [DocumentFragment, changing],
    [CharacterData, ['appendData', 'insertData', 'deleteData', 'replaceData', ...changing]],
    [DOMTokenList, ['add', 'remove', 'toggle', 'replace']],
    [CSSStyleDeclaration, ['setProperty', 'removeProperty']],
  ];
  const properties = [
    [Node, ['nodeValue', 'textContent']],
    [CharacterData, ['data']],
    [Element, ['innerHTML', 'outerHTML', 'className', 'id', 'scrollTop']],
    [HTMLElement, ['hidden', 'innerText', 'title', 'tabIndex']],
    [HTMLAnchorElement, ['href']],
    [HTMLInputElement, ['value', 'checked', 'disabled']],
    [HTMLButtonElement, ['disabled']],
    [HTMLOptionElement, ['selected', 'value']],
    [HTMLDetailsElement, ['open']],
    [CSSStyleDeclaration, ['cssText']],
  ];
  for (const [{ prototype }, names] of methods)
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      if (own) Object.defineProperty(prototype, name, { ...own, value: counted(own.value) });
    }
  for (const [{ prototype }, names] of properties)
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      if (own?.set) Object.defineProperty(prototype, name, { ...own, set: counted(own.set) });
    }
  // The widget creates its texts with it: with the constructor of a text of the page.
  Text.prototype.constructor = window.Text = new Proxy(Text, {
    construct(target, values) {
      calls += 1;
      return Reflect.construct(target, values);
    },
  });

  window.probe.calls = () => {
    const now = calls;
    calls = 0;
    return now;
  };
})();
