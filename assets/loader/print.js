// A Print button prints its own element, and nothing else of the page. The page's own "Print" still prints the whole
// page.

/**
 * The element to print. A browser can print it several times, for example after a change of the paper size.
 * @type {HTMLElement | null}
 */
let wanted = null;

/** Restores the page. */
let undo = () => {};

const MARK = 'data-gpf-printed';

// Shows only the marked elements: the element and its ancestors. The ancestors have no box, so that no width, column,
// background or margin of the page remains, and no text. Open dialogs and popovers always have a box, which is limited to
// one page unless it is as high as its content. The ids belong to no element: they give these rules a higher
// specificity than rules of the page.
/** @type {(rest: string) => string} */
const any = (rest) => `:is(*,#${MARK}#${MARK}#${MARK})${rest}`;
const RULES = `@media print{
${any(`:not([${MARK}])`)},${any(`[${MARK}]::before`)},${any(`[${MARK}]::after`)}{display:none!important}
${any(`[${MARK}]`)}{all:revert!important;display:contents!important;visibility:hidden!important;font-size:0!important;line-height:0!important}
${any(`:is(dialog,[popover])[${MARK}]`)}{position:absolute!important;top:0!important;left:0!important;width:100%!important;max-width:none!important;height:auto!important;max-height:none!important;margin:0!important;border:0!important;padding:0!important;overflow:visible!important}
${any(`[${MARK}]::backdrop`)}{display:none!important}
${any(`:root[${MARK}]`)}{display:block!important;font-size:medium!important}
${any(`[${MARK}=this]`)}{display:block!important;visibility:visible!important}
}`;

/**
 * Listens for the Print buttons of an element.
 * @param {HTMLElement} host
 * @param {HTMLElement} container
 */
export function watchPrinting(host, container) {
  if (!isListening) listen();
  container.addEventListener('click', ({ target }) => {
    if (!(/** @type {Element} */ (target).closest('[data-action=print]'))) return;
    wanted = host;
    forgetAfter('pointerdown', 'keydown');
  });
}

/**
 * If users go on with the page and print it later, the whole page is printed. While a print dialog is open, the page
 * gets no input.
 * @param {string[]} events
 */
function forgetAfter(...events) {
  for (const event of events) window.addEventListener(event, forget, { once: true, capture: true });
}

function forget() {
  wanted = null;
}

/** Once, because a page can run the script many times. */
let isListening = false;

function listen() {
  isListening = true;
  window.addEventListener('beforeprint', () => {
    undo();
    if (wanted) undo = isolate(wanted);
  });
  window.addEventListener('afterprint', () => {
    undo();
    if (wanted) forgetAfter('pointermove');
  });
}

/**
 * The style is a constructed sheet, which no policy of a page forbids, in the document and in each shadow root around the
 * element. Browsers without such sheets print the whole page.
 * @param {HTMLElement} host
 */
function isolate(host) {
  /** @type {(() => void)[]} */
  const steps = [];
  const view = host.ownerDocument.defaultView;
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  for (let node = /** @type {any} */ (host); node && view; node = node.assignedSlot || node.parentNode || node.host) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      node.setAttribute(MARK, node === host ? 'this' : '');
      steps.push(() => node.removeAttribute(MARK));
    } else if ('adoptedStyleSheets' in node) {
      if (!sheet) {
        sheet = new view.CSSStyleSheet();
        sheet.replaceSync(RULES);
      }
      node.adoptedStyleSheets = [...node.adoptedStyleSheets, sheet];
      steps.push(() => {
        node.adoptedStyleSheets = node.adoptedStyleSheets.filter((/** @type {CSSStyleSheet} */ it) => it !== sheet);
      });
    }
  }
  return () => {
    for (const step of steps.splice(0)) step();
  };
}
