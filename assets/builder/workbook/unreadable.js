// Why a workbook cannot be read, in words for the page.

/** `message` continues the file's name ("is damaged or incomplete"); `help` is what to do. */
export class Unreadable extends Error {
  constructor(message, help) {
    super(message);
    this.name = 'Unreadable';
    this.help = help;
  }
}

export const damaged = () =>
  new Unreadable(
    'is damaged or incomplete',
    'Copy or download the file again. If that does not help, open it in Excel, save it again and choose the new file.',
  );

export const tooLarge = (what) =>
  new Unreadable(
    `is too large: ${what}`,
    'Remove the columns, rows and sheets that the list does not need, or save the list as a CSV file and choose that.',
  );

export const withPassword = () =>
  new Unreadable(
    'is protected with a password',
    'Open it in Excel, select "File", "Info", "Protect Workbook", then "Encrypt with Password", and delete the password. ' +
      'In LibreOffice, select "File", "Save As", and clear "Save with password". Then choose the new file here.',
  );

export const otherKind = (what) =>
  new Unreadable(
    `is ${what}`,
    'Open it in the program that made it and save the list as an Excel workbook (.xlsx) or as a CSV file. Then choose the new file here.',
  );
