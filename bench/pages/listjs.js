import List from 'list.js';
import { PAGE, SEARCHED, count, region } from './form.js';

const rows = await rowsToCome;
const list = new List(
  'finder',
  {
    valueNames: [
      'name',
      'covers',
      'region',
      'icb',
      'practices',
      'patients',
      'postcodes',
      { name: 'website', attr: 'href' },
    ],
    item: `<li><h2><a class="website name"></a></h2><p><span class="covers"></span>, <span class="region"></span></p>
    <p class="icb"></p><p><span class="practices"></span> practices, <span class="patients"></span> patients,
    postcodes <span class="postcodes"></span></p></li>`,
    searchColumns: SEARCHED,
    page: PAGE,
  },
  rows,
);
const report = () => {
  count.textContent = `${list.matchingItems.length} found`;
};

list.on('updated', report);
report();
region.addEventListener('change', () => {
  const where = region.value;
  if (where) list.filter((item) => item.values().region === where);
  else list.filter();
});
