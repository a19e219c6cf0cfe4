import type { GpFederations } from './gp-federations.js';

export * from './gp-federations.js';

/** Resolves when the elements are defined. On a server, immediately. */
export declare const defined: Promise<void>;

/**
 * Starts the WebAssembly, and resolves with `window.gpFederations`. On a server, resolves with `null`. Rejects with a
 * `GpfFailure` if the widget cannot run.
 */
export declare function ready(): Promise<GpFederations | null>;
