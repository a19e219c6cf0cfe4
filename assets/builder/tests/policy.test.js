import assert from 'node:assert/strict';
import test from 'node:test';
import { allows, check, readPolicies } from '../policy.js';

const HERE = { page: 'https://intranet.nhs.uk/home', script: 'gp-federations.js', frame: 'embed.html' };
const ELSEWHERE = {
  page: 'https://intranet.nhs.uk/home',
  script: 'https://widgets.nhs.uk/gpf/gp-federations.js',
  frame: 'https://widgets.nhs.uk/gpf/embed.html',
};
const results = (text, where = HERE) => {
  const { script, frame } = check(text, where);
  return `${script} ${frame}`;
};
const words = (text, name, where = HERE) => check(text, where).lines.find((it) => it.text.startsWith(name)).words;

test('each CSP allows the expected parts, with a script and with a frame', () => {
  for (const [policy, expected] of [
    ["img-src 'self'", 'full full'],
    ["script-src 'self' 'wasm-unsafe-eval'", 'full full'],
    ["script-src 'self' 'unsafe-eval'", 'full full'],
    ["script-src 'self'", 'fallback full'],
    ["SCRIPT-SRC 'SELF' 'Wasm-Unsafe-Eval'", 'full full'],
    ["script-src 'none'", 'nothing full'],
    ['script-src', 'nothing full'],
    ["script-src 'nonce-r4nd0m' 'wasm-unsafe-eval'", 'nothing full'],
    ["script-src 'self' 'nonce-r4nd0m' 'wasm-unsafe-eval'", 'full full'],
    ["script-src 'sha256-abc=' 'wasm-unsafe-eval'", 'nothing full'],
    ["script-src 'self' 'strict-dynamic' 'nonce-r4nd0m' 'wasm-unsafe-eval'", 'nothing full'],
    ["script-src 'unsafe-inline' 'wasm-unsafe-eval'", 'nothing full'],
    ["script-src-elem 'self'; script-src 'wasm-unsafe-eval'", 'full full'],
    ["script-src 'self' 'wasm-unsafe-eval'; script-src-elem https://other.example", 'nothing full'],
    ["default-src 'none'", 'nothing nothing'],
    ["default-src 'self'", 'fallback full'],
    [
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'",
      'full full',
    ],
    ["frame-src 'none'", 'full nothing'],
    ["child-src 'none'", 'full nothing'],
    ["frame-src 'self'; child-src 'none'", 'full full'],
    ["frame-ancestors 'none'", 'full full'],
    ['sandbox', 'nothing nothing'],
    ['sandbox allow-forms allow-scripts', 'full full'],
  ])
    assert.equal(results(policy), expected, policy);
});

test('a script from another website must be allowed by the CSP', () => {
  for (const [source, expected] of [
    ["'self'", 'nothing'],
    ['https:', 'full'],
    ['http:', 'full'],
    ['*', 'full'],
    ['widgets.nhs.uk', 'full'],
    ['*.nhs.uk', 'full'],
    ['*.example.uk', 'nothing'],
    ['nhs.uk', 'nothing'],
    ['https://widgets.nhs.uk', 'full'],
    ['https://widgets.nhs.uk:443', 'full'],
    ['https://widgets.nhs.uk:8443', 'nothing'],
    ['https://widgets.nhs.uk/gpf/', 'full'],
    ['https://widgets.nhs.uk/other/', 'nothing'],
    ['https://widgets.nhs.uk/gpf/gp-federations.js', 'full'],
    ['https://widgets.nhs.uk/gpf', 'nothing'],
    ['data:', 'nothing'],
  ])
    assert.equal(check(`script-src ${source} 'wasm-unsafe-eval'`, ELSEWHERE).script, expected, source);
});

test('the suggestion is the complete directive', () => {
  const { add } = check("default-src 'none'", ELSEWHERE);
  assert.deepEqual(add, ["script-src https://widgets.nhs.uk 'wasm-unsafe-eval'", 'frame-src https://widgets.nhs.uk']);
  assert.deepEqual(check("script-src 'self' https://a.uk", HERE).add, [
    "script-src 'self' https://a.uk 'wasm-unsafe-eval'",
  ]);
  assert.deepEqual(check("script-src 'self' 'wasm-unsafe-eval'", HERE).add, []);
  assert.deepEqual(check("script-src-elem 'none'; script-src 'self'", HERE).add, [
    "script-src-elem 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
  ]);
});

test('several CSPs must all agree, and report-only ones are ignored', () => {
  assert.equal(results("script-src 'self' 'wasm-unsafe-eval', script-src 'self'"), 'fallback full');
  assert.equal(
    results("Content-Security-Policy: script-src 'self'\nContent-Security-Policy: script-src 'none'"),
    'nothing full',
  );
  assert.equal(results("Content-Security-Policy-Report-Only: script-src 'none'"), 'full full');
});

test('CSPs are read from headers, meta tags and wrapped lines', () => {
  assert.equal(
    results("content-security-policy: default-src 'self';\n  script-src 'self'\n  'wasm-unsafe-eval'"),
    'full full',
  );
  assert.equal(
    results(`<meta http-equiv="Content-Security-Policy" content="script-src 'self'; sandbox">`),
    'fallback full',
  );
  assert.equal(
    results("<meta content='script-src &#39;none&#39;' http-equiv=content-security-policy>"),
    'nothing full',
  );
  const [{ directives }] = readPolicies("script-src 'self'; script-src 'none'");
  assert.deepEqual(
    directives.map(({ text }) => text),
    ["script-src 'self'"],
  );
});

test('a hash allows only the script whose snippet has that integrity value', () => {
  const integrity = 'sha384-AbC';
  assert.equal(check("script-src 'sha384-AbC' 'wasm-unsafe-eval'", { ...HERE, integrity }).script, 'full');
  assert.equal(check("script-src 'sha384-AbC' 'wasm-unsafe-eval'", HERE).script, 'nothing');
});

test('each line is explained', () => {
  const policy =
    "default-src 'self'; script-src 'nonce-a' 'strict-dynamic'; style-src 'self'; connect-src 'none'; frame-ancestors https://a.uk; require-trusted-types-for 'script'; trusted-types lit";
  const { lines } = check(policy, HERE);
  assert.equal(lines.length, 7);
  assert.ok(lines.every((line) => line.words.length > 20));
  assert.match(words(policy, 'script-src'), /'strict-dynamic'.*nonce/);
  assert.match(words(policy, 'style-src'), /not affected/);
  assert.match(words(policy, 'connect-src'), /data-src/);
  assert.match(words(policy, 'frame-ancestors'), /embed\.html/);
  assert.match(words(policy, 'require-trusted-types-for'), /does not write HTML/);
  assert.match(words(policy, 'trusted-types'), /do not need to add a name/);
});

test('text that is not a CSP gets an error', () => {
  for (const text of ['', '  ', 'hello', 'max-age=3600', '<p>script</p>']) assert.ok(check(text, HERE).error, text);
});

test("'self' is the page's own website, or any relative address", () => {
  assert.ok(allows("'self'", { page: null, address: 'gp-federations.js' }));
  assert.ok(!allows("'self'", { page: null, address: 'https://a.uk/gp-federations.js' }));
  assert.ok(allows("'self'", { page: 'https://a.uk/b', address: 'https://a.uk/gp-federations.js' }));
});

test('whether the widget can read a list of the editor', () => {
  const run = (policy, list, where = HERE) => check(policy, { ...where, list });
  const list = 'https://data.nhs.uk/lists/Ours.csv';
  for (const [policy, address, expected] of [
    ["script-src 'self' 'wasm-unsafe-eval'", 'ours.csv', 'full'],
    ["connect-src 'self'", 'ours.csv', 'full'],
    ["Connect-Src 'SELF'", '/lists/ours.csv', 'full'],
    ["connect-src 'self'", 'https://intranet.nhs.uk/ours.csv', 'full'],
    ["connect-src 'self'", list, 'fallback'],
    ['connect-src https://data.nhs.uk', list, 'full'],
    ['connect-src https://data.nhs.uk/lists/Ours.csv', list, 'full'],
    ['connect-src https://data.nhs.uk', 'ours.csv', 'fallback'],
    ["connect-src 'none'", 'ours.csv', 'fallback'],
    ['connect-src', 'ours.csv', 'fallback'],
    ["default-src 'self'", 'ours.csv', 'full'],
    ["default-src 'none'", 'ours.csv', 'fallback'],
    ["default-src 'none'; connect-src *", list, 'full'],
    ["connect-src 'none'", '', 'full'],
  ])
    assert.equal(run(policy, address).list, expected, `${policy}: ${address}`);
  assert.deepEqual(run("connect-src 'none'", 'ours.csv').add, ["connect-src 'self'"]);
  assert.deepEqual(run("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", list).add, [
    "connect-src 'self' https://data.nhs.uk",
  ]);
  // Each policy of several has to allow it.
  assert.equal(run("connect-src *, connect-src 'none'", 'ours.csv').list, 'fallback');
  const { lines } = run("connect-src 'none'", list);
  assert.deepEqual(lines, [
    { text: "connect-src 'none'", result: 'fallback', words: 'Your own list cannot be read from https://data.nhs.uk.' },
  ]);
});
