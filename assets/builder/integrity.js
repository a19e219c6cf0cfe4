// The hashes of the scripts, which are inserted when this script is packed. A page opened from a disk could not read
// the files beside it.
/* global GPF_INTEGRITY */

/**
 * `{ 'gp-federations.js': 'sha384-…', … }`, or null in an unpacked builder.
 * @type {import('./types').Hashes | null}
 */
export const hashes = typeof GPF_INTEGRITY === 'string' ? JSON.parse(GPF_INTEGRITY) : null;
