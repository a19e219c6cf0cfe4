import {
  FilterModule,
  FormatModule,
  InteractionModule,
  ResizeTableModule,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { count, haystack, onChange, region, table as place, words } from './form.js';

const rows = await rowsToCome;
Tabulator.registerModule([FilterModule, FormatModule, InteractionModule, ResizeTableModule, SortModule]);
const table = new Tabulator(place, {
  data: rows,
  height: 600, // It renders only the visible rows if it has a height.
  layout: 'fitColumns',
  columns: [
    { title: 'Name', field: 'name', formatter: 'link', formatterParams: { urlField: 'website' } },
    { title: 'Covers', field: 'covers' },
    { title: 'Region', field: 'region' },
    { title: 'ICB', field: 'icb' },
    { title: 'Practices', field: 'practices' },
    { title: 'Patients', field: 'patients' },
    { title: 'Postcodes', field: 'postcodes' },
  ],
});
const report = (found) => {
  count.textContent = `${found} found`;
};
const matches = (row, { wanted, where }) => {
  if (where && row.region !== where) return false;
  const text = haystack(row);
  return wanted.every((word) => text.includes(word));
};

table.on('dataFiltered', (_filters, found) => report(found.length));
table.on('tableBuilt', () => {
  report(rows.length);
  onChange(() => table.setFilter(matches, { wanted: words(), where: region.value }));
});
