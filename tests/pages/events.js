// Listens to events on the document, as analytics scripts do.
window.heard = [];
for (const name of ["gpf-ready", "gpf-results", "gpf-select", "gpf-compare", "gpf-error"]) {
  document.addEventListener(name, (event) => {
    const { type, bubbles, composed, detail, target } = event;
    window.heard.push({ type, bubbles, composed, detail: detail === undefined ? null : detail, target: target.localName });
  });
}
