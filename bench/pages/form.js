// The common parts of the pages: the form, and the data to search.
import './base.css';

const byId = (id) => document.getElementById(id);

export const [search, region, count, list, table] = ['search', 'region', 'count', 'rows', 'table'].map(byId);

/** The words that are typed. */
export const words = () => search.value.toLowerCase().split(' ').filter(Boolean);

/** The searchable text of a row. */
export const haystack = (row) => `${row.name}\n${row.place}\n${row.covers}\n${row.region}\n${row.icb}`.toLowerCase();

/** The properties in that text, for libraries that need them separately. */
export const SEARCHED = ['name', 'place', 'covers', 'region', 'icb'];

/** The maximum number of rows on the page. */
export const PAGE = 20;

/** Calls back at every change of the form. */
export function onChange(update) {
  search.addEventListener('input', update);
  region.addEventListener('change', update);
}
