// The effects of Prototype.js 1.6, MooTools 1.2 and home-made helpers: enumerable properties on all objects, native
// functions replaced with different parameters, and methods that were not standard yet.
Object.prototype.inspect = function () { return String(this); };
Object.prototype.toJSONString = function () { return ''; };
for (const type of [Array, String, Number, Function, Element, Node, Event, NodeList, Map, Promise]) {
  type.prototype.each = function (act) {
    for (const key in this) act(this[key], key);
  };
}
Object.assign(Array.prototype, {
  clear() { this.length = 0; return this; },
  first() { return this[0]; },
  last() { return this[this.length - 1]; },
  without(value) { return this.filter((it) => it !== value); },
  toJSON() { return `[${this.join()}]`; },
  reduce() { return this.length > 1 ? this : this[0]; },
  entries() { return this; },
  flat: undefined,
});
Array.from = (list) => (list ? Array.prototype.slice.call(list) : []);
Object.keys = (object) => { const keys = []; for (const key in object) keys.push(key); return keys; };
Object.values = (object) => { const values = []; for (const key in object) values.push(object[key]); return values; };
// One parameter object, and the rest as a list.
Function.prototype.bind = function (self, parameters) {
  const method = this;
  return function () { return method.apply(self, parameters || arguments); };
};
Element.prototype.remove = function () {
  if (this.parentNode) this.parentNode.removeChild(this);
  return this;
};
// One node, as in the first version of the standard.
Element.prototype.append = function (node) { this.appendChild(node); return this; };
Element.prototype.prepend = function (node) { this.insertBefore(node, this.firstChild); return this; };
Element.prototype.after = function (node) { this.parentNode.insertBefore(node, this.nextSibling); return this; };
Element.prototype.replace = function (node) { this.parentNode.replaceChild(node, this); return this; };
Element.prototype.show = Element.prototype.hide = function () { return this; };
document.getElementsByClassName = (name) => [...document.querySelectorAll(`.${name}`)];
window.$ = (id) => document.getElementById(id);
window.$$ = (css) => [...document.querySelectorAll(css)];
