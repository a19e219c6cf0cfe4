// What the builder's JavaScript is checked with: what packing defines, and what its scripts share.

/** The hashes of the scripts, as JSON. */
declare const GPF_INTEGRITY: string | undefined;
/** The CSV file that people fill in. */
declare const GPF_TEMPLATE: string | undefined;
/** The size of the WordPress plugin, in words. */
declare const GPF_PLUGIN_SIZE: string | undefined;

interface Window {
  /** `builder-workbook.js` is loaded when a person chooses a workbook. */
  gpFederationsWorkbook: typeof import('./workbook/workbook.js').openWorkbook;
}
