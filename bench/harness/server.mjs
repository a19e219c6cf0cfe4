// Serves the pages, compressed as a good server would, from this machine.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PAGES, bundle } from './bundle.mjs';

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json', csv: 'text/csv' };
const HEADERS = {
  // Without these two a page may not measure its own memory.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
  'Content-Encoding': 'gzip',
};

/** Starts the server. `put` gives it a file under an address; `weight` says how many bytes that one sends. */
export async function serve() {
  const files = new Map();
  const put = (address, content) => {
    const type = `${TYPES[address.split('.')[1] ?? 'html']}; charset=utf-8`;
    files.set(address, { type, body: gzipSync(content, { level: 9 }), raw: Buffer.byteLength(content) });
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
    weight: (address) => ({ gzip: files.get(address).body.length, raw: files.get(address).raw }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Puts a candidate's page, script and styles on the server. */
export async function putPage(server, { name, page, library, element }, dist) {
  const html = fs.readFileSync(path.join(PAGES, `${page ?? 'form'}.html`), 'utf8');
  server.put(`/${name}`, html.replaceAll('NAME', name).replaceAll('ELEMENT', element).replaceAll('LIBRARY', library));
  if (library) {
    // Under its own name too, by which the widget knows its script tag: under another one it looks for it first.
    for (const file of [`${name}.js`, library]) server.put(`/${file}`, fs.readFileSync(path.join(dist, library)));
    return;
  }
  const { script, styles } = await bundle(name);
  server.put(`/${name}.js`, script);
  return server.put(`/${name}.css`, styles);
}
