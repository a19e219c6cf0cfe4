// Optional, and at work only where the owner of a page asks for it (see docs/hosts/offline.md): keeps the widget, and
// the pages that `keep` in this script's own address names, for when the server cannot be reached. It touches no other
// request.

const VERSION = '{{version}}';

/** The widget's files and what each has to be: while an upload is half done, nothing of it is kept. */
const FILES = JSON.parse(`{{files}}`);

const FAMILY = `gp-federations ${registration.scope} `;
const CACHE = `${FAMILY}{{digest}}`;

const files = new Map(Object.entries(FILES).map(([path, integrity]) => [new URL(path, location).href, integrity]));
const pages = ['embed.html', ...new URL(location).searchParams.getAll('keep')].map(
  (path) => new URL(path, new URL('./', location)),
);

addEventListener('install', (event) => event.waitUntil(install()));

// Not sooner than the last page of the old version has gone: a page and its script are always of one version.
addEventListener('activate', (event) => event.waitUntil(forgetOldVersions()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Of a file that is asked for in parts, each part is another one.
  if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('range')) return;
  if (files.has(url.href)) return event.respondWith(keptFirst(request));
  const page = pageAt(url);
  if (page) event.respondWith(freshFirst(event, page));
});

/** The page that was named for this address: of several the one that is named with most of a query. */
function pageAt(url) {
  const size = ({ searchParams }) => Array.from(searchParams).length;
  const isMeant = (page) =>
    folderOf(page) === folderOf(url) &&
    Array.from(page.searchParams).every(([name, value]) => url.searchParams.getAll(name).includes(value));
  return pages.filter(isMeant).sort((a, b) => size(b) - size(a))[0];
}

/** A folder goes by several names: /gp, /gp/, /gp/index.html and, on Microsoft's servers, /GP/Default.aspx. */
function folderOf({ pathname }) {
  return pathname
    .toLowerCase()
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, '/')
    .replace(/(.)\/$/, '$1');
}

async function install() {
  // The worker before this one may have it too: what that one has kept is not lost to a day when the server is ill.
  const isShared = await caches.has(CACHE);
  try {
    await keepAll();
  } catch (error) {
    console.error(`gp-federations: nothing new is kept for offline use. ${error.message || error}`);
    if (!isShared) await caches.delete(CACHE);
    throw error;
  }
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const keep = async (url, integrity) => {
    const response = await fetch(url, { cache: 'no-cache', integrity });
    if (response.status !== 200) throw new Error(`${url}: the server answered ${response.status}`);
    if (!integrity) await check(url, response);
    await cache.put(url, await plain(response));
  };
  await Promise.all([
    ...Array.from(files, ([url, integrity]) => keep(url, integrity)),
    ...pages.map((page) => keep(page.href)),
  ]);
}

/** The first copy of a page has none before it to be compared with. */
async function check(url, response) {
  const html = await response.clone().text();
  if (!html.trim()) throw new Error(`${url} is empty`);
  if (!fits(html)) throw new Error(`${url} is not made for version ${VERSION}`);
  if (hasWidget(html)) return;
  if (folderOf(new URL(response.url)) !== folderOf(new URL(url)))
    throw new Error(`${url} leads to ${response.url}, which does not hold the widget`);
  if (asksForPassword(html)) throw new Error(`${url} asks for a password and does not hold the widget`);
}

async function forgetOldVersions() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** The version is in the address, so what is kept is what the server has. */
async function keptFirst(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url, { ignoreVary: true })) || fetch(request);
}

/** A page may have been edited. Where the server does not answer, or only says that it is ill, the page as it was. */
async function freshFirst(event, page) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const kept = () => cache.match(page.href, { ignoreVary: true });
  const answer = async () => {
    const asked = new URL(request.url);
    // What a page names counts from its folder: /gp is not in it, /gp/ and /gp/index.html are.
    if (request.mode === 'navigate' && base(asked) !== base(page))
      return Response.redirect(page.origin + page.pathname + asked.search);
    return kept();
  };
  try {
    const response = await fetch(request);
    if (response.status >= 500) return (await kept()) ? answer() : response;
    if (response.status === 200) event.waitUntil(keepPage(cache, page, response.clone(), await kept()));
    return response;
  } catch (error) {
    if (await kept()) return answer();
    throw error;
  }
}

const base = (url) => new URL('./', url).pathname;

/** Renews a copy, if what came is the same page. A page that is kept is never lost to a sign-in page or an empty one.
 * */
async function keepPage(cache, page, response, before) {
  const type = ({ headers }) => (headers.get('Content-Type') || '').split(';')[0].trim().toLowerCase();
  const html = await response.clone().text();
  // A page of the next version waits for the next version of this script, which keeps both.
  if (!html.trim() || !fits(html)) return;
  if (before) {
    const old = await before.text();
    if (type(response) !== type(before) || (hasWidget(old) && !hasWidget(html)) || (hasPlace(old) && !hasPlace(html)))
      return;
    if (asksForPassword(html) && !asksForPassword(old)) return;
  }
  if (response.redirected && folderOf(new URL(response.url)) !== folderOf(page)) return;
  try {
    await cache.put(page.href, await plain(response));
  } catch (error) {
    console.warn(`gp-federations: the copy of ${page.href} stays as it was. ${error.message}`);
  }
}

/** Whether a page asks for this version of the widget, or names none. */
function fits(html) {
  return Array.from(html.matchAll(/gp-federations\.js\?v=([^"'\s>&]*)/g)).every(([, version]) => version === VERSION);
}

/** Whether a page has a script or an element of ours. */
function hasWidget(html) {
  return /gp-federations[^"'\s>/]*\.js/i.test(html) || hasPlace(html);
}

/** Whether a page has an element or a placeholder: a script alone may be on every page of a website, the sign-in page
 * too. */
const hasPlace = (html) => /<gp-(?:federation|legal-form)-|data-gp-federations/i.test(html);

const asksForPassword = (html) => /<input\b[^>]*\btype\s*=\s*["']?password/i.test(html);

/**
 * As it can be kept: browsers refuse to open a page from a response that was redirected, and to keep one that says that
 * it is different for everybody (`Vary: *`).
 */
async function plain(response) {
  const headers = new Headers(response.headers);
  if (!response.redirected && !headers.has('Vary')) return response;
  headers.delete('Vary');
  return new Response(await response.blob(), { headers, status: response.status });
}
