// Which file somebody gave, and what is said of it: without the page, so that node can test it.

const WORKBOOK = /\.(xls|xlsx|xlsm|xlsb|ods|numbers)$/i;

/** What to do with a spreadsheet's own file. */
const SAVE_AS = 'Open the workbook in Excel, choose “File”, then “Save as”, and as the type “CSV UTF-8 (Comma delimited)”. Then choose the new file, whose name ends in .csv.';

/**
 * The one file of what was chosen or dropped: { file } or { error, help }. `given` are { file, isFolder }, the file null
 * where there is none.
 */
export function pick(given) {
  if (!given.length || given.some(({ file }) => !file)) {
    return { error: 'What you dropped is not a file. Drop a CSV or JSON file from a folder, or choose one' };
  }
  if (given.length > 1) {
    const names = given.slice(0, 3).map(({ file }) => file.name).join(', ');
    const more = given.length > 3 ? ' …' : '';
    return { error: `You gave ${given.length} files (${names}${more}). A finder shows 1 list: give 1 file, or copy the rows into one` };
  }
  const [{ file, isFolder }] = given;
  if (isFolder) return { error: `“${file.name}” is a folder. Open it, and give the CSV or JSON file that is in it` };
  return { file };
}

/** What helps with a file that can't be used, beyond what the report says; null where nothing does. */
export const helpWith = (name) => (WORKBOOK.test(name) ? SAVE_AS : null);

/** The address of a file in the folder that the script is in, as `src` takes it. */
export const sourceIn = (folder, name) => (folder || '') + encodeURIComponent(name);

/** Whether this is the address of a file of this name. */
export function leadsTo(source, name) {
  const last = (source || '').split(/[?#]/)[0].split('/').pop();
  try {
    return decodeURIComponent(last) === name;
  } catch (error) {
    return last === name;
  }
}

const number = (count) => count.toLocaleString('en-GB');
const of = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

/** The outcome in a sentence or two. */
export function verdict({ file, used, leftOut, rows, cellsIgnored }) {
  const lost = [
    leftOut && `${of(leftOut, 'row is', 'rows are')} left out`,
    cellsIgnored && `${of(cellsIgnored, 'cell is', 'cells are')} left empty`,
  ].filter(Boolean).join(', ');
  return `${file}: ${number(used)} of ${of(rows, 'row', 'rows')} would be used. ${lost ? `${lost}.` : 'Nothing is left out.'}`;
}

/** What was recognised, as pairs of words. */
export function facts({ rows, used, leftOut, cellsIgnored, encoding, separator, columns, replaced, practices, federations }) {
  const kind = separator ? 'CSV' : 'JSON';
  return [
    ...(practices ? [['One row per practice', `${of(practices, 'practice', 'practices')} in ${of(federations, 'federation', 'federations')}`]] : []),
    ['Rows used', `${number(used)} of ${number(rows)}`],
    ['Rows left out', number(leftOut)],
    ['Cells left empty', number(cellsIgnored)],
    ...(replaced ? [['Take the place of a bundled entry', number(replaced)]] : []),
    ['Kind of file', kind],
    ['Letters written in', encoding],
    ...(separator ? [['Between the columns', SEPARATORS[separator] || separator]] : []),
    ['Columns', `${number(columns.filter(({ column }) => column).length)} recognised, ${number(details(columns).length)} kept as details`],
  ];
}

/** The columns that the finder has no name for; one without a heading is not shown. */
export const details = (columns) => columns.filter(({ heading, column }) => heading && !column);

const LOST = { note: 'nothing: it is shown as written', cell: 'the cell', row: 'the row', file: 'the rest of the file' };

/** A fault as the cells of a table, the first of them the row's. */
export const cellsOf = ({ row, column, value, what, right, severity }) => [`Row ${number(row)}`, column, value, what, right, LOST[severity]];

/** What is said where not all faults are shown; null where they are. */
export function rest(shown, { faultCount, faults }) {
  if (faultCount <= shown) return null;
  const kept = faults.length < faultCount ? ` The file below holds the first ${number(faults.length)}.` : ' The file below holds all of them.';
  return `${of(faultCount - shown, 'more fault is', 'more faults are')} not shown here.${kept}`;
}
