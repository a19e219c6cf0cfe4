// The effects of Prototype.js, MooTools and similar libraries: enumerable properties on all objects, and native
// functions replaced. (Not on Object itself: no browser driver works after that.)
for (const type of [Array, String, Number, Function, Element, Node, Event]) {
  type.prototype.each = function (act) {
    for (const key in this) act(this[key], key);
  };
}
Array.from = (list) => Array.prototype.slice.call(list);
Array.prototype.flat = undefined;
String.prototype.trim = function () {
  return this.replace(/^\s+|\s+$/g, "");
};
Element.prototype.remove = function () {
  if (this.parentNode) this.parentNode.removeChild(this);
  return this;
};
window.$ = (id) => document.getElementById(id);
