// Every text of the builder that its scripts show, for content designers. The page's own texts are in index.html. Texts
// with values are functions, and texts with a link or code in them are in parts.

// Elements, options and values. The others are described by custom-elements.json. -------------------------------------

/**
 * @typedef {import('./types').Words} Words
 * @typedef {import('gpf:types').MemberKind} MemberKind
 * @typedef {[why: string, help: string]} Reason
 */

/** @type {{ [view: string]: Words }} */
export const ELEMENT_WORDS = {
  finder: {
    label: 'A finder of GP federations',
    hint: 'People search by place, postcode or name to find the federation that covers an area.',
  },
  comparison: {
    label: 'A comparison of legal forms',
    hint: 'Practices compare legal forms and ways of working together to see which could suit them.',
  },
  guide: {
    label: 'A guide to GP federations',
    hint: 'People read what a federation is, why practices form federations, and how to check if their practice is ready.',
  },
};

/** The headings under "More settings". */
export const GROUP_WORDS = { start: 'Start view', list: 'Your own list', advanced: 'Advanced' };

/**
 * `isMain` options are always visible. The others are under "More settings", in their `group` or the first one. `none`
 * is the label of no value.
 * @type {{ [option: string]: import('./types').OptionWords }}
 */
const OPTION_WORDS = {
  region: {
    isMain: true,
    label: 'Which NHS region should it show first?',
    hint: 'People can still change to another region.',
    none: 'All regions',
  },
  section: {
    isMain: true,
    label: 'Which sections should it show?',
    hint: 'To show every section, do not select any.',
  },
  kind: { isMain: true, label: 'What should it compare?' },
  forms: {
    label: 'Which ones should it compare first?',
    hint: 'Select 2 or more, or none to use the default ones. People can change them.',
    least: 2,
  },
  map: { label: 'Where should the map be?' },
  status: { label: 'Which federations should it show first?', none: 'All federations' },
  'legal-form': { label: 'Which legal form should it show first?', none: 'All legal forms' },
  search: { label: 'What should the search box contain at the start?', hint: 'Leave empty to show all federations.' },
  sort: { label: 'How should results be sorted?' },
  'page-size': {
    label: 'How many federations should it show at a time?',
    hint: 'Enter a number from 1 to 1,000',
    min: 1,
    max: 1000,
  },
  criteria: {
    label: 'Which questions should it answer?',
    hint: 'To show every question, do not select any.',
  },
  'only-differences': { label: 'Only show questions with different answers' },
  requirements: {
    label: 'What does the group need?',
    hint: 'The comparison will show which legal forms fit, and why. To let people choose their own, do not select any.',
  },
  heading: { isMain: true, label: 'Heading', hint: 'Leave empty if your page already has a heading for the widget.' },
  'heading-level': {
    group: 'advanced',
    label: 'Heading level',
    hint: 'Use 2 if the widget comes straight after your page title. Use 3 if it comes under a heading of level 2.',
  },
  src: {
    group: 'list',
    label: 'Address of your own list (optional)',
    hint: 'The web address of your CSV or JSON file, for example federations.csv. Use "Check your list" to see how it will be read. Leave empty to use the built-in list.',
  },
  merge: { group: 'list', label: 'What should happen to the built-in list?' },
  label: { group: 'list', label: 'What is your list called?' },
  date: { group: 'list', label: 'What is the date of your list?', hint: 'For example, 2026-11-22' },
  'show-import-report': {
    group: 'list',
    label: 'Show problems with your list on the page',
    hint: 'Use this while you fix the list. Turn it off before you publish the page.',
  },
  feedback: {
    group: 'list',
    label: 'Where should people report a problem with an entry?',
    hint: 'Enter mailto: and an email address, or the https:// address of a form. The federation name is filled in. Leave empty to show no link.',
  },
  loading: {
    group: 'advanced',
    label: 'When should the widget load?',
    hint: 'Loading it just before people reach it keeps your page fast.',
  },
  'url-sync': {
    group: 'advanced',
    label: 'Add searches to the page address',
    hint: 'People can then bookmark or share their results.',
  },
};

/** @type {{ [name: string]: string }} */
export const COLOUR_WORDS = {
  '--gpf-text': 'Text',
  '--gpf-background': 'Background',
  '--gpf-border': 'Borders',
  '--gpf-accent': 'Links and buttons',
  '--gpf-focus': 'Focus outline',
};

/** @type {{ [option: string]: { [value: string]: string } }} */
const VALUE_WORDS = {
  status: { active: 'Active', unconfirmed: 'Unconfirmed', ended: 'Ended' },
  region: { unknown: 'Region not known' },
  sort: {
    suggested: 'By region',
    nearest: 'Nearest first, for a postcode',
    name: 'By name, A to Z',
    'name-reversed': 'By name, Z to A',
    place: 'By place',
    patients: 'By number of patients',
    'last-seen': 'Last known active',
  },
  kind: { 'legal-forms': 'Legal forms', models: 'Ways of working together' },
  map: {
    auto: 'Next to the list, or collapsed on narrow pages',
    wide: 'Next to the list, only if there is room',
    none: 'No map',
  },
  loading: { lazy: 'Just before people scroll to it', eager: 'As soon as the page loads' },
  merge: { replace: 'Replace it with your list', extend: 'Add your list to it' },
  section: {
    what: 'What a GP federation is',
    reasons: 'Why practices form federations',
    wishes: 'What practices wanted from a federation',
    not: 'What a federation is not',
    benefits: 'Benefits to patients, and possible disadvantages',
    sharing: 'Work that practices can share',
    components: 'What a successful collaboration needs',
    services: 'Developing services and winning contracts',
    context: 'Background: 2012 to 2026',
    readiness: 'Check if your practice is ready',
    timeline: 'Timeline of GP federations',
    sizes: 'Size of GP federations',
    glossary: 'Glossary',
    reading: 'Further reading',
  },
};

/**
 * The texts of an option, or defaults if there are none.
 * @param {{ name: string, description: string }} option
 * @returns {import('./types').OptionWords}
 */
export function optionWords({ name, description }) {
  return OPTION_WORDS[name] || { label: readable(name), hint: description };
}

/**
 * The texts of a value of an option.
 * @param {string} name
 * @param {string} value
 */
export const valueWords = (name, value) => (VALUE_WORDS[name] || {})[value] || readable(value);

/**
 * `gp-co-operative` → "GP co-operative".
 * @param {string} id
 */
export function readable(id) {
  const words = id.replace(/-/g, ' ').replace(/^gp /i, 'GP ').replace('co operative', 'co-operative');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Numbers -------------------------------------------------------------------------------------------------------------

/** @param {number} count */
const number = (count) => count.toLocaleString('en-GB');

/**
 * A number with its noun: "1 row", "1,204 rows".
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export const counted = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

// The page ------------------------------------------------------------------------------------------------------------

/** The numbered questions, in order. */
export const QUESTIONS = ['What do you want to show?', 'What do you use to edit your page?'];

export const MORE_SETTINGS = 'More settings';
export const NO_PREFERENCE = 'No preference';

/** Spoken by screen readers before the text of an error. */
export const ERROR_PREFIX = 'Error: ';

/** @param {number} least */
export const selectSeveral = (least) => `Select ${least} or more, or none`;
/**
 * @param {number} min
 * @param {number} max
 */
export const enterNumber = (min, max) => `Enter a whole number from ${min} to ${number(max)}`;

export const PREVIEW_WIDTH = 'Preview width';
export const PREVIEW_WIDTHS = {
  phone: 'Phone (375 pixels)',
  tablet: 'Tablet (768 pixels)',
  full: 'Full width (1,280 pixels)',
};
export const PREVIEW_IS_WIDER = 'The page is wider than this preview. Scroll sideways to see all of it.';

/** @param {string} label */
export const readGuide = (label) => `Read the guide: ${label}`;

/** The guides, by their file in docs/hosts. */
export const GUIDES = [
  ['index', 'Choose how to add the widget'],
  ['wordpress', 'WordPress'],
  ['sharepoint-editors', 'SharePoint, for editors'],
  ['sharepoint-administrators', 'SharePoint, for administrators'],
  ['static', 'Static pages'],
  ['drupal', 'Drupal'],
  ['umbraco', 'Umbraco'],
  ['moodle', 'Moodle'],
  ['iframe', 'Frames (iframe)'],
  ['standalone', 'Single file without a server'],
  ['offline', 'Offline use'],
  ['react', 'React'],
  ['vue', 'Vue'],
  ['svelte', 'Svelte'],
  ['angular', 'Angular'],
  ['vite', 'JavaScript modules with Vite'],
  ['other', 'Other systems'],
];

// Colours -------------------------------------------------------------------------------------------------------------

/** @param {string} label */
export const chooseColour = (label) => `${label}: choose a colour`;
export const ENTER_COLOUR = 'Enter a colour as # and 6 digits or letters a to f, for example #005eb8';

/** Pairs of colours that people read. */
export const CONTRAST_PAIRS = {
  text: 'Text on the background',
  accent: 'Links and buttons on the background',
  focus: 'Text on the focus outline',
  hints: 'Hints on the background',
  hover: 'Links on hover',
};

export const CONTRAST_IS_LOW = 'Contrast is too low';
export const CONTRAST_IS_GOOD = [
  'Contrast is good',
  ': all colour pairs have a contrast of at least 4.5 to 1, which meets WCAG AA.',
];
/**
 * `ratio` is a number with 1 decimal place.
 * @param {number} ratio
 */
export const ratioToOne = (ratio) => `${ratio} to 1`;
/**
 * @param {string} what
 * @param {string} ratio
 * @param {string} advice
 */
export const lowContrast = (what, ratio, advice) =>
  `${what}: the contrast is ${ratio}. WCAG AA needs at least 4.5 to 1. ${advice}`;
export const LIGHTER_FOCUS = 'Choose a lighter colour for the focus outline.';
const COLOUR_OF = { text: 'the text', accent: 'the links and buttons' };
/** @param {keyof typeof COLOUR_OF} what */
export const darkerText = (what) => `Choose a darker colour for ${COLOUR_OF[what]}, or a lighter background.`;
/** @param {keyof typeof COLOUR_OF} what */
export const lighterText = (what) => `Choose a lighter colour for ${COLOUR_OF[what]}, or a darker background.`;

// The address of the widget files -------------------------------------------------------------------------------------

const FILE = 'gp-federations.js';
const EXAMPLE = 'https://intranet.example.nhs.uk/gp-federations/';

export const ADDRESS_FIELD = {
  label: 'Web address of the folder with the widget files',
  hint: `For example, \`${EXAMPLE}\`. If you do not know it, ask the person who put the files on your web server.`,
};
export const INTEGRITY_FIELD = {
  label: 'Add an integrity check',
  hint: 'Browsers will only run the script if it has not changed. Each time you update the widget, you must copy new code to every page or the widget will disappear. If the files are on another website, its server must send Access-Control-Allow-Origin.',
};

/** The problems of a URL. */
export const ADDRESS = {
  empty: `Enter the web address of the folder with the widget files, for example ${EXAMPLE}`,
  onComputer: `This address is on a computer or shared drive, so web pages cannot load it. Ask your web team to put the widget files on a web server, then enter that address, for example ${EXAMPLE}`,
  characters:
    "The address must not contain spaces, quotation marks, backslashes, < or >. Copy it from your browser's address bar",
  query: 'Remove the ? or # and everything after it',
  ampersand: 'The address must not contain &, because some systems change it. Use a folder with a different name',
  /** @param {string} scheme */
  scheme: (scheme) => `The address must start with https://. This one starts with ${scheme}:`,
  incomplete: `Enter the full address, for example ${EXAMPLE}`,
  /** @param {string} address */
  withoutScheme: (address) => `Add https:// to the start: https://${address}`,
  /** @param {string} name */
  otherFile: (name) => `${name} is a different file. Enter the folder with the widget files, or the address of ${FILE}`,
  insecure:
    'This address starts with http://. Pages that start with https:// will not load it. Use https:// if your server supports it',
  /** @param {string} host */
  thisComputer: (host) =>
    `${host} is this computer: other people cannot open it. Enter an address on your web server, for example ${EXAMPLE}`,
  /** @param {string} host */
  needsHttps: (host) => `${host} needs an address that begins with https://`,
};

/** @param {string} file */
export const didNotLoad = (file) =>
  `${file} did not load. Put it in the same folder as this page, or check if it is blocked`;

// The code to copy ----------------------------------------------------------------------------------------------------

/**
 * The ways to add the widget: those of snippets.js.
 * @type {{ [way in import('./types').Way]: { label: string, hint: string } }}
 */
export const WAY_WORDS = {
  script: { label: 'Script tag', hint: 'One line. The widget appears where you paste it.' },
  placeholder: { label: 'Placeholder and script tag', hint: 'Shows a link if the script cannot run.' },
  element: { label: 'Element and script tag', hint: 'For developers and templates.' },
  iframe: { label: 'Frame (iframe)', hint: 'For pages that do not allow scripts.' },
  address: {
    label: 'Web address of the frame page',
    hint: 'For systems that ask for a web address and create the frame for you.',
  },
  shortcode: { label: 'WordPress shortcode', hint: 'Needs the GP federations plugin.' },
};

/**
 * The titles of frames, for screen readers, and the links in a placeholder.
 * @type {{ [view: string]: string }}
 */
export const FRAME_TITLES = {
  finder: 'GP federation finder',
  comparison: 'Comparison of legal forms',
  guide: 'Guide to GP federations',
};
/** @type {{ [view: string]: string }} */
export const LINK_TEXTS = {
  finder: 'List of GP federations',
  comparison: 'Legal forms for GP federations',
  guide: 'About GP federations',
};
export const ANY_ELEMENT = 'GP federations';

export const COPY = 'Copy';
/** Short labels for small spaces. */
export const COPIED = 'Copied';
export const PRESS_KEYS = 'Press Ctrl and C';
export const COPIED_TO_PASTE = 'Copied. Now paste it into your page.';
export const NOT_COPIED =
  'Your browser did not allow copying. The code is selected: press Ctrl and C (Command and C on a Mac).';

export const NO_CODE_YET = 'There is no code to copy yet.';
export const FIX_ADDRESS = 'Fix the address of the widget files';
export const HOW_TO_ADD = 'How to add it';
/** @param {string} page */
export const howToAddTo = (page) => `How to add it to ${page}`;
export const YOUR_PAGE = 'your page';
export const ANSWER_QUESTION_2 = `Answer "${QUESTIONS[1]}" to see the steps for your website.`;
export const IF_NOT_WORKING = 'If it does not work: ';
export const OTHER_WAYS = 'Other ways to add it';

/** Notes to read before pasting the code. */
export const REMARKS = {
  /** @param {string} host */
  thisComputer: (host) =>
    `${host} is this computer: other people will see nothing. Enter the address on your web server under "Where are the widget files?".`,
  fullAddress:
    'A frame needs the full web address, starting with https://. Enter it under "Where are the widget files?".',
  /** @param {string} folder */
  filesIn: (folder) =>
    `The code loads the widget files from ${folder || 'the folder of your page'}. If they are somewhere else, enter the address under "Where are the widget files?".`,
  frameColours: 'Frames always use NHS colours. Your colours will not appear.',
  shortcodeCharacters: 'Shortcodes cannot include the characters " [ ] < > or &, so they have been removed.',
  /** @param {string} rule */
  shortcodeColours: (rule) => `Shortcodes cannot set colours. Add this to "Additional CSS": ${rule}`,
  /** @param {string} rule */
  styleBlocked: (rule) =>
    `If the colours do not appear, your page blocks style attributes. Remove the style attribute and add this to your style sheet: ${rule}`,
};

/**
 * The systems of hosts.js. `inSentence` is the name after "How to add it to".
 * @type {{ [host: string]: import('./types').HostWords }}
 */
export const HOST_WORDS = {
  wordpress: {
    label: 'WordPress',
    steps: [
      'Ask your site administrator to install the plugin `gp-federations-wordpress.zip`. You only need it once.',
      'Edit your page and add a "Shortcode" block. You can use the "GP federations" block instead: it has the same settings.',
      'Paste the code into the block and update the page.',
    ],
    wrong: 'If you see the shortcode as text in square brackets, the plugin is not active.',
  },
  sharepoint: {
    label: 'SharePoint',
    steps: [
      'Edit your page, select the plus sign and add the "Embed" web part.',
      'Paste this into "Website address or embed code".',
      'Publish the page.',
    ],
    wrong:
      'If SharePoint does not allow embedding from this website, ask your administrator to add the website to "HTML Field Security". Script tags do not work on SharePoint pages.',
  },
  static: {
    label: 'HTML that you can edit',
    inSentence: YOUR_PAGE,
    steps: [
      "Open the page's HTML.",
      'Paste the code where you want the widget to appear, between `<body>` and `</body>`.',
      'Save the page and open it in a browser.',
    ],
    wrong:
      'If nothing appears, check the address of the widget files. If a plain list appears, use "Check what your page allows".',
  },
  drupal: {
    label: 'Drupal',
    steps: [
      'Ask your site builder to give you a text format that has no text editor and does not use "Limit allowed HTML tags".',
      'Add a block or a text field with this format.',
      'Paste this and save.',
    ],
    wrong: 'If only a link appears, the text format has removed the script.',
  },
  umbraco: {
    label: 'Umbraco',
    steps: [
      'Ask your developer to make a "GP federations" block. Do not paste the code into the rich text editor: it removes the code.',
      "The developer puts this into the block's view.",
      'Add the block to your page and publish it.',
    ],
    wrong: 'If nothing appears, the code was pasted into the rich text editor, which removed it.',
  },
  moodle: {
    label: 'Moodle',
    steps: [
      'Turn editing on and add the activity or resource "URL".',
      'Paste this into "External URL".',
      'Under "Appearance", select "Embed" and save.',
    ],
    wrong:
      'If a grey or empty box appears, the server that hosts the frame page does not allow Moodle to show it. Ask your web team to allow it.',
  },
  other: {
    label: 'Something else, or not sure',
    inSentence: YOUR_PAGE,
    steps: [
      'Look in your system for "HTML", "Source", "Embed" or "Custom code".',
      'Paste the code there, save the page and check it.',
    ],
    wrong:
      'If nothing appears, or you see the code as text, your system does not allow scripts. Try the frame (iframe) under "Other ways to add it".',
  },
};

// "Check what your page allows" ---------------------------------------------------------------------------------------

export const POLICY_FIELD = {
  label: 'Content-Security-Policy of your page',
  hint: 'Ask your web team for it. To find it yourself, open the page in Edge or Chrome, press F12, select "Network", reload the page, select the first line and look under "Response headers". You can also paste a `<meta>` tag.',
};
export const CHECK_POLICY = 'Check policy';

export const RESULT_WORDS = {
  full: 'Works',
  fallback: 'Partly works',
  nothing: 'Blocked',
};
export const SCRIPT_WORDS = {
  full: 'The whole widget works with a script tag, a placeholder or an element.',
  fallback: 'With a script tag, people see everything as plain lists and tables, but cannot search or filter.',
  nothing: 'A script tag shows nothing. A placeholder shows its link.',
};
export const FRAME_WORDS = {
  full: 'This page allows the frame (iframe). What works inside it depends on the server that hosts embed.html.',
  nothing: 'Your page blocks the frame (iframe), so it stays empty.',
};

export const LIST_WORDS = {
  full: 'This page lets the widget read your own list.',
  fallback: 'This page does not let the widget read your own list. The finder shows the built-in list instead.',
};

export const WHAT_TO_CHANGE = 'What to ask your web team to change';
export const SEND_TO_TEAM = 'Send this to the team that runs your web server. These parts of the policy should be:';
export const LINE_BY_LINE = 'Your policy, line by line';

/** The texts about a policy and its lines. */
export const POLICY = {
  empty: "Paste your page's Content-Security-Policy header or meta tag",
  notAPolicy: "This is not a Content-Security-Policy. A policy looks like this: script-src 'self'; style-src 'self'",
  reportOnly: 'This policy only reports problems. It does not block anything, so it does not affect the widget.',
  hashListed: "The policy lists the script's hash and your code includes it, so the script loads.",
  strictDynamic:
    "'strict-dynamic' only allows scripts that have a nonce, or that one of those scripts adds. It ignores addresses and 'self'. Code that you paste does not have a nonce. Ask your developer to add the tag and the nonce to the page template, or use the frame.",
  tagInTemplate: 'Add the script tag to the page template, with nonce="…" from your server',
  onlyNonces:
    'Only scripts with a nonce can load. The nonce changes each time the page loads, so code that you paste cannot include it.',
  onlyHashes: "Only scripts with the listed hashes can load. The widget's hash is not in the list.",
  noScripts: 'No scripts can load.',
  /** @param {string} from */
  scriptBlocked: (from) => `Scripts from ${from} cannot load.`,
  /** @param {string} from */
  frameBlocked: (from) => `Frames from ${from} cannot be shown.`,
  ownWebsite: 'your own website',
  selfLoads: "'self' lets the script load if your page and the script are on the same website.",
  /** @param {string} source */
  scriptLoads: (source) => `${source} lets the script load.`,
  /** @param {string} source */
  frameShows: (source) => `${source} lets the frame appear.`,
  /** @param {string} keyword */
  wasmRuns: (keyword) => `${keyword} lets WebAssembly run. The widget needs this.`,
  noWasm:
    "WebAssembly cannot run because 'wasm-unsafe-eval' is missing. People see everything as plain lists and tables, without search.",
  sandboxed: 'The page is in a sandbox without allow-scripts, so scripts cannot run on the page or in its frames.',
  sandboxAllows: 'The sandbox lets scripts run.',
  ignoredInMeta: 'Browsers ignore this in a meta tag.',
  defaultSrc: 'Sets the default for anything without its own directive. Other directives cover scripts and frames.',
  /** @param {string} name */
  takesPriority: (name) => `${name} takes priority for script tags.`,
  attributes: 'Controls code in attributes such as onclick. The widget does not use any.',
  styles:
    "The widget's own styles are not affected. Colours in the style attribute of your code can be blocked. If they are, add them to your style sheet.",
  /** @param {string} source */
  listLoads: (source) => `${source} lets the widget read your own list.`,
  /** @param {string} from */
  listBlocked: (from) => `Your own list cannot be read from ${from}.`,
  connections:
    'The widget does not fetch anything, so this does not affect it. If you use your own list (data-src), its website must be listed here.',
  otherFiles: 'The widget does not load anything of this type.',
  children: 'Controls frames and workers. The widget does not use any.',
  frameSrcApplies: ' For the frame, frame-src applies.',
  ancestors:
    'Controls which websites can show this page in a frame. It does not affect code you paste here. But the server that hosts embed.html must allow your website.',
  requireTrustedTypes: 'The widget does not write HTML as text, so Trusted Types do not affect it.',
  /** @param {boolean} hasNames */
  trustedTypes: (hasNames) =>
    `The widget does not need a Trusted Types policy${hasNames ? ', so you do not need to add a name' : ''}.`,
  requireIntegrity:
    'An old setting for integrity checks that browsers now ignore. Select "Add an integrity check" to be safe.',
  secureRequests: "The script's address must start with https:// or be on your own website.",
  noEffect: 'Does not affect the widget.',
  unknown: 'Not a directive that affects the widget.',
};

// "Check your list" ---------------------------------------------------------------------------------------------------

const SAVE_AS_CSV =
  'Open the workbook in Excel, select "File", then "Save as", and select the type "CSV UTF-8 (Comma delimited)". Then choose the new .csv file here.';

export const LIST_FIELD = {
  label: 'Your list (Excel, OpenDocument, CSV or JSON)',
  hint: 'Choose a file or drop it here: .xlsx, .ods, .csv or .json. After you fix a problem, save the file and choose it again.',
};
/** The text before the link, the link, and the text after it. */
export const LIST_TEMPLATE = [
  'No list yet? ',
  'Download a template for Excel',
  ', with column headings and 2 example rows to replace.',
];
export const SHEET_FIELD = { label: 'Sheet to check', hint: 'The CSV file will have this sheet only.' };

export const LIST = {
  /** @param {string} name */
  loading: (name) => `Loading ${name} …`,
  problem: 'There is a problem',
  usable: 'You can use this list. ',
  usableWithProblems: 'You can use this list, but it has problems. ',
  /** @param {string} name */
  heading: (name) => `Your list: ${name}`,
  saveAs: SAVE_AS_CSV,
  otherSheet: 'If the list is on a different sheet, select that sheet under "Sheet to check".',
  noFile: 'This is not a file. Drop or choose a spreadsheet or a JSON file',
  /**
   * @param {number} count
   * @param {string} names
   */
  severalFiles: (count, names) =>
    `You chose ${number(count)} files (${names}). Choose one file, or copy all the rows into one file`,
  /** @param {string} name */
  folder: (name) => `"${name}" is a folder. Open it and choose a spreadsheet or a JSON file`,
  /**
   * @param {string} name
   * @param {string} [why]
   */
  cannotBeUsed: (name, why) => `${name} cannot be used. The file ${why || 'cannot be read'}`,
};

/**
 * The outcome in a sentence or two. `sheet` is the name of the workbook's sheet, if it has several. `isWhole` is false if
 * notes say how the list differs from its workbook.
 * @param {Pick<import('gpf:types').ImportReport, 'file' | 'used' | 'rows' | 'skippedRows' | 'ignoredCells'> & { columns: { isLeftOut: boolean }[] }} report
 * @param {string | null} sheet
 * @param {boolean} isWhole
 */
export function listVerdict({ file, used, rows, skippedRows, ignoredCells, columns }, sheet, isWhole) {
  const skippedColumns = columns.filter(({ isLeftOut }) => isLeftOut).length;
  const lost = [
    skippedRows && counted(skippedRows, 'row', 'rows'),
    skippedColumns && counted(skippedColumns, 'column', 'columns'),
    ignoredCells && counted(ignoredCells, 'cell', 'cells'),
  ].filter(Boolean);
  const name = sheet ? `${file}, sheet "${sheet}"` : file;
  const last = lost.pop();
  const all = lost.length ? `${lost.join(', ')} and ${last}` : last;
  const nothing = isWhole ? ' Nothing will be left out.' : '';
  const rest = all ? ` ${all} will be left out.` : nothing;
  return `${name}: ${number(used)} of ${counted(rows, 'row', 'rows')} can be used.${rest}`;
}

/** The labels of the list's properties. */
export const FACTS = {
  used: 'Rows used',
  skipped: 'Rows left out',
  ignored: 'Cells left out',
  replaced: 'Built-in federations replaced',
  type: 'File type',
  encoding: 'Text encoding',
  separator: 'Column separator',
  columns: 'Columns',
};
/** @type {{ [separator: string]: string }} */
export const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };
/**
 * The members of federations that can have a row each: one, and many.
 * @type {{ [kind in MemberKind]: [one: string, many: string] }}
 */
const MEMBERS = {
  practice: ['practice', 'practices'],
  pcn: ['PCN', 'PCNs'],
  site: ['site', 'sites'],
  place: ['place', 'places'],
};
/** @param {MemberKind} kind */
export const oneRowPer = (kind) => `One row per ${MEMBERS[kind][0]}`;
/**
 * @param {MemberKind} kind
 * @param {number} members
 * @param {number} federations
 */
export const membersIn = (kind, members, federations) =>
  `${counted(members, ...MEMBERS[kind])} in ${counted(federations, 'federation', 'federations')}`;
/**
 * @param {number} used
 * @param {number} rows
 */
export const usedOf = (used, rows) => `${number(used)} of ${number(rows)}`;
export const numberOf = number;
/**
 * @param {number} recognised
 * @param {number} details
 * @param {number} aboutMembers
 * @param {MemberKind | null} kind
 */
export const columnsKept = (recognised, details, aboutMembers, kind) =>
  `${number(recognised)} recognised, ${number(details)} kept as details${kind && aboutMembers ? `, ${number(aboutMembers)} about ${MEMBERS[kind][1]}` : ''}`;

export const SUMMARY = 'Summary of your file';
export const HOW_COLUMNS_ARE_READ = 'How your columns are read';
export const OTHER_COLUMNS = "Other columns, shown in each federation's details: ";
/** @param {MemberKind | null} kind */
export const memberColumns = (kind) =>
  kind ? `Columns about ${MEMBERS[kind][1]}, not shown for the federation: ` : '';
export const PROBLEMS = 'Problems and how to fix them';
export const PROBLEM_HEADINGS = ['Row', 'Column', 'Value', 'Problem', 'How to fix it', 'What is left out'];
/** @param {number} row */
export const rowNumber = (row) => `Row ${number(row)}`;
/** The parts that a problem leaves out, by its scope. */
export const LEFT_OUT = {
  note: 'Nothing',
  text: 'Its use in filters, sorting and links. It is shown as written',
  cell: 'This cell',
  row: 'This row',
  file: 'The rest of the file',
};
/**
 * The note if not all problems are shown. `listed` is the number of problems in the download.
 * @param {number} hidden
 * @param {number} listed
 * @param {number} all
 */
export function moreProblems(hidden, listed, all) {
  const download = listed < all ? `The download lists the first ${number(listed)}.` : 'The download lists all of them.';
  return `${counted(hidden, 'more problem is', 'more problems are')} not shown here. ${download}`;
}
export const DOWNLOAD_PROBLEMS = 'Download the problems (CSV)';

/** The next steps for a list that can be used. Texts with a link are in parts. */
export const NEXT = {
  heading: 'What to do next',
  /** @param {string} name */
  downloadCsv: (name) => [`Download the CSV to publish (${name})`, '. The finder reads this file, not the workbook.'],
  /**
   * @param {string} name
   * @param {string} script
   */
  upload: (name, script) => `Upload ${name} to your web server, in the same folder as ${script}`,
  otherServer: ' If your page is on a different web server, ask your web team to allow it to read the file (CORS).',
  elsewhere:
    ' If the file must be somewhere else, enter its address in "Address of your own list" under "More settings". A page opened from a folder, without a web server, cannot read the file.',
  addToCode: 'Add your file to the code.',
  add: 'Add file to code',
  remove: 'Remove file from code',
  usesBuiltIn: 'The code now uses the built-in list.',
  /** @param {string} address */
  uses: (address) => `The code now uses ${address}.`,
  nameIt: 'Optional: give your list a name and a date, and choose whether it replaces or adds to the built-in list',
  nameSettings: 'name and date settings',
  underMoreSettings: ', under "More settings"',
  copy: ['Copy the code', ' into your page.'],
  update:
    'When the list changes, save the CSV or JSON file with the same name in the same place. You do not need to change your page.',
};

// Workbooks (builder-workbook.js) -------------------------------------------------------------------------------------

const SAVE_AS_XLSX =
  'Open it in Excel, select "File", then "Save as", and select the type "Excel Workbook (*.xlsx)". Then choose the new file here.';

/**
 * Why a workbook cannot be read, after "The file", and what to do.
 * @type {{ [why in 'damaged' | 'largeFile' | 'password' | 'oldFormat' | 'oldXml' | 'empty']: Reason } & { [why in 'tooLarge' | 'otherKind']: (what: string) => Reason }}
 */
export const WORKBOOK = {
  damaged: [
    'is damaged or incomplete',
    'Copy or download the file again. If that does not help, open it in Excel, save it again and choose the new file.',
  ],
  tooLarge: (what) => [
    `is too large: ${what}`,
    'Remove the columns, rows and sheets that the list does not need, or save the list as a CSV file and choose that.',
  ],
  largeFile: [
    'is larger than 64 MB',
    'Remove the columns, rows, pictures and sheets that the list does not need, or save the list as a CSV file and choose that.',
  ],
  password: [
    'is protected with a password',
    'Open it in Excel, select "File", "Info", "Protect Workbook", then "Encrypt with Password", and delete the password. In LibreOffice, select "File", "Save As", and clear "Save with password". Then choose the new file here.',
  ],
  otherKind: (what) => [
    `is ${what}`,
    'Open it in the program that made it and save the list as an Excel workbook (.xlsx) or as a CSV file. Then choose the new file here.',
  ],
  oldFormat: ['is an old Excel workbook (.xls)', SAVE_AS_XLSX],
  oldXml: ['is an Excel workbook in an old XML format (XML Spreadsheet 2003)', SAVE_AS_XLSX],
  empty: [
    'has no sheet with content',
    'If the list is on a hidden sheet, select "Unhide" in the workbook, save it and choose it again.',
  ],
};

/** What is too large. */
export const TOO_LARGE = {
  cells: 'a sheet has more than 5 million cells',
  characters: 'a sheet has more than 64 million characters',
  /** @param {number} megabytes */
  unpacked: (megabytes) => `it unpacks to more than ${number(megabytes)} MB`,
};

/** The kind of a file that is not a workbook. */
export const OTHER_KINDS = {
  openDocument: 'an OpenDocument file, but not a spreadsheet',
  flatOds: 'an OpenDocument spreadsheet in one XML file (.fods)',
  apple: 'a Numbers, Pages or Keynote document',
  zip: 'a zip file, but not a workbook',
  oldWord: 'an old Word document',
  oldPowerPoint: 'an old PowerPoint presentation',
  xlsb: 'a binary Excel workbook (.xlsb)',
  word: 'a Word document',
  powerPoint: 'a PowerPoint presentation',
};

/** The differences between the CSV file and the sheet. */
export const SHEET_NOTES = {
  /** @param {number} count */
  merged: (count) =>
    `${counted(count, 'merged cell covers', 'merged cells cover')} several rows. The text is repeated in each row.`,
  /**
   * @param {number} rows
   * @param {number} columns
   */
  hidden(rows, columns) {
    const left = [
      rows && counted(rows, 'hidden row', 'hidden rows'),
      columns && counted(columns, 'hidden column', 'hidden columns'),
    ].filter(Boolean);
    const [are, them] = rows + columns === 1 ? ['is', 'it'] : ['are', 'them'];
    return `${left.join(' and ')} ${are} left out. To include ${them}, select "Unhide" in the workbook, save it and choose it again.`;
  },
  /**
   * @param {number} count
   * @param {string} places
   */
  withoutResult: (count, places) =>
    `${counted(count, 'formula has', 'formulas have')} no saved result (${places}), so the CSV file has empty cells there. Open the workbook in Excel, save it and choose it again.`,
  /**
   * @param {number} count
   * @param {string} places
   */
  withoutYear: (count, places) =>
    `${counted(count, 'date is', 'dates are')} displayed without a year (${places}). The CSV file has the year that is saved in the workbook. Excel adds the current year to a date that is entered without one: check each year.`,
  /**
   * @param {number} count
   * @param {string} places
   */
  withTime: (count, places) =>
    `${counted(count, 'date has', 'dates have')} a time of day (${places}), which the CSV file leaves out. To keep the time, write it in a column of its own.`,
  /**
   * @param {number} count
   * @param {string} places
   */
  struckThrough: (count, places) =>
    `${counted(count, 'cell has', 'cells have')} text that is struck through (${places}). The CSV file has this text too. If it no longer applies, delete it in the workbook, save it and choose it again.`,
  /**
   * @param {number} count
   * @param {string} places
   */
  link: (count, places) =>
    `${counted(count, 'cell has a link', 'cells have a link')} whose address is not in the CSV file (${places}). To show the website of a federation, enter its address as text in a column with the heading "Website".`,
};
