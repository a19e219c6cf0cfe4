import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, secureProblem, suggestion } from '../script-address.js';

test('a folder or the file itself, whole or relative', () => {
  for (const [typed, script, isAbsolute] of [
    ['https://intranet.nhs.uk/gpf/', 'https://intranet.nhs.uk/gpf/gp-federations.js', true],
    ['https://intranet.nhs.uk/gpf', 'https://intranet.nhs.uk/gpf/gp-federations.js', true],
    [' https://intranet.nhs.uk/gpf/gp-federations.js ', 'https://intranet.nhs.uk/gpf/gp-federations.js', true],
    ['https://intranet.nhs.uk', 'https://intranet.nhs.uk/gp-federations.js', true],
    ['http://localhost:8080/', 'http://localhost:8080/gp-federations.js', true],
    ['//intranet/gpf/', '//intranet/gpf/gp-federations.js', true],
    ['gp-federations.js', 'gp-federations.js', false],
    ['../widgets', '../widgets/gp-federations.js', false],
    ['/w/gp-federations-guide.js', '/w/gp-federations.js', false],
    ['/widgets/', '/widgets/gp-federations.js', false],
  ]) {
    const read = readAddress(typed);
    assert.equal(read.error, undefined, `${typed}: ${read.error}`);
    assert.equal(read.script, script);
    assert.equal(read.isAbsolute, isAbsolute, typed);
    assert.equal(read.isFile, /gp-federations\.js\s*$/.test(typed), typed);
  }
});

test('an unusable URL gets an error with the reason', () => {
  for (const [typed, part] of [
    ['', 'Enter the web address'],
    ['C:\\widgets\\', 'shared drive'],
    ['\\\\server\\share', 'shared drive'],
    ['file:///c:/widgets/', 'shared drive'],
    ['ftp://a.uk/', 'starts with ftp:'],
    ['javascript:alert(1)', 'starts with javascript:'],
    ['https://', 'Enter the full address'],
    ['https:a.uk', 'Enter the full address'],
    ['https://a.uk/gpf"onload=x', 'quotation marks'],
    ['https://a.uk/my files/', 'must not contain spaces'],
    ['https://a.uk/gpf/?v=1', 'Remove the ? or #'],
    ['https://a.uk/a&b/', 'must not contain &'],
    ['intranet.nhs.uk/gpf/', 'https://intranet.nhs.uk/gpf/'],
    ['https://a.uk/gpf/index.html', 'index.html is a different file'],
    ['https://a.uk/gpf/other.js', 'other.js is a different file'],
  ])
    assert.match(readAddress(typed).error || '', new RegExp(part.replace(/[?.]/g, '\\$&')), typed);
});

test('http:// gets a warning', () => {
  assert.match(readAddress('http://intranet.nhs.uk/').warning, /https:\/\//);
  assert.equal(readAddress('https://intranet.nhs.uk/').warning, null);
});

test('the suggestion is where the builder is', () => {
  assert.equal(suggestion(new URL('https://a.uk/gpf/index.html#show=guide')), 'https://a.uk/gpf/');
  assert.equal(suggestion(new URL('file:///c:/gpf/index.html')), 'gp-federations.js');
});

test('a host that shows only https:// says so, and what no one else can open', () => {
  for (const [typed, part] of [
    ['http://intranet.nhs.uk/gpf/', 'SharePoint needs an address that begins with https://'],
    ['HTTP://intranet.nhs.uk/gpf/', 'SharePoint needs an address that begins with https://'],
    ['http://127.0.0.1:34845/', '127.0.0.1 is this computer'],
    ['https://localhost/gpf', 'localhost is this computer'],
    ['http://visit-3.localhost:8080/', 'visit-3.localhost is this computer'],
    ['https://[::1]/', '[::1] is this computer'],
  ])
    assert.ok(secureProblem(readAddress(typed), 'SharePoint').includes(part), typed);
  for (const typed of [
    'https://intranet.nhs.uk/gpf/',
    '//intranet.nhs.uk/gpf/',
    '../widgets/',
    'https://127.example.nhs.uk/',
  ]) {
    assert.equal(secureProblem(readAddress(typed), 'Moodle'), null, typed);
  }
});
