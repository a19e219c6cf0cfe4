// "Check what your page allows": the policy that somebody pasted, line by line.
import { areaField, setError } from './fields.js';
import { byId, el } from './dom.js';
import { check } from './policy.js';
import { scriptOf } from './snippets.js';

const ID = 'policy';
const RESULT_WORDS = {
  full: 'Works',
  fallback: 'Partly works',
  nothing: 'Blocked',
};
const SCRIPT_WORDS = {
  full: 'The whole widget works with a script tag, a placeholder or an element.',
  fallback: 'With a script tag, people see everything as plain lists and tables, but cannot search or filter.',
  nothing: 'A script tag shows nothing. A placeholder shows its link.',
};
const FRAME_WORDS = {
  full: 'This page allows the frame (iframe). What works inside it depends on the server that hosts embed.html.',
  nothing: 'Your page blocks the frame (iframe), so it stays empty.',
};

/** Makes the form. `current` gives what is chosen and where the scripts are. */
export function makeCheck(current) {
  let isAsked = false;
  const form = el(
    'form',
    {
      novalidate: true,
      onsubmit(event) {
        event.preventDefault();
        isAsked = true;
        answer(...current());
      },
    },
    areaField({
      id: ID,
      rows: 5,
      words: {
        label: 'Content-Security-Policy of your page',
        hint: 'Ask your web team for it. To find it yourself, open the page in Edge or Chrome, press F12, select "Network", reload the page, select the first line and look under "Response headers". You can also paste a `<meta>` tag.',
      },
    }),
    el('button', { class: 'nhsuk-button', type: 'submit' }, 'Check policy'),
  );
  byId('check-form').replaceChildren(form);
  return {
    show: (state, address) => {
      if (isAsked) answer(state, address);
    },
  };
}

function answer(state, address) {
  const { folder, hashes, error } = address;
  const { src, hash } = error ? {} : scriptOf(state, address, hashes);
  const page = /^https?:$/.test(location.protocol) ? location.href : null;
  const found = check(byId(ID).value, {
    page,
    script: src || 'gp-federations.js',
    frame: `${folder || ''}embed.html`,
    integrity: hash,
  });
  setError(ID, found.error || null);
  const box = byId('check-answer');
  if (found.error) {
    box.replaceChildren();
    byId(ID).focus();
    return;
  }
  box.replaceChildren(
    verdict(found.script, SCRIPT_WORDS),
    verdict(found.frame, FRAME_WORDS),
    ...(found.add.length
      ? [
          el('h3', {}, 'What to ask your web team to change'),
          el(
            'p',
            { class: 'bld-measure' },
            'Send this to the team that runs your web server. These parts of the policy should be:',
          ),
          el(
            'ul',
            { class: 'bld-additions' },
            found.add.map((text) => el('li', {}, el('code', {}, text))),
          ),
        ]
      : []),
    el('h3', {}, 'Your policy, line by line'),
    el(
      'dl',
      { class: 'bld-lines' },
      found.lines.map(({ text, result, words }) =>
        el(
          'div',
          { class: 'bld-line' },
          el('dt', {}, el('code', {}, text)),
          el('dd', {}, el('strong', { class: `nhsuk-tag bld-tag--${result}` }, RESULT_WORDS[result]), ' ', words),
        ),
      ),
    ),
  );
}

const verdict = (result, words) =>
  el(
    'p',
    { class: `bld-verdict bld-verdict--${result}` },
    el('strong', {}, `${RESULT_WORDS[result]}: `),
    words[result],
  );
