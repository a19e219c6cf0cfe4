// `node npm.mjs --dist DIST`: packs dist/npm and dist/npm-data as npm would publish them, checks the packages, and
// builds and runs apps that use them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appTests, prepare } from './apps.mjs';

const [, , , dist] = process.argv;
const here = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'gpf-npm-'));

const run = (program, args, cwd) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const tool = (name, ...args) => run(process.execPath, [join(here, 'node_modules', name), ...args], here);

/** Packs a folder as `npm publish` would, and installs it in a new app. */
function install(folder) {
  const [{ filename, files, name }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', scratch], join(dist, folder)),
  );
  const tarball = join(scratch, filename);
  const target = join(scratch, 'app/node_modules', name);
  mkdirSync(target, { recursive: true });
  run('tar', ['--extract', '--gzip', '--strip-components=1', '--file', tarball, '--directory', target]);
  return { tarball, target, files: files.map(({ path }) => path).sort() };
}

/** Runs a module of the app. */
function inApp(code) {
  const file = join(scratch, 'app/main.mjs');
  writeFileSync(file, code);
  return run(process.execPath, [file], join(scratch, 'app')).trim();
}

const ELEMENTS = ['finder', 'comparison', 'guide'];
const widget = install('npm');
const data = install('npm-data');
prepare(join(scratch, 'app'));

const TESTS = {
  'the package has the widget, its types and nothing else': () => {
    assert.deepEqual(widget.files, [
      'LICENSE',
      'README.md',
      'comparison.js',
      'custom-elements.json',
      'finder.js',
      'gp-federations-comparison.js',
      'gp-federations-finder.js',
      'gp-federations-guide.js',
      'gp-federations.d.ts',
      'gp-federations.js',
      'guide.js',
      'index.d.ts',
      'index.js',
      'package.json',
    ]);
  },
  'the scripts are those in dist, byte for byte': () => {
    for (const name of ['gp-federations.js', ...ELEMENTS.map((kind) => `gp-federations-${kind}.js`)]) {
      assert.ok(readFileSync(join(widget.target, name)).equals(readFileSync(join(dist, name))), name);
    }
  },
  'the module of an element imports its script': () => {
    for (const kind of ELEMENTS) {
      const module = readFileSync(join(widget.target, `${kind}.js`), 'utf8');
      assert.match(module, new RegExp(`import\\('\\./gp-federations-${kind}\\.js'\\)`));
      assert.ok(!module.includes('/gp-federations.js'), kind);
    }
  },
  'a server can import it': () => {
    const printed = inApp(`
      import 'gp-federations';
      import { defined, ready } from 'gp-federations';
      await defined;
      console.log(await ready(), typeof globalThis.gpFederations);`);
    assert.equal(printed, 'null undefined');
  },
  'a browser gets the script once, and ready waits for it': () => {
    // The smallest page that the module does not mistake for a server. The script itself is replaced, because browser
    // tests run it.
    const script = join(widget.target, 'gp-federations.js');
    const whole = readFileSync(script);
    try {
      writeFileSync(
        script,
        'window.runs = (window.runs || 0) + 1; window.isModule = window[Symbol.for("gp-federations.module")];' +
          'window.gpFederations = { get ready() { window.started = true; return Promise.resolve(); } };',
      );
      const printed = inApp(`
        globalThis.window = globalThis;
        globalThis.customElements = {};
        const { defined, ready } = await import('gp-federations');
        await defined;
        const before = window.started;
        console.log(before, (await ready()) === window.gpFederations, window.started, window.runs, window.isModule);`);
      assert.equal(printed, 'undefined true true 1 true');
    } finally {
      writeFileSync(script, whole);
    }
  },
  'every export is a file': () => {
    const printed = inApp(`
      const names = ['.', '/finder', '/comparison', '/guide', '/script', '/gp-federations.js', '/gp-federations-finder.js',
        '/gp-federations-comparison.js', '/gp-federations-guide.js', '/custom-elements.json', '/package.json'];
      console.log(names.map((name) => import.meta.resolve('gp-federations' + name.replace(/^\\.$/, ''))).join('\\n'));`);
    for (const address of printed.split('\n')) assert.ok(readFileSync(fileURLToPath(address)).length > 100, address);
  },
  'publint reports nothing for both packages': () => {
    for (const { target } of [widget, data]) tool('publint/src/cli.js', 'run', target, '--strict', '--pack', 'false');
  },
  'arethetypeswrong reports nothing': () => {
    tool(
      '@arethetypeswrong/cli/dist/index.js',
      widget.tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'custom-elements.json',
      'package.json',
      '--format',
      'ascii',
      '--no-emoji',
    );
  },
  'the data package has the list and describes it': () => {
    assert.deepEqual(data.files, [
      'LICENSE',
      'README.md',
      'datapackage.json',
      'federations.csv',
      'federations.json',
      'federations.schema.json',
      'legal-forms.json',
      'package.json',
      'sources.csv',
    ]);
    const { resources } = JSON.parse(readFileSync(join(data.target, 'datapackage.json'), 'utf8'));
    for (const { path, schema } of resources) {
      const content = readFileSync(join(data.target, path), 'utf8').replace(/^\ufeff/, '');
      if (schema) assert.equal(content.split(/\r?\n/)[0], schema.fields.map(({ name }) => name).join(','), path);
      else JSON.parse(content);
    }
  },
  ...appTests(join(scratch, 'app')),
};

let failed = 0;
try {
  for (const [name, test] of Object.entries(TESTS)) {
    try {
      await test();
      console.log(`test npm::${name.replace(/\W+/g, '_')} ... ok`);
    } catch (error) {
      failed += 1;
      console.log(
        `test npm::${name.replace(/\W+/g, '_')} ... FAILED\n${error.stdout || ''}${error.stderr || ''}${error.message}`,
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const all = Object.keys(TESTS).length;
console.log(`test result: ${failed ? 'FAILED' : 'ok'}. ${all - failed} passed; ${failed} failed`);
process.exitCode = failed ? 1 : 0;
