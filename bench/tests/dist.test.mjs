import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { distWith } from '../harness/dist.mjs';

test('a build must contain the tested files', (t) => {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'gpf-dist-'));
  t.after(() => fs.rmSync(dist, { recursive: true }));
  fs.writeFileSync(path.join(dist, 'a.html'), '');
  assert.equal(distWith(['a.html'], ['--dist', dist]), dist);
  assert.throws(() => distWith(['a.html', 'b.js'], ['--dist', dist]), /--dist .* b\.js: run `cargo xtask build` first/);
  assert.throws(() => distWith(['a.html'], []), /--dist .* a\.html/);
});
