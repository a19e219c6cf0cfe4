import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const HOST = 'https://intranet.example';
const TAG = '<script src="gp-federations.js?v=1.0.0" defer></script>';
const PAGE = `<h1>Page</h1><gp-federation-finder></gp-federation-finder>${TAG}`;
const SIGN_IN = '<title>Sign in</title><form><input name="user"><input type="password"></form>';
const template = readFileSync(new URL('../sw.js', import.meta.url), 'utf8');
const source = template.replace('{{version}}', '1.0.0').replace('{{digest}}', 'd').replace('{{files}}', '{}');

/** A service worker whose server responds with the result of `site`: a Response's parts, or nothing at all. */
async function worker(keep, site, folder = '/gp/') {
  const listeners = {};
  const kept = new Map();
  const said = [];
  let isThere = false;
  let room = Infinity;
  site[`${folder}embed.html`] = site[`${folder}embed.html`] || { body: PAGE };
  const cache = {
    match: async (key) => {
      const it = kept.get(key);
      return it && new Response(it.body, it);
    },
    put: async (key, response) => {
      if (response.headers.get('Vary') === '*' || response.status === 206) throw new TypeError('refused');
      if (kept.size >= room && !kept.has(key)) throw new Error('QuotaExceededError');
      if (room === 0) throw new Error('QuotaExceededError');
      kept.set(key, { body: await response.text(), headers: response.headers, status: response.status });
    },
  };
  const context = {
    URL,
    Headers,
    Array,
    Map,
    Promise,
    Error,
    RegExp,
    Response: Object.assign(
      function make(...all) {
        return new Response(...all);
      },
      { redirect: (to) => ({ redirectedTo: to }) },
    ),
    registration: { scope: HOST + folder },
    location: new URL(`${HOST}${folder}sw.js?${keep.map((it) => `keep=${encodeURIComponent(it)}`).join('&')}`),
    caches: {
      has: async () => isThere,
      open: async () => {
        isThere = true;
        return cache;
      },
      keys: async () => [],
      delete: async () => {
        isThere = false;
      },
    },
    console: { warn: (line) => said.push(line), error: (line) => said.push(line) },
    addEventListener: (name, listener) => {
      listeners[name] = listener;
    },
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url || request);
      const answer = site[pathname + search] || site[pathname];
      if (!answer) throw new TypeError('no network');
      const { body, status = 200, type = 'text/html', headers = {}, leadsTo } = answer;
      const response = new Response(body, { status, headers: { 'Content-Type': type, ...headers } });
      Object.defineProperty(response, 'url', { value: HOST + (leadsTo || pathname + search) });
      Object.defineProperty(response, 'redirected', { value: Boolean(leadsTo) });
      return response;
    },
  };
  vm.runInNewContext(source, context);
  const during = async (name, event) => {
    const all = [];
    let answer = null;
    listeners[name]({
      ...event,
      waitUntil: (it) => all.push(it),
      respondWith: (it) => {
        answer = it;
      },
    });
    const response = await answer;
    await Promise.all(all);
    return response;
  };
  const visit = async (path, { method = 'GET', headers = {} } = {}) => {
    const request = { url: HOST + path, method, mode: 'navigate', headers: new Headers(headers) };
    const response = await during('fetch', { request });
    return response && (response.redirectedTo || response.text());
  };
  const fill = () => {
    room = 0;
  };
  return {
    install: () => during('install', {}),
    visit,
    said,
    fill,
    isThere: () => isThere,
    keys: () => [...kept.keys()].map((it) => it.slice(HOST.length)),
  };
}

const offline = (site) => Object.keys(site).forEach((path) => delete site[path]);

async function installed(keep, site, folder) {
  const it = await worker(keep, site, folder);
  await it.install();
  return it;
}

test('a response that is not the page never replaces the cached page', async () => {
  for (const [name, answer] of Object.entries({
    'a sign-in page': { body: SIGN_IN },
    'a sign-in page without a password': { body: '<form action="/login"><input name="user"></form>' },
    'the sign-in page of a website with the script on every page': { body: `${TAG}${SIGN_IN}` },
    'the same without a form': { body: `${TAG}<h1>Sign in</h1>` },
    'a sign-in page that would lead back': { body: '<a href="/login?to=/gp-federations/page.html">Sign in</a>' },
    'a captive portal': { body: '<h1>Welcome to our Wi-Fi</h1>', leadsTo: '/portal.html' },
    'an address elsewhere': { body: PAGE, leadsTo: '/home.html' },
    'maintenance with 200': { body: '<h1>Back at noon</h1>' },
    nothing: { body: '' },
    'white space': { body: ' \n ' },
    'a part': { body: PAGE.slice(0, 9), status: 206 },
    'not found': { body: '<h1>Not found</h1>', status: 404 },
    'another type': { body: PAGE, type: 'application/json' },
    'another version': { body: PAGE.replace('1.0.0', '2.0.0') },
  })) {
    const site = { '/gp/page.html': { body: PAGE } };
    const it = await installed(['page.html'], site);
    site['/gp/page.html'] = answer;
    assert.equal(await it.visit('/gp/page.html'), answer.body, `${name}: readers see what the server says`);
    offline(site);
    assert.equal(await it.visit('/gp/page.html'), PAGE, name);
  }
});

test('a server error shows the cached page', async () => {
  for (const status of [500, 502, 503, 511]) {
    const site = { '/gp/page.html': { body: PAGE } };
    const it = await installed(['page.html'], site);
    site['/gp/page.html'] = { body: 'ill', status };
    assert.equal(await it.visit('/gp/page.html?from=mail'), PAGE);
  }
});

test('an edited page is kept', async () => {
  const site = {
    '/gp/page.html': { body: PAGE },
    '/gp/style.css': { body: 'a{}', type: 'text/css' },
    '/gp/plain.html': { body: '<p>Old' },
  };
  const it = await installed(['page.html', 'style.css', 'plain.html'], site);
  const edited = `<p>New</p>${PAGE}`;
  site['/gp/page.html'] = { body: edited, type: 'text/html; charset=utf-8' };
  site['/gp/style.css'] = { body: 'b{}', type: 'text/css' };
  site['/gp/plain.html'] = { body: '<p>New' };
  for (const path of ['page.html', 'style.css', 'plain.html']) await it.visit(`/gp/${path}`);
  site['/gp/style.css'] = site['/gp/plain.html'] = { body: SIGN_IN };
  for (const path of ['style.css', 'plain.html']) await it.visit(`/gp/${path}`);
  offline(site);
  assert.equal(await it.visit('/gp/page.html'), edited);
  assert.equal(await it.visit('/gp/style.css'), 'b{}');
  assert.equal(await it.visit('/gp/plain.html'), '<p>New');
});

test('other responses are not cached at installation, and the console shows why', async () => {
  for (const [answer, words] of [
    [{ body: SIGN_IN }, 'page.html asks for a password'],
    [{ body: '<h1>Sign in</h1>', leadsTo: '/login' }, 'page.html leads to https://intranet.example/login'],
    [{ body: '' }, 'page.html is empty'],
    [{ body: 'x', status: 404 }, 'page.html: the server answered 404'],
    [{ body: PAGE.replace('1.0.0', '0.9.0') }, 'page.html is not made for version 1.0.0'],
  ]) {
    const it = await worker(['page.html'], { '/gp/page.html': answer });
    await assert.rejects(it.install());
    assert.equal(it.isThere(), false);
    assert.ok(it.said[0].includes(words), it.said[0]);
  }
});

test('the cache of the previous worker survives a failed installation', async () => {
  const site = { '/gp/page.html': { body: PAGE } };
  const it = await installed(['page.html'], site);
  site['/gp/page.html'] = { body: SIGN_IN };
  await assert.rejects(it.install());
  offline(site);
  assert.equal(await it.visit('/gp/page.html'), PAGE);
});

test('pages with a Vary header are cached', async () => {
  for (const vary of ['*', 'Cookie', 'Accept-Language, *']) {
    const site = { '/gp/page.html': { body: PAGE, headers: { Vary: vary } } };
    const it = await installed(['page.html'], site);
    await it.visit('/gp/page.html');
    assert.equal(it.said.length, 0);
    offline(site);
    assert.equal(await it.visit('/gp/page.html'), PAGE, vary);
  }
});

test('a folder is found under all its names', async () => {
  for (const keep of ['./', '', 'index.html', '/gp/', 'default.aspx']) {
    const site = {};
    for (const name of ['', 'index.html', 'default.aspx']) site[`/gp/${name}`] = { body: PAGE };
    const it = await installed([keep], site);
    offline(site);
    for (const name of [
      '/gp/',
      '/gp/index.html',
      '/gp/?from=mail',
      '/gp/index.html?gpf-region=London',
      '/gp/Default.aspx',
    ]) {
      assert.equal(await it.visit(name), PAGE, `keep=${keep}, ${name}`);
    }
    assert.equal(await it.visit('/gp/other.html'), null);
  }
});

test('without the slash at its end a folder leads to where its files are', async () => {
  const site = { '/gp/': { body: PAGE }, '/about': { body: PAGE } };
  const it = await installed(['gp/', 'about'], site, '/');
  offline(site);
  assert.equal(await it.visit('/gp?a=1'), `${HOST}/gp/?a=1`);
  assert.equal(await it.visit('/about/'), `${HOST}/about`);
  assert.equal(await it.visit('/about'), PAGE);
});

test('pages with different queries are cached separately', async () => {
  const other = `<p>Other</p>${PAGE}`;
  const site = {
    '/gp/?page_id=12': { body: PAGE },
    '/gp/?page_id=7': { body: other },
    '/gp/?page_id=99': { body: `<p>99</p>${PAGE}` },
  };
  const it = await installed(['?page_id=12', '?page_id=7'], site);
  assert.deepEqual(it.keys().sort(), ['/gp/?page_id=12', '/gp/?page_id=7', '/gp/embed.html']);
  assert.equal(await it.visit('/gp/?page_id=99'), null, 'not a page that was named');
  offline(site);
  assert.equal(await it.visit('/gp/?page_id=12&gpf-region=London'), PAGE);
  assert.equal(await it.visit('/gp/?from=mail&page_id=7'), other);
});

test('a full cache keeps the old copy', async () => {
  const site = { '/gp/page.html': { body: PAGE } };
  const it = await installed(['page.html'], site);
  it.fill();
  site['/gp/page.html'] = { body: `<p>New</p>${PAGE}` };
  assert.equal(await it.visit('/gp/page.html'), `<p>New</p>${PAGE}`);
  assert.ok(it.said[0].includes('stays as it was'), it.said[0]);
  offline(site);
  assert.equal(await it.visit('/gp/page.html'), PAGE);
});

test('POST and range requests are not intercepted', async () => {
  const it = await installed(['page.html'], { '/gp/page.html': { body: PAGE } });
  assert.equal(await it.visit('/gp/page.html', { method: 'POST' }), null);
  assert.equal(await it.visit('/gp/page.html', { headers: { Range: 'bytes=0-9' } }), null);
});
