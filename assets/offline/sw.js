// Optional service worker, active only if the owner of a page registers it (see docs/hosts/offline.md): caches the
// widget, and the pages listed in `keep` in this script's own URL, for when the server is unavailable. It handles no
// other request.

const VERSION = '{{version}}';

/**
 * The widget's files and their hashes: during an upload, an incomplete set of files is not cached.
 * @type {Record<string, string>}
 */
const FILES = JSON.parse(`{{files}}`);

const FAMILY = `gp-federations ${registration.scope} `;
const CACHE = `${FAMILY}{{digest}}`;

const { href } = location;
const files = new Map(Object.entries(FILES).map(([path, integrity]) => [new URL(path, href).href, integrity]));
const pages = ['embed.html', ...new URL(href).searchParams.getAll('keep')].map(
  (path) => new URL(path, new URL('./', href)),
);

addEventListener('install', (event) => event.waitUntil(install()));

// Not before the last page of the old version is closed, so that a page and its script always have the same version.
addEventListener('activate', (event) => event.waitUntil(forgetOldVersions()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Range requests need different parts of a file.
  if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('range')) return;
  if (files.has(url.href)) return event.respondWith(keptFirst(request));
  const page = pageAt(url);
  if (page) event.respondWith(freshFirst(event, page));
});

/**
 * The listed page for this URL. If several match, the one with most of the query.
 * @param {URL} url
 */
function pageAt(url) {
  const size = (/** @type {URL} */ { searchParams }) => Array.from(searchParams).length;
  const isMeant = (/** @type {URL} */ page) =>
    folderOf(page) === folderOf(url) &&
    Array.from(page.searchParams).every(([name, value]) => url.searchParams.getAll(name).includes(value));
  return pages.filter(isMeant).sort((a, b) => size(b) - size(a))[0];
}

/**
 * A folder has several names: /gp, /gp/, /gp/index.html and, on Microsoft's servers, /GP/Default.aspx.
 * @param {URL} url
 */
function folderOf({ pathname }) {
  return pathname
    .toLowerCase()
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, '/')
    .replace(/(.)\/$/, '$1');
}

async function install() {
  // The previous worker might use the same cache, so a failed update must not delete it.
  const isShared = await caches.has(CACHE);
  try {
    await keepAll();
  } catch (/** @type {any} */ error) {
    console.error(`gp-federations: nothing new is kept for offline use. ${error.message || error}`);
    if (!isShared) await caches.delete(CACHE);
    throw error;
  }
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  /** @type {(url: string, integrity?: string) => Promise<void>} */
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

/**
 * There is no earlier copy of a page to compare the first one with.
 * @param {string} url
 * @param {Response} response
 */
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

/**
 * The version is in the URL, so the cached file is the same as on the server.
 * @param {Request} request
 */
async function keptFirst(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url, { ignoreVary: true })) || fetch(request);
}

/**
 * A page might have been edited, so it is fetched first. If the server fails to respond or reports an error, the cached
 * page is used.
 * @param {FetchEvent} event
 * @param {URL} page
 * @returns {Promise<Response>}
 */
async function freshFirst(event, page) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const kept = () => cache.match(page.href, { ignoreVary: true });
  const answer = (/** @type {Response} */ copy) => {
    const asked = new URL(request.url);
    // URLs in a page are relative to its folder: /gp is not in it, /gp/ and /gp/index.html are.
    if (request.mode === 'navigate' && base(asked) !== base(page))
      return Response.redirect(page.origin + page.pathname + asked.search);
    return copy;
  };
  try {
    const response = await fetch(request);
    if (response.status >= 500) {
      const copy = await kept();
      return copy ? answer(copy) : response;
    }
    if (response.status === 200) event.waitUntil(keepPage(cache, page, response.clone(), await kept()));
    return response;
  } catch (error) {
    const copy = await kept();
    if (copy) return answer(copy);
    throw error;
  }
}

/** @param {URL} url */
const base = (url) => new URL('./', url).pathname;

/**
 * Updates a copy, if the response is the same page. A cached page is never replaced by a sign-in page or an empty one.
 * @param {Cache} cache
 * @param {URL} page
 * @param {Response} response
 * @param {Response | undefined} before
 */
async function keepPage(cache, page, response, before) {
  const type = (/** @type {Response} */ { headers }) =>
    (headers.get('Content-Type') || '').split(';')[0].trim().toLowerCase();
  const html = await response.clone().text();
  // A page of the next version waits for the next version of this script, which caches both.
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
  } catch (/** @type {any} */ error) {
    console.warn(`gp-federations: the copy of ${page.href} stays as it was. ${error.message}`);
  }
}

/**
 * Whether a page uses this version of the widget, or no particular one.
 * @param {string} html
 */
function fits(html) {
  return Array.from(html.matchAll(/gp-federations\.js\?v=([^"'\s>&]*)/g)).every(([, version]) => version === VERSION);
}

/**
 * Whether a page has a script or an element of ours.
 * @param {string} html
 */
function hasWidget(html) {
  return /gp-federations[^"'\s>/]*\.js/i.test(html) || hasPlace(html);
}

/**
 * Whether a page has an element or a placeholder. A script alone might be on every page of a website, including the
 * sign-in page.
 * @param {string} html
 */
const hasPlace = (html) => /<gp-(?:federation|legal-form)-|data-gp-federations/i.test(html);

/** @param {string} html */
const asksForPassword = (html) => /<input\b[^>]*\btype\s*=\s*["']?password/i.test(html);

/**
 * A copy that can be cached: browsers refuse to open a page from a redirected response, and to cache one with `Vary:
 * *`.
 * @param {Response} response
 */
async function plain(response) {
  const headers = new Headers(response.headers);
  if (!response.redirected && !headers.has('Vary')) return response;
  headers.delete('Vary');
  return new Response(await response.blob(), { headers, status: response.status });
}
