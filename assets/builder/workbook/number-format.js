// Numbers as a spreadsheet shows them. Months and the built-in formats are those of the United Kingdom: a workbook does
// not say in which country it was made.
import { format, getFormatFromId } from 'numfmt';

const LOCALE = { locale: 'en-GB' };
/** Days between the first days of the 2 date systems. */
const DAYS_1904 = 1462;
const GENERAL = /^general$/i;
const DATE = /[ymd]/i;
const ELAPSED = /\[(h+|m+|s+)\]/i;
/** What is no letter of a format: quoted text, a letter after a backslash, a colour or a locale in brackets. */
const NOT_CODE = /"[^"]*"|\\.|\[[^\]]*\]/g;

/** The format code that a workbook does not spell out, because all of them have it. */
export const builtIn = (id) => getFormatFromId(id, 'en-GB') || 'General';

/** A function from a number, or a text, to what is shown. */
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
      // A code that cannot be read.
      return isNumber ? general(value) : value;
    }
  };
}

/**
 * A number without a format: all its digits. A spreadsheet shows a long one, such as a telephone number, as
 * 1.61496E+11, which is no longer that number.
 */
export function general(value) {
  // The 15 digits that a spreadsheet has: 0.1 + 0.2 is 0.3.
  return String(Number(value.toPrecision(15)));
}
