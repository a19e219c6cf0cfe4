// Which file somebody gave, and what is said of it: without the page, so that node can test it.
import {
  FACTS,
  LEFT_OUT,
  LIST,
  SEPARATORS,
  columnsKept,
  moreProblems,
  numberOf,
  practicesIn,
  rowNumber,
  usedOf,
} from './words.js';

const WORKBOOK = /\.(xls|xlsx|xlsm|xlsb|ods|fods|numbers)$/i;

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
    return { error: LIST.noFile };
  }
  if (given.length > 1) {
    const names = given
      .slice(0, 3)
      .map(({ file }) => file.name)
      .join(', ');
    const more = given.length > 3 ? ' …' : '';
    return { error: LIST.severalFiles(given.length, names + more) };
  }
  const [{ file, isFolder }] = given;
  if (isFolder) return { error: LIST.folder(file.name) };
  return { file };
}

/** What helps with a file that cannot be used, beyond what the report says; null where nothing does. */
export const helpWith = (name) => (WORKBOOK.test(name) ? LIST.saveAs : null);

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
  return [
    ...(practices ? [[FACTS.practices, practicesIn(practices, federations)]] : []),
    [FACTS.used, usedOf(used, rows)],
    [FACTS.skipped, numberOf(skippedRows)],
    [FACTS.ignored, numberOf(ignoredCells)],
    ...(replaced ? [[FACTS.replaced, numberOf(replaced)]] : []),
    [FACTS.type, separator ? 'CSV' : 'JSON'],
    [FACTS.encoding, encoding],
    ...(separator ? [[FACTS.separator, SEPARATORS[separator] || separator]] : []),
    [FACTS.columns, columnsKept(recognised(columns).length, details(columns).length, leftOut(columns).length)],
  ];
}

/** The columns that the finder has a name for. */
export const recognised = (columns) => columns.filter(({ column, isLeftOut }) => column && !isLeftOut);

/** The columns that it has no name for; one without a heading is not shown. */
export const details = (columns) =>
  columns.filter(({ heading, column, isLeftOut }) => heading && !column && !isLeftOut);

/** The columns that are about practices, as only all rows together show. */
export const leftOut = (columns) => columns.filter(({ isLeftOut }) => isLeftOut);

/** A fault as the cells of a table, the first of them the row's. */
export const cellsOf = ({ row, column, value, message, fix, scope }) => [
  rowNumber(row),
  column,
  value,
  message,
  fix,
  LEFT_OUT[scope],
];

/** What is said where not all faults are shown; null where they are. */
export function rest(shown, { problemCount, problems }) {
  return problemCount > shown ? moreProblems(problemCount - shown, problems.length, problemCount) : null;
}
