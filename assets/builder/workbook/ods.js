// OpenDocument, the format of LibreOffice, to which Excel and Google Sheets can export. Each cell contains its
// displayed text, so no format has to be applied, but a date is read from its value.
import { OTHER_KINDS } from '../words.js';
import { dateDisplayed, general, isoDate } from './number-format.js';
import { Table } from './table.js';
import { damaged, otherKind, withPassword } from './unreadable.js';
import { readXml } from './xml.js';
import { textOf } from './zip.js';

/**
 * @typedef {import('./zip.js').Zip} Zip
 * @typedef {import('./number-format.js').DateParts} DateParts
 * @typedef {{ columns: number, spanned: number, isCovered: boolean, formula: string | undefined, style: string | undefined, type: string | undefined, text: string, value: string, isStruck: boolean, link: string }} Cell
 * @typedef {{ parent?: string, format?: string, isStruck?: boolean }} Style
 */

const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMESPACES = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0': 'number',
  'http://www.w3.org/1999/xlink': 'xlink',
};
/** Elements in a sheet or a cell that are not its content: comments, pictures, earlier versions. */
const SKIPPED =
  /^(office:annotation|office:forms|draw:.+|text:note|text:ruby-text|table:(tracked-changes|dde-links?|shapes|detective|content-validations))$/;
const MAX_ROW = 1048576;
const MAX_COLUMN = 16384;
const DATE = /^(\d{4}-\d\d-\d\d)(?:T(.*))?$/;
/** A number such as 1.61496E+11. */
const SCIENTIFIC = /^-?\d[\d.,]*E[+-]?\d+$/;
/**
 * The parts of a date in a format.
 * @type {{ [element: string]: keyof DateParts }}
 */
const DATE_PARTS = {
  'number:year': 'year',
  'number:month': 'month',
  'number:day': 'day',
  'number:hours': 'hours',
};
/** Of a cell without a format for dates. */
const ALL_PARTS = { year: true, month: true, day: true, hours: true };

/**
 * The visible sheets of a workbook with content: [{ name, read() }]. `read` returns a Table.
 * @param {Zip} zip
 */
export async function openOds(zip) {
  const type = zip.has('mimetype') ? textOf(zip, 'mimetype').trim() : MIME_TYPE;
  if (
    zip.has('encrypted-package') ||
    (zip.has('META-INF/manifest.xml') && /encryption-data/.test(textOf(zip, 'META-INF/manifest.xml')))
  )
    throw withPassword();
  if (!type.startsWith(MIME_TYPE)) throw otherKind(OTHER_KINDS.openDocument);
  if (!zip.has('content.xml')) throw damaged();
  const styles = makeStyles();
  // The styles that people can select; those of single cells are in the content.
  if (zip.has('styles.xml')) await readXml(zip.chunks('styles.xml'), NAMESPACES, styles);
  const sheets = await readContent(zip, styles);
  return sheets
    .filter(({ isHidden, table }) => !isHidden && table.hasContent)
    .map(({ name, table }) => ({ name, read: async () => table }));
}

/** Collects the styles of cells and of parts of their texts. */
function makeStyles() {
  /** @type {{ [family: string]: Map<string | undefined, Style> }} */
  const styles = { 'table-cell': new Map(), text: new Map() };
  /** @type {Map<string | undefined, DateParts>} */
  const formats = new Map();
  /** @type {Style} */
  let style = {};
  /** @type {DateParts} */
  let format = {};

  /**
   * A property of a style, or of the one that it extends.
   * @template {keyof Style} K
   * @param {string} family
   * @param {string | undefined} name
   * @param {K} property
   */
  function find(family, name, property) {
    let found = styles[family].get(name);
    // A style could be its own parent.
    for (let depth = 0; found && found[property] === undefined && depth < 10; depth += 1)
      found = styles[family].get(found.parent);
    return found && found[property];
  }

  return {
    /** @type {import('./xml.js').Listeners['open'] & {}} */
    open(name, attribute) {
      if (name === 'style:style') {
        style = { parent: attribute('style:parent-style-name'), format: attribute('style:data-style-name') };
        const family = styles[attribute('style:family') || ''];
        if (family) family.set(attribute('style:name'), style);
      } else if (name === 'style:text-properties') {
        const line = attribute('style:text-line-through-style') || attribute('style:text-line-through-type');
        if (line) style.isStruck = line !== 'none';
      } else if (name === 'number:date-style') {
        format = {};
        formats.set(attribute('style:name'), format);
      } else if (DATE_PARTS[name]) {
        format[DATE_PARTS[name]] = true;
      }
    },
    /** @param {string} name */
    close(name) {
      if (name === 'style:style') style = {};
    },
    /**
     * The parts of a date that a cell with this style shows.
     * @param {string | undefined} name
     */
    dateParts: (name) => formats.get(find('table-cell', name, 'format')) || ALL_PARTS,
    /**
     * @param {'table-cell' | 'text'} family
     * @param {string | undefined} name
     */
    isStruck: (family, name) => Boolean(find(family, name, 'isStruck')),
  };
}

/**
 * @param {Zip} zip
 * @param {ReturnType<typeof makeStyles>} styles
 */
async function readContent(zip, styles) {
  /** @type {{ name: string, isHidden: boolean, table: Table }[]} */
  const sheets = [];
  /** @type {Set<string | undefined>} */
  const hiddenStyles = new Set();
  /** @type {string | undefined} */
  let styleName;
  /** @type {Table | null} */
  let table = null;
  let [row, column] = [0, 0];
  let [rows, isHiddenRow] = [1, false];
  /**
   * The styles of cells without one of their own.
   * @type {string | undefined}
   */
  let rowStyle;
  /** @type {[end: number, style: string | undefined][]} */
  let columnStyles = [];
  /**
   * The texts of a repeated row.
   * @type {[column: number, text: string, cell: Cell][]}
   */
  let held = [];
  /** @type {[kind: import('./table.js').Mark, column: number, count: number][]} */
  let marks = [];
  /** @type {Cell | null} */
  let cell = null;
  let paragraphs = 0;
  /** The nesting depth in a skipped element. */
  let skipped = 0;

  /** @param {string | undefined} value */
  const times = (value) => Math.max(1, Math.floor(Number(value)) || 1);

  /**
   * @param {(name: string) => string | undefined} attribute
   * @param {boolean} isCovered
   */
  function openCell(attribute, isCovered) {
    cell = {
      columns: times(attribute('table:number-columns-repeated')),
      spanned: times(attribute('table:number-rows-spanned')),
      isCovered,
      formula: attribute('table:formula'),
      style: attribute('table:style-name') || rowStyle || (columnStyles.find(([end]) => column < end) || [])[1],
      type: attribute('office:value-type'),
      text: '',
      value: cellValue(attribute),
      isStruck: false,
      link: '',
    };
    paragraphs = 0;
  }

  /**
   * The displayed text of a cell; of a date and of a number with hidden digits, the value.
   * @param {Cell} cell
   * @param {string} displayed
   * @param {import('./number-format.js').SetMark} mark
   */
  function exact({ type, value, style }, displayed, mark) {
    if (type === 'date') {
      const [, iso, time = ''] = DATE.exec(value) || [];
      return (iso && isoDate(iso, /[1-9]/.test(time), styles.dateParts(style), mark)) || displayed;
    }
    if (type !== 'float') return displayed;
    if (SCIENTIFIC.test(displayed)) return general(Number(value));
    // SheetJS writes a date as a number.
    return dateDisplayed(Number(value), displayed, mark) || displayed;
  }

  /**
   * @param {Table} table
   * @param {Cell} cell
   */
  function closeCell(table, cell) {
    const displayed = cell.isCovered ? '' : cell.text || (paragraphs ? '' : cell.value);
    const text = displayed && exact(cell, displayed, (kind) => marks.push([kind, column, cell.columns]));
    if (text) {
      if (column + cell.columns > MAX_COLUMN) throw damaged();
      for (let at = 0; at < cell.columns; at += 1) held.push([column + at, text, cell]);
      if (cell.isStruck || styles.isStruck('table-cell', cell.style))
        marks.push(['struckThrough', column, cell.columns]);
      if (cell.spanned > 1) table.merge(row, column, row + cell.spanned - 1);
    } else if (cell.formula !== undefined && !paragraphs && !cell.isCovered) {
      marks.push(['withoutResult', column, 1]);
    }
    column += cell.columns;
  }

  /** @param {Table} table */
  function closeRow(table) {
    if (held.length) {
      if (row + rows > MAX_ROW) throw damaged();
      for (let at = row; at < row + rows; at += 1) {
        for (const [place, text, { link, formula }] of held) {
          table.set(at, place, text);
          if (formula) table.linkOfFormula(at, place, formula);
          if (link) table.link(at, place, link);
        }
        if (isHiddenRow) table.hideRow(at);
      }
    }
    for (const [kind, first, columns] of marks)
      for (let at = row; at < row + rows; at += 1)
        for (let place = first; place < first + columns; place += 1) table.mark(kind, at, place);
    row += rows;
    held = [];
    marks = [];
  }

  await readXml(zip.chunks('content.xml'), NAMESPACES, {
    open(name, attribute) {
      if (skipped || SKIPPED.test(name)) {
        skipped += 1;
        return;
      }
      styles.open(name, attribute);
      switch (name) {
        case 'style:style':
          styleName = attribute('style:name');
          break;
        case 'style:table-properties':
          if (attribute('table:display') === 'false') hiddenStyles.add(styleName);
          break;
        case 'table:table':
          // A table in a cell is not a sheet.
          if (cell) {
            skipped = 1;
            break;
          }
          table = new Table();
          sheets.push({
            name: attribute('table:name') || '',
            isHidden: hiddenStyles.has(attribute('table:style-name')),
            table,
          });
          [row, column] = [0, 0];
          columnStyles = [];
          break;
        case 'table:table-column': {
          const count = times(attribute('table:number-columns-repeated'));
          if (isHiddenPart(attribute) && table) table.hideColumns(column, column + count - 1);
          column += count;
          columnStyles.push([column, attribute('table:default-cell-style-name')]);
          break;
        }
        case 'table:table-row':
          rows = times(attribute('table:number-rows-repeated'));
          isHiddenRow = isHiddenPart(attribute);
          rowStyle = attribute('table:default-cell-style-name');
          column = 0;
          break;
        case 'table:table-cell':
        case 'table:covered-table-cell':
          if (table) openCell(attribute, name !== 'table:table-cell');
          break;
        case 'text:p':
          if (cell) {
            if (paragraphs) cell.text += '\n';
            paragraphs += 1;
          }
          break;
        case 'text:span':
          if (cell && styles.isStruck('text', attribute('text:style-name'))) cell.isStruck = true;
          break;
        case 'text:a':
          if (cell) cell.link = cell.link || attribute('xlink:href') || '';
          break;
        case 'text:s':
          if (cell) cell.text += ' '.repeat(Math.min(times(attribute('text:c')), 1000));
          break;
        case 'text:tab':
          if (cell) cell.text += '\t';
          break;
        case 'text:line-break':
          if (cell) cell.text += '\n';
          break;
        default:
      }
    },
    close(name) {
      if (skipped) {
        skipped -= 1;
        return;
      }
      styles.close(name);
      if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        if (table && cell) closeCell(table, cell);
        cell = null;
      } else if (name === 'table:table-row') {
        if (table) closeRow(table);
      } else if (name === 'table:table') {
        table = null;
      }
    },
    text(part) {
      // Outside paragraphs, text is only the layout of the XML.
      if (!skipped && cell && paragraphs && (part.trim() || cell.text)) cell.text += part.replace(/[\t\r\n ]+/g, ' ');
    },
  });
  return sheets;
}

/** @param {(name: string) => string | undefined} attribute */
const isHiddenPart = (attribute) => ['collapse', 'filter'].includes(attribute('table:visibility') || '');

/**
 * The value of a cell without a displayed text.
 * @param {(name: string) => string | undefined} attribute
 */
function cellValue(attribute) {
  switch (attribute('office:value-type')) {
    case 'string':
      return attribute('office:string-value') || '';
    case 'date':
      return attribute('office:date-value') || '';
    case 'boolean':
      return (attribute('office:boolean-value') || '').toUpperCase();
    case 'percentage':
      return `${Number((Number(attribute('office:value')) * 100).toPrecision(15))}%`;
    default:
      return attribute('office:value') || '';
  }
}
