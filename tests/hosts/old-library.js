// What Prototype.js, MooTools and their like did: enumerable extras on everything, and natives replaced.
for (const type of [Object, Array, String, Function, Element, Node]) {
  type.prototype.each = function (act) {
    for (const key in this) act(this[key], key);
  };
}
Array.from = (list) => Array.prototype.slice.call(list);
Array.prototype.toJSON = function () {
  return JSON.stringify(this.map(String));
};
window.$ = (id) => document.getElementById(id);
