// No list at all.
import { count, list } from './form.js';

const rows = await rowsToCome;
list.append(document.createElement('li'));
count.textContent = `${rows.length} rows`;
