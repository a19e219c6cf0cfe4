import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { zipSync } from 'fflate';
import { builtIn, formatter, general } from '../workbook/number-format.js';
import { letters } from '../workbook/table.js';
import { openWorkbook } from '../workbook/workbook.js';
import { openZip, textOf } from '../workbook/zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const bytes = (text) => new TextEncoder().encode(text);
const zip = (parts, options) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? bytes(text) : text]),
    ),
    options,
  );
const open = (content) => openWorkbook(new Blob([content]));
const fixture = (name) => readFileSync(new URL(`workbooks/${name}`, import.meta.url));

/** The CSV lines of a sheet, without the byte order mark, and the notes. */
async function read(content, at = 0, websites = { at: -1, heading: '' }) {
  const { csv, notes } = await (await open(content)).sheets[at].read(async () => websites);
  assert.ok(csv.startsWith('\ufeff') && csv.endsWith('\r\n'));
  return { lines: csv.slice(1, -2).split('\r\n'), notes };
}

async function refused(content) {
  const error = await open(content).then(
    () => null,
    (it) => it,
  );
  assert.equal(error && error.name, 'Unreadable', String(error && error.stack));
  assert.ok(error.help.endsWith('.'));
  return error.message;
}

/** A workbook in the transitional form. `sheets` are the XML inside of `worksheet`, or { xml, name, state }. */
function xlsx(
  sheets,
  { strings = [], styles = '', workbook = '', main = MAIN, relationships = RELATIONSHIPS, ...parts } = {},
) {
  const all = sheets.map((it, at) => ({
    name: `Sheet${at + 1}`,
    state: 'visible',
    ...(typeof it === 'string' ? { xml: it } : it),
  }));
  const link = (id, type, target) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  return zip({
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}">${workbook}<sheets>${all.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${all.map((_, at) => link(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('')}${link('t', 'sharedStrings', '/xl/sharedStrings.xml')}${link('u', 'styles', './styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((it) => `<si>${it}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      all.map(({ xml }, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet xmlns="${main}">${xml}</worksheet>`]),
    ),
    ...parts,
  });
}

const inline = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (...all) => `<sheetData>${all.map((cells) => `<row>${cells}</row>`).join('')}</sheetData>`;

const NAMESPACES = `xmlns:xlink="http://www.w3.org/1999/xlink" ${Object.entries({
  office: 'office',
  style: 'style',
  table: 'table',
  text: 'text',
  draw: 'drawing',
  number: 'datastyle',
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')}`;

/** An OpenDocument spreadsheet with these tables. */
function ods(tables, { styles = '', ...parts } = {}) {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ...parts,
  });
}

const COUNTY = [
  '',
  '"Federations of the county, 2026",,,,,,,,,',
  '',
  'Name,Place,NHS region,Patients,Last seen,Founded,ODS code,Share,Open,Website',
  'Riverside Federation,Widnes,North West,"123,456",2025-11-30,2013-03,00123,12.50%,TRUE,https://riverside.example.nhs.uk/',
  '',
  'Moorland & Dale Alliance,Buxton,North West,"54,321",2025-06-30,2018-03,04567,100.00%,FALSE,https://moorland.example.nhs.uk/',
  'Ynys Môn Practices,Llangefni,Wales,#DIV/0!,,,,,,',
];

for (const file of ['excel.xlsx', 'libreoffice.xlsx', 'libreoffice.ods']) {
  test(`${file} is read as its program shows it, except for dates`, async () => {
    const { sheets } = await open(fixture(file));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Federations', 'Contacts & offices'],
    );
    const { lines, notes } = await read(fixture(file));
    assert.deepEqual(lines, COUNTY);
    assert.equal(notes.length, 2);
    assert.match(notes[0], /^1 merged cell covers several rows/);
    assert.match(notes[1], /^1 hidden row and 1 hidden column are left out/);
    assert.deepEqual((await read(fixture(file), 1)).lines, [
      'Name,Telephone',
      'Riverside office,(0161) 496 0000',
      'Moorland office,441614960001',
    ]);
  });
}

test('a workbook of Google Sheets, whose archive was written as a stream', async () => {
  const { lines, notes } = await read(fixture('google-sheets.xlsx'));
  assert.deepEqual(lines, [
    'Name,Place,Founded,Share,Patients',
    'Riverside Federation,Widnes,2014-03-01,13%,"123,456"',
    'Moorland & Dale Alliance,Buxton,2018-03-01,100%,unknown',
  ]);
  assert.deepEqual(notes, []);
});

test('numbers as they are displayed, with all their digits', () => {
  for (const [code, value, shown] of [
    [builtIn(18), 0.75, '6:00 PM'],
    [builtIn(20), 0.75, '18:00'],
    [builtIn(21), 0.75, '18:00:00'],
    [builtIn(45), 0.75, '00:00'],
    [builtIn(9), 0.125, '13%'],
    [builtIn(10), 0.125, '12.50%'],
    [builtIn(1), 2.5, '3'],
    [builtIn(4), 1234.5, '1,234.50'],
    [builtIn(46), 1.5, '36:00:00'],
    ['00000', 123, '00123'],
    ['"£"#,##0', 1234, '£1,234'],
    ['_-* #,##0.00_-', 12.5, '12.50'],
    ['0" patients"', 4, '4 patients'],
    ['@', 123, '123'],
    ['@', 441514950000, '441514950000'],
    ['@', 53.36312345678, '53.36312345678'],
    ['"No. "@', 'seven', 'No. seven'],
    ['0', 'text', 'text'],
    [';;;', 5, ''],
    ['General', 441614960000, '441614960000'],
    ['General_)', 441614960000, '441614960000'],
    ['General;[Red]-General', -441614960000, '-441614960000'],
    ['"Tel. "General', 441614960000, 'Tel. 441614960000'],
    [builtIn(11), 441614960000, '441614960000'],
    [builtIn(48), 44161, '44161'],
    ['General', 0.1 + 0.2, '0.3'],
    ['GENERAL', 'text', 'text'],
    ['0;unclear[[', 5.5, '5.5'],
    [builtIn(999), 7, '7'],
  ])
    assert.equal(
      formatter(code, false)(value, () => assert.fail(code)),
      shown,
      `${code} of ${value}`,
    );
  assert.equal(general(1e21), '1e+21');
  // Durations do not depend on the date system.
  assert.equal(formatter('[h]:mm', true)(1.5), '36:00');
  assert.equal(formatter('0.0', true)(1.5), '1.5');
  assert.equal(formatter('"day" 0', true)(1), 'day 1');
});

test('a date is in ISO 8601, as exact as it is displayed, whatever its format', () => {
  for (const [code, iso, ...marks] of [
    [builtIn(14), '2025-11-03'],
    [builtIn(15), '2025-11-03'],
    [builtIn(17), '2025-11'],
    ['dd/mm/yyyy', '2025-11-03'],
    ['m/d/yyyy', '2025-11-03'],
    ['mm-dd-yy', '2025-11-03'],
    ['[$-409]mmmm d, yyyy;@', '2025-11-03'],
    ['yyyy\\-mm\\-dd;@', '2025-11-03'],
    ['[$-F800]dddd, mmmm dd, yyyy', '2025-11-03'],
    ['"Founded on "d mmmm yyyy', '2025-11-03'],
    ['mmm yyyy', '2025-11'],
    ['mm/yy', '2025-11'],
    ['yyyy', '2025'],
    ['"Year of "yy', '2025'],
    // The year that the sheet does not show might be one that Excel has added.
    [builtIn(16), '2025-11-03', 'withoutYear'],
    ['dd/mm', '2025-11-03', 'withoutYear'],
    ['m/d', '2025-11-03', 'withoutYear'],
    [builtIn(22), '2025-11-03', 'withTime'],
    ['m/d/yy h:mm AM/PM', '2025-11-03', 'withTime'],
    ['dd/mm hh:mm', '2025-11-03', 'withoutYear', 'withTime'],
    // No date that an importer could read.
    ['mmmm', 'November'],
    ['dddd', 'Monday'],
    ['h:mm', '18:00'],
    ['dd/mm/yyyy;;', '2025-11-03'],
  ])
    for (const is1904 of [false, true]) {
      const found = [];
      const value = 45964.75 - (is1904 ? 1462 : 0);
      assert.equal(
        formatter(code, is1904)(value, (mark) => found.push(mark)),
        iso,
        code,
      );
      assert.deepEqual(found, marks, code);
    }
  // A date without a time of day, in a format that has one.
  assert.equal(
    formatter(builtIn(22), false)(45964, () => assert.fail()),
    '2025-11-03',
  );
  assert.equal(formatter('dd/mm/yyyy;;', false)(0), '');
  assert.equal(formatter('dd/mm/yyyy', false)(0), '1900-01-00');
  assert.equal(formatter('dd/mm/yyyy', false)(1), '1900-01-01');
  // No dates.
  assert.equal(formatter('d/m/yyyy', false)(3e6), '19/9/10113');
  assert.equal(formatter('d/m/yyyy', false)('03/11'), '03/11');
});

test('an OpenDocument date is read from its value, not from its text', async () => {
  const date = (value, text, more = '') =>
    `<table:table-cell office:value-type="date" office:date-value="${value}" ${more}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  const number = (value, text) =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${text}</text:p></table:table-cell>`;
  const style = (name) => `table:style-name="${name}"`;
  const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
  const { lines, notes } = await read(
    ods(
      `<table:table table:name="A"><table:table-column table:default-cell-style-name="month"/><table:table-column table:number-columns-repeated="4"/>${row(
        date('2015-04-03', '04/03/15', style('day')),
        date('2014-12-01T00:00:00', '12/1/14'),
        date('2014-12-01', ''),
        date('2014-12-01', '01/12', style('dayAndMonth')),
        date('2014-12-01T09:30:00', '12/1/14 9:30 AM', style('time')),
      )}${row(
        date('2015-04-03', 'Apr-15'),
        date('2015-04-03', '2015', style('ofYear')),
        date('2015-04-03', 'Friday', style('weekday')),
        date('2015-04-03', '', style('day')),
        date('soon', 'soon'),
      )}${row(
        number('42097', '4/3/15'),
        number('42097.5', '3.4.2015 12:00'),
        number('42097', '4/4/15'),
        number('441514950000', '4.41515E+11'),
        number('12.5', '12.50'),
      )}</table:table>`,
      {
        styles:
          '<number:date-style style:name="N1"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year/></number:date-style><number:date-style style:name="N2"><number:month number:textual="true"/><number:year/></number:date-style><number:date-style style:name="N3"><number:day/><number:month/></number:date-style><number:date-style style:name="N4"><number:month/><number:day/><number:year/><number:hours/><number:minutes/></number:date-style><number:date-style style:name="N5"><number:day-of-week/></number:date-style>' +
          [
            ['day', 'N1'],
            ['month', 'N2'],
            ['dayAndMonth', 'N3'],
            ['time', 'N4'],
            ['weekday', 'N5'],
          ]
            .map(
              ([name, format]) =>
                `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${format}"/>`,
            )
            .join(''),
        // A style that people can select is in another part.
        'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles><number:date-style style:name="N9"><number:year/></number:date-style><style:style style:name="year" style:family="table-cell" style:data-style-name="N9"/><style:style style:name="ofYear" style:family="table-cell" style:parent-style-name="year"/></office:styles></office:document-styles>`,
      },
    ),
  );
  assert.deepEqual(lines, [
    '2015-04-03,2014-12-01,2014-12-01,2014-12-01,2014-12-01',
    '2015-04,2015,Friday,2015-04-03,soon',
    '2015-04-03,2015-04-03,4/4/15,441514950000,12.50',
  ]);
  assert.deepEqual(notes, [
    '1 date is displayed without a year (D1). The CSV file has the year that is saved in the workbook. Excel adds the current year to a date that is entered without one: check each year.',
    '2 dates have a time of day (E1, B3), which the CSV file leaves out. To keep the time, write it in a column of its own.',
  ]);
});

test('the date system, styles and kinds of cells of a workbook', async () => {
  const content = xlsx(
    [
      rows(
        `${inline('Name')}<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c/><c t="str"><f>A1</f><v>a &amp; b</v></c>`,
        '<c s="1"><v>44529</v></c><c s="2"><v>7</v></c><c s="9"><v>8</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d" s="1"><v>2025-11-30T00:00:00</v></c><c><v>1.50</v></c>',
        '<c t="b"><v>0</v></c><c><v>-0</v></c><c><v>1E3</v></c><c t="s"><v>99</v></c>',
      ),
    ],
    {
      strings: [
        '<r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh>',
        '<t>two_x000a_lines "x"</t>',
      ],
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0.0"/></dxf></dxfs>',
      workbook: '<workbookPr date1904="1"/>',
    },
  );
  const { lines } = await read(content);
  assert.deepEqual(lines.join('\r\n').split('\r\n'), [
    'Name,rich text,"two\nlines ""x""",,a & b,,',
    '2025-11-30,007,8,TRUE,#N/A,2025-11-30,1.5',
    'FALSE,0,1000,,,,',
  ]);
});

test('the strict form, prefixes and names of parts that differ', async () => {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const relationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const content = xlsx([''], {
    main,
    relationships,
    'xl/worksheets/sheet0.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="C2" t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  assert.deepEqual((await read(content)).lines, ['', 'Name']);
  // As some Windows programs write archives.
  const names = openZip(zip({ 'XL\\Workbook.xml': 'x' })).names;
  assert.deepEqual(names, ['xl/workbook.xml']);
});

test('row numbers are kept, and empty columns are left out', async () => {
  const cell = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const content = xlsx([
    `<sheetData><row r="3">${cell('C3', 'Name')}${cell('F3', 'Place')}</row><row r="6">${cell('C6', 'Ours')}<c r="D6"/></row><row r="9"><c r="A9" s="1"/></row></sheetData>`,
  ]);
  assert.deepEqual((await read(content)).lines, ['', '', 'Name,Place', '', '', 'Ours,']);
  assert.deepEqual([0, 25, 26, 701, 702, 16383].map(letters), ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

test('hidden parts are left out and reported', async () => {
  const sheet = `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row>${inline('Name')}${inline('Mobile')}${inline('Home')}</row><row hidden="1">${inline('Old')}</row><row hidden="true">${inline('Older')}</row></sheetData>`;
  const { lines, notes } = await read(xlsx([sheet]));
  assert.deepEqual(lines, ['Name']);
  assert.deepEqual(notes, [
    '2 hidden rows and 2 hidden columns are left out. To include them, select "Unhide" in the workbook, save it and choose it again.',
  ]);

  const { sheets } = await open(
    xlsx([
      { xml: rows(inline('Secret')), state: 'hidden' },
      { xml: rows('<c s="3"/><c><f>""</f><v></v></c>') },
      { xml: rows(inline('Name')), name: 'List' },
      { xml: rows(inline('Other')), state: 'veryHidden' },
    ]),
  );
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['List'],
  );
});

test('a merged cell fills its rows, not its columns', async () => {
  const sheet = `${rows(inline('Region') + inline('Name'), inline('North West') + inline('A'), `<c/>${inline('B')}`, '<c/>', `<c/>${inline('C')}`)}<mergeCells><mergeCell ref="A2:A1048576"/><mergeCell ref="A1:B1"/></mergeCells>`;
  const { lines, notes } = await read(xlsx([sheet]));
  assert.deepEqual(lines, ['Region,Name', 'North West,A', 'North West,B', '', 'North West,C']);
  assert.match(notes[0], /^1 merged cell/);
});

test('a formula without a saved result is reported', async () => {
  const { lines, notes } = await read(
    xlsx([
      rows(
        inline('Name') + inline('Patients'),
        `${inline('Ours')}<c><f>SUM(A1)</f></c>`,
        `${inline('Theirs')}<c t="str"><f>T("")</f></c>`,
      ),
    ]),
  );
  assert.deepEqual(lines, ['Name,Patients', 'Ours,', 'Theirs,']);
  assert.match(notes[0], /^1 formula has no saved result \(B2\)/);
});

test('a formula that was never calculated is reported', async () => {
  const sheet = rows(
    inline('Name') + inline('Patients'),
    `${inline('Ours')}<c><f>SUM(A1)</f><v>0</v></c><c><v>0</v></c>`,
    `${inline('Theirs')}<c t="n"><f>SUM(A2)</f><v>7</v></c><c t="str"><f>T(A1)</f><v>x</v></c>`,
    `${inline('Others')}<c t="b"><f>FALSE()</f><v>0</v></c>`,
  );
  const pending = await read(xlsx([sheet], { workbook: '<calcPr calcId="124519" fullCalcOnLoad="1"/>' }));
  assert.deepEqual(pending.lines, ['Name,Patients,', 'Ours,,0', 'Theirs,7,x', 'Others,FALSE,']);
  assert.equal(pending.notes.length, 1);
  assert.match(pending.notes[0], /^1 formula has no saved result \(B2\).*Open the workbook in Excel, save it/);
  // The results of one formula for several cells.
  const array = rows(
    `${inline('Name')}<c r="B1"><f t="array" ref="B1:B3">A1:A3*2</f><v>0</v></c><c><v>0</v></c>`,
    `${inline('Ours')}<c r="B2"><v>0</v></c>`,
    `${inline('Theirs')}<c r="B3"><v>0</v></c>`,
    `${inline('Others')}<c r="B4"><v>0</v></c>`,
  );
  const parts = await read(xlsx([array], { workbook: '<calcPr fullCalcOnLoad="true"/>' }));
  assert.deepEqual(parts.lines, ['Name,,0', 'Ours,,', 'Theirs,,', 'Others,0,']);
  assert.match(parts.notes[0], /^3 formulas have no saved result \(B1, B2, B3\)/);
  assert.equal((await read(xlsx([array]))).lines[1], 'Ours,0,');
  // As Excel writes it.
  for (const workbook of ['', '<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="0"/>']) {
    const { lines, notes } = await read(xlsx([sheet], { workbook }));
    assert.deepEqual([lines[1], notes], ['Ours,0,0', []]);
  }
});

const STRUCK =
  '3 cells have text that is struck through (A2, B2, B3). The CSV file has this text too. If it no longer applies, delete it in the workbook, save it and choose it again.';

test('text that is struck through is reported', async () => {
  const run = (text, properties = '') => `<r><rPr>${properties}</rPr><t xml:space="preserve">${text}</t></r>`;
  const xml = rows(
    inline('Name') + inline('Place') + inline('Patients'),
    `<c s="1" t="inlineStr"><is><t>Old</t></is></c><c s="1"><v>4</v></c><c s="1"/>`,
    `${inline('Ours')}<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="2"><v>7</v></c>`,
  );
  const { lines, notes } = await read(
    xlsx([xml], {
      strings: [
        run('Widnes ', '<strike/>') + run('Leeds'),
        run('4', '<strike val="0"/>') + run(' ', '<strike/>') + run('5'),
      ],
      styles:
        '<fonts><font><b/></font><font><strike/></font><font><strike val="0"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>',
    }),
  );
  assert.deepEqual(lines, ['Name,Place,Patients,', 'Old,4,,', 'Ours,Widnes Leeds,4 5,7']);
  assert.deepEqual(notes, [STRUCK]);

  const cell = (text, style = '') =>
    `<table:table-cell ${style && `table:style-name="${style}"`} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const line = (style, more = '') => `<style:text-properties style:text-line-through-${style}${more}/>`;
  const sheet = await read(
    ods(
      `<table:table table:name="A"><table:table-column/><table:table-column table:default-cell-style-name="struck"/><table:table-row>${cell('Name') + cell('Place', 'plain')}</table:table-row><table:table-row>${cell('Old', 'child')}${cell('Hull')}</table:table-row><table:table-row>${cell('Ours')}${cell('<text:span text:style-name="struck">Kent</text:span>', 'plain')}</table:table-row></table:table>`,
      {
        styles: `<style:style style:name="struck" style:family="table-cell">${line('style="solid"')}</style:style><style:style style:name="child" style:parent-style-name="struck" style:family="table-cell"/><style:style style:name="plain" style:family="table-cell" style:parent-style-name="struck">${line('style="none"', ' style:text-line-through-type="none"')}</style:style><style:style style:name="struck" style:family="text">${line('type="single"')}</style:style>`,
      },
    ),
  );
  assert.deepEqual(sheet.lines, ['Name,Place', 'Old,Hull', 'Ours,Kent']);
  assert.deepEqual(sheet.notes, [STRUCK]);
});

test('the address of a link is used in the column of websites, and reported elsewhere', async () => {
  const formula = (code, text) => `<c t="str"><f>${code}</f><v>${text}</v></c>`;
  const targets = [
    'https://a.example.nhs.uk/',
    'https://site.example.nhs.uk/',
    'mailto:ours@example.nhs.uk?subject=x',
    'https://www.c.example.nhs.uk',
    'file:///C:/list.xlsx',
  ];
  const content = xlsx(
    [
      `<cols><col min="1" max="1" hidden="1"/></cols>${rows(
        inline('No') + inline('Our federations'),
        inline('No') + inline('Name') + inline('Website') + inline('Email'),
        inline('1') + inline('A') + inline('Website') + inline('Email us'),
        inline('2') +
          inline('B') +
          formula('HYPERLINK(&quot;https://b.example.nhs.uk/?a=1&amp;amp;b&quot;,&quot;Visit&quot;)', 'Visit') +
          inline('ours@example.nhs.uk'),
        inline('3') +
          inline('C') +
          inline('c.example.nhs.uk') +
          formula('HYPERLINK(&quot;mailto:&quot;&amp;amp;A1,&quot;Email&quot;)', 'Email'),
        inline('4') +
          inline('D') +
          inline('None') +
          formula('HYPERLINK(&quot;#Sheet2!A1&quot;,&quot;Contacts&quot;)', 'Contacts'),
      )}<mergeCells><mergeCell ref="B1:D1"/></mergeCells><hyperlinks><hyperlink ref="A3:C3" r:id="h0" location="top"/><hyperlink ref="C2" r:id="h1"/><hyperlink ref="D3:D4" r:id="h2"/><hyperlink ref="B5" r:id="h3"/><hyperlink ref="B6" location="Sheet2!A1"/><hyperlink ref="C6" r:id="h4"/></hyperlinks>`.replace(
        /amp;amp;/g,
        'amp;',
      ),
    ],
    {
      'xl/worksheets/_rels/sheet0.xml.rels': `<Relationships xmlns="${PACKAGE}">${targets.map((target, at) => `<Relationship Id="h${at}" Type="${RELATIONSHIPS}/hyperlink" Target="${target}" TargetMode="External"/>`).join('')}</Relationships>`,
    },
  );
  const title = ['Our federations,,', 'Name,Website,Email'];
  const rest = ['D,None,Contacts'];
  const found = await read(content, 0, { at: 1, heading: 'Website' });
  assert.deepEqual(found.lines, [
    ...title,
    'A,https://a.example.nhs.uk/#top,Email us',
    'B,https://b.example.nhs.uk/?a=1&b,ours@example.nhs.uk',
    'C,c.example.nhs.uk,Email',
    ...rest,
  ]);
  const link = (count, places) =>
    `${count} whose address is not in the CSV file (${places}). To show the website of a federation, enter its address as text in a column with the heading "Website".`;
  // The link of the name A3 has the address of C3, and that of B5 is in C5.
  assert.match(found.notes[0], /^1 hidden column/);
  assert.deepEqual(found.notes.slice(1), [link('3 cells have a link', 'C2, D3, D5')]);

  const lost = await read(content);
  assert.deepEqual(lost.lines, [
    ...title,
    'A,Website,Email us',
    'B,Visit,ours@example.nhs.uk',
    'C,c.example.nhs.uk,Email',
    ...rest,
  ]);
  assert.deepEqual(lost.notes.slice(1), [link('6 cells have a link', 'C2, B3, C3 …')]);
});

test('links in an OpenDocument sheet, and in a merged cell', async () => {
  const cell = (content, more = '') =>
    `<table:table-cell office:value-type="string" ${more}><text:p>${content}</text:p></table:table-cell>`;
  const link = (address, text) => `<text:a xlink:href="${address}" xlink:type="simple">${text}</text:a>`;
  const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
  const { lines, notes } = await read(
    ods(
      `<table:table table:name="A">${[
        row(cell('Practice'), cell('Our website')),
        row(
          cell(link('https://hill.example.nhs.uk/', 'Hill')),
          cell(link('https://a.example.nhs.uk/', 'Visit'), 'table:number-rows-spanned="2"'),
        ),
        row(cell('Weir'), '<table:covered-table-cell/>'),
        row(
          cell(link('#Sheet2.A1', 'Moor')),
          cell('Visit', 'table:formula="of:=HYPERLINK(&quot;https://b.example.nhs.uk/&quot;;&quot;Visit&quot;)"'),
        ),
      ].join('')}</table:table>`,
    ),
    0,
    { at: 1, heading: 'Our website' },
  );
  assert.deepEqual(lines, [
    'Practice,Our website',
    'Hill,https://a.example.nhs.uk/',
    'Weir,https://a.example.nhs.uk/',
    'Moor,https://b.example.nhs.uk/',
  ]);
  assert.match(notes[0], /^1 merged cell/);
  assert.match(notes[1], /^1 cell has a link whose address is not in the CSV file \(A2\)/);
});

test('what is reported about cells is only about visible ones', async () => {
  const formula = '<c><f>A1</f></c>';
  const { notes } = await read(
    xlsx([
      `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row>${inline('Name')}${formula.repeat(4)}</row><row hidden="1">${formula.repeat(4)}</row></sheetData>`,
    ]),
  );
  assert.match(notes[0], /^3 formulas have no saved result \(B1, D1, E1\)/);
});

test('an OpenDocument sheet: repeated cells, hidden parts, comments, spaces', async () => {
  const p = (text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const content = ods(
    `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>old</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>
    <table:table table:name="Hidden" table:style-name="ta2"><table:table-row>${p('no')}</table:table-row></table:table>
    <table:table table:name="List" table:style-name="ta1">
      <table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16380"/>
      <table:table-header-rows><table:table-row>${p('Name')}${p('Place')}${p('Region')}${p('Mobile')}${p('Seen')}</table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2">${p('Ours<text:s text:c="2"/>and <text:a>theirs</text:a>')}
        <table:table-cell table:number-columns-repeated="1" office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>two</text:p><text:p>lines</text:p></table:table-cell>
        <table:table-cell table:number-rows-spanned="3" office:value-type="string"><text:p>London</text:p></table:table-cell>${p('07700 900000')}
        <table:table-cell office:value-type="date" office:date-value="2025-11-30"><text:p>30 Nov 2025</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="16379"/></table:table-row>
      <table:table-row table:visibility="filter">${p('Filtered')}</table:table-row>
      <table:table-row>${p('Last')}<table:table-cell><draw:frame><draw:text-box><text:p>a note</text:p></draw:text-box></draw:frame></table:table-cell><table:covered-table-cell/><table:table-cell/>
        <table:table-cell office:value-type="percentage" office:value="0.07"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table>`,
    {
      styles:
        '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    },
  );
  const { sheets } = await open(content);
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['List'],
  );
  const { lines, notes } = await read(content);
  assert.deepEqual(lines, [
    'Name,Place,Region,Seen',
    'Ours  and theirs,"two\nlines",London,2025-11-30',
    'Ours  and theirs,"two\nlines",London,2025-11-30',
    '',
    'Last,,,7%',
  ]);
  assert.match(notes.join(' '), /1 hidden row and 1 hidden column are left out/);
});

test('a file that is not a workbook is identified', async () => {
  assert.equal(await refused(fixture('old.xls')), 'is an old Excel workbook (.xls)');
  for (const file of ['protected.xlsx', 'protected.ods'])
    assert.equal(await refused(fixture(file)), 'is protected with a password');
  const container = (name) => {
    const content = new Uint8Array(4096);
    content.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [...name].forEach((letter, at) => {
      content[1024 + at * 2] = letter.charCodeAt(0);
    });
    return content;
  };
  assert.equal(await refused(container('EncryptedPackage')), 'is protected with a password');
  assert.equal(await refused(container('WordDocument')), 'is an old Word document');
  assert.equal(
    await refused(
      ods('', { 'META-INF/manifest.xml': '<manifest><file-entry><encryption-data/></file-entry></manifest>' }),
    ),
    'is protected with a password',
  );
  assert.equal(
    await refused(ods('', { mimetype: 'application/vnd.oasis.opendocument.text' })),
    'is an OpenDocument file, but not a spreadsheet',
  );
  const main = (target, type = 'officeDocument') =>
    zip({
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="x/${type}" Target="${target}"/></Relationships>`,
      [target]: 'x',
    });
  assert.equal(await refused(main('xl/workbook.bin')), 'is a binary Excel workbook (.xlsb)');
  assert.equal(await refused(main('word/document.xml')), 'is a Word document');
  assert.equal(await refused(zip({ 'Index/Document.iwa': 'x' })), 'is a Numbers, Pages or Keynote document');
  assert.equal(await refused(zip({ 'ours.csv': 'name' })), 'is a zip file, but not a workbook');
  assert.equal(
    await refused(xlsx([rows(''), { xml: rows(inline('x')), state: 'hidden' }])),
    'has no sheet with content',
  );
  assert.equal(await refused(ods('<table:table table:name="A"/>')), 'has no sheet with content');
});

test('a workbook that is one XML file is identified', async () => {
  for (const [root, kind] of [
    ['Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"', /^is an Excel workbook in an old XML format/],
    [
      'ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"',
      /^is an Excel workbook in an old XML format/,
    ],
    [
      'office:document xmlns:a="a" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"',
      /^is an OpenDocument spreadsheet in one XML file/,
    ],
    [
      'office:document xmlns:a="a" office:mimetype="application/vnd.oasis.opendocument.text"',
      /^is an OpenDocument file, but not a spreadsheet/,
    ],
  ])
    for (const mark of ['', '\ufeff'])
      assert.match(await refused(`${mark}<?xml version="1.0" encoding="UTF-8"?>\n<${root}></a>`), kind);
});

test('a damaged file is refused, wherever it is damaged', async () => {
  const whole = fixture('excel.xlsx');
  for (const part of [
    whole.subarray(0, 8),
    whole.subarray(0, whole.length - 30),
    whole.subarray(0, whole.length / 2),
    zip({}),
  ]) {
    assert.equal(await refused(part), 'is damaged or incomplete');
  }
  // Any flipped byte causes an error, or changes nothing that is read.
  const lines = JSON.stringify((await read(whole)).lines);
  let noticed = 0;
  for (let at = 0; at < whole.length; at += 31) {
    const changed = Uint8Array.from(whole);
    changed[at] ^= 0x10;
    const outcome = await read(changed).catch((error) => error);
    if (outcome instanceof Error) {
      assert.equal(outcome.name, 'Unreadable', outcome.stack);
      noticed += 1;
    } else {
      assert.equal(JSON.stringify(outcome.lines), lines, `byte ${at}`);
    }
  }
  assert.ok(noticed > 50, `${noticed} noticed`);
  await assert.rejects(read(xlsx(['<sheetData><row><c t="str"><v>cut</v>'])), /is damaged or incomplete/);
});

test('archives with 64-bit sizes and without compression are read', () => {
  const stored = zip({ a: 'text' }, { level: 0 });
  assert.equal(textOf(openZip(stored), 'A'), 'text');

  // The record of the entry, with 64-bit sizes and position, then the end of the archive, twice.
  const [start, name] = [stored.length - 22 - 47, 1];
  const entry = new Uint8Array(47 + 28);
  entry.set(stored.subarray(start, start + 47));
  const view = new DataView(entry.buffer);
  for (const at of [20, 24, 42]) view.setUint32(at, 0xffffffff, true);
  view.setUint16(30, 28, true);
  view.setUint16(46 + name, 1, true);
  view.setUint16(46 + name + 2, 24, true);
  for (const [at, value] of [
    [4, 4],
    [12, 4],
    [20, 0],
  ])
    view.setBigUint64(46 + name + at, BigInt(value), true);
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  end.setBigUint64(32, 1n, true);
  end.setBigUint64(48, BigInt(start), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, BigInt(start + entry.length), true);
  end.setUint32(76, 0x06054b50, true);
  end.setUint16(86, 0xffff, true);
  end.setUint32(92, 0xffffffff, true);
  const large = Buffer.concat([stored.subarray(0, start), entry, new Uint8Array(end.buffer)]);
  assert.equal(textOf(openZip(large), 'a'), 'text');
});

test('a zip bomb is rejected', async () => {
  const bomb = zip({ a: new Uint8Array(3e6), b: new Uint8Array(3e6) });
  assert.ok(bomb.length < 10000);
  const archive = openZip(bomb, 5e6);
  assert.equal(
    [...archive.chunks('a')].reduce((sum, chunk) => sum + chunk.length, 0),
    3e6,
  );
  assert.throws(() => [...archive.chunks('b')], /is too large: it unpacks to more than 5 MB/);
  // Repeated cells take no space in the file.
  const cell =
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>';
  assert.match(
    await refused(
      ods(
        `<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`,
      ),
    ),
    /more than 5 million cells/,
  );
  const formulas = `<table:table-row table:number-rows-repeated="100000">${'<table:table-cell table:formula="A1"/>'.repeat(60)}</table:table-row>`;
  assert.match(
    await refused(ods(`<table:table table:name="A">${formulas}</table:table>`)),
    /more than 5 million cells/,
  );
  const long = 'x'.repeat(32000);
  const many = xlsx([rows('<c t="s"><v>0</v></c>'.repeat(3000))], { strings: [`<t>${long}</t>`] });
  const { sheets } = await open(many);
  await assert.rejects(sheets[0].read(), /more than 64 million characters/);
});

test('entities that a document declares are not expanded', async () => {
  const content = xlsx([''], {
    'xl/worksheets/sheet0.xml': `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="${MAIN}">${rows(inline('Name &b; &amp;lt; &#233;'))}</worksheet>`,
  });
  assert.deepEqual((await read(content)).lines, ['Name &b; &lt; é']);
});

test('a file that is too large is not read at all', async () => {
  const file = { size: 65 * 1024 * 1024, arrayBuffer: () => assert.fail('it was read') };
  await assert.rejects(openWorkbook(file), { name: 'Unreadable', message: 'is larger than 64 MB' });
});
