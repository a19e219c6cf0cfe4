// Modules that exist only when the script is packed.

declare module 'gpf:payload' {
  export const version: string;
  /** The elements of this script. */
  export const kinds: import('./types').Kind[];
  /** The packed wasm: base64 of gzip. */
  export const wasm: string;
  export const css: string;
  /** What a finder shows until the wasm runs. */
  export const firstView: string;
  export const districts: string;
  export const legalForms: string;
  export const guide: string;
  export const sources: string;
  export const names: string;
  export const federations: string;
  export const finderFallback: string;
  export const comparisonFallback: string;
}

/** The functions that wasm-bindgen makes from `src/embed`. The public ones have the types of the page's API. */
declare module 'gpf:glue' {
  import type { GpFederations, ImportReport } from 'gpf:types';

  export const search: GpFederations['search'];
  export const regions: GpFederations['regions'];
  export const federation: GpFederations['federation'];
  export const compare: GpFederations['compare'];
  export const shortlist: GpFederations['shortlist'];

  export function initSync(module: { module: WebAssembly.Module }): unknown;
  export function start(
    federations: Uint8Array,
    sources: Uint8Array,
    legalForms: Uint8Array,
    names: Uint8Array,
    districts: Uint8Array,
    stopped: (message: string) => void,
  ): void;
  /** Says whether there is another part to read. */
  export function prepare(kind: import('./types').Kind): boolean;
  export function create(kind: import('./types').Kind, host: HTMLElement, parent: HTMLElement): Widget;
  export function reset_page_list(): void;

  export class Widget {
    free(): void;
    mount(): void;
    /** Says whether there is more to come. */
    render_next(): boolean;
    set(option: string, value: string | null): void;
    list_progress(file: string, perMille?: number): void;
    use_list(list: CustomList): void;
    use_page_list(error?: string): void;
  }

  export class CustomList {
    constructor(file: string, size?: number, label?: string, date?: string, merge?: string);
    free(): void;
    /** Says whether there is any use in more. */
    feed(bytes: Uint8Array): boolean;
    close(): void;
    /** Says whether there is more to do at once. */
    step(): boolean;
    report(): ImportReport;
    problems_csv(): string;
    /** Says whether it can be used. */
    install_for_page(): boolean;
    /** Out of 1,000. */
    readonly progress: number;
    readonly error: string | undefined;
  }
}
