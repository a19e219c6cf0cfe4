// The selected file and the messages about it: without access to the page, so that Node can test it.
import {
  FACTS,
  LEFT_OUT,
  LIST,
  SEPARATORS,
  columnsKept,
  membersIn,
  moreProblems,
  numberOf,
  oneRowPer,
  rowNumber,
  usedOf,
} from './words.js';

/** @typedef {Pick<import('gpf:types').ColumnMapping, 'heading' | 'column' | 'isLeftOut'>[]} Columns */

const WORKBOOK = /\.(xls|xlsx|xlsm|xlsb|ods|fods|numbers)$/i;

/**
 * The first bytes of a zip archive, of an empty one, and of the container of older formats and of encrypted workbooks.
 */
const WORKBOOK_BYTES = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0xd0, 0xcf, 0x11, 0xe0],
];
/** The start of a workbook that is one XML file: of OpenDocument, and of Excel 2003. */
const XML_WORKBOOK = /^\uFEFF?\s*<\?xml.*(<office:document\s|["']urn:schemas-microsoft-com:office:spreadsheet["'])/s;
/** The number of bytes that `isWorkbook` needs. */
export const MAX_SIGNATURE = 1024;

/**
 * The only file of a selection or a drop: { file } or { error, help }. `given` are { file, isFolder }. The file is null
 * for other content.
 * @param {import('./types').Given[]} given
 * @returns {{ file: File, error?: undefined } | { file?: undefined, error: string }}
 */
export function pick(given) {
  const files = given.flatMap(({ file }) => file || []);
  if (!files.length || files.length < given.length) {
    return { error: LIST.noFile };
  }
  if (files.length > 1) {
    const names = files
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ');
    const more = files.length > 3 ? ' …' : '';
    return { error: LIST.severalFiles(files.length, names + more) };
  }
  const [file] = files;
  if (given[0].isFolder) return { error: LIST.folder(file.name) };
  return { file };
}

/**
 * Additional help for a file that cannot be used, beyond the report. Null if there is none.
 * @param {string} name
 */
export const helpWith = (name) => (WORKBOOK.test(name) ? LIST.saveAs : null);

/**
 * Whether a file with these first bytes is a workbook, whatever its name is.
 * @param {Uint8Array} start
 */
export const isWorkbook = (start) =>
  WORKBOOK_BYTES.some((bytes) => bytes.every((byte, at) => start[at] === byte)) ||
  XML_WORKBOOK.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(start));

/**
 * A name for the CSV file of a workbook's sheet, without characters that need escapes in a URL.
 * @param {string} workbook
 * @param {string} sheet
 * @param {boolean} isOnlySheet
 */
export function csvName(workbook, sheet, isOnlySheet) {
  const name = workbook.replace(/\.[^.]*$/, '') + (isOnlySheet ? '' : `-${sheet}`);
  return `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '') || 'federations'}.csv`;
}

/**
 * The URL of a file in the folder of the script, as a value for `src`.
 * @param {string | undefined} folder
 * @param {string} name
 */
export const sourceIn = (folder, name) => (folder || '') + encodeURIComponent(name);

/**
 * Whether this is the URL of a file of this name.
 * @param {string | undefined} source
 * @param {string} name
 */
export function leadsTo(source, name) {
  const [path] = (source || '').split(/[?#]/);
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last) === name;
  } catch {
    return last === name;
  }
}

/**
 * The recognised properties of the list, as pairs of words.
 * @param {import('gpf:types').ImportReport} report
 * @returns {[string, string][]}
 */
export function facts({
  rows,
  used,
  skippedRows,
  ignoredCells,
  encoding,
  separator,
  columns,
  replaced,
  memberKind,
  members,
  federations,
}) {
  /** @type {([string, string] | null)[]} */
  const list = [
    memberKind && members ? [oneRowPer(memberKind), membersIn(memberKind, members, federations)] : null,
    [FACTS.used, usedOf(used, rows)],
    [FACTS.skipped, numberOf(skippedRows)],
    ignoredCells ? [FACTS.ignored, numberOf(ignoredCells)] : null,
    replaced ? [FACTS.replaced, numberOf(replaced)] : null,
    [FACTS.type, separator ? 'CSV' : 'JSON'],
    [FACTS.encoding, encoding],
    separator ? [FACTS.separator, SEPARATORS[separator] || separator] : null,
    [
      FACTS.columns,
      columnsKept(recognised(columns).length, details(columns).length, aboutMembers(columns).length, memberKind),
    ],
  ];
  return list.filter((it) => it !== null);
}

/**
 * The columns that the finder has a name for.
 * @param {Columns} columns
 */
export const recognised = (columns) => columns.filter(({ column, isLeftOut }) => column && !isLeftOut);

/**
 * The columns that the finder has no name for. Columns without a heading are not shown.
 * @param {Columns} columns
 */
export const details = (columns) =>
  columns.filter(({ heading, column, isLeftOut }) => heading && !column && !isLeftOut);

/**
 * The columns about members of the federations, which only all rows together show.
 * @param {Columns} columns
 */
export const aboutMembers = (columns) => columns.filter(({ isLeftOut }) => isLeftOut);

/**
 * A problem as the cells of a table. The first cell is the row's heading.
 * @param {import('gpf:types').Diagnostic} problem
 */
export const cellsOf = ({ row, column, value, message, fix, scope }) => [
  rowNumber(row),
  column,
  value,
  message,
  fix,
  LEFT_OUT[scope],
];

/**
 * The note if not all problems are shown. Null if they are.
 * @param {number} shown
 * @param {Pick<import('gpf:types').ImportReport, 'problemCount' | 'problems'>} report
 */
export function rest(shown, { problemCount, problems }) {
  return problemCount > shown ? moreProblems(problemCount - shown, problems.length, problemCount) : null;
}
