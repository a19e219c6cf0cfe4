// The rows of all candidates: fictional federations in real places. The same rows every time.
import fs from 'node:fs';
import path from 'node:path';

const SIDES = ['', 'North', 'South', 'East', 'West', 'Central', 'Mid', 'Greater'];
const WORK = [
  'Primary Care',
  'Health',
  'GP',
  'Family Health',
  'Integrated Care',
  'Community',
  'Medical',
  'Practice',
  'General Practice',
  'Neighbourhood',
  'Urgent Care',
  'Wellbeing',
];
const KINDS = [
  'Federation',
  'Alliance',
  'Partnership',
  'Network',
  'Collaborative',
  'Group',
  'Consortium',
  'Services',
  'Partners',
  'Union',
  'Association',
  'Together',
  'Solutions',
  'Connect',
  'Provider Company',
  'Trust',
];
const TAILS = ['', '', ' Ltd', ' CIC'];

/** Reproducible pseudo-random numbers between 0 and 1 (mulberry32). */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Places in one known region, from the widget's built-in list. */
function placesOf(dist) {
  const list = JSON.parse(fs.readFileSync(path.join(dist, 'federations.json'), 'utf8'));
  const sound = list.filter((it) => it.status === 'active' && it.regions.length === 1 && it.regions[0] !== 'unknown');
  return [...new Map(sound.map((it) => [it.place, it])).values()];
}

/** The given number of rows, sorted by name as in a published list. */
export function rowsOf(count, dist) {
  const places = placesOf(dist);
  const random = numbers(1948);
  const next = (most) => Math.floor(random.next().value * most);
  const rows = new Map();
  // Every place occurs once at the beginning, so that the same words have results in a short list and in a long one.
  for (let tries = 0; rows.size < count; tries++) {
    const place = places[tries < places.length ? tries : next(places.length)];
    const pick = (words) => words[next(words.length)];
    const name = `${pick(SIDES)} ${place.place} ${pick(WORK)} ${pick(KINDS)}${pick(TAILS)}`.trim();
    const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    if (!rows.has(id)) rows.set(id, row(id, name, place, next));
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function row(id, name, place, next) {
  const practices = 4 + next(60);
  return {
    id,
    name,
    place: place.place,
    covers: place.covers ?? '',
    region: place.regions[0],
    icb: place.icb ?? '',
    postcodes: place.postcodeAreas.join('; '),
    longitude: place.longitude,
    latitude: place.latitude,
    website: next(3) ? `https://${id.slice(0, 40)}.example/` : '',
    practices,
    patients: practices * (6000 + next(5000)),
    status: 'active',
  };
}

const COLUMNS = {
  id: 'id',
  name: 'name',
  status: 'status',
  place: 'place',
  covers: 'covers',
  regions: 'region',
  icb: 'icb',
  postcode_areas: 'postcodes',
  longitude: 'longitude',
  latitude: 'latitude',
  website: 'website',
  practices: 'practices',
  patients: 'patients',
};

/** The rows as an editor's own file. */
export function csvOf(rows) {
  const cell = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
  const lines = rows.map((row) =>
    Object.values(COLUMNS)
      .map((property) => cell(row[property]))
      .join(','),
  );
  return [Object.keys(COLUMNS).join(','), ...lines, ''].join('\r\n');
}

/** The expected number of results: rows that contain every word. */
export function countOf(rows, text) {
  const words = text.toLowerCase().split(' ').filter(Boolean);
  const hay = (row) => [row.name, row.place, row.covers, row.region, row.icb].join('\n').toLowerCase();
  return rows.filter((row) => words.every((word) => hay(row).includes(word))).length;
}
