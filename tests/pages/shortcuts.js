// Single-key shortcuts as many sites have them: off in text fields, as far as the page can see them.
window.fired = [];
for (const type of ["keydown", "keypress", "keyup"]) {
  document.addEventListener(type, (event) => {
    const { target, key } = event;
    if (["input", "textarea", "select"].includes(target.localName) || target.isContentEditable) return;
    if (key.length === 1) window.fired.push(`${type} ${key}`);
  });
}
