// Records the finders' events about their lists.
window.told = [];
for (const name of ["gpf-data", "gpf-error", "gpf-results"]) {
  document.addEventListener(name, ({ detail }) => window.told.push([name, detail]));
}
