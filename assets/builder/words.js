// The plain words for elements, options and values. What has none here is described by custom-elements.json.

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

/** `isMain` options are always in sight; the others are under "More settings". `none` names the choice of no value. */
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
    hint: 'Leave all of them unselected to show every section.',
  },
  kind: { isMain: true, label: 'What should it compare?' },
  forms: {
    label: 'Which ones should it compare first?',
    hint: 'Select 2 to 4, or none to use the default ones. People can change them.',
    least: 2,
    most: 4,
  },
  map: { label: 'Where should the map be?' },
  status: { label: 'Which federations should it show first?', none: 'All federations' },
  'legal-form': { label: 'Which legal form should it show first?', none: 'All legal forms' },
  search: { label: 'What should the search box contain at the start?', hint: 'Leave empty to show all federations.' },
  sort: { label: 'How should results be sorted?' },
  'page-size': {
    label: 'How many federations should it show before "Show more"?',
    hint: 'Enter a number from 1 to 1,000',
    min: 1,
    max: 1000,
  },
  criteria: {
    label: 'Which questions should it answer?',
    hint: 'Leave all of them unselected to show every question.',
  },
  'only-differences': { label: 'Only show questions with different answers' },
  requirements: {
    label: 'What does the group need?',
    hint: 'The comparison will show which legal forms fit, and why. Leave all of them unselected to let people choose their own.',
  },
  heading: { isMain: true, label: 'Heading', hint: 'Leave empty if your page already has a heading for the widget.' },
  'heading-level': {
    label: 'Heading level',
    hint: 'Use 2 if the widget comes straight after your page title. Use 3 if it comes under a heading of level 2.',
  },
  src: {
    label: 'Address of your own list (optional)',
    hint: 'The web address of your CSV or JSON file, for example federations.csv. Use "Check your list" to see how it will be read. Leave empty to use the built-in list.',
  },
  merge: { label: 'What should happen to the built-in list?' },
  label: { label: 'What is your list called?' },
  date: { label: 'What is the date of your list?', hint: 'For example, 2026-11-22' },
  'show-import-report': {
    label: 'Show problems with your list on the page',
    hint: 'Use this while you fix the list. Turn it off before you publish the page.',
  },
  feedback: {
    label: 'Where should people report a problem with an entry?',
    hint: 'Enter mailto: and an email address, or the https:// address of a form. The federation name is filled in. Leave empty to show no link.',
  },
  loading: {
    label: 'When should the widget load?',
    hint: 'Loading it just before people reach it keeps your page fast.',
  },
  'url-sync': { label: 'Add searches to the page address', hint: 'People can then bookmark or share their results.' },
};

export const COLOUR_WORDS = {
  '--gpf-text': 'Text',
  '--gpf-background': 'Background',
  '--gpf-border': 'Borders',
  '--gpf-accent': 'Links and buttons',
  '--gpf-focus': 'Focus outline',
};

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

/** The words for an option, whether somebody wrote some or not. */
export function optionWords({ name, description }) {
  return OPTION_WORDS[name] || { label: readable(name), hint: description };
}

/** The words for a value of an option. */
export const valueWords = (name, value) => (VALUE_WORDS[name] || {})[value] || readable(value);

/** `gp-co-operative` → "GP co-operative". */
export function readable(id) {
  const words = id.replace(/-/g, ' ').replace(/^gp /i, 'GP ').replace('co operative', 'co-operative');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
