// Workbooks of Excel and other programs in "Check your list". Their reader is a separate file, which is loaded with the
// first workbook. The report, the preview and the download use the CSV file that the reader makes from a sheet.
import { MAX_SIGNATURE, isWorkbook } from './list-file.js';
import { el } from './dom.js';
import { LIST, didNotLoad } from './words.js';

const READER = 'builder-workbook.js';

/** @type {Promise<Window['gpFederationsWorkbook']> | null} */
let loading = null;

/**
 * Whether this file is a workbook.
 * @param {Blob} file
 */
export async function holdsWorkbook(file) {
  try {
    return isWorkbook(new Uint8Array(await file.slice(0, MAX_SIGNATURE).arrayBuffer()));
  } catch {
    // The code that reads the whole file reports why it cannot be read.
    return false;
  }
}

/**
 * The workbook's sheets: { sheets: [{ name, read() }] }. Rejects with a message and help.
 * @param {File} file
 */
export async function openWorkbook(file) {
  const open = await reader();
  try {
    return await open(file);
  } catch (error) {
    throw inWords(file, error);
  }
}

/**
 * The CSV text of a sheet and the notes about it: { csv, notes }. Rejects in the same way as `openWorkbook`.
 * @param {File} file
 * @param {import('./types').Sheet} sheet
 * @param {Parameters<import('./types').Sheet['read']>[0]} findWebsites
 */
export async function readSheet(file, sheet, findWebsites) {
  try {
    return await sheet.read(findWebsites);
  } catch (error) {
    throw inWords(file, error);
  }
}

/**
 * @param {File} file
 * @param {any} error `Unreadable`, or another `Error`.
 */
function inWords({ name }, { message, help }) {
  return Object.assign(new Error(LIST.cannotBeUsed(name, help && message)), { help });
}

// A module would not load from a disk.
function reader() {
  loading =
    loading ||
    new Promise((resolve, reject) => {
      document.head.append(
        el('script', {
          src: READER,
          onload: () => resolve(window.gpFederationsWorkbook),
          onerror: () => {
            loading = null;
            reject(new Error(didNotLoad(READER)));
          },
        }),
      );
    });
  return loading;
}
