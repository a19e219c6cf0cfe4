// What the pages have in common: the form, and what to look through.
import './base.css';

const byId = (id) => document.getElementById(id);

export const [search, region, count, list, table] = ['search', 'region', 'count', 'rows', 'table'].map(byId);

/** The words that are typed. */
export const words = () => search.value.toLowerCase().split(' ').filter(Boolean);

/** What a row is searched by, in one text. */
export const haystack = (row) => `${row.name}\n${row.place}\n${row.covers}\n${row.region}\n${row.icb}`.toLowerCase();

/** The properties behind that, for who wants them one by one. */
export const SEARCHED = ['name', 'place', 'covers', 'region', 'icb'];

/** Rows shown at once. */
export const PAGE = 20;

/** Calls back at every change of the form. */
export function onChange(update) {
  search.addEventListener('input', update);
  region.addEventListener('change', update);
}
