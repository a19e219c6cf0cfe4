import assert from 'node:assert/strict';
import test from 'node:test';
import { cleaned, listStart } from '../inline-list.js';

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

test('a paragraph that Markdown begins instead of an empty line ends the row', () => {
  // Its end is behind the list.
  assert.deepEqual(rows(`${head}\n${body[0]}<p>${body[1]}\n`), LIST);
  assert.deepEqual(rows(`${head}<p>${body[0]}</p>\n<p>${body[1]}\n`), LIST);
  assert.deepEqual(rows(`${head}\nMersey View,<p>${body[1]}\n`), [head, 'Mersey View,', body[1]]);
  assert.equal(cleaned(`${head}\n${body[0]}<p>${body[1]}\n`).split('\n').indexOf(body[1]), 3, 'the number of its row');
  const json = (between) => `[{"name":"<p>A</p>"},${between}{"name":"\\"<p>B</p>"}]`;
  assert.equal(cleaned(json('<p>')), json('\n\n'));
  // Paragraphs in cells.
  for (const row of ['Mersey View,<p>One</p>,x', 'Mersey View,<p>One</p><p>Two</p>,x', '"Mersey <p> View",Runcorn']) {
    assert.deepEqual(rows(`${head}\n${row}\n`), [head, row]);
  }
  assert.equal(rows(`${head},notes\nMersey View,x,<p>One</p>\nTees Vale,x,<p>Two</p>`).length, 3);
});

test('a list is recognised without its tag', () => {
  for (const list of [
    LIST.join('\n'),
    'Region;Name of federation\nNorth West;Mersey View',
    'place,"federation"\nRuncorn,Mersey View',
    'GP practices\tTown\nMersey View\tRuncorn',
    'Organisation|Town\nMersey View|Runcorn',
    '"Name","Place"\n"Mersey View","Runcorn"',
    '[{"name":"Mersey View"}]',
    '\n  [\n  {\n "name": "Mersey View" }]',
    '{ "federations": [] }',
    '<script type="text/csv">\nTitle\n</script>',
  ]) {
    assert.equal(listStart(list), 0, list);
    assert.ok(listStart(`List of GP federations\n${list}`) > 0, list);
  }
  assert.equal(listStart('List of federations name,place,region Mersey View,Runcorn,North West'), 0, 'on one line');
  for (const text of [
    'GP federations in England, all on one page',
    'Find a federation by name, place or postcode; or choose a region.',
    'There are 1,500 federations, practices and names.',
    'Home | Federations | Practices',
    'var name = "x";\ncall(name,place)',
    '(function(name,place){})()',
    '"use strict";let a=1;call("name",a)',
    '{"@context":"https://schema.org","name":"NHS"}',
    '{"name":"NHS","url":"/"}',
    'Home|Federations|Map',
    'Region|Practices\nText',
    'your GP practice,or federation',
    'See practices;they are',
    'https://example.org/federations,list',
    '[{{ list }}]',
    '',
  ]) {
    assert.equal(listStart(text), -1, text);
  }
});

test('escaped quotation marks are restored', () => {
  assert.deepEqual(rows('name\n&quot;Leigh, near Wigan&quot;\n&#34;Yarm&#34;'), [
    'name',
    '"Leigh, near Wigan"',
    '"Yarm"',
  ]);
  assert.deepEqual(rows('name\n"Say &quot;Leigh&quot;"'), ['name', '"Say &quot;Leigh&quot;"']);
});

test('letters that a filter has written as entities are restored', () => {
  assert.equal(
    cleaned('name\nCaf&eacute; Br&ecirc; &Uuml; &ccedil;&ntilde;&agrave;&Ograve;').split('\n')[1],
    'Café Brê Ü çñàÒ',
  );
  const others = 'A & B; &amp; &eacute &acute; &e; &eacutes; & eacute; &middot;';
  assert.equal(cleaned(others), others);
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
