// Which file somebody gave, and what is said of it: without the page, so that node can test it.

const WORKBOOK = /\.(xls|xlsx|xlsm|xlsb|ods|fods|numbers)$/i;

/** What to do with a workbook that cannot be read. */
export const SAVE_AS =
  'Open the workbook in Excel, select "File", then "Save as", and select the type "CSV UTF-8 (Comma delimited)". Then choose the new .csv file here.';

/** How a zip archive begins, an empty one, and the container of older formats and of encrypted workbooks. */
const WORKBOOK_BYTES = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * The one file of what was chosen or dropped: { file } or { error, help }. `given` are { file, isFolder }, the file null
 * where there is none.
 */
export function pick(given) {
  if (!given.length || given.some(({ file }) => !file)) {
    return { error: 'This is not a file. Drop or choose a spreadsheet or a JSON file' };
  }
  if (given.length > 1) {
    const names = given
      .slice(0, 3)
      .map(({ file }) => file.name)
      .join(', ');
    const more = given.length > 3 ? ' …' : '';
    return {
      error: `You chose ${given.length} files (${names}${more}). Choose one file, or copy all the rows into one file`,
    };
  }
  const [{ file, isFolder }] = given;
  if (isFolder) return { error: `"${file.name}" is a folder. Open it and choose a spreadsheet or a JSON file` };
  return { file };
}

/** What helps with a file that can't be used, beyond what the report says; null where nothing does. */
export const helpWith = (name) => (WORKBOOK.test(name) ? SAVE_AS : null);

/** Whether a file that begins with these bytes is a workbook, whatever it is called. */
export const isWorkbook = (start) => WORKBOOK_BYTES.some((bytes) => bytes.every((byte, at) => start[at] === byte));

/** What to call the CSV file of a workbook's sheet: a name that needs no escapes in an address. */
export function csvName(workbook, sheet, isOnlySheet) {
  const name = workbook.replace(/\.[^.]*$/, '') + (isOnlySheet ? '' : `-${sheet}`);
  return `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '') || 'federations'}.csv`;
}

/** The address of a file in the folder that the script is in, as `src` takes it. */
export const sourceIn = (folder, name) => (folder || '') + encodeURIComponent(name);

/** Whether this is the address of a file of this name. */
export function leadsTo(source, name) {
  const last = (source || '').split(/[?#]/)[0].split('/').pop();
  try {
    return decodeURIComponent(last) === name;
  } catch {
    return last === name;
  }
}

const number = (count) => count.toLocaleString('en-GB');
const of = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

/** The outcome in a sentence or two. `sheet` is the name of the workbook's sheet, if it has several. */
export function verdict({ file, used, skippedRows, rows, ignoredCells }, sheet = null) {
  const lost = [
    skippedRows && `${of(skippedRows, 'row', 'rows')} will be left out`,
    ignoredCells && `${of(ignoredCells, 'cell', 'cells')} will be left empty`,
  ]
    .filter(Boolean)
    .join(' and ');
  return `${file}${sheet ? `, sheet "${sheet}"` : ''}: ${number(used)} of ${of(rows, 'row', 'rows')} can be used. ${lost ? `${lost}.` : 'Nothing will be left out.'}`;
}

/** What was recognised, as pairs of words. */
export function facts({
  rows,
  used,
  skippedRows,
  ignoredCells,
  encoding,
  separator,
  columns,
  replaced,
  practices,
  federations,
}) {
  const kind = separator ? 'CSV' : 'JSON';
  return [
    ...(practices
      ? [
          [
            'One row per practice',
            `${of(practices, 'practice', 'practices')} in ${of(federations, 'federation', 'federations')}`,
          ],
        ]
      : []),
    ['Rows used', `${number(used)} of ${number(rows)}`],
    ['Rows left out', number(skippedRows)],
    ['Cells left empty', number(ignoredCells)],
    ...(replaced ? [['Replace a built-in federation', number(replaced)]] : []),
    ['File type', kind],
    ['Text encoding', encoding],
    ...(separator ? [['Column separator', SEPARATORS[separator] || separator]] : []),
    [
      'Columns',
      `${number(columns.filter(({ column }) => column).length)} recognised, ${number(details(columns).length)} kept as details`,
    ],
  ];
}

/** The columns that the finder has no name for; one without a heading is not shown. */
export const details = (columns) => columns.filter(({ heading, column }) => heading && !column);

const LOST = {
  note: 'Nothing: it is shown as written',
  cell: 'This cell',
  row: 'This row',
  file: 'The rest of the file',
};

/** A fault as the cells of a table, the first of them the row's. */
export const cellsOf = ({ row, column, value, message, fix, scope }) => [
  `Row ${number(row)}`,
  column,
  value,
  message,
  fix,
  LOST[scope],
];

/** What is said where not all faults are shown; null where they are. */
export function rest(shown, { problemCount, problems }) {
  if (problemCount <= shown) return null;
  const kept =
    problems.length < problemCount
      ? ` The download lists the first ${number(problems.length)}.`
      : ' The download lists all of them.';
  return `${of(problemCount - shown, 'more problem is', 'more problems are')} not shown here.${kept}`;
}
