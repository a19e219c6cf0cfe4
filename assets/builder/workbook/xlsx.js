// Office Open XML, the format of Excel, Google Sheets and most other programs, in its "transitional" and "strict"
// forms.
import { builtIn, formatter, isGeneral } from './number-format.js';
import { OTHER_KINDS } from '../words.js';
import { damaged, otherKind } from './unreadable.js';
import { readXml } from './xml.js';
import { Table } from './table.js';

/**
 * @typedef {{ text: string, isStruck: boolean }} RichText
 * @typedef {{ row: number, column: number }} Place
 * @typedef {{ [key in 'ref' | 'id' | 'part']: string | undefined }} Link
 * @typedef {{ strings: RichText[], formats: (style: number, isDate?: boolean) => import('./number-format.js').Formatter, firstDay: number, isCalculated: boolean, struckStyles: Set<number> }} Shared
 * @typedef {{ type: string | undefined, style: number, value: string, formula: string | null }} Cell
 */

const NAMESPACES = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'p',
};
/** Some content of a cell. */
const CONTENT = /<(?:\w+:)?[vt](?:\s[^>]*)?>[^<]/;
const MAX_ROW = 1048576;
const MAX_COLUMN = 16384;
/** Days from day 0 of each date system to 1 January 1970. */
const DAYS_TO_1900 = 25569;
const DAYS_TO_1904 = 24107;
const ISO_DATE = 'yyyy-mm-dd';

/** @param {string | undefined} value */
const isTrue = (value) => value === '1' || value === 'true' || value === 'on';

/**
 * The visible sheets of a workbook with content: [{ name, read() }]. `read` returns a Table.
 * @param {import('./zip.js').Zip} zip
 */
export async function openXlsx(zip) {
  const start = (await relationships(zip, '')).find(({ type }) => type === 'officeDocument');
  const part = start && start.target;
  if (!part || !zip.has(part)) throw damaged();
  if (/\.bin$/i.test(part)) throw otherKind(OTHER_KINDS.xlsb);
  if (/(^|\/)word\//i.test(part)) throw otherKind(OTHER_KINDS.word);
  if (/(^|\/)ppt\//i.test(part)) throw otherKind(OTHER_KINDS.powerPoint);

  const { all, is1904, isCalculated } = await sheetList(zip, part);
  const related = await relationships(zip, part);
  /** @param {string} wanted */
  const pathOf = (wanted) => (related.find(({ type }) => type === wanted) || {}).target;
  /** @type {Shared | null} */
  let shared = null;
  /** @returns {Promise<Shared>} */
  const once = async () => ({
    strings: await sharedStrings(zip, pathOf('sharedStrings')),
    ...(await cellStyles(zip, pathOf('styles'), is1904)),
    firstDay: is1904 ? DAYS_TO_1904 : DAYS_TO_1900,
    isCalculated,
  });

  const sheets = [];
  for (const { name, id } of all.filter(({ isHidden }) => !isHidden)) {
    const relationship = related.find((it) => it.id === id);
    // Charts can be sheets, too.
    if (!relationship || relationship.type !== 'worksheet' || !hasContent(zip, relationship.target)) continue;
    sheets.push({
      name,
      async read() {
        shared = shared || (await once());
        return readSheet(zip, relationship.target, shared);
      },
    });
  }
  return sheets;
}

/**
 * The relationships of a part: [{ id, type, target }], the target as its name in the archive, or as an address if it is
 * outside.
 * @param {import('./zip.js').Zip} zip
 * @param {string} part
 * @param {boolean} [isOutside]
 */
async function relationships(zip, part, isOutside = false) {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  /** @type {{ id: string | undefined, type: string, target: string }[]} */
  const all = [];
  if (!zip.has(path)) return all;
  await readXml(zip.chunks(path), NAMESPACES, {
    open(name, attribute) {
      if (name !== 'p:Relationship' || (attribute('TargetMode') === 'External') !== isOutside) return;
      const address = attribute('Type') || '';
      const type = address.slice(address.lastIndexOf('/') + 1);
      const target = attribute('Target') || '';
      all.push({ id: attribute('Id'), type, target: isOutside ? target : resolved(folder, target) });
    },
  });
  return all;
}

/**
 * @param {string} folder
 * @param {string} target
 */
function resolved(folder, target) {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * @param {import('./zip.js').Zip} zip
 * @param {string} part
 */
async function sheetList(zip, part) {
  /** @type {{ name: string, id: string | undefined, isHidden: boolean }[]} */
  const all = [];
  let is1904 = false;
  let isCalculated = true;
  await readXml(zip.chunks(part), NAMESPACES, {
    open(name, attribute) {
      if (name === 's:workbookPr') is1904 = isTrue(attribute('date1904'));
      if (name === 's:calcPr') isCalculated = !isTrue(attribute('fullCalcOnLoad'));
      if (name !== 's:sheet') return;
      const state = attribute('state');
      all.push({
        name: attribute('name') || '',
        id: attribute('r:id'),
        isHidden: state === 'hidden' || state === 'veryHidden',
      });
    },
  });
  return { all, is1904, isCalculated };
}

/**
 * @param {import('./zip.js').Zip} zip
 * @param {string | undefined} path
 */
async function sharedStrings(zip, path) {
  /** @type {RichText[]} */
  const strings = [];
  if (!path) return strings;
  const text = richText();
  await readXml(zip.chunks(path), NAMESPACES, {
    open: text.open,
    close(name) {
      text.close(name);
      if (name === 's:si') strings.push(text.take());
    },
    text: text.add,
  });
  return strings;
}

/** @param {(name: string) => string | undefined} attribute */
const isOn = (attribute) => isTrue(attribute('val') || '1');

/** Collects the runs of a text, without the pronunciation of Japanese names. */
function richText() {
  let text = '';
  let isText = false;
  let isPhonetic = false;
  let isStruckRun = false;
  let isStruck = false;
  return {
    /** @type {import('./xml.js').Listeners['open'] & {}} */
    open(name, attribute) {
      if (name === 's:rPh') isPhonetic = true;
      if (name === 's:t') isText = true;
      if (name === 's:strike') isStruckRun = isOn(attribute);
    },
    /** @param {string} name */
    close(name) {
      if (name === 's:rPh') isPhonetic = false;
      if (name === 's:t') isText = false;
      if (name === 's:r') isStruckRun = false;
    },
    /** @param {string} part */
    add(part) {
      if (!isText || isPhonetic) return;
      text += part;
      if (isStruckRun && part.trim()) isStruck = true;
    },
    /** @returns {RichText} */
    take() {
      const all = { text: plain(text), isStruck };
      text = '';
      isStruck = false;
      return all;
    },
  };
}

/**
 * Characters that XML cannot contain are written as `_x000D_`.
 * @param {string} text
 */
const plain = (text) =>
  text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16))) : text;

/**
 * A function for each style, from a value to the displayed text, and the styles of text that is struck through.
 * @param {import('./zip.js').Zip} zip
 * @param {string | undefined} path
 * @param {boolean} is1904
 * @returns {Promise<Pick<Shared, 'formats' | 'struckStyles'>>}
 */
async function cellStyles(zip, path, is1904) {
  const codes = new Map();
  /** @type {string[]} */
  const styles = [];
  /** @type {Set<number>} */
  const struckStyles = new Set();
  /** @type {boolean[]} */
  const struckFonts = [];
  let isFont = false;
  let isCellStyle = false;
  if (path) {
    await readXml(zip.chunks(path), NAMESPACES, {
      open(name, attribute) {
        // Styles of changes (dxf) have formats, too. They come after those of cells.
        if (name === 's:numFmt' && !codes.has(attribute('numFmtId')))
          codes.set(attribute('numFmtId'), attribute('formatCode') || 'General');
        if (name === 's:fonts') isFont = true;
        if (name === 's:font' && isFont) struckFonts.push(false);
        if (name === 's:strike' && isFont) struckFonts[struckFonts.length - 1] = isOn(attribute);
        if (name === 's:cellXfs') isCellStyle = true;
        if (name === 's:xf' && isCellStyle) {
          if (struckFonts[Number(attribute('fontId'))]) struckStyles.add(styles.length);
          styles.push(attribute('numFmtId') || '0');
        }
      },
      close(name) {
        if (name === 's:fonts') isFont = false;
        if (name === 's:cellXfs') isCellStyle = false;
      },
    });
  }
  const formatters = new Map();
  /** @type {Shared['formats']} */
  const formats = (style, isDate = false) => {
    const id = styles[style] || '0';
    let code = codes.get(id) || builtIn(Number(id));
    if (isDate && isGeneral(code)) code = ISO_DATE;
    if (!formatters.has(code)) formatters.set(code, formatter(code, is1904));
    return formatters.get(code);
  };
  return { formats, struckStyles };
}

/**
 * Whether a sheet has any text or number. Stops reading at the first one.
 * @param {import('./zip.js').Zip} zip
 * @param {string} path
 */
function hasContent(zip, path) {
  const decoder = new TextDecoder();
  let end = '';
  for (const chunk of zip.chunks(path)) {
    const text = end + decoder.decode(chunk, { stream: true });
    if (CONTENT.test(text)) return true;
    end = text.slice(-200);
  }
  return false;
}

/**
 * @param {import('./zip.js').Zip} zip
 * @param {string} path
 * @param {Shared} shared
 */
async function readSheet(zip, path, shared) {
  const table = new Table();
  const inline = richText();
  let [row, column] = [-1, -1];
  /** @type {Cell | null} */
  let cell = null;
  let isValue = false;
  let isFormula = false;
  /** @type {Link[]} */
  const links = [];
  /**
   * The cells that get the results of a formula in the first one, before they are calculated.
   * @type {[first: Place, last: Place][]}
   */
  const arrays = [];
  /** @type {import('./number-format.js').SetMark} */
  const mark = (kind) => table.mark(kind, row, column);
  await readXml(zip.chunks(path), NAMESPACES, {
    open(name, attribute) {
      if (name === 's:c') {
        const place = placeOf(attribute('r'));
        if (place) [row, column] = [place.row, place.column];
        else column += 1;
        const isPart = arrays.some(
          ([first, last]) => row >= first.row && row <= last.row && column >= first.column && column <= last.column,
        );
        const formula = isPart ? '' : null;
        cell = { type: attribute('t'), style: Number(attribute('s') || 0), value: '', formula };
      } else if (name === 's:v') {
        isValue = true;
      } else if (name === 's:f') {
        isFormula = true;
        if (cell) cell.formula = '';
        const [first, last] = (attribute('ref') || '').split(':').map(placeOf);
        if (first && last && attribute('t') === 'array' && !shared.isCalculated) arrays.push([first, last]);
      } else if (name === 's:row') {
        const number = Number(attribute('r'));
        row = number > 0 ? number - 1 : row + 1;
        column = -1;
        if (isTrue(attribute('hidden'))) table.hideRow(row);
      } else if (name === 's:col') {
        if (isTrue(attribute('hidden')) || attribute('width') === '0')
          table.hideColumns(Number(attribute('min')) - 1, Number(attribute('max')) - 1);
      } else if (name === 's:mergeCell') {
        const [first, last] = (attribute('ref') || '').split(':').map(placeOf);
        if (first && last) table.merge(first.row, first.column, last.row);
      } else if (name === 's:hyperlink') {
        links.push({ ref: attribute('ref'), id: attribute('r:id'), part: attribute('location') });
      } else {
        inline.open(name, attribute);
      }
    },
    close(name) {
      inline.close(name);
      if (name === 's:v') isValue = false;
      if (name === 's:f') isFormula = false;
      if (name !== 's:c' || !cell) return;
      if (row >= MAX_ROW || column >= MAX_COLUMN) throw damaged();
      const { text, isStruck } = shown(cell, inline.take(), shared, mark);
      if (isWithoutResult(cell, shared)) mark('withoutResult');
      else table.set(row, column, text);
      if (text && (isStruck || shared.struckStyles.has(cell.style))) mark('struckThrough');
      if (cell.formula) table.linkOfFormula(row, column, cell.formula);
      cell = null;
    },
    text(part) {
      if (isValue && cell) cell.value += part;
      else if (isFormula && cell) cell.formula += part;
      else inline.add(part);
    },
  });
  if (links.length) await readLinks(zip, path, links, table);
  return table;
}

/**
 * Adds the addresses of links, which are outside of the sheet.
 * @param {import('./zip.js').Zip} zip
 * @param {string} path
 * @param {Link[]} links
 * @param {Table} table
 */
async function readLinks(zip, path, links, table) {
  const addresses = new Map((await relationships(zip, path, true)).map(({ id, target }) => [id, target]));
  for (const { ref, id, part } of links) {
    const [first, last = first] = (ref || '').split(':').map(placeOf);
    const target = addresses.get(id);
    if (!first || !last || !target) continue;
    const address = part ? `${target}#${part}` : target;
    for (let row = first.row; row <= Math.min(last.row, table.rows.length - 1); row += 1) {
      const cells = table.rows[row] || [];
      for (let column = first.column; column <= Math.min(last.column, cells.length - 1); column += 1)
        if (cells[column]) table.link(row, column, address);
    }
  }
}

/**
 * The row and column of a reference such as "AB12", counted from 0.
 * @param {string | undefined} reference
 */
function placeOf(reference) {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference || '');
  if (!match) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/**
 * Whether a cell has a formula whose result was not saved. In a workbook that is to be calculated when it is opened, the
 * program that wrote it has put 0 in place of the results.
 * @param {Cell} cell
 * @param {Shared} shared
 */
function isWithoutResult({ type, value, formula }, { isCalculated }) {
  if (formula === null || type === 'str') return false;
  return value === '' || (!isCalculated && (!type || type === 'n') && Number(value) === 0);
}

/**
 * The displayed text of a cell, and dates in ISO 8601.
 * @param {Cell} cell
 * @param {RichText} inline
 * @param {Shared} shared
 * @param {import('./number-format.js').SetMark} mark
 * @returns {RichText}
 */
function shown({ type, style, value }, inline, { strings, formats, firstDay }, mark) {
  if (type === 's' || type === 'inlineStr') {
    const { text, isStruck } = (type === 's' ? strings[Number(value)] : inline) || { text: '', isStruck: false };
    return { text: formats(style)(text, mark), isStruck };
  }
  return { text: shownValue(), isStruck: false };

  function shownValue() {
    switch (type) {
      case 'str':
        return formats(style)(plain(value), mark);
      case 'b':
        return value === '' ? '' : isTrue(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        return value;
      case 'd':
        return formats(style, true)(serial(value, firstDay), mark);
      default: {
        const number = Number(value);
        return value.trim() === '' ? '' : Number.isNaN(number) ? value : formats(style)(number, mark);
      }
    }
  }
}

/**
 * The number of a date that is written as 2026-11-28T09:30:00.
 * @param {string} value
 * @param {number} firstDay
 */
function serial(value, firstDay) {
  const [, year, month, day, hour = 0, minute = 0, second = 0] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):([\d.]+))?/.exec(value) || [];
  if (!year) return value;
  const [days, months, hours, minutes, seconds] = [day, month, hour, minute, second].map(Number);
  return Date.UTC(Number(year), months - 1, days, hours, minutes, seconds) / 86400000 + firstDay;
}
