// Optional, and at work only where the owner of a page asks for it (see docs/hosts/offline.md): keeps the widget, and the
// pages that `keep` in this script's own address names, for when the server can't be reached. It touches no other request.

const VERSION = '{{version}}';

/** The widget's files and what each has to be: while an upload is half done, nothing of it is kept. */
const FILES = {{files}};

const FAMILY = `gp-federations ${registration.scope} `;
const CACHE = FAMILY + '{{digest}}';

const files = new Map(Object.entries(FILES).map(([path, integrity]) => [new URL(path, location).href, integrity]));
const pages = ['embed.html', ...new URL(location).searchParams.getAll('keep')].map((path) => new URL(path, location));

addEventListener('install', (event) => event.waitUntil(keepAll().catch(keepNothing)));

// Not sooner than the last page of the old version has gone: a page and its script are always of one version.
addEventListener('activate', (event) => event.waitUntil(forgetOldVersions()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (files.has(url.href)) event.respondWith(keptFirst(request));
  else if (pages.some(({ pathname }) => pathname === url.pathname)) event.respondWith(freshFirst(event, url));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  const keep = async (url, integrity) => {
    const response = await fetch(url, { cache: 'no-cache', integrity });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    if (!integrity && !fits(await response.clone().text())) throw new Error(`${url} is not made for version ${VERSION}`);
    await cache.put(url, await plain(response));
  };
  await Promise.all([
    ...Array.from(files, ([url, integrity]) => keep(url, integrity)),
    ...pages.map((page) => keep(page.href)),
  ]);
}

async function keepNothing(error) {
  await caches.delete(CACHE);
  throw error;
}

async function forgetOldVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The version is in the address, so what is kept is what the server has. */
async function keptFirst(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url)) || fetch(request);
}

/** A page may have been edited. Where the server doesn't answer, or only says that it is ill, the page as it was. */
async function freshFirst(event, url) {
  const cache = await caches.open(CACHE);
  const name = url.origin + url.pathname;
  const kept = () => cache.match(name, { ignoreSearch: true });
  try {
    const response = await fetch(event.request);
    if (response.status >= 500) return (await kept()) || response;
    if (response.ok) event.waitUntil(keepPage(cache, name, response.clone()));
    return response;
  } catch (error) {
    const page = await kept();
    if (page) return page;
    throw error;
  }
}

async function keepPage(cache, name, response) {
  // A page of the next version waits for the next version of this script, which keeps both.
  if (fits(await response.clone().text())) await cache.put(name, await plain(response));
}

/** Whether a page asks for this version of the widget, or names none. */
function fits(html) {
  return Array.from(html.matchAll(/gp-federations\.js\?v=([^"'\s>&]*)/g)).every(([, version]) => version === VERSION);
}

/** Browsers refuse to open a page from a response that was redirected. */
async function plain(response) {
  if (!response.redirected) return response;
  const { headers, status } = response;
  return new Response(await response.blob(), { headers, status });
}
