import assert from 'node:assert/strict';
import test from 'node:test';
import { elements } from '../description.js';
import { HOSTS } from '../hosts.js';
import { readAddress } from '../script-address.js';
import { filesNote, remarks, snippet } from '../snippets.js';
import { atFirst, fromHash, toHash } from '../state.js';
import { HOST_WORDS, WAY_WORDS } from '../words.js';

const address = readAddress('https://a.uk/gpf/');
const state = (part) => ({ ...atFirst(), ...part });
const HASHES = { 'gp-federations.js': 'sha384-all', 'gp-federations-finder.js': 'sha384-abc' };
const london = state({ options: { region: 'London' } });

test('the snippet of each method is exact', () => {
  for (const [way, expected] of [
    [
      'script',
      '<script src="https://a.uk/gpf/gp-federations-finder.js" defer data-view="finder" data-region="London"></script>',
    ],
    [
      'placeholder',
      '<div data-gp-federations="finder" data-region="London"><a href="https://a.uk/gpf/gp-federations.html">List of GP federations</a></div>\n<script src="https://a.uk/gpf/gp-federations-finder.js" defer></script>',
    ],
    [
      'element',
      '<gp-federation-finder region="London"></gp-federation-finder>\n<script src="https://a.uk/gpf/gp-federations-finder.js" defer></script>',
    ],
    ['address', 'https://a.uk/gpf/embed.html?view=finder&region=London'],
    ['shortcode', '[gp_federations view="finder" region="London"]'],
  ])
    assert.equal(snippet(way, london, address, null), expected);
  assert.match(
    snippet('iframe', london, address, null),
    /^<iframe src="https:\/\/a\.uk\/gpf\/embed\.html\?view=finder&amp;region=London" title="GP federation finder" width="100%" height="700"/,
  );
});

test('no snippet contains characters that page editors rewrite', () => {
  const nasty = state({
    options: { heading: '"><script>alert(1)</script>&copy [x]', 'url-sync': 'true' },
    colours: { '--gpf-accent': '#123456' },
  });
  for (const way of Object.keys(WAY_WORDS).filter((it) => it !== 'address')) {
    const text = snippet(way, nasty, address, HASHES);
    assert.ok(!text.includes('alert(1)</script>'), text);
    assert.ok(!/&(?!amp;|quot;|lt;|gt;)/.test(text), `a bare & in ${text}`);
    for (const [tag] of text.replace(/="[^"]*"/g, '=').matchAll(/<[a-z][^>]*>/g)) {
      const bare = tag
        .slice(0, -1)
        .split(' ')
        .slice(1)
        .filter((it) => !it.endsWith('='));
      assert.ok(
        bare.every((it) => it === 'defer'),
        `no value: ${bare} in ${text}`,
      );
    }
  }
  assert.ok(!/[[\]]/.test(snippet('shortcode', nasty, address, null).slice(1, -1)));
});

test('colours are in the snippet if possible, otherwise a note explains why not', () => {
  const coloured = state({ colours: { '--gpf-accent': '#123456', '--gpf-text': '#000000' } });
  const style = 'style="--gpf-text: #000000; --gpf-accent: #123456"';
  assert.ok(snippet('script', coloured, address, null).startsWith(`<div ${style}>\n<script `));
  assert.ok(snippet('element', coloured, address, null).includes(`<gp-federation-finder ${style}>`));
  assert.ok(!snippet('iframe', coloured, address, null).includes('123456'));
  assert.match(remarks('iframe', coloured, address).join(), /always use NHS colours/);
  assert.match(
    remarks('shortcode', coloured, address).join(),
    /gp-federation-finder \{ --gpf-text: #000000; --gpf-accent: #123456; \}/,
  );
});

test('an integrity value comes with crossorigin', () => {
  assert.match(snippet('script', london, address, HASHES), / defer integrity="sha384-abc" crossorigin="anonymous" /);
  assert.ok(!snippet('script', london, address, null).includes('integrity'));
});

test('each element has a script of its own, unless the full one is named', () => {
  for (const show of Object.keys(elements)) {
    assert.ok(
      snippet('script', state({ show }), address, null).includes(`src="https://a.uk/gpf/gp-federations-${show}.js"`),
    );
  }
  const full = readAddress('https://a.uk/gpf/gp-federations.js');
  for (const way of ['script', 'placeholder', 'element']) {
    assert.match(
      snippet(way, state({ show: 'guide' }), full, HASHES),
      /src="https:\/\/a\.uk\/gpf\/gp-federations\.js" defer integrity="sha384-all"/,
    );
  }
});

test('a frame needs a whole address', () => {
  assert.match(remarks('iframe', london, readAddress('gp-federations.js')).join(), /full web address/);
  for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:8080']) {
    const here = readAddress(`http://${host}/`);
    for (const way of ['script', 'placeholder', 'element', 'iframe']) {
      assert.match(remarks(way, london, here).join(), /is this computer: other people will see nothing/);
    }
    assert.deepEqual(remarks('shortcode', london, here), []);
  }
  assert.deepEqual(remarks('iframe', london, address), []);
});

test('the code says where it loads the widget from, unless another note does or it has no URL', () => {
  assert.match(filesNote('script', address).join(), /from https:\/\/a\.uk\/gpf\/\. If they are somewhere else/);
  assert.match(filesNote('iframe', address).join(), /from https:\/\/a\.uk\/gpf\/\./);
  assert.match(filesNote('script', readAddress('gp-federations.js')).join(), /from the folder of your page\./);
  assert.match(filesNote('element', readAddress('/gpf/')).join(), /from \/gpf\/\./);
  for (const [way, typed] of [
    ['shortcode', 'https://a.uk/gpf/'],
    ['iframe', 'gp-federations.js'],
    ['address', '/gpf/'],
    ['script', 'http://localhost:8080/'],
  ]) {
    assert.deepEqual(filesNote(way, readAddress(typed)), [], `${way} ${typed}`);
  }
});

test('every host offers only existing methods', () => {
  for (const [host, { ways }] of Object.entries(HOSTS)) {
    const { steps } = HOST_WORDS[host];
    assert.ok(steps.length > 1);
    for (const way of ways) assert.ok(WAY_WORDS[way], way);
  }
});

test('the URL restores all settings', () => {
  const whole = state({
    show: 'comparison',
    host: 'drupal',
    script: 'https://a.uk/',
    integrity: true,
    options: { kind: 'models', heading: '' },
    colours: { '--gpf-accent': '#123456' },
  });
  assert.deepEqual(fromHash(`#${toHash(whole)}`, Object.keys(HOSTS)), whole);
  assert.deepEqual(
    fromHash('#show=nonsense&host=nonsense&colour-accent=red&region=London', Object.keys(HOSTS)),
    state({ options: { region: 'London' } }),
  );
  assert.deepEqual(fromHash('', Object.keys(HOSTS)), atFirst());
});

test('every option of every element is described, its values and its default too', () => {
  for (const { view, options } of Object.values(elements)) {
    for (const { name, description, kind, fallback } of options) {
      const where = `custom-elements.json, ${view}, ${name}`;
      assert.ok(description, `${where} is not there`);
      const [before, after = ''] = description.split('Default: ');
      const listsValues = (before.match(/"[^"]*"/g) || []).length > 1 || /between commas: /.test(before);
      assert.ok(
        kind !== 'text' || !listsValues,
        `${where}: the type has to list the values: 'a' | 'b', or ('a' | 'b')[] for several`,
      );
      const [, inWords] = /^"([^"]*)"|^(\d+)/.exec(after) || [];
      if (inWords) assert.equal(fallback, inWords, `${where}: "default" has to be what the description says`);
    }
  }
});
