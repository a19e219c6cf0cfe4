// Numbers as a spreadsheet shows them. Months and the built-in formats are those of the United Kingdom, because a
// workbook does not contain its country.
import { format, getFormatFromId } from 'numfmt';

const LOCALE = { locale: 'en-GB' };
/** Days between the first days of the 2 date systems. */
const DAYS_1904 = 1462;
const GENERAL = /^general$/i;
const DATE = /[ymd]/i;
const ELAPSED = /\[(h+|m+|s+)\]/i;
/** Parts of a format that are not codes: quoted text, a letter after a backslash, a colour or a locale in brackets. */
const NOT_CODE = /"[^"]*"|\\.|\[[^\]]*\]/g;

/**
 * The built-in format code with this number. A workbook does not contain these codes.
 * @param {number} id
 */
export const builtIn = (id) => getFormatFromId(id, 'en-GB') || 'General';

/**
 * A function from a number, or a text, to the displayed text.
 * @param {string} code
 * @param {boolean} is1904
 * @returns {(value: number | string) => string}
 */
export function formatter(code, is1904) {
  if (GENERAL.test(code)) return (value) => (typeof value === 'number' ? general(value) : value);
  const days = is1904 && DATE.test(code.replace(NOT_CODE, '')) && !ELAPSED.test(code) ? DAYS_1904 : 0;
  const hasText = code.includes('@');
  return (value) => {
    const isNumber = typeof value === 'number';
    if (!isNumber && !hasText) return value;
    try {
      return format(code, isNumber ? value + days : value, LOCALE).trim();
    } catch {
      // A code that cannot be parsed.
      return isNumber ? general(value) : value;
    }
  };
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
