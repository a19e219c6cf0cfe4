// Types of gp-federations.js, for editors and TypeScript. The records below the marker are made from the Rust types.

/** The GP federations widget's functions. They work once `ready` has resolved. */
export interface GpFederations {
  /**
   * Resolves when the functions below work; rejects with a `GpfFailure` where the widget can't run. The first look at it
   * starts the widget's WebAssembly, if no widget has yet.
   */
  readonly ready: Promise<void>;
  /** The widget's version, such as "0.1.0". */
  readonly version: string;
  /** Searches as the finder does. Throws an `Error` that names what is wrong with the query. */
  search(query?: GpfQuery): GpfSearchResult;
  /** The 7 NHS regions. */
  regions(): GpfRegion[];
  /** The federation with this id, or `null`. */
  federation(id: string): FederationRecord | null;
  /** Puts legal forms or ways of working together side by side. Throws an `Error` that lists the accepted ids. */
  compare(query?: GpfCompareQuery): Matrix;
  /**
   * Says how each form or model stands to requirements, with the reasons; where none is left, which requirements can't
   * be met together. Throws an `Error` that lists the accepted requirements.
   */
  shortlist(requirements?: string | string[] | { [criterion: string]: 'yes' | 'no' }, kind?: GpfKind): Shortlist;
  /**
   * Puts another list in the place of the bundled one, for the functions above and for all finders that have no list of
   * their own; `null` brings the bundled one back. Resolves with what there is to say about the list: if no row of it is
   * `used`, everything stays as it was. Rejects with an `Error` where what is given can't be a list.
   */
  load(data: GpfData, options?: GpfLoadOptions): Promise<ImportReport>;
  load(data: null): Promise<null>;
  /** Resolves with what there is to say about a list, as `load` would, and changes nothing. */
  check(data: GpfData, options?: GpfLoadOptions): Promise<GpfCheck>;
}

/**
 * CSV text with a header row, a list of records, an object that holds both such a list and its sources, or a file that
 * somebody chose or dropped, CSV or JSON.
 */
export type GpfData = string | object[] | { federations: object[]; sources?: object[] } | Blob;

/** What `check` says about a list. */
export interface GpfCheck extends ImportReport {
  /** One sentence that says why the list cannot be used. Empty if it can. */
  error: string;
  /** The problems as a CSV file for Excel. */
  problemsCsv: string;
}

/** Options for loading a list. All are optional. */
export interface GpfLoadOptions {
  /** What readers see as its name. */
  label?: string;
  /** Its date, best as `YYYY-MM-DD`. */
  date?: string;
  /** Whether it takes the place of the bundled list or adds to it. Default: "replace". */
  merge?: 'replace' | 'extend';
  /** What the report calls it. Default: the name of a `File`. */
  file?: string;
}

/** Each kind is compared only with itself. */
export type GpfKind = 'legal-forms' | 'models';

/** What to compare. Everything may be left out: then it is all forms on all questions. */
export interface GpfCompareQuery {
  /** Default: "legal-forms". */
  kind?: GpfKind;
  /** Ids or names of forms (or models), as a list or between commas; "all" for all. */
  forms?: string | string[];
  /** Ids of criteria, as a list or between commas. */
  criteria?: string | string[];
  /** Leaves out the questions that all of them answer alike. */
  onlyDifferences?: boolean;
}

/** What to search for. Everything may be left out. */
export interface GpfQuery {
  /** Words, in any order; or a postcode, which finds the federations that are near. */
  text?: string;
  /**
   * A postcode in England or its first part, such as "WA7". Throws an `Error` if there is no such district. Use it instead
   * of `text`.
   */
  near?: string;
  /** An NHS region's name, or "unknown". */
  region?: string;
  status?: 'active' | 'unconfirmed' | 'ended';
  /** A legal form's id, or "not-stated". */
  legalForm?: string;
  sort?: 'suggested' | 'nearest' | 'name' | 'name-reversed' | 'place' | 'patients' | 'last-seen';
}

export interface GpfSearchResult {
  /** Federations in the list. */
  total: number;
  /** Federations that match. */
  matching: number;
  /** The count in one sentence, as the finder shows it. */
  summary: string;
  /** The postcode area that was searched for, or `null`. Approximate. */
  area: string | null;
  /** Words that nothing matched, and what they were read as. */
  corrections: { typed: string; corrected: string }[];
  facets: GpfFacets;
  /** The postcode district that was searched for, with its middle, or `null`. */
  place: GpfPlace | null;
  federations: GpfFoundFederation[];
}

/** A postcode district of England. */
export interface GpfPlace {
  /** Its name, such as "WA7". */
  district: string;
  /** The name of its NHS region. */
  region: string;
  /** The latitude of its middle in decimal degrees (WGS 84), good to about 2 km. */
  latitude: number;
  /** The longitude of its middle. */
  longitude: number;
}

export interface GpfFoundFederation extends FederationRecord {
  /**
   * Miles from the middle of `place` to the federation's main town or office, to 1 decimal place; `null` if it is not known where
   * that is. Only there if `place` is. Being near does not mean that the federation covers the place.
   */
  miles?: number | null;
}

/** How many federations each choice of a filter would show, the other filters and the text staying as they are. */
export interface GpfFacets {
  regions: GpfCounts;
  statuses: GpfCounts;
  legalForms: GpfCounts;
}

export interface GpfCounts {
  /** With no choice made. */
  any: number;
  /** Each choice: its value and its count. */
  choices: { [value: string]: number };
}

export interface GpfRegion {
  name: string;
  /** The ONS code, such as "E40000010". */
  onsCode: string;
  federations: number;
}

/**
 * Why the widget, or a list, can't be used: "no-wasm", "wasm-blocked", "old-browser", "no-memory", "damaged", "stopped",
 * "data-unreachable" or "data-unusable".
 */
export interface GpfFailure extends Error {
  code: string;
}

/** `<gp-federation-finder>`. Every property is an attribute too. */
export interface GpFederationFinderElement extends HTMLElement {
  region: string;
  status: string;
  legalForm: string;
  search: string;
  sort: string;
  pageSize: string;
  /** Where the map is: "auto", "wide" or "none". */
  map: string;
  heading: string;
  headingLevel: string;
  urlSync: boolean;
  /** The address of a list of your own, CSV or JSON. */
  src: string;
  /** Whether that list takes the place of the bundled one ("replace") or adds to it ("extend"). */
  merge: string;
  label: string;
  date: string;
  showImportReport: boolean;
  /** Where people report a problem with an entry: a `mailto:` or `https://` address. */
  feedback: string;
  /** A list of your own; `null` for none. It goes before `src`. No attribute. */
  data: GpfData | null;
  loading: 'lazy' | 'eager' | '';
}

/** `<gp-legal-form-comparison>`. Every property is an attribute too. */
export interface GpLegalFormComparisonElement extends HTMLElement {
  kind: string;
  forms: string;
  criteria: string;
  onlyDifferences: boolean;
  requirements: string;
  heading: string;
  headingLevel: string;
  urlSync: boolean;
  loading: 'lazy' | 'eager' | '';
}

/** `<gp-federation-guide>`. Every property is an attribute too. */
export interface GpFederationGuideElement extends HTMLElement {
  section: string;
  heading: string;
  headingLevel: string;
  loading: 'lazy' | 'eager' | '';
}

declare global {
  interface Window {
    readonly gpFederations: GpFederations;
  }
  interface HTMLElementTagNameMap {
    'gp-federation-finder': GpFederationFinderElement;
    'gp-legal-form-comparison': GpLegalFormComparisonElement;
    'gp-federation-guide': GpFederationGuideElement;
  }
  interface HTMLElementEventMap {
    'gpf-ready': CustomEvent<{ version: string }>;
    'gpf-results': CustomEvent<{ total: number; matching: number; region: string; text: string }>;
    'gpf-select': CustomEvent<{ id: string; name: string }>;
    'gpf-data': CustomEvent<
      Pick<ImportReport, 'file' | 'rows' | 'used' | 'skippedRows' | 'ignoredCells' | 'replaced' | 'problemCount'>
    >;
    'gpf-compare': CustomEvent<{ kind: GpfKind; forms: string[] }>;
    'gpf-error': CustomEvent<{ code: string; message: string }>;
    'gpf-resize': CustomEvent<{ height: number }>;
  }
}

// ---- made from the Rust types ----
