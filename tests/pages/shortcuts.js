// Single-key shortcuts as on many sites: off in text fields, if the page can see that they have the focus.
window.fired = [];
for (const type of ["keydown", "keypress", "keyup"]) {
  document.addEventListener(type, (event) => {
    const { target, key } = event;
    if (["input", "textarea", "select"].includes(target.localName) || target.isContentEditable) return;
    if (key.length === 1) window.fired.push(`${type} ${key}`);
  });
}
