// The rules of stylelint-config-standard-scss, but for the following.
export default {
  extends: 'stylelint-config-standard-scss',
  reportNeedlessDisables: true,
  reportInvalidScopeDisables: true,
  rules: {
    // The names of the NHS.UK frontend: block__element--modifier.
    'selector-class-pattern': '^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$',
    // One that is not part of the interface to pages begins with an underscore.
    'custom-property-pattern': '^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    // Packing turns these into container queries, and Safari before 16.4 does not know `(width >= 40rem)`.
    'media-feature-range-notation': 'prefix',
    // A comment inside a rule belongs to the declaration below it.
    'scss/double-slash-comment-empty-line-before': [
      'always',
      { except: ['first-nested'], ignore: ['between-comments', 'stylelint-commands', 'inside-block'] },
    ],
  },
};
