// The cells of a sheet, and the CSV file made from them. Rows keep their positions, so that "row 12" in the report is
// row 12 of the sheet.
import { SHEET_NOTES, TOO_LARGE } from '../words.js';
import { tooLarge } from './unreadable.js';

/** The maximum number of cells with content: 200,000 rows of 25 columns. */
const MAX_CELLS = 5e6;
/** The maximum number of characters in all cells: the finder reads files up to 64 MB. */
const MAX_LETTERS = 64e6;

/**
 * What is reported about cells. A text of `SHEET_NOTES` belongs to each.
 * @typedef {'withoutResult' | 'withoutYear' | 'withTime' | 'struckThrough' | 'link'} Mark
 */

/** The addresses of links that can be used outside the workbook. */
const LINK = /^(https?:|mailto:|www\.)/i;
const MAIL = /^mailto:/i;
/** A text that is an address itself, so that the link is not needed. */
const ADDRESS = /^(https?:|mailto:|www\.)|^\S+@\S+$|^[\w-]+(\.[\w-]+)+(\/\S*)?$/i;
/** The address in the formula of a link, if it is not another cell's. */
const HYPERLINK = /^\s*(?:of:)?=?\s*HYPERLINK\(\s*(?:"((?:[^"]|"")*)"\s*[,;)])?/i;
/** The places that a note names. */
const MAX_PLACES = 3;

export class Table {
  constructor() {
    /**
     * Each row is an array of texts. Both can have gaps.
     * @type {string[][]}
     */
    this.rows = [];
    this.cells = 0;
    this.letters = 0;
    /** @type {Set<number>} */
    this.hiddenRows = new Set();
    /** @type {[first: number, last: number][]} */
    this.hiddenColumns = [];
    /** @type {{ top: number, left: number, bottom: number }[]} */
    this.merges = [];
    /** The number of merged cells whose text was repeated. */
    this.repeated = 0;
    /** The number of places in `marks`. */
    this.reported = 0;
    /** @type {Map<Mark, [row: number, column: number][]>} */
    this.marks = new Map();
    /**
     * The addresses of links, by their positions. Empty if an address is not known.
     * @type {Map<string, { row: number, column: number, address: string }>}
     */
    this.links = new Map();
  }

  /** Whether there is a visible cell with content. */
  get hasContent() {
    return this.rows.some(
      (cells, row) =>
        cells && !this.hiddenRows.has(row) && cells.some((cell, column) => cell && !this.isHidden(column)),
    );
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {string} text
   */
  set(row, column, text) {
    if (!text) return;
    this.cells += 1;
    this.letters += text.length;
    if (this.cells > MAX_CELLS) throw tooLarge(TOO_LARGE.cells);
    if (this.letters > MAX_LETTERS) throw tooLarge(TOO_LARGE.characters);
    const cells = this.rows[row] || [];
    this.rows[row] = cells;
    cells[column] = text;
  }

  /** @param {number} row */
  hideRow(row) {
    this.hiddenRows.add(row);
  }

  /**
   * Hides columns, both ends included.
   * @param {number} first
   * @param {number} last
   */
  hideColumns(first, last) {
    this.hiddenColumns.push([first, last]);
  }

  /** @param {number} column */
  isHidden(column) {
    return this.hiddenColumns.some(([first, last]) => column >= first && column <= last);
  }

  /**
   * Merges the cells of a rectangle, both ends included.
   * @param {number} top
   * @param {number} left
   * @param {number} bottom
   */
  merge(top, left, bottom) {
    if (bottom > top) this.merges.push({ top, left, bottom });
  }

  /**
   * @param {Mark} kind
   * @param {number} row
   * @param {number} column
   */
  mark(kind, row, column) {
    this.reported += 1;
    if (this.reported > MAX_CELLS) throw tooLarge(TOO_LARGE.cells);
    const places = this.marks.get(kind) || [];
    this.marks.set(kind, places);
    places.push([row, column]);
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {string} address
   */
  link(row, column, address) {
    if (!address || LINK.test(address)) this.links.set(`${row},${column}`, { row, column, address });
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {string} formula
   */
  linkOfFormula(row, column, formula) {
    const match = HYPERLINK.exec(formula);
    if (match) this.link(row, column, (match[1] || '').replace(/""/g, '"'));
  }

  /**
   * Replaces the texts of links in the column of websites by their addresses, and reports the other links.
   * @param {import('../types').Websites} websites
   */
  useLinks({ at, heading }) {
    const website = this.usedColumns().filter((column) => !this.isHidden(column))[at];
    /** @param {number} row */
    const isHeading = (row) =>
      Boolean(this.rows[row] && this.rows[row][website] && heading.includes(this.rows[row][website]));
    const header = this.rows.findIndex((_, row) => isHeading(row));
    const others = [];
    for (const { row, column, address } of this.links.values()) {
      const text = this.rows[row] && this.rows[row][column];
      if (!text || ADDRESS.test(text)) continue;
      if (column === website && row > header && address && !MAIL.test(address)) this.set(row, column, address);
      else others.push({ row, column, address });
    }
    for (const { row, column, address } of others) {
      const isIt = (/** @type {string} */ text, /** @type {number} */ at) =>
        !this.isHidden(at) && bare(text).includes(bare(address));
      const isWritten = address && this.rows[row].some(isIt);
      if (!isWritten) this.mark('link', row, column);
    }
  }

  /** { csv, notes }: the file, and its differences from the sheet. */
  toCsv() {
    /** @type {string[]} */
    const notes = [];
    this.repeatMerged();
    if (this.repeated) notes.push(SHEET_NOTES.merged(this.repeated));

    const used = this.usedColumns();
    const columns = used.filter((column) => !this.isHidden(column));
    /** @type {string[]} */
    const lines = [];
    let hidden = 0;
    // Rows without content are missing in the array's own list of keys.
    this.rows.forEach((cells, row) => {
      if (!cells) return;
      if (this.hiddenRows.has(row)) {
        hidden += 1;
        return;
      }
      while (lines.length < row) lines.push('');
      const shown = columns.map((column) => cells[column] || '');
      lines.push(shown.some(Boolean) ? shown.map(quoted).join(',') : '');
    });
    const hiddenColumns = used.length - columns.length;
    if (hidden + hiddenColumns) notes.push(SHEET_NOTES.hidden(hidden, hiddenColumns));
    for (const [kind, places] of this.marks) {
      const shown = places
        .filter(([row, column]) => !this.hiddenRows.has(row) && !this.isHidden(column))
        .sort(([row, column], [otherRow, otherColumn]) => row - otherRow || column - otherColumn);
      const names = shown.slice(0, MAX_PLACES).map(([row, column]) => `${letters(column)}${row + 1}`);
      const more = shown.length > MAX_PLACES ? ' …' : '';
      if (shown.length) notes.push(SHEET_NOTES[kind](shown.length, names.join(', ') + more));
    }
    // With a byte order mark, so that Excel reads the file as UTF-8.
    return { csv: `\ufeff${lines.join('\r\n')}\r\n`, notes };
  }

  /** Copies the text of a merged cell to each of its rows. */
  repeatMerged() {
    for (const { top, left, bottom } of this.merges) {
      const text = this.rows[top] && this.rows[top][left];
      if (!text) continue;
      const link = this.links.get(`${top},${left}`);
      let isRepeated = false;
      const last = Math.min(bottom, this.rows.length - 1);
      for (let row = top + 1; row <= last; row += 1) {
        // A row without other content would become a federation.
        if (!this.rows[row] || this.rows[row][left]) continue;
        this.set(row, left, text);
        if (link) this.link(row, left, link.address);
        isRepeated = true;
      }
      this.repeated += isRepeated ? 1 : 0;
    }
    this.merges = [];
  }

  /** The columns with content in a visible row. */
  usedColumns() {
    /** @type {boolean[]} */
    const used = [];
    this.rows.forEach((cells, row) => {
      if (cells && !this.hiddenRows.has(row))
        cells.forEach((cell, column) => {
          used[column] = used[column] || Boolean(cell);
        });
    });
    return Object.keys(used)
      .map(Number)
      .filter((column) => used[column]);
  }
}

/**
 * The letters above a column.
 * @param {number} column
 */
export function letters(column) {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/**
 * An address as people write it.
 * @param {string} address
 */
const bare = (address) =>
  address
    .toLowerCase()
    .replace(/^mailto:([^?]*).*/, '$1')
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\/$/, '');

/** @param {string} text */
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
