import assert from 'node:assert/strict';
import test from 'node:test';
import {
  aboutMembers,
  cellsOf,
  csvName,
  details,
  facts,
  helpWith,
  isWorkbook,
  leadsTo,
  pick,
  recognised,
  rest,
  sourceIn,
} from '../list-file.js';
import { listVerdict } from '../words.js';

const given = (name, isFolder = false) => ({ file: { name }, isFolder });
const report = (part) => ({
  file: 'ours.csv',
  encoding: 'UTF-8',
  separator: ',',
  rows: 1,
  used: 1,
  skippedRows: 0,
  ignoredCells: 0,
  replaced: 0,
  columns: [],
  problemCount: 0,
  problems: [],
  ...part,
});

test('one file is accepted; anything else gets an error with the fix', () => {
  assert.deepEqual(pick([given('ours.csv')]), { file: { name: 'ours.csv' } });
  for (const [list, parts] of [
    [[], ['is not a file', 'Drop or choose']],
    [[{ file: null, isFolder: false }], ['is not a file']],
    [[given('lists', true)], ['"lists" is a folder', 'choose a spreadsheet or a JSON file']],
    [
      [given('a.csv'), given('b.csv')],
      ['2 files (a.csv, b.csv)', 'Choose one file'],
    ],
    [['a', 'b', 'c', 'd'].map((name) => given(name)), ['4 files (a, b, c …)']],
  ]) {
    const { file, error } = pick(list);
    assert.equal(file, undefined);
    for (const part of parts) assert.ok(error.includes(part), error);
  }
});

test('a workbook gets its own messages', () => {
  for (const name of ['ours.xlsx', 'OURS.XLS', 'a.ods', 'b.numbers'])
    assert.match(helpWith(name), /Save as.*CSV UTF-8/);
  for (const name of ['ours.csv', 'xlsx', 'a.xlsx.csv', 'photo.png', '']) assert.equal(helpWith(name), null);
});

test('a workbook is detected by its bytes, and its CSV file name needs no escapes in a URL', () => {
  for (const start of ['PK\x03\x04\x14\0', 'PK\x05\x06', '\xd0\xcf\x11\xe0'])
    assert.ok(isWorkbook(Buffer.from(start, 'latin1')));
  for (const start of ['', 'PK', 'PKW,name', 'name,place', '{"a":1}']) assert.ok(!isWorkbook(Buffer.from(start)));
  const xml = '<?xml version="1.0"?>\n';
  for (const start of [
    `${xml}<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`,
    `\ufeff${xml}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`,
  ])
    assert.ok(isWorkbook(Buffer.from(start)), start);
  for (const start of [
    `${xml}<html xmlns="http://www.w3.org/1999/xhtml">`,
    `${xml}<rss><title>office:document</title>`,
    '<html xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    'name,<office:document >',
  ])
    assert.ok(!isWorkbook(Buffer.from(start)), start);
  for (const [file, sheet, isOnly, name] of [
    ['ours.xlsx', 'Sheet1', true, 'ours.csv'],
    ['ours.xlsx', 'Contacts & offices', false, 'ours-Contacts-offices.csv'],
    ['Our list (2026/27).v2.ods', 'A', true, 'Our-list-2026-27-.v2.csv'],
    ['Ynys Môn.xlsx', '表', false, 'Ynys-Môn-表.csv'],
    ['..xlsx', '?', false, 'federations.csv'],
  ]) {
    assert.equal(csvName(file, sheet, isOnly), name);
    assert.equal(sourceIn('', name), encodeURIComponent(name));
  }
});

test('the URL is correct for any file name', () => {
  for (const [folder, name, address] of [
    ['', 'ours.csv', 'ours.csv'],
    ['https://a.uk/gpf/', 'ours.csv', 'https://a.uk/gpf/ours.csv'],
    ['gpf/', 'our list & "more" #1?.csv', 'gpf/our%20list%20%26%20%22more%22%20%231%3F.csv'],
    [undefined, 'Ynys Môn.csv', 'Ynys%20M%C3%B4n.csv'],
  ]) {
    assert.equal(sourceIn(folder, name), address);
    assert.ok(leadsTo(address, name), address);
    assert.ok(!leadsTo(address, `other-${name}`));
  }
  assert.ok(leadsTo('x/ours.csv?version=2', 'ours.csv'));
  assert.ok(leadsTo('100%.csv', '100%.csv'));
  for (const nothing of [undefined, null, '']) assert.ok(!leadsTo(nothing, 'ours.csv'));
});

test('the result is summarised in a sentence', () => {
  const columns = [{ isLeftOut: false }, { isLeftOut: true }];
  for (const [part, sheet, isWhole, verdict] of [
    [{}, null, true, 'ours.csv: 1 of 1 row can be used. Nothing will be left out.'],
    // Notes below the sentence say what the CSV file of a workbook leaves out.
    [{}, null, false, 'ours.csv: 1 of 1 row can be used.'],
    [{ columns }, null, true, 'ours.csv: 1 of 1 row can be used. 1 column will be left out.'],
    [
      { rows: 12000, used: 11999, skippedRows: 1, ignoredCells: 2 },
      null,
      true,
      'ours.csv: 11,999 of 12,000 rows can be used. 1 row and 2 cells will be left out.',
    ],
    [
      { rows: 3, used: 1, skippedRows: 2, ignoredCells: 1, columns: [...columns, ...columns] },
      null,
      false,
      'ours.csv: 1 of 3 rows can be used. 2 rows, 2 columns and 1 cell will be left out.',
    ],
    [{ file: 'ours.ods' }, 'A & B', true, 'ours.ods, sheet "A & B": 1 of 1 row can be used. Nothing will be left out.'],
  ])
    assert.equal(listVerdict(report(part), sheet, isWhole), verdict);
});

test('recognised columns and settings are listed', () => {
  const columns = [
    { heading: 'Federation', column: 'name' },
    { heading: 'Phone', column: null },
    { heading: '', column: null },
  ];
  assert.deepEqual(details(columns), [columns[1]]);
  const of = (part) => Object.fromEntries(facts(report({ columns, ...part })));
  assert.deepEqual(of({ separator: ';' }), {
    'Rows used': '1 of 1',
    'Rows left out': '0',
    'File type': 'CSV',
    'Text encoding': 'UTF-8',
    'Column separator': 'semicolon',
    Columns: '1 recognised, 1 kept as details',
  });
  assert.equal(of({ ignoredCells: 3 })['Cells left out'], '3');
  assert.equal(of({ separator: '\t' })['Column separator'], 'tab');
  assert.equal(of({ separator: '|' })['Column separator'], 'vertical bar');
  assert.equal(of({ separator: '~' })['Column separator'], '~');
  const json = of({ separator: null, replaced: 3 });
  assert.equal(json['File type'], 'JSON');
  assert.equal(json['Column separator'], undefined);
  assert.equal(json['Built-in federations replaced'], '3');
});

test('a column about members is in one place only', () => {
  const columns = [
    { heading: 'Federation', column: 'name', isLeftOut: false },
    { heading: 'Postcode', column: 'postcodes', isLeftOut: true },
    { heading: 'Practice email', column: null, isLeftOut: true },
    { heading: 'Notes', column: null, isLeftOut: false },
  ];
  assert.deepEqual(recognised(columns), [columns[0]]);
  assert.deepEqual(aboutMembers(columns), [columns[1], columns[2]]);
  assert.deepEqual(details(columns), [columns[3]]);
  const of = (memberKind) => {
    const list = report({ columns, memberKind, members: 1200, federations: 31 });
    return Object.fromEntries(facts(list));
  };
  assert.equal(of('practice').Columns, '1 recognised, 1 kept as details, 2 about practices');
  assert.equal(of('practice')['One row per practice'], '1,200 practices in 31 federations');
  assert.equal(of('pcn').Columns, '1 recognised, 1 kept as details, 2 about PCNs');
  assert.equal(of('pcn')['One row per PCN'], '1,200 PCNs in 31 federations');
});

test('a problem shows its position, and hidden problems are counted', () => {
  const problem = {
    row: 1200,
    column: 'web',
    value: 'x',
    message: 'is not a web address',
    fix: 'Start it with https://',
    scope: 'cell',
  };
  assert.deepEqual(cellsOf(problem), [
    'Row 1,200',
    'web',
    'x',
    'is not a web address',
    'Start it with https://',
    'This cell',
  ]);
  assert.equal(rest(2, report({ problemCount: 2, problems: [problem, problem] })), null);
  assert.equal(
    rest(1, report({ problemCount: 2, problems: [problem, problem] })),
    '1 more problem is not shown here. The download lists all of them.',
  );
  assert.equal(
    rest(1, report({ problemCount: 1500, problems: [problem, problem] })),
    '1,499 more problems are not shown here. The download lists the first 2.',
  );
});
