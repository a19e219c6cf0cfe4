// The hashes of the scripts, which the packer writes into this one. A page opened from a disk could not read the files
// beside it.
/* global GPF_INTEGRITY */

/** `{ 'gp-federations.js': 'sha384-…', … }`, or null where nobody has packed. */
export const hashes = typeof GPF_INTEGRITY === 'string' ? JSON.parse(GPF_INTEGRITY) : null;
