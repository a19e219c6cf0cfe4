// Explains in plain words what a page's Content-Security-Policy allows the widget to do. Works on text, without access
// to the page.
import { POLICY } from './words.js';

/**
 * @typedef {import('./types').Result} Result
 * @typedef {{ name: string, values: string[], text: string }} Directive
 * @typedef {{ isReportOnly: boolean, isMeta: boolean, directives: Directive[] }} Policy
 * @typedef {{ page: string | null, script: string, frame: string, integrity: string | null, list: string }} Where
 * @typedef {{ result: Result, words?: string, source?: string, template?: string, add?: string }} Explained
 * @typedef {{ text: string, result: Result, words: string }} Line
 * @typedef {{ script: Result, frame: Result, list: Result, lines: Line[], add: string[] }} Answer
 */

/**
 * The results, from best to worst.
 * @type {Result[]}
 */
export const RESULTS = ['full', 'fallback', 'nothing'];

const NAMES_OF_RESULTS = { full: 0, fallback: 1, nothing: 2 };
const SELF = "'self'";
/**
 * @param {Result} a
 * @param {Result} b
 */
const worst = (a, b) => (NAMES_OF_RESULTS[a] >= NAMES_OF_RESULTS[b] ? a : b);

/**
 * The policies in a pasted text: header lines, `<meta>` tags or bare directives. Each is { isReportOnly, isMeta,
 * directives: [{ name, values, text }] }.
 * @param {string} text
 * @returns {Policy[]}
 */
export function readPolicies(text) {
  const metas = [...text.matchAll(/<meta\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy/i.test(tag));
  if (metas.length) {
    return metas
      .map((tag) => {
        const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) || [];
        return policy(unescaped(content[1] || content[2] || ''), { isMeta: true });
      })
      .filter(hasDirectives);
  }
  // A policy can have line breaks. A new policy begins with the header's name, or after a comma.
  const begun = text.replace(/^\s*(content-security-policy(?:-report-only)?)\s*:/gim, '\u0000$1:');
  return begun
    .split('\u0000')
    .flatMap((part) => {
      const header = /^content-security-policy(-report-only)?:/i.exec(part);
      const value = header ? part.slice(header[0].length) : part;
      return value.split(',').map((it) => policy(it, { isReportOnly: Boolean(header && header[1]) }));
    })
    .filter(hasDirectives);
}

/** @param {Policy} policy */
const hasDirectives = ({ directives }) => directives.length > 0;
/** @param {string} html */
const unescaped = (html) =>
  html
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/**
 * @param {string} text
 * @param {{ isReportOnly?: boolean, isMeta?: boolean }} kind
 * @returns {Policy}
 */
function policy(text, { isReportOnly = false, isMeta = false }) {
  /** @type {Directive[]} */
  const directives = [];
  for (const part of text.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    if (!/^[a-z][a-z-]*$/i.test(name)) continue;
    // Browsers use the first of two directives with the same name.
    if (directives.some((it) => it.name === name.toLowerCase())) continue;
    directives.push({ name: name.toLowerCase(), values, text: [name, ...values].join(' ') });
  }
  return { isReportOnly, isMeta, directives };
}

/**
 * Explains the pasted text. `page` and `script` are URLs (`page` can be null: then "the same website" means that the
 * script's URL is relative). `integrity` is the hash in the snippet, or null. `frame` is the URL of embed.html. `list` is
 * the URL of the editor's own list, empty if there is none.
 *
 * Returns { script, frame, list, lines, add, error }: the results for a snippet with a script, for one with a frame and
 * for the list, a line for each directive { text, result, words }, and the sources to add.
 * @param {string} text
 * @param {{ page?: string | null, script: string, frame: string, integrity?: string | null, list?: string }} where
 * @returns {(Answer & { error?: undefined }) | { error: string }}
 */
export function check(text, { page = null, script, frame, integrity = null, list = '' }) {
  if (!text.trim()) return { error: POLICY.empty };
  const policies = readPolicies(text);
  if (!policies.some(({ directives }) => directives.some(({ name }) => KNOWN.test(name)))) {
    return { error: POLICY.notAPolicy };
  }
  /** @type {Answer} */
  const answer = { script: 'full', frame: 'full', list: 'full', lines: [], add: [] };
  for (const policy of policies) {
    if (policy.isReportOnly) {
      answer.lines.push({
        text: 'Content-Security-Policy-Report-Only',
        result: 'full',
        words: POLICY.reportOnly,
      });
    } else {
      explain(policy, { page, script, frame, integrity, list }, answer);
    }
  }
  answer.add = [...new Set(answer.add)];
  return answer;
}

const KNOWN =
  /-src(-elem|-attr)?$|^(sandbox|frame-ancestors|base-uri|form-action|report-uri|report-to|require-trusted-types-for|trusted-types|upgrade-insecure-requests|block-all-mixed-content|plugin-types|require-sri-for|navigate-to)$/;

/**
 * @param {Policy} policy
 * @param {Where} where
 * @param {Answer} answer
 */
function explain({ directives, isMeta }, where, answer) {
  /** @param {string[]} names */
  const find = (...names) => names.map((name) => directives.find((it) => it.name === name)).find(Boolean);
  const loads = find('script-src-elem', 'script-src', 'default-src');
  const runs = find('script-src', 'default-src');
  const frames = find('frame-src', 'child-src', 'default-src');
  const connects = where.list ? find('connect-src', 'default-src') : undefined;
  const sandbox = isMeta ? null : find('sandbox');

  /** @type {Explained} */
  const loading = loads ? loadsScript(loads, where) : { result: 'full' };
  const mayCompile = !runs || ["'wasm-unsafe-eval'", "'unsafe-eval'"].some((it) => has(runs, it));
  /** @type {Explained} */
  const framing = frames ? framesPage(frames, where) : { result: 'full' };
  /** @type {Explained} */
  const connecting = connects ? readsList(connects, where) : { result: 'full' };
  const isSandboxed = sandbox && !sandbox.values.some((it) => it.toLowerCase() === 'allow-scripts');

  let script = loading.result;
  if (script === 'full' && !mayCompile) script = 'fallback';
  if (isSandboxed) script = 'nothing';
  answer.script = worst(answer.script, script);
  // A page's sandbox also applies to its frames.
  answer.frame = worst(answer.frame, isSandboxed ? 'nothing' : framing.result);
  answer.list = worst(answer.list, connecting.result);
  answer.add.push(...scriptAdditions({ loads, runs, loading, mayCompile }));
  for (const { add } of [framing, connecting]) if (add) answer.add.push(add);
  if (sandbox && isSandboxed) answer.add.push(`${sandbox.text} allow-scripts`);

  for (const directive of directives) {
    /** @type {Explained[]} */
    const parts = [];
    if (directive === loads) parts.push(loading);
    if (directive === runs) parts.push(compiling(directive, mayCompile, loading));
    if (directive === frames) parts.push(framing);
    if (directive === connects) parts.push(connecting);
    if (directive === sandbox) parts.push(sandboxing(Boolean(isSandboxed)));
    if (!parts.length) parts.push(other(directive, { isMeta, loads, frames }));
    answer.lines.push({
      text: directive.text,
      result: parts.map(({ result }) => result).reduce(worst),
      words: parts
        .map(({ words }) => words)
        .filter(Boolean)
        .join(' '),
    });
  }
}

/** @param {string} value */
const keywordInLowerCase = (value) => (value.startsWith("'") ? value.toLowerCase() : value);

/**
 * The source of a directive that allows this URL, if there is one, and the source that would allow it.
 * @param {Directive} directive
 * @param {{ page: string | null, address: string }} where
 */
function allowingSource({ values }, where) {
  const allowing = values.map(keywordInLowerCase).find((it) => allows(it, where));
  return { allowing, source: originOf(where.address) || SELF };
}

/** @type {(directive: Directive, keyword: string) => boolean} */
const has = ({ values }, keyword) => values.some((it) => it.toLowerCase() === keyword);

// Joins additions to the same directive: both a source and WebAssembly can be missing in one.
/** @param {{ loads?: Directive, runs?: Directive, loading: Explained, mayCompile: boolean }} found */
function scriptAdditions({ loads, runs, loading, mayCompile }) {
  const source = loading.source ? [loading.source] : [];
  const keyword = mayCompile ? [] : ["'wasm-unsafe-eval'"];
  const list = loading.template ? [loading.template] : [];
  if (source.length && loads && loads === runs)
    return [addition(loads, [...source, ...keyword], own(loads, 'script-src'))];
  if (source.length && loads) list.push(addition(loads, source, loads.name));
  if (keyword.length && runs) list.push(addition(runs, keyword, 'script-src'));
  return list;
}

// Does the tag load?

/**
 * @param {Directive} directive
 * @param {Where} where
 * @returns {Explained}
 */
function loadsScript(directive, { page, script, integrity }) {
  const values = directive.values.map(keywordInLowerCase);
  if (integrity && values.includes(`'${integrity.toLowerCase()}'`)) {
    return {
      result: 'full',
      words: POLICY.hashListed,
    };
  }
  const source = originOf(script) || "'self'";
  if (values.includes("'strict-dynamic'")) {
    return {
      result: 'nothing',
      words: POLICY.strictDynamic,
      template: POLICY.tagInTemplate,
    };
  }
  const allowing = values.find((it) => allows(it, { page, address: script }));
  if (allowing) return { result: 'full', words: loadingWords(allowing, script) };
  if (values.some((it) => it.startsWith("'nonce-"))) {
    return {
      result: 'nothing',
      words: POLICY.onlyNonces,
      source,
    };
  }
  if (values.some((it) => /^'sha(256|384|512)-/.test(it))) {
    return {
      result: 'nothing',
      words: POLICY.onlyHashes,
      source,
    };
  }
  if (!values.length || (values.length === 1 && values[0] === "'none'")) {
    return { result: 'nothing', words: POLICY.noScripts, source };
  }
  return {
    result: 'nothing',
    words: POLICY.scriptBlocked(nameOf(source)),
    source,
  };
}

/**
 * @param {string} source
 * @param {string} script
 */
const loadingWords = (source, script) =>
  source === SELF && originOf(script) ? POLICY.selfLoads : POLICY.scriptLoads(source);

/** @param {string} source */
const nameOf = (source) => (source === SELF ? POLICY.ownWebsite : source);

/**
 * Whether a source of a policy (`'self'`, `https:`, `*.nhs.uk`, `https://cdn.example/path/`) allows this URL.
 * @param {string} source
 * @param {{ page: string | null, address: string }} where
 */
export function allows(source, { page, address }) {
  if (source === "'self'") return !originOf(address) || (page !== null && originOf(address) === originOf(page));
  if (source.startsWith("'")) return false;
  const url = urlOf(address, page);
  if (source === '*') return !url || /^(https?|wss?):$/.test(url.protocol);
  if (!url) return false;
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isScheme(source.slice(0, -1).toLowerCase(), url);
  const parts = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source);
  if (!parts) return false;
  const [, scheme, host, port, path] = parts;
  return (
    (!scheme || isScheme(scheme.toLowerCase(), url)) &&
    isHost(host.toLowerCase(), url.hostname) &&
    isPort(port, url) &&
    isPath(path, url.pathname)
  );
}

// http: in a policy also allows https:.
/** @type {(scheme: string, url: URL) => boolean} */
const isScheme = (scheme, { protocol }) => protocol === `${scheme}:` || (scheme === 'http' && protocol === 'https:');
/** @type {(host: string, name: string) => boolean} */
const isHost = (host, name) => host === '*' || (host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host);
/** @type {(port: string | undefined, url: URL) => boolean} */
const isPort = (port, url) =>
  port === '*' || (port ? (url.port || { 'http:': '80', 'https:': '443' }[url.protocol]) === port : !url.port);
/** @type {(path: string | undefined, name: string) => boolean} */
const isPath = (path, name) => !path || path === '/' || (path.endsWith('/') ? name.startsWith(path) : name === path);

/**
 * @param {string} address
 * @param {string | null} page
 */
function urlOf(address, page) {
  try {
    return new URL(address, page || undefined);
  } catch {
    return null;
  }
}

/**
 * The origin of an absolute URL. Null for a relative one.
 * @param {string} address
 */
function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}

// Does WebAssembly run?

/**
 * @param {Directive} directive
 * @param {boolean} mayCompile
 * @param {Explained} loading
 * @returns {Explained}
 */
function compiling(directive, mayCompile, loading) {
  if (loading.result === 'nothing' && directive.name !== 'default-src' && !mayCompile)
    return { result: 'nothing', words: '' };
  if (mayCompile) {
    const keyword = has(directive, "'wasm-unsafe-eval'") ? "'wasm-unsafe-eval'" : "'unsafe-eval'";
    return { result: 'full', words: POLICY.wasmRuns(keyword) };
  }
  return {
    result: 'fallback',
    words: POLICY.noWasm,
  };
}

// Does the frame show?

/**
 * @param {Directive} directive
 * @param {Where} where
 * @returns {Explained}
 */
function framesPage(directive, { page, frame }) {
  const { allowing, source } = allowingSource(directive, { page, address: frame });
  if (allowing) return { result: 'full', words: POLICY.frameShows(allowing) };
  return {
    result: 'nothing',
    words: POLICY.frameBlocked(nameOf(source)),
    add: addition(directive, [source], own(directive, 'frame-src')),
  };
}

// Can the widget read the list?

/**
 * @param {Directive} directive
 * @param {Where} where
 * @returns {Explained}
 */
function readsList(directive, { page, list }) {
  const { allowing, source } = allowingSource(directive, { page, address: list });
  if (allowing) return { result: 'full', words: POLICY.listLoads(allowing) };
  return {
    result: 'fallback',
    words: POLICY.listBlocked(nameOf(source)),
    add: addition(directive, [source], own(directive, 'connect-src')),
  };
}

/** @type {(isSandboxed: boolean) => Explained} */
const sandboxing = (isSandboxed) =>
  isSandboxed ? { result: 'nothing', words: POLICY.sandboxed } : { result: 'full', words: POLICY.sandboxAllows };

// The corrected directive. If only default-src applies, a separate directive leaves everything else unchanged.
/**
 * @param {Directive} directive
 * @param {string[]} sources
 * @param {string} name
 */
function addition(directive, sources, name) {
  const values = directive.values.filter((it) => it.toLowerCase() !== "'none'");
  return [name, ...values, ...sources].join(' ');
}

/** @type {(directive: Directive, instead: string) => string} */
const own = ({ name }, instead) => (name === 'default-src' ? instead : name);

/**
 * @param {Directive} directive
 * @param {{ isMeta: boolean, loads?: Directive, frames?: Directive }} policy
 * @returns {Explained}
 */
function other({ name, values }, { isMeta, loads, frames }) {
  /** @type {(words: string) => Explained} */
  const harmless = (words) => ({ result: 'full', words });
  switch (name) {
    case 'default-src':
      return harmless(POLICY.defaultSrc);
    case 'script-src':
      return harmless(POLICY.takesPriority(loads ? loads.name : name));
    case 'script-src-attr':
      return harmless(POLICY.attributes);
    case 'style-src':
    case 'style-src-elem':
    case 'style-src-attr':
      return harmless(POLICY.styles);
    case 'connect-src':
      return harmless(POLICY.connections);
    case 'img-src':
    case 'font-src':
    case 'media-src':
    case 'object-src':
    case 'worker-src':
    case 'manifest-src':
    case 'prefetch-src':
    case 'fenced-frame-src':
      return harmless(POLICY.otherFiles);
    case 'child-src':
      return harmless(POLICY.children + (frames && frames.name === 'frame-src' ? POLICY.frameSrcApplies : ''));
    case 'frame-ancestors':
      return harmless(isMeta ? POLICY.ignoredInMeta : POLICY.ancestors);
    case 'require-trusted-types-for':
      return harmless(POLICY.requireTrustedTypes);
    case 'trusted-types':
      return harmless(POLICY.trustedTypes(values.length > 0));
    case 'require-sri-for':
      return harmless(POLICY.requireIntegrity);
    case 'upgrade-insecure-requests':
    case 'block-all-mixed-content':
      return harmless(POLICY.secureRequests);
    case 'sandbox':
      return harmless(POLICY.ignoredInMeta);
    case 'base-uri':
    case 'form-action':
    case 'navigate-to':
    case 'report-uri':
    case 'report-to':
    case 'plugin-types':
      return harmless(POLICY.noEffect);
    default:
      return harmless(POLICY.unknown);
  }
}
