import DataTable from 'datatables.net-dt';
import 'datatables.net-dt/css/dataTables.dataTables.css';
import { PAGE, region, search, table as place } from './form.js';

const rows = await rowsToCome;
search.closest('p').remove(); // It has its own.
const element = place.appendChild(document.createElement('table'));
const table = new DataTable(element, {
  data: rows,
  order: [], // They are sorted.
  pageLength: PAGE,
  columns: [
    {
      title: 'Name',
      data: 'name',
      render: (name, type, row) => (type === 'display' && row.website ? `<a href="${row.website}">${name}</a>` : name),
    },
    { title: 'Covers', data: 'covers' },
    { title: 'Place', data: 'place', visible: false },
    { title: 'Region', data: 'region' },
    { title: 'ICB', data: 'icb' },
    { title: 'Practices', data: 'practices', searchable: false },
    { title: 'Patients', data: 'patients', searchable: false },
    { title: 'Postcodes', data: 'postcodes', searchable: false },
  ],
});
region.addEventListener('change', () =>
  table
    .column(3)
    .search(region.value, { exact: region.value !== '' })
    .draw(),
);
