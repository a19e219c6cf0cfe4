// The hash of gp-federations.js, which the packer writes into this script. A page opened from a disk could not read
// the file beside it.
/* global GPF_INTEGRITY */

/** `sha384-…`, or null where nobody has packed. */
export const integrity = typeof GPF_INTEGRITY === 'string' ? GPF_INTEGRITY : null;
