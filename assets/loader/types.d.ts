// The records that several modules of the loader share, and what the packed script and browsers add. `cargo xtask check`
// checks the loader with these types.
import type { Failure } from './runtime.js';

declare global {
  /** Whether this script has the element: code that only the others need is left out. */
  const HAS_FINDER: boolean;
  const HAS_COMPARISON: boolean;

  interface Window {
    /** What the scripts of one page share, and the mark of the npm package's module. */
    [name: symbol]: Page | true | undefined;
    readonly CSSStyleSheet: typeof CSSStyleSheet;
  }
  interface SVGScriptElement {
    /** Our scripts are HTML. */
    readonly src?: undefined;
  }
  interface Uint8ArrayConstructor {
    /** Newer than the browsers that we support. */
    fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  }
}

/** What an element is. */
export type Kind = 'finder' | 'comparison' | 'guide';

export interface ElementDefinition {
  tag: string;
  options: string[];
  /** Whether it shows an editor's own list. */
  hasList?: boolean;
  /** Whether the wasm gets its view as it was rendered when the widget was built. */
  isPrerendered?: boolean;
}

/** What the scripts of one page share. */
export interface Page {
  version: string;
  adoptScript(script: HTMLScriptElement | null, address: string | undefined, kinds: Kind[]): void;
  starts: (() => Promise<unknown>)[];
  /** See `putBack` in placeholder.js. */
  putBack(element: Element): boolean;
}

export type Glue = typeof import('gpf:glue');
export type Widget = import('gpf:glue').Widget;
export type CustomList = import('gpf:glue').CustomList;

/** The bytes of a list, and how many there will be if that is known. */
export interface Pieces {
  size: number | undefined;
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A list that an editor or a page's script names. */
export interface ListSource {
  file: string;
  label?: string;
  date?: string;
  merge?: string;
  open(signal?: AbortSignal): Pieces | Promise<Pieces>;
}

/** A list that an element's editor names. */
export interface ElementSource extends ListSource {
  /** What makes two of them the same. */
  key: string;
  /** Its absolute URL, if it is a file. */
  url?: string;
  controller?: AbortController;
}

/** A list that finders show or wait for. */
export interface Import {
  key: string;
  file: string;
  controller: AbortController;
  finders: Set<HTMLElement>;
  /** Out of 1,000. */
  progress: number | undefined;
  list: CustomList | null;
  failure: Failure | null;
}
