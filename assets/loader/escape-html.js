/** @type {{ [character: string]: string }} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as HTML, also for the value of an attribute between double quotation marks.
 * @param {string} text
 */
export const escaped = (text) => text.replace(/[&<>"]/g, (it) => ENTITIES[it]);
