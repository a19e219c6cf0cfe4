import type { GpFederations } from './gp-federations.js';

export * from './gp-federations.js';

/** Resolves when the elements are defined; on a server immediately. */
export declare const defined: Promise<void>;

/**
 * Starts the WebAssembly, and resolves with `window.gpFederations`; on a server with `null`. Rejects with a
 * `GpfFailure` if the widget cannot run.
 */
export declare function ready(): Promise<GpFederations | null>;
