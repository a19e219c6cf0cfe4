// Errors about workbooks that cannot be read, with texts for the page.
import { WORKBOOK } from '../words.js';

/** `message` continues the file's name ("is damaged or incomplete"). `help` is what to do. */
export class Unreadable extends Error {
  /**
   * @param {string} message
   * @param {string} help
   */
  constructor(message, help) {
    super(message);
    this.name = 'Unreadable';
    this.help = help;
  }
}

export const damaged = () => new Unreadable(...WORKBOOK.damaged);
/** @param {string} what */
export const tooLarge = (what) => new Unreadable(...WORKBOOK.tooLarge(what));
export const withPassword = () => new Unreadable(...WORKBOOK.password);
/** @param {string} what */
export const otherKind = (what) => new Unreadable(...WORKBOOK.otherKind(what));
