import assert from 'node:assert/strict';
import test from 'node:test';
import { cleaned } from '../inline-list.js';

const rows = (text) =>
  cleaned(text)
    .split('\n')
    .filter((row) => row.trim());
const LIST = ['name,place', 'Mersey View,Runcorn', 'Tees Vale,Yarm'];
const [head, ...body] = LIST;
const between = (open, close) => [open, ...LIST, close].join('\n');

test('markup that editors put around a script is not part of the list', () => {
  for (const [open, close] of [
    ['', ''],
    ['// <![CDATA[', '// ]]>'],
    ['//<![CDATA[', '//]]>\n'],
    ['/* <![CDATA[ */', '/* ]]> */'],
    ['/*<![CDATA[*/', '/*]]>*/'],
    ['<![CDATA[', ']]>'],
    ['<!--', '-->'],
    ['<!--', '//-->'],
    ['<!-- // <![CDATA[', '// ]]> -->'],
    ['<!--//--><![CDATA[// ><!--', '//--><!]]>'],
    ['\n\n  <!--//--><![CDATA[//><!--', '  //--><!]]>\n\n'],
  ]) {
    assert.deepEqual(rows(between(open, close)), LIST, `${open} … ${close}`);
    assert.deepEqual(rows(`${open}${between('', '').trim()}${close}`), LIST, `${open}…${close} on one line`);
    const json = '[{"name":"Mersey View"}]';
    assert.equal(cleaned(`${open}\n${json}\n${close}`).trim(), json);
  }
});

test('rows keep their numbers', () => {
  assert.equal(cleaned(between('// <![CDATA[', '// ]]>')).split('\n').indexOf(body[0]), 2);
  assert.equal(cleaned(between('', '')).split('\n').indexOf(body[0]), 2);
});

test('text that looks like a comment inside the list is kept', () => {
  for (const row of [
    'Mersey View,https://example.org/',
    'Mersey View,//',
    '"<!-- x -->",y',
    'Mersey <br> View,Runcorn',
    '// name,place',
  ]) {
    assert.deepEqual(rows(`\n${head}\n${row}\n${body[1]}\n`)[1], row);
  }
  assert.deepEqual(rows(`\n${head}\nMersey View,https://example.org/\n`)[1], 'Mersey View,https://example.org/');
});

test('inserted paragraphs and line breaks are removed', () => {
  assert.deepEqual(rows(`<p>${head}<br />\n${body.join('<br>\n')}</p>\n`), LIST);
  assert.deepEqual(rows(`${head}</p>\n<p>${body[0]}</p>\n<p class="x">${body[1]}</p>`), LIST);
});

test('escaped quotation marks are restored', () => {
  assert.deepEqual(rows('name\n&quot;Leigh, near Wigan&quot;\n&#34;Yarm&#34;'), [
    'name',
    '"Leigh, near Wigan"',
    '"Yarm"',
  ]);
  assert.deepEqual(rows('name\n"Say &quot;Leigh&quot;"'), ['name', '"Say &quot;Leigh&quot;"']);
});

test('indentation is not part of a row', () => {
  for (const indent of ['  ', '\t\t', '\u00a0\u00a0', ' \t']) {
    assert.deepEqual(rows(LIST.map((row) => indent + row).join('\n')), LIST);
    assert.deepEqual(
      rows(`${head}\n${body.map((row) => indent + row).join('\n')}`),
      LIST,
      'the first row beside the tag',
    );
  }
});

test('cells between tabs stay where they are', () => {
  const tabs = ['name\tplace\tregion', 'Mersey View\tRuncorn\t', '\tYarm\tNorth East'];
  assert.deepEqual(rows(tabs.join('\n')), tabs);
  assert.deepEqual(rows(`\n${tabs.map((row) => `\t  ${row}`).join('\n')}\n`), tabs);
});
