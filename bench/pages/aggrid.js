import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ExternalFilterModule,
  ModuleRegistry,
  QuickFilterModule,
  RowApiModule,
  createGrid,
} from 'ag-grid-community';
import { SEARCHED, count, onChange, region, search, table as place } from './form.js';

const rows = await rowsToCome;
ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  RowApiModule,
  QuickFilterModule,
  ExternalFilterModule,
]);
const link = ({ data: { name, website } }) => {
  const anchor = document.createElement('a');
  anchor.textContent = name;
  if (website) anchor.href = website;
  return anchor;
};
// The place is searched but not shown, as on the other pages.
const columns = ['name', 'place', 'covers', 'region', 'icb', 'practices', 'patients', 'postcodes'].map((field) => ({
  field,
  flex: 1,
  hide: field === 'place',
  ...(SEARCHED.includes(field) ? {} : { getQuickFilterText: () => '' }),
  ...(field === 'name' && { cellRenderer: link }),
}));
place.style.height = '600px'; // It renders only the visible rows if it has a height.
const grid = createGrid(place, {
  rowData: rows,
  columnDefs: columns,
  cacheQuickFilter: true,
  // Rows that leave would stay in the page for the time of an animation.
  animateRows: false,
  includeHiddenColumnsInQuickFilter: true,
  isExternalFilterPresent: () => region.value !== '',
  doesExternalFilterPass: ({ data }) => data.region === region.value,
  onModelUpdated: ({ api }) => {
    count.textContent = `${api.getDisplayedRowCount()} found`;
  },
});
let wanted = '';
onChange(() => {
  if (search.value !== wanted) {
    wanted = search.value;
    grid.setGridOption('quickFilterText', wanted);
  } else grid.onFilterChanged();
});
