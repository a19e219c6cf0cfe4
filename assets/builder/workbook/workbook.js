// Entry of builder-workbook.js: reads the workbooks of spreadsheet programs. The builder loads this file when a person
// chooses a workbook. Nothing of it is in gp-federations.js.
import { openOds } from './ods.js';
import { openXlsx } from './xlsx.js';
import { openZip } from './zip.js';
import { Unreadable, damaged, otherKind, withPassword } from './unreadable.js';

/** The largest file that is read, in bytes: the finder's own limit. */
const MAX_FILE = 64 * 1024 * 1024;

const OLD_FORMAT = () =>
  new Unreadable(
    'is an old Excel workbook (.xls)',
    'Open it in Excel, select "File", then "Save as", and select the type "Excel Workbook (*.xlsx)". Then choose the new file here.',
  );

/**
 * Opens a file (a Blob): { sheets: [{ name, read() }] }, the sheets that can be seen and have content. `read` gives
 * { csv, notes }. Throws `Unreadable`.
 */
export async function openWorkbook(file) {
  if (file.size > MAX_FILE) {
    throw new Unreadable(
      'is larger than 64 MB',
      'Remove the columns, rows, pictures and sheets that the list does not need, or save the list as a CSV file and choose that.',
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xd0) throw whatOleIs(bytes);
  const zip = openZip(bytes);
  const sheets = await open(zip);
  if (!sheets.length) {
    throw new Unreadable(
      'has no sheet with content',
      'If the list is on a hidden sheet, select "Unhide" in the workbook, save it and choose it again.',
    );
  }
  return {
    sheets: sheets.map(({ name, read }) => ({
      name,
      read: async () => (await read()).toCsv(),
    })),
  };
}

function open(zip) {
  if (zip.has('_rels/.rels')) return openXlsx(zip);
  if (zip.has('content.xml') || zip.has('encrypted-package')) return openOds(zip);
  if (zip.names.some((name) => /^index(\/|\.zip$)/.test(name)))
    throw otherKind('a document of Numbers, Pages or Keynote');
  if (!zip.names.length) throw damaged();
  throw otherKind('a zip file, but not a workbook');
}

/** Old formats are in a container, in which Excel also puts workbooks that it has encrypted. */
function whatOleIs(bytes) {
  if (holds(bytes, 'EncryptedPackage')) return withPassword();
  if (holds(bytes, 'WordDocument')) return otherKind('an old Word document');
  if (holds(bytes, 'PowerPoint Document')) return otherKind('an old PowerPoint presentation');
  return OLD_FORMAT();
}

/** Whether the container has an entry of this name. Names begin at multiples of 128 bytes. */
function holds(bytes, name) {
  for (let at = 512; at + name.length * 2 <= bytes.length; at += 128) {
    let letter = 0;
    while (
      letter < name.length &&
      bytes[at + letter * 2] === name.charCodeAt(letter) &&
      bytes[at + letter * 2 + 1] === 0
    )
      letter += 1;
    if (letter === name.length) return true;
  }
  return false;
}

if (typeof window !== 'undefined') window.gpFederationsWorkbook = openWorkbook;
