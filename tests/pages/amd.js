// The state that RequireJS leaves on a page. An anonymous define() from a script tag is an error for it.
window.defined = [];
window.define = (...parameters) => {
  window.defined.push(parameters.length);
  throw new Error("Mismatched anonymous define()");
};
window.define.amd = { jQuery: true };
window.require = window.requirejs = () => {};
window.module = { exports: {} };
window.exports = window.module.exports;
