// Serves the pages from this machine, compressed as on a good server.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PAGES, bundle } from './bundle.mjs';

const TYPES = {
  '': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.csv': 'text/csv',
};
const HEADERS = {
  // Without these two headers, a page cannot measure its own memory.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
  'Content-Encoding': 'gzip',
};
/** How a page requests its rows: in its first lines. */
const ROWS = "rowsToCome = fetch('/rows.json').then((response) => response.json())";

/** Starts the server. `put` adds a file with the given `content` at a URL. */
export async function serve() {
  const files = new Map();
  const put = (address, content) => {
    const kind = TYPES[path.extname(address)];
    const type = kind ? `${kind}; charset=utf-8` : 'application/octet-stream';
    files.set(address, { type, body: gzipSync(content, { level: 9 }), content: Buffer.from(content) });
  };
  const server = http.createServer((request, response) => {
    const file = files.get(new URL(request.url, 'http://localhost').pathname);
    if (!file) return response.writeHead(404).end();
    response
      .writeHead(200, { ...HEADERS, 'Content-Type': file.type, 'Content-Length': file.body.length })
      .end(file.body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  put('/blank', '<!doctype html><title>blank</title><link rel="icon" href="data:,">');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    put,
    has: (address) => files.has(address),
    content: (address) => files.get(address).content,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The URL of a candidate's page. Its other files are in the same folder. */
export const addressOf = ({ name }) => `/${name}/`;

/**
 * Adds a candidate's page, script and styles to the server. A file of a build keeps its name, by which the widget
 * identifies its script tag.
 */
export async function putPage(server, { name, page = 'form', library, element, hasIndex }, dist) {
  const html = fs.readFileSync(path.join(PAGES, `${page}.html`), 'utf8');
  const folder = addressOf({ name });
  const filled = { NAME: name, ELEMENT: element, LIBRARY: library, ROWS: hasIndex ? '' : ROWS };
  server.put(
    folder,
    html.replace(/NAME|ELEMENT|LIBRARY|ROWS/g, (word) => filled[word]),
  );
  if (library) {
    server.put(folder + library, fs.readFileSync(path.join(dist, library)));
    return;
  }
  const { script, styles } = await bundle(name);
  server.put(`${folder}script.js`, script);
  server.put(`${folder}styles.css`, styles);
}

/** The URLs of a candidate's script and styles. */
export const filesOf = ({ name, library, moreFiles = [] }) => [
  ...(library ? [library] : ['script.js', 'styles.css']).map((file) => addressOf({ name }) + file),
  ...moreFiles,
];
