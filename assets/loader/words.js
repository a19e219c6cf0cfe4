// Every text of the loader that people read: on the page, in the browser's console, in `gpf-error`, and in errors of
// the JavaScript API. The frame page's texts are here, too.

// On the page

/** The name of a list that is in the page, not in a file. */
export const OF_PAGE = "the page's own list";

/** Before and after the link to the file of an editor's own list, which a prerendered view does not show. */
export const BUILT_IN_INSTEAD = [
  'This page has its own list of federations',
  '. It cannot be shown here, so this is the built-in list.',
];

/**
 * The link from a term of the glossary to the section of its link.
 * @type {(heading: string) => string}
 */
export const backTo = (heading) => `Back to "${heading}"`;

// Values that are not recognised

/** @type {(what: string, accepted: string[]) => string} */
export const notRecognised = (what, accepted) => `${what} is not recognised. Use one of: ${accepted.join(', ')}`;

/** @type {(name: string, value: string, accepted: string[]) => string} */
export const usingDefault = (name, value, accepted) =>
  `${notRecognised(`${name}="${value}"`, accepted)}. Using the default.`;

/**
 * A parameter in the frame page's URL.
 * @type {(name: string, value: string, accepted: string[]) => string}
 */
export const inFrameAddress = (name, value, accepted) =>
  `${notRecognised(`${name}="${value}" in the address of embed.html`, accepted)}. Using the default.`;

/** After the text of each link in a frame. */
export const IN_NEW_TAB = ' (opens in new tab)';

/** @type {(name: string, value: string, host: string) => string} */
export const onAnotherWebsite = (name, value, host) =>
  `${name}="${value}" in the address of embed.html is on another website. Use a file on ${host}. Using the default.`;

// The script tag and its place

/** @type {(name: string) => string} */
export const replacedBuiltIn = (name) =>
  `gp-federations: this page has a variable ${name} in place of the browser's own. Rename it, or put the tag of this script before it.`;

const PASTE = 'Put <div data-gp-federations="finder"></div> where you want it to appear';

/** @type {(version: string, used: string) => string} */
export const otherVersion = (version, used) =>
  `version ${version} is not used because the page already has version ${used}`;

/** @type {(tag: string, kind: string) => string} */
export const missingElement = (tag, kind) =>
  `the page has a <${tag}>, but its script does not. Use gp-federations.js, or add gp-federations-${kind}.js to the page.`;

/** @type {(tag: string) => string} */
export const notClosed = (tag) => `<${tag}> or a tag in it is not closed.`;

export const NO_PLACE = `there is no place for a widget. ${PASTE}, or data-view="none" on the script tag.`;

export const OPTIONS_NOT_USED =
  "the script tag's options are not used because the page has a placeholder or an element. Put them there.";

export const NOT_IN_BODY = `the script tag is not in the page's body, so the widget is at the end of the page. ${PASTE}.`;

export const IN_HIDDEN_BOX = `the script tag is in a tag manager's hidden box. ${PASTE}.`;

// Why WebAssembly does not run

export const NO_WASM = 'This browser does not support WebAssembly, or it is turned off.';

export const OLD_BROWSER = 'This browser is too old (it has no DecompressionStream).';

/** @type {(error: unknown) => string} */
export const damaged = (error) =>
  `gp-federations.js is damaged and cannot be unpacked (${error}). Upload the file again without changing it.`;

/** @type {(error: unknown) => string} */
export const noMemory = (error) =>
  `The browser does not have enough memory for WebAssembly (${error}). Close other tabs and reload this page.`;

/** @type {(error: unknown) => string} */
export const wasmBlocked = (error) =>
  `This page does not allow WebAssembly (${error}). Add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.`;

// The JavaScript API

/**
 * The start of a function's error message.
 * @type {(name: string) => string}
 */
export const inCall = (name) => `gpFederations.${name}: `;

export const NOT_READY = 'not ready yet. Await gpFederations.ready first.';

// A list in the page

export const SEVERAL_LISTS = 'an element has several lists. Using the first one. Remove the others.';

export const TAG_LOST = 'the script tag of a list was removed or has become text. Paste it as HTML, or use src.';

export const LIST_OUTSIDE = 'a list is outside of its element. Put it inside.';

// A list that cannot be read

/** @type {(file: string, error: unknown) => string} */
export const cannotBeUsed = (file, error) => `${file} cannot be used (${error}).`;

/** @type {(file: string) => string} */
export const fromFolder = (file) =>
  `${file} cannot be read because this page was opened from a folder, not a web server. Put the page on a web server, or put the list in the page.`;

/** @type {(file: string, error: unknown) => string} */
export const notLoaded = (file, error) =>
  `${file} could not be loaded (${error}). Check the address. Check that its server (CORS) and this page's Content-Security-Policy (connect-src) allow it.`;

/** @type {(file: string, status: number) => string} */
export const refusedByServer = (file, status) =>
  `${file} could not be loaded: the server returned error ${status}. Check the address, and check that everyone who can see this page can also open the file.`;

/** @type {(file: string, error: unknown) => string} */
export const cutOff = (file, error) => `${file} did not finish loading (${error}). Reload the page.`;

/** @type {(file: string, error: unknown) => string} */
export const fileNotRead = (file, error) =>
  `${file} cannot be read (${error}). It might be a folder, or the file might have moved or changed. Choose the file again.`;

/** @type {(name: string, type: string) => string} */
export const otherType = (name, type) =>
  `${name} has the type ${type}. It must be CSV text, an array of records, { federations, sources } or a File.`;
