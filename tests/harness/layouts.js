// Moves an element into every container of `tests/pages/layouts.html` and compares its size there with its size in a
// plain block of the same width. An element that has not started shows the editor's content in the styles of the page.
// Returns the problems.
// biome-ignore lint/correctness/noUnusedVariables: layouts.rs calls it.
function findProblems(tag, isStarted) {
  const host = document.querySelector(tag);
  const plain = document.getElementById('plain');
  const wrong = [];
  const round = (number) => Math.round(number);

  // Below this width, WebKit counts the options of a closed menu as overflow, which is invisible.
  const MENU_FITS = / AppleWebKit/.test(navigator.userAgent) && !/ Chrome/.test(navigator.userAgent) ? 170 : 0;

  // If there is more room than all columns need, the table can be narrower.
  const ENOUGH = 1000;

  // An element in the plain block has one height for each width.
  const heights = new Map();
  const heightAt = (width) => {
    if (!heights.has(width)) {
      plain.style.width = `${width}px`;
      plain.appendChild(host);
      heights.set(width, host.getBoundingClientRect().height);
      plain.style.width = '';
    }
    return heights.get(width);
  };

  // Widths are fractions of pixels, so the words of a heading can break differently at nominally the same width.
  const A_LINE = 30;

  for (const section of document.querySelectorAll('[data-layout]')) {
    const here = section.querySelector('[data-here]');
    const { layout, less = 0, share = 1, style, width, zoom = 1 } = section.dataset;
    const { open } = here.dataset;
    if ((open && !here[open]) || (section.dataset.started !== undefined && !isStarted)) continue;
    if (style) host.setAttribute('style', style);
    here.appendChild(host);
    if (open) here[open]();
    const box = host.getBoundingClientRect();
    const inner = host.shadowRoot.firstElementChild.lastElementChild;
    // Beside a float, the element's own box is as wide as the page. What it shows is not.
    const shown = isStarted ? inner.getBoundingClientRect() : box;
    const page = document.scrollingElement;
    // Columns break the element into parts side by side.
    const isTorn = section.dataset.torn !== undefined;
    // Some engines measure zoomed content in its own pixels.
    const scale = box.width / host.offsetWidth || 1;
    const seen = (shown.width * zoom) / scale;
    const available = width ? Number(width) : (section.clientWidth - less) * share;
    const say = (what) => wrong.push(`${layout}: ${what}`);
    if (seen < Math.min(available, ENOUGH) * 0.93 - 4)
      say(`${round(seen)} px wide where there are ${round(available)}`);
    if (width && box.width > Number(width) + 1) say(`${round(box.width)} px wide in ${width}`);
    if (box.left < -1 || box.right > page.clientWidth + 1)
      say(`reaches from ${round(box.left)} to ${round(box.right)} in a window of ${page.clientWidth}`);
    if (page.scrollWidth > page.clientWidth + 1 && inner.clientWidth >= MENU_FITS)
      say(`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth}`);
    if (inner.scrollWidth > inner.clientWidth + 1) {
      const range = document.createRange();
      const texts = document.createTreeWalker(inner, 4);
      const names = [];
      const note = (rects, name) =>
        [...rects].forEach(({ right }) => right > box.right + 1 && names.push(`${name} to ${round(right - box.left)}`));
      for (const it of inner.querySelectorAll('*'))
        note(it.getClientRects(), `${it.localName}.${it.className.baseVal || it.className}`);
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        note(range.getClientRects(), `"${texts.currentNode.data.slice(0, 30)}"`);
      }
      if (names.length || inner.clientWidth >= MENU_FITS)
        say(`its content is ${inner.scrollWidth} px wide in ${inner.clientWidth}: ${names.slice(0, 9).join(', ')}`);
    }
    if (open && here.close) here.close();
    else if (open) here.hidePopover();
    host.removeAttribute('style');
    if (isTorn || !isStarted) continue;
    const height = heightAt(shown.width / scale);
    // Letters that are 25% larger are not exactly 25% wider.
    const tolerance = zoom === 1 ? 0.02 : 0.1;
    if (Math.abs(box.height / scale - height) > Math.max(tolerance * height, A_LINE) + 4) {
      say(`${round(box.height)} px high, in a plain block of the same width ${round(height)}`);
    }
  }
  return wrong;
}
