// "Check your list": a selected or dropped file, read by the widget itself, so that the result is always the same as on
// the page. Nothing is sent anywhere.
import { byId, el } from './dom.js';
import { csvName, helpWith, leadsTo, pick, sourceIn } from './list-file.js';
import { holdsWorkbook, openWorkbook, readSheet } from './list-workbook.js';
import { letDrop } from './list-drop.js';
import { reportOf } from './list-report.js';
import { selectField, setError } from './fields.js';
import { LIST, LIST_FIELD, LIST_TEMPLATE, NEXT, SHEET_FIELD, didNotLoad, listVerdict } from './words.js';

/**
 * @typedef {import('gpf:types').GpfCheck} Report
 * @typedef {import('./types').Sheet} Sheet
 * @typedef {{ file: File, sheets: Sheet[] }} Workbook
 * @typedef {{ file: File, checked: File, sheet: string | null, notes: string[] | null, merge?: 'extend' }} Chosen
 */

const ID = 'list-file';
const SCRIPT = 'gp-federations.js';
const TEMPLATE = typeof GPF_TEMPLATE === 'string' ? GPF_TEMPLATE : '';

/**
 * Builds the section. `whenRead` is called when another file has been read, `put` with the URL to add to the snippet,
 * or null to remove it.
 * @param {{ whenRead(): void, put(src: string | null): void }} builder
 */
export function makeList({ whenRead, put }) {
  /**
   * The usable file, or null: { file, merge }. If it was made from a workbook, also the file that is checked under the
   * workbook's name, the name of its sheet if there are several, and the notes: { checked, sheet, notes }.
   * @type {Chosen | null}
   */
  let chosen = null;
  /**
   * The last selected workbook, or null.
   * @type {Workbook | null}
   */
  let workbook = null;
  /**
   * The last file that was added to the snippet, whatever was selected since.
   * @type {File | null}
   */
  let named = null;
  /**
   * Whether the list extends the built-in one, as in the settings.
   * @type {'extend' | undefined}
   */
  let merge;
  /** If two files are read at the same time, the later one wins. */
  let turn = 0;
  /** @type {string | null} */
  let problemsFile = null;
  /**
   * The URL of the workbook's CSV file.
   * @type {string | null}
   */
  let converted = null;

  const input = el('input', {
    class: 'nhsuk-file-upload__input',
    id: ID,
    type: 'file',
    'aria-describedby': `${ID}-hint`,
    // The same file can be selected again, after it has been fixed.
    onclick: () => {
      input.value = '';
    },
    onchange: () => {
      const files = [...(input.files || [])];
      if (files.length) take(files.map((file) => ({ file, isFolder: false })));
    },
  });
  const zone = el(
    'div',
    { class: 'nhsuk-form-group bld-drop', id: `${ID}-group` },
    el('label', { class: 'nhsuk-label', for: ID }, LIST_FIELD.label),
    el('div', { class: 'nhsuk-hint', id: `${ID}-hint` }, LIST_FIELD.hint),
    input,
  );
  const sheetBox = el('div', { id: 'list-sheet', hidden: true });
  byId('list-form').replaceChildren(
    zone,
    sheetBox,
    el(
      'p',
      { class: 'bld-measure' },
      LIST_TEMPLATE[0],
      el(
        'a',
        {
          id: 'list-template',
          class: 'bld-download',
          href: addressOf(TEMPLATE),
          download: 'federations-template.csv',
        },
        LIST_TEMPLATE[1],
      ),
      LIST_TEMPLATE[2],
    ),
  );
  letDrop(zone, (given, files) => {
    try {
      // The control itself shows the name of the dropped file.
      if (take(given)) input.files = files;
      else input.value = '';
    } catch {
      // The name beside the button is an extra.
    }
  });

  const next = makeNext((src) => {
    named = /** @type {Chosen} */ (chosen).file;
    put(src);
  });
  byId('list-next').replaceChildren(next.box);

  // Returns whether there is a file to read.
  /** @param {import('./types').Given[]} given */
  function take(given) {
    const { file, error } = pick(given);
    workbook = null;
    showSheets();
    if (file) open(file);
    else refuse(error);
    return Boolean(file);
  }

  /** @param {File} file */
  async function open(file) {
    const mine = startTurn(file);
    if (!(await holdsWorkbook(file))) {
      if (mine === turn) read({ file });
      return;
    }
    try {
      const { sheets } = await openWorkbook(file);
      if (mine !== turn) return;
      workbook = { file, sheets };
      showSheets();
      readFrom(sheets[0]);
    } catch (/** @type {any} */ error) {
      if (mine === turn) refuse(error.message, { help: error.help || LIST.saveAs });
    }
  }

  /**
   * Reads a sheet of the workbook.
   * @param {Sheet} sheet
   */
  async function readFrom(sheet) {
    const { file, sheets } = /** @type {Workbook} */ (workbook);
    const mine = startTurn(file);
    try {
      const { csv, notes } = await readSheet(file, sheet, findWebsites);
      if (mine !== turn) return;
      /** @param {string} name */
      const named = (name) => new File([csv], name, { type: 'text/csv' });
      const isOnly = sheets.length === 1;
      read({
        file: named(csvName(file.name, sheet.name, isOnly)),
        checked: named(file.name),
        sheet: isOnly ? null : sheet.name,
        notes,
      });
    } catch (/** @type {any} */ error) {
      if (mine === turn) refuse(error.message, { help: error.help || LIST.saveAs });
    }
  }

  /** @param {{ file: File, checked?: File, sheet?: string | null, notes?: string[] | null }} source */
  async function read({ file, checked = file, sheet = null, notes = null }) {
    const mine = startTurn(checked);
    const reading = { file, checked, sheet, notes, merge };
    let report;
    try {
      await widget().ready;
      report = await widget().check(checked, { merge });
    } catch (/** @type {any} */ error) {
      if (mine === turn) refuse(error.message);
      return;
    }
    if (mine !== turn) return;
    showReport(report);
    if (!report.used) {
      refuse(/** @type {string} */ (report.error), {
        help: sheet ? LIST.otherSheet : helpWith(file.name),
        notes,
        report,
      });
      return;
    }
    setTrouble(null);
    byId('list-said').replaceChildren(
      el(
        'p',
        { class: `bld-verdict bld-verdict--${report.problemCount ? 'fallback' : 'full'}` },
        el('strong', {}, report.problemCount ? LIST.usableWithProblems : LIST.usable),
        listVerdict(report, sheet, !notes || !notes.length),
      ),
      ...(notes || []).map((note) => el('p', {}, note)),
    );
    chosen = reading;
    if (converted) URL.revokeObjectURL(converted);
    converted = notes ? URL.createObjectURL(file) : null;
    whenRead();
  }

  /** @param {File} file */
  function startTurn({ name }) {
    byId('list-said').replaceChildren(el('p', {}, LIST.loading(name)));
    turn += 1;
    return turn;
  }

  /** Offers the sheets of the workbook, if there are several. */
  function showSheets() {
    const sheets = workbook ? workbook.sheets : [];
    const isChoice = sheets.length > 1;
    sheetBox.hidden = !isChoice;
    sheetBox.replaceChildren(
      ...(isChoice
        ? [
            selectField({
              id: 'list-sheet-name',
              words: SHEET_FIELD,
              values: sheets.map(({ name }, at) => ({ value: String(at), label: name })),
              value: '0',
              onChange: (at) => readFrom(sheets[Number(at)]),
            }),
          ]
        : []),
    );
  }

  /** @param {Report | null} report */
  function showReport(report) {
    if (problemsFile) URL.revokeObjectURL(problemsFile);
    problemsFile = null;
    const parts = [];
    if (report) {
      problemsFile = addressOf(report.problemsCsv);
      // For a file that is not a list, there is only this message.
      if (report.columns.length) parts.push(...reportOf(report, problemsFile).filter(Boolean));
    }
    byId('list-report').replaceChildren(...parts);
  }

  /**
   * @param {string} error
   * @param {{ help?: string | null, notes?: string[] | null, report?: Report | null }} [more]
   */
  function refuse(error, { help = null, notes = null, report = null } = {}) {
    turn += 1;
    chosen = null;
    if (!report) showReport(null);
    byId('list-said').replaceChildren();
    // Hidden columns and formulas without a result are often why a sheet has no list.
    setTrouble(error, [help, ...(notes || [])]);
    whenRead();
    byId('list-summary').focus();
  }

  return {
    /**
     * The local file with this URL, so that it need not be fetched. Null if it is not known.
     * @param {string | undefined} src
     */
    fileAt: (src) => [chosen && chosen.file, named].find((file) => file && leadsTo(src, file.name)) || null,
    /**
     * Shows the parts that depend on the other settings.
     * @param {import('./types').State} state
     * @param {import('./types').Address} address
     */
    show(state, address) {
      byId('list-look').hidden = byId('list-next').hidden = !chosen;
      showLook(chosen, state.options);
      merge = state.options.merge === 'extend' ? 'extend' : undefined;
      if (!chosen) return;
      next.show(chosen.file.name, address, state, converted);
      // The settings determine what remains of the built-in list, and which ids are free.
      if (merge === chosen.merge) return;
      chosen.merge = merge;
      read(chosen);
    },
  };
}

function widget() {
  if (!window.gpFederations) throw new Error(didNotLoad(SCRIPT));
  return window.gpFederations;
}

/**
 * The column that the importer reads as websites.
 * @param {string} csv
 */
async function findWebsites(csv) {
  try {
    await widget().ready;
    const { columns } = await widget().check(new File([csv], ''));
    const at = columns.findIndex(({ column }) => column === 'website');
    return { at, heading: at < 0 ? '' : columns[at].heading };
  } catch {
    // The check of the list itself reports this.
    return { at: -1, heading: '' };
  }
}

/** @param {string} csv */
const addressOf = (csv) => URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));

/**
 * Shows what is wrong with the file, above and beside the control. Null removes it.
 * @param {string | null} message
 * @param {(string | null)[]} [help]
 */
function setTrouble(message, help = []) {
  setError(ID, message);
  byId('list-problem').replaceChildren(
    ...(message
      ? [
          el(
            'div',
            { class: 'nhsuk-error-summary bld-problem', id: 'list-summary', tabindex: '-1' },
            el(
              'div',
              { role: 'alert' },
              el('h3', { class: 'nhsuk-error-summary__title' }, LIST.problem),
              el(
                'div',
                { class: 'nhsuk-error-summary__body' },
                el(
                  'ul',
                  { class: 'nhsuk-list nhsuk-error-summary__list' },
                  el('li', {}, el('a', { href: `#${ID}`, onclick: focusOn(ID) }, message)),
                ),
                help.filter(Boolean).map((text) => el('p', {}, text)),
              ),
            ),
          ),
        ]
      : []),
  );
}

// The URL keeps the settings, so none of our links can change it.
/** @type {(id: string) => (event: Event) => void} */
const focusOn = (id) => (event) => {
  event.preventDefault();
  const target = byId(id);
  if (target.closest('details')) target.closest('details').open = true;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
};

/**
 * @param {Chosen | null} chosen
 * @param {import('./types').State['options']} options
 */
function showLook(chosen, { merge, label, date }) {
  const box = byId('list-preview');
  if (!chosen) {
    box.replaceChildren();
    return;
  }
  const finder = box.firstElementChild || el('gp-federation-finder', { loading: 'eager', 'heading-level': '4' });
  for (const [name, value] of Object.entries({ merge, label, date })) {
    if (value) finder.setAttribute(name, value);
    else finder.removeAttribute(name);
  }
  // Different from the label of the preview above, so that both can be distinguished.
  finder.setAttribute('heading', LIST.heading(chosen.file.name));
  if (finder.data !== chosen.file) finder.data = chosen.file;
  if (!finder.isConnected) box.append(finder);
}

// The next steps for a list that can be used.
/** @param {(src: string | null) => void} put */
function makeNext(put) {
  const download = el('li', {});
  const place = el('li', {});
  const said = el('p', { class: 'bld-copied', role: 'status' });
  const button = el('button', { class: 'nhsuk-button bld-copy-button', type: 'button', id: 'list-put' });
  const names = el('li', {});
  const box = el(
    'div',
    {},
    el('h3', {}, NEXT.heading),
    el(
      'ol',
      { class: 'bld-measure' },
      download,
      place,
      el('li', {}, NEXT.addToCode, el('div', { class: 'bld-copy-row' }, button, said)),
      names,
      el('li', {}, el('a', { href: '#copy', onclick: focusOn('copy') }, NEXT.copy[0]), NEXT.copy[1]),
      el('li', {}, NEXT.update),
    ),
  );
  return {
    box,
    // `converted` is the URL of a workbook's CSV file.
    /**
     * @param {string} name
     * @param {import('./types').Address} address
     * @param {import('./types').State} state
     * @param {string | null} converted
     */
    show(name, { folder, isAbsolute }, state, converted) {
      const isKnown = folder !== undefined;
      const src = sourceIn(folder, name);
      const isIn = state.show === 'finder' && state.options.src === src;
      const [link, rest] = NEXT.downloadCsv(name);
      download.hidden = !converted;
      download.replaceChildren(
        ...(converted ? [el('a', { id: 'list-converted', href: converted, download: name }, link), rest] : []),
      );
      place.replaceChildren(
        NEXT.upload(name, SCRIPT),
        ...(folder ? [': ', el('code', {}, folder)] : []),
        '.',
        isAbsolute ? NEXT.otherServer : '',
        NEXT.elsewhere,
      );
      button.disabled = !isKnown;
      button.replaceChildren(isIn ? NEXT.remove : NEXT.add);
      button.onclick = () => {
        put(isIn ? null : src);
        said.classList.toggle('bld-copied--done', !isIn);
        said.textContent = isIn ? NEXT.usesBuiltIn : NEXT.uses(src);
      };
      if (!isIn && said.classList.contains('bld-copied--done')) said.textContent = '';
      names.replaceChildren(
        NEXT.nameIt,
        ...(byId('option-label')
          ? [' (', el('a', { href: '#option-label', onclick: focusOn('option-label') }, NEXT.nameSettings), ')']
          : [NEXT.underMoreSettings]),
        '.',
      );
    },
  };
}
