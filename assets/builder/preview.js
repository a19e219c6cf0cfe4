// The widget itself, as it will stand on the page.
import { chosenColours, chosenOptions } from './state.js';
import { colours, elements } from './description.js';

/**
 * Shows what the state says, in the element that is there already if it can. `file` is the list that `src` names, if
 * somebody has just chosen it: it need not be on a server yet.
 */
export function showPreview(box, state, file) {
  const { tag, options } = elements[state.show];
  let widget = box.firstElementChild;
  if (!widget || widget.localName !== tag) {
    widget = document.createElement(tag);
    setOptions(widget, options, state);
    box.replaceChildren(widget);
    box.scrollTop = 0;
  } else {
    setOptions(widget, options, state);
  }
  if (state.show === 'finder' && widget.data !== file) widget.data = file;
  // One by one, and not as a style attribute, which a strict policy would forbid.
  for (const { name } of colours) widget.style.removeProperty(name);
  for (const [name, value] of chosenColours(state)) widget.style.setProperty(name, value);
}

function setOptions(widget, options, state) {
  const chosen = new Map(chosenOptions(state));
  // The builder's own address is not the widget's to change.
  chosen.delete('url-sync');
  // The preview is what the builder is for: it starts at once, however far down it stands.
  chosen.set('loading', 'eager');
  for (const { name } of options) {
    const value = chosen.has(name) ? chosen.get(name) : null;
    if (value === widget.getAttribute(name)) continue;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
}
