// The plain words for elements, options and values. What has none here is described by custom-elements.json.

export const ELEMENT_WORDS = {
  finder: {
    label: 'A finder of GP federations',
    hint: 'People search for a place, a postcode or a name, and see which federation covers it.',
  },
  comparison: {
    label: 'A comparison of legal forms',
    hint: 'Practices see side by side which legal form, or which way of working together, could suit them.',
  },
  guide: {
    label: 'A guide to GP federations',
    hint: 'People read what a federation is, why practices form one, and whether they are ready.',
  },
};

/** `isMain` options are always in sight; the others are under "More settings". `none` names the choice of no value. */
const OPTION_WORDS = {
  region: { isMain: true, label: 'Which NHS region should it start with?', hint: 'People can still change to another region.', none: 'All regions' },
  section: { isMain: true, label: 'Which parts should it show?', hint: 'Tick none to show all of them.' },
  kind: { isMain: true, label: 'What should it compare?' },
  forms: { label: 'Which should stand side by side at the start?', hint: 'Tick 2 to 4, or none for the usual ones. People can change them.', least: 2, most: 4 },
  map: { label: 'How should the map be shown?' },
  status: { label: 'Which federations should it start with?', none: 'All of them' },
  'legal-form': { label: 'Which legal form should it start with?', none: 'Any legal form' },
  search: { label: 'What should stand in the search box?', hint: 'Leave it empty to show all federations.' },
  sort: { label: 'In which order?' },
  'page-size': { label: 'How many federations before "Show more"?', hint: 'A number from 1 to 1000.', min: 1, max: 1000 },
  criteria: { label: 'Which questions should it answer?', hint: 'Tick none to show all of them.' },
  'only-differences': { label: 'Leave out the questions that all of them answer alike' },
  requirements: { label: 'What does the group require?', hint: 'The comparison then says which forms fit, and why. Tick none to leave it to the reader.' },
  heading: { isMain: true, label: 'Heading', hint: 'Leave it empty if your page has a heading for it.' },
  'heading-level': { label: 'Heading level', hint: '2 is right if your page has 1 title above it, 3 if it has a heading for this too.' },
  src: { label: 'Do you have a list of your own?', hint: 'The address of your CSV or JSON file, such as federations.csv. “Check your list”, below, says how it will be read. Leave it empty for the list that comes with it.' },
  merge: { label: 'What becomes of the list that comes with it?' },
  label: { label: 'What is your list called?' },
  date: { label: 'Of which day is your list?', hint: 'Such as 2026-11-22.' },
  'show-data-report': { label: 'Show what is wrong with your list', hint: 'For you, while you mend it. Take it away before others read the page.' },
  feedback: { label: 'Where should people report a problem with an entry?', hint: 'An e-mail address after mailto:, or the https:// address of a form. The name of the federation is filled in. Leave it empty for no such link.' },
  'url-sync': { label: 'Keep what people search for in the page’s address', hint: 'They can then bookmark it or send it on.' },
};

export const COLOUR_WORDS = {
  '--gpf-text': 'Text',
  '--gpf-background': 'Background',
  '--gpf-border': 'Lines around it',
  '--gpf-accent': 'Links and buttons',
  '--gpf-focus': 'The mark around what has the focus',
};

const VALUE_WORDS = {
  status: { active: 'Active', unconfirmed: 'Unconfirmed', ended: 'Ended' },
  region: { unknown: 'Region not known' },
  sort: { suggested: 'By region', nearest: 'Nearest first, for a postcode', name: 'By name, A to Z', 'name-reversed': 'By name, Z to A', place: 'By place', patients: 'By number of patients', 'last-seen': 'Last seen at work' },
  kind: { 'legal-forms': 'Legal forms', models: 'Ways of working together' },
  map: { auto: 'Beside the list, or folded where the page is narrow', wide: 'Only where there is room beside the list', none: 'No map' },
  merge: { replace: 'Yours takes its place', extend: 'Yours is added to it' },
  section: {
    what: 'What a GP federation is',
    reasons: 'Why practices form one',
    wishes: 'What practices decided they wanted',
    not: 'What it is not',
    benefits: 'Benefits to patients, and possible disadvantages',
    sharing: 'What practices can share',
    components: 'What a successful collaboration needs',
    services: 'Developing services and winning contracts',
    context: 'How it came about',
    readiness: 'Are we ready?',
    timeline: 'What happened when',
    sizes: 'How big federations are',
    reading: 'What to read next',
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
