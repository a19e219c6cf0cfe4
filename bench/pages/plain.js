// The practical minimum: a page written by hand for this one list. It searches every row with every key press.
import { PAGE, haystack, onChange, region, words } from './form.js';
import { show } from './row-pool.js';

const rows = await rowsToCome;
const haystacks = rows.map(haystack);

function update() {
  const wanted = words();
  const where = region.value;
  const first = [];
  let found = 0;
  eachRow: for (let at = 0; at < rows.length; at++) {
    if (where && rows[at].region !== where) continue;
    for (let word = 0; word < wanted.length; word++) {
      if (!haystacks[at].includes(wanted[word])) continue eachRow;
    }
    if (found++ < PAGE) first.push(rows[at]);
  }
  show(first, found);
}

onChange(update);
update();
