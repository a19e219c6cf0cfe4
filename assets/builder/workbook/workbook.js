// Entry of builder-workbook.js: reads the workbooks of spreadsheet programs. The builder loads this file when a user
// selects a workbook. None of it is in gp-federations.js.
import { OTHER_KINDS, WORKBOOK } from '../words.js';
import { openOds } from './ods.js';
import { openXlsx } from './xlsx.js';
import { openZip } from './zip.js';
import { Unreadable, damaged, otherKind, withPassword } from './unreadable.js';

/** The maximum size of a file, in bytes: the finder's own limit. */
const MAX_FILE = 64 * 1024 * 1024;
/** The first byte of a zip archive. */
const ZIP = 0x50;
/** The bytes of an XML file that contain its root element. */
const XML_START = 65536;

/**
 * Opens a file (a Blob): { sheets: [{ name, read(findWebsites) }] }, the visible sheets with content. `read` returns
 * { csv, notes }. Throws `Unreadable`.
 * @param {Blob} file
 */
export async function openWorkbook(file) {
  if (file.size > MAX_FILE) throw new Unreadable(...WORKBOOK.largeFile);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xd0) throw whatOleIs(bytes);
  if (bytes[0] !== ZIP) throw whatXmlIs(bytes);
  const zip = openZip(bytes);
  const sheets = await open(zip);
  if (!sheets.length) throw new Unreadable(...WORKBOOK.empty);
  return {
    sheets: sheets.map(({ name, read }) => ({
      name,
      /** @type {import('../types').Sheet['read']} */
      async read(findWebsites) {
        const table = await read();
        if (table.links.size) table.useLinks(await findWebsites(table.toCsv().csv));
        return table.toCsv();
      },
    })),
  };
}

/** @param {import('./zip.js').Zip} zip */
function open(zip) {
  if (zip.has('_rels/.rels')) return openXlsx(zip);
  if (zip.has('content.xml') || zip.has('encrypted-package')) return openOds(zip);
  if (zip.names.some((name) => /^index(\/|\.zip$)/.test(name))) throw otherKind(OTHER_KINDS.apple);
  if (!zip.names.length) throw damaged();
  throw otherKind(OTHER_KINDS.zip);
}

/**
 * Some programs write a workbook as one XML file.
 * @param {Uint8Array} bytes
 */
function whatXmlIs(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, XML_START));
  if (!start.includes('<office:document')) return new Unreadable(...WORKBOOK.oldXml);
  return otherKind(start.includes('opendocument.spreadsheet') ? OTHER_KINDS.flatOds : OTHER_KINDS.openDocument);
}

/**
 * Old formats use a container, which Excel also uses for encrypted workbooks.
 * @param {Uint8Array} bytes
 */
function whatOleIs(bytes) {
  if (holds(bytes, 'EncryptedPackage')) return withPassword();
  if (holds(bytes, 'WordDocument')) return otherKind(OTHER_KINDS.oldWord);
  if (holds(bytes, 'PowerPoint Document')) return otherKind(OTHER_KINDS.oldPowerPoint);
  return new Unreadable(...WORKBOOK.oldFormat);
}

/**
 * Whether the container has an entry of this name. Names begin at multiples of 128 bytes.
 * @param {Uint8Array} bytes
 * @param {string} name
 */
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
