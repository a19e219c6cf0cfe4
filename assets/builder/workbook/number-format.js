// Numbers as a spreadsheet shows them, and dates as ISO 8601 has them. Months and the built-in formats are those of the
// United Kingdom, because a workbook does not contain its country.
import { dateFromSerial, format, getFormatDateInfo, getFormatFromId } from 'numfmt';

/**
 * The parts of a date that its format shows.
 * @typedef {{ year?: boolean, month?: boolean, day?: boolean, hours?: boolean }} DateParts
 * @typedef {(kind: import('./table.js').Mark) => void} SetMark
 * @typedef {(value: number | string, mark: SetMark) => string} Formatter
 */

const LOCALE = { locale: 'en-GB' };
/** Days between the first days of the 2 date systems. */
const DAYS_1904 = 1462;
/** The day after 31 December 9999. */
const END_OF_DATES = 2958466;
const GENERAL = /^general$/i;
const ELAPSED = /\[(h+|m+|s+)\]/i;
const DAY_MONTH_YEAR = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?![-/.\d])/;
/** A number such as 1.61496E+11. */
const SCIENTIFIC = /\d[\d.,]*E[+-]\d+/;

/**
 * The built-in format code with this number. A workbook does not contain these codes.
 * @param {number} id
 */
export const builtIn = (id) => getFormatFromId(id, 'en-GB') || 'General';

/** @param {string} code */
export const isGeneral = (code) => GENERAL.test(code);

/**
 * A function from a number, or a text, to the text for the CSV file.
 * @param {string} code
 * @param {boolean} is1904
 * @returns {Formatter}
 */
export function formatter(code, is1904) {
  // A number can be in a cell that is formatted as text.
  if (isGeneral(code) || code === '@') return (value) => (typeof value === 'number' ? general(value) : value);
  const hasText = code.includes('@');
  /** @type {DateParts} */
  const parts = ELAPSED.test(code) ? {} : getFormatDateInfo(code);
  const days = is1904 && (parts.year || parts.month || parts.day) ? DAYS_1904 : 0;
  return (value, mark) => {
    if (typeof value !== 'number') return hasText ? formatted(code, value, value) : value;
    const serial = value + days;
    const text = formatted(code, serial, general(value));
    if (!text) return '';
    if ((parts.year || parts.month) && serial >= 0 && serial < END_OF_DATES)
      return isoDate(...dateOf(serial), parts, mark) || text;
    return text.replace(SCIENTIFIC, general(Math.abs(value)));
  };
}

/**
 * @param {string} code
 * @param {number | string} value
 * @param {string} otherwise If the code cannot be parsed.
 */
function formatted(code, value, otherwise) {
  try {
    return format(code, value, LOCALE).trim();
  } catch {
    return otherwise;
  }
}

/**
 * The date with this number, and whether it has a time of day.
 * @param {number} serial
 * @returns {[iso: string, hasTime: boolean]}
 */
function dateOf(serial) {
  const [year, month, day, ...time] = dateFromSerial(serial);
  return [`${year}-${twoDigits(month)}-${twoDigits(day)}`, time.some(Boolean)];
}

/** @param {number} part */
const twoDigits = (part) => String(part).padStart(2, '0');

/**
 * A date in ISO 8601, as exact as its format shows it, because the order of day and month in the displayed text depends
 * on the country of the workbook. Empty if the format shows no date but, for example, a weekday. `mark` is called with what
 * differs from what the sheet shows.
 * @param {string} iso
 * @param {boolean} hasTime
 * @param {DateParts} parts
 * @param {SetMark} mark
 */
export function isoDate(iso, hasTime, { year, month, day, hours }, mark) {
  if (!year && !(month && day)) return '';
  if (!year) mark('withoutYear');
  if (hasTime && hours) mark('withTime');
  return iso.slice(0, day ? 10 : month ? 7 : 4);
}

/**
 * The date of a number that is displayed as 3/4/2015, if it is one, with day and month in any order.
 * @param {number} serial
 * @param {string} displayed
 * @param {SetMark} mark
 */
export function dateDisplayed(serial, displayed, mark) {
  const [text, ...shown] = DAY_MONTH_YEAR.exec(displayed) || [];
  if (!text || !(serial >= 0 && serial < END_OF_DATES)) return '';
  const [iso, hasTime] = dateOf(serial);
  const [year, ...others] = iso.split('-').map(Number);
  /** @param {number[]} numbers */
  const sorted = (numbers) => numbers.sort((a, b) => a - b).join();
  const numbers = sorted(shown.map(Number));
  const isIt = [year, year % 100].some((it) => sorted([it, ...others]) === numbers);
  return isIt ? isoDate(iso, hasTime, { year: true, day: true, hours: displayed.includes(':') }, mark) : '';
}

/**
 * A number without a format: all its digits. A spreadsheet shows a long one, such as a telephone number, as
 * 1.61496E+11, which is no longer that number.
 * @param {number} value
 */
export function general(value) {
  // The 15 digits that a spreadsheet has: 0.1 + 0.2 is 0.3.
  return String(Number(value.toPrecision(15)));
}
