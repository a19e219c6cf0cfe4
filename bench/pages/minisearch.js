import MiniSearch from 'minisearch';
import { SEARCHED, onChange, region, search } from './form.js';
import { show } from './row-pool.js';

const rows = await rowsToCome;
const byId = new Map(rows.map((row) => [row.id, row]));
const index = new MiniSearch({ fields: SEARCHED });
index.addAll(rows);

function update() {
  const text = search.value.trim();
  const where = region.value;
  const matching = text ? index.search(text, { prefix: true, combineWith: 'AND' }).map(({ id }) => byId.get(id)) : rows;
  const found = where ? matching.filter((row) => row.region === where) : matching;
  show(found, found.length);
}

onChange(update);
update();
