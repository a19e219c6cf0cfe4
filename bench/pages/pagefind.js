import { PAGE, onChange, region, search } from './form.js';
import { show } from './row-pool.js';

// Its index contains the rows. It fetches the parts that a search needs, and the rows that are shown.
const address = '/pagefind/pagefind.js';
const pagefind = await import(address);
await pagefind.init();
let last = 0;

async function update() {
  last += 1;
  const own = last;
  const filters = region.value ? { region: region.value } : {};
  // In the order of the other lists. By relevance, rows that are equally relevant would change places from visit to visit.
  const { results } = await pagefind.search(search.value.trim() || null, { filters, sort: { name: 'asc' } });
  const rows = await Promise.all(results.slice(0, PAGE).map((it) => it.data()));
  // The result of a later key might arrive first.
  if (own === last) show(rows.map(rowOf), results.length);
}

const rowOf = ({ meta: { title, ...rest } }) => ({ name: title, ...rest });

onChange(update);
await update();
