// Small apps that use the packed package with Vite: built as a developer would, served, and opened in Chromium. Their
// code is the code of the guides in docs/hosts.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { QUIET, program } from '../../bench/harness/program.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const GUIDES = fileURLToPath(new URL('../../docs/hosts/', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** A strict policy, so that no app needs more than the guides list. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";
/** The time limit for the start of a page on a busy machine, in milliseconds. */
const PATIENCE = 120_000;

/** Copies the apps beside the installed package, with the libraries of this folder. */
export function prepare(app) {
  cpSync(join(HERE, 'apps'), app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }\n');
  const [from, to] = [join(HERE, 'node_modules'), join(app, 'node_modules')];
  for (const name of readdirSync(from)) {
    if (name.startsWith('.')) continue;
    const names = name.startsWith('@') ? readdirSync(join(from, name)).map((part) => `${name}/${part}`) : [name];
    for (const package_ of names) {
      mkdirSync(join(to, package_, '..'), { recursive: true });
      if (!existsSync(join(to, package_))) symlinkSync(join(from, package_), join(to, package_), 'junction');
    }
  }
}

/** Builds an app, and returns the folder with its pages. */
async function built(app, name, options = {}) {
  const root = join(app, name);
  const config = join(root, 'vite.config.js');
  await build({
    root,
    configFile: existsSync(config) ? config : false,
    logLevel: 'error',
    // The widget is one file of a known size.
    build: { outDir: 'dist', chunkSizeWarningLimit: 2000, ...options },
  });
  return join(root, 'dist');
}

/** Serves a folder. `page` replaces its index.html. */
async function serve(folder, page) {
  const server = http.createServer(({ url }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    const file = join(folder, path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const body = path === '/index.html' && page ? page : readFileSync(file);
    response
      .writeHead(200, {
        'Content-Type': `${TYPES[extname(path)] || 'application/octet-stream'}; charset=utf-8`,
        'Content-Security-Policy': POLICY,
      })
      .end(body);
  });
  await new Promise((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Opens the app: the finder applies its options, its event arrives, and the console has no errors. */
async function works(folder, page) {
  const server = await serve(folder, page);
  const browser = await chromium.launch({
    executablePath: program(),
    args: [...QUIET, '--no-first-run'],
  });
  try {
    const tab = await browser.newPage();
    const problems = [];
    tab.on('pageerror', (error) => problems.push(error.message));
    tab.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    await tab.goto(server.origin);
    const matching = tab.locator('[role=status]', { hasText: /^\s*\d+ federations match\.\s*$/ });
    await matching
      .waitFor({ timeout: PATIENCE })
      .catch((error) => assert.fail(`${error.message}\nconsole: ${problems.join('\n')}`));
    const shown = await tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('gp-federation-finder');
      return {
        region: [...shadowRoot.querySelectorAll('select')]
          .map((it) => it.selectedOptions[0].textContent)
          .find((it) => it.startsWith('London')),
        rows: shadowRoot.querySelectorAll('.gpf-federation').length,
        count: shadowRoot.querySelector('.gpf-count').textContent,
      };
    });
    const count = (await matching.textContent()).match(/\d+/)[0];
    assert.ok(shown.region, `no London is chosen: ${JSON.stringify(shown)}`);
    assert.ok(shown.count.includes(count), `${JSON.stringify(shown)} for ${count}`);
    assert.ok(Number(count) > 5 && shown.rows === 5, `the page size is not obeyed: ${JSON.stringify(shown)}`);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The tests of the apps, by name. `app` is the folder returned by `prepare`. */
export const appTests = (app) => ({
  'an app with Vite shows a finder': async () => works(await built(app, 'vite')),
  'an app with Vite and React shows a finder': async () => works(await built(app, 'react')),
  'an app with Vite and Vue shows a finder': async () => works(await built(app, 'vue')),
  'a server renders an app with React, and the browser takes it over': async () => {
    const folder = await built(app, 'react-server');
    await built(app, 'react-server', { ssr: 'server.jsx', outDir: 'server' });
    const { render } = await import(pathToFileURL(join(app, 'react-server/server/server.js')).href);
    const html = render();
    assert.match(
      html,
      /<gp-federation-finder region="London" page-size="5"><a href="[^"]*">List of GP federations<\/a><\/gp-federation-finder>/,
    );
    await works(
      folder,
      readFileSync(join(folder, 'index.html'), 'utf8').replace('<!--app-->', () => html),
    );
  },
  'the guides have the code of the apps': () => {
    for (const [guide, files] of [
      ['vite', ['vite/index.html', 'vite/main.js']],
      ['react', ['react/App.jsx', 'react-server/App.jsx', 'react-server/server.jsx', 'react-server/client.jsx']],
      ['vue', ['vue/vite.config.js', 'vue/App.vue']],
    ]) {
      const text = readFileSync(join(GUIDES, `${guide}.md`), 'utf8');
      for (const file of files) {
        const code = readFileSync(join(HERE, 'apps', file), 'utf8');
        assert.ok(
          text.includes(`\n\`\`\`${extname(file).slice(1)}\n${code}\`\`\`\n`),
          `${guide}.md does not have the code of apps/${file}`,
        );
      }
    }
  },
});
