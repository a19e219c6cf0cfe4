// A list of up to a page of rows, created once and filled again: only texts change.
import { PAGE, count, list } from './form.js';

const slots = [];

function slot() {
  const item = document.createElement('li');
  const text = (tag, parent = item) => parent.appendChild(document.createElement(tag)).appendChild(new Text());
  const link = item.appendChild(document.createElement('h2')).appendChild(document.createElement('a'));
  return {
    item,
    link,
    row: null,
    name: link.appendChild(new Text()),
    where: text('p'),
    board: text('p'),
    size: text('p'),
  };
}

function fill(slot, row) {
  if (slot.row === row) return;
  slot.row = row;
  slot.name.data = row.name;
  slot.where.data = `${row.covers}, ${row.region}`;
  slot.board.data = row.icb;
  slot.size.data = `${row.practices} practices, ${row.patients} patients, postcodes ${row.postcodes}`;
  if (row.website) slot.link.href = row.website;
  else slot.link.removeAttribute('href');
}

/** Shows the first of the rows and the count of all results. */
export function show(rows, found) {
  const shown = Math.min(rows.length, PAGE);
  for (let at = 0; at < shown; at++) {
    slots[at] ??= slot();
    fill(slots[at], rows[at]);
    if (!slots[at].item.isConnected) list.append(slots[at].item);
  }
  for (let at = shown; at < slots.length; at++) slots[at].item.remove();
  count.textContent = `${found} found`;
}
