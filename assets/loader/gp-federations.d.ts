// Types of gp-federations.js, for code editors and TypeScript. The records below the marker are generated from the Rust
// types.

/** The GP federations widget's functions. They work once `ready` has resolved. */
export interface GpFederations {
  /**
   * Resolves when the functions below work. Rejects with a `GpfFailure` if the widget cannot run. Reading it for the
   * first time starts the widget's WebAssembly, if no widget has started it yet.
   */
  readonly ready: Promise<void>;
  /** The widget's version, such as "0.1.0". */
  readonly version: string;
  /** Searches as the finder does. Throws an `Error` that names the problem if the query is invalid. */
  search(query?: GpfQuery): GpfSearchResult;
  /** The 7 NHS regions. */
  regions(): GpfRegion[];
  /** The federation with this id, or `null`. */
  federation(id: string): FederationRecord | null;
  /** Compares legal forms or ways of working together. Throws an `Error` that lists the accepted ids. */
  compare(query?: GpfCompareQuery): Matrix;
  /**
   * Returns how well each form or model fits the requirements, with reasons. If none fits, also the requirements that
   * conflict. Throws an `Error` that lists the accepted requirements.
   */
  shortlist(requirements?: string | string[] | { [criterion: string]: 'yes' | 'no' }, kind?: GpfKind): Shortlist;
  /**
   * Replaces the built-in list with another one, for the functions above and for all finders without a list of their
   * own. `null` restores the built-in list. Resolves with a report about the list: if no row of it is `used`, nothing
   * changes. Rejects with an `Error` if the argument cannot be a list.
   */
  load(data: GpfData, options?: GpfLoadOptions): Promise<ImportReport>;
  load(data: null): Promise<null>;
  /** Resolves with the same report as `load`, and changes nothing. */
  check(data: GpfData, options?: GpfLoadOptions): Promise<GpfCheck>;
}

/**
 * CSV text with a header row, a list of records, an object that contains both such a list and its sources, or a CSV or
 * JSON file that was selected or dropped.
 */
export type GpfData = string | object[] | { federations: object[]; sources?: object[] } | Blob;

/** The report of `check`. */
export interface GpfCheck extends ImportReport {
  /** One sentence that gives the reason if the list cannot be used. `null` if it can. */
  error: string | null;
  /** The problems as a CSV file for Excel. */
  problemsCsv: string;
}

/** Options for loading a list. All are optional. */
export interface GpfLoadOptions {
  /** The name that people see. */
  label?: string;
  /** Its date, preferably as `YYYY-MM-DD`. */
  date?: string;
  /** Whether it replaces the built-in list or extends it. Default: "replace". */
  merge?: 'replace' | 'extend';
  /** The name in the report. Default: the name of a `File`. */
  file?: string;
}

/** Each kind is compared only with itself. */
export type GpfKind = 'legal-forms' | 'models';

/** What to compare. All properties are optional. By default, all forms are compared on all questions. */
export interface GpfCompareQuery {
  /** Default: "legal-forms". */
  kind?: GpfKind;
  /** Ids or names of forms (or models), as a list or separated by commas. "all" for all. */
  forms?: string | string[];
  /** Ids of criteria, as a list or separated by commas. */
  criteria?: string | string[];
  /** Leaves out the questions that all of them answer in the same way. */
  onlyDifferences?: boolean;
}

/** What to search for. All properties are optional. */
export interface GpfQuery {
  /** Words in any order, or a postcode, which finds the nearest federations. */
  text?: string;
  /**
   * A postcode in England or its first part, such as "WA7". Throws an `Error` if there is no such district. Use it
   * instead of `text`.
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
  /** Words without a match, and the words that were used instead. */
  corrections: { typed: string; corrected: string }[];
  facets: GpfFacets;
  /** The postcode district that was searched for, with its centre, or `null`. */
  place: GpfPlace | null;
  federations: GpfFoundFederation[];
}

/** A postcode district of England. */
export interface GpfPlace {
  /** Its name, such as "WA7". */
  district: string;
  /** The name of its NHS region. */
  region: string;
  /** The latitude of its centre in decimal degrees (WGS 84), accurate to about 2 km. */
  latitude: number;
  /** The longitude of its centre. */
  longitude: number;
}

export interface GpfFoundFederation extends FederationRecord {
  /**
   * Miles from the centre of `place` to the federation's coordinates or postcode district, to 1 decimal place. `null`
   * if its location is not known. Only present if `place` is. A short distance does not mean that the federation covers the
   * place.
   */
  miles?: number | null;
}

/** The number of federations for each value of a filter, if the other filters and the text do not change. */
export interface GpfFacets {
  regions: GpfCounts;
  statuses: GpfCounts;
  legalForms: GpfCounts;
}

export interface GpfCounts {
  /** Without a value. */
  any: number;
  /** Each value and its count. */
  choices: { [value: string]: number };
}

export interface GpfRegion {
  name: string;
  /** The ONS code, such as "E40000010". */
  onsCode: string;
  federations: number;
}

/**
 * Why the widget, or a list, cannot be used: "no-wasm", "wasm-blocked", "old-browser", "no-memory", "damaged",
 * "stopped", "data-unreachable" or "data-unusable".
 */
export interface GpfFailure extends Error {
  code: string;
}

/** `<gp-federation-finder>`. Every property is also an attribute. */
export interface GpFederationFinderElement extends HTMLElement {
  /** The NHS region that is open at the start. People can open others. Default: all regions. */
  region: string;
  /** The status to show first. Default: all statuses. */
  status: string;
  /** The legal form to show first. Default: all legal forms. */
  legalForm: string;
  /** The text in the search box at the start. Default: empty. */
  search: string;
  /**
   * The order at the start. "suggested" is by region, by best match for a search, and by distance for a postcode.
   * "nearest" is for postcodes only, and otherwise the same as "suggested". "last-seen" starts with the federation that
   * was known to be active most recently. Default: "suggested".
   */
  sort: string;
  /**
   * How many federations to show at a time, from 1 to 1000. If all of them fit, they are shown at once, and the regions
   * do not open and close. Default: 20.
   */
  pageSize: string;
  /**
   * Where to show the map and the list of federations by region. "auto": next to the results if there is room (about
   * 900px), otherwise collapsed below them. "wide": only if there is room. "none": no map. Default: "auto".
   */
  map: string;
  /** The heading of the widget. Empty for no heading. Default: "Find a GP federation". */
  heading: string;
  /**
   * The level of the heading, to fit your page. Headings below it get the next level, or this level if there is no
   * heading. Default: 2.
   */
  headingLevel: string;
  /** Updates the page URL when people search or filter, and follows Back and Forward within the page. Default: off. */
  urlSync: boolean;
  /**
   * The URL of your own list, CSV or JSON. Without a folder, the file is in the folder of the page. Default: the
   * built-in list.
   */
  src: string;
  /**
   * "replace": your list replaces the built-in list. "extend": your list is added, and a row with the id or the name of
   * a built-in federation replaces it. Default: "replace".
   */
  merge: string;
  /** The name of your own list, shown to people. Default: the file name. */
  label: string;
  /** The date of your own list, shown to people, for example 2026-10-05. Default: none. */
  date: string;
  /** Shows a report of how your list was read, with the row, column and fix for each problem. Default: off. */
  showImportReport: boolean;
  /**
   * Where people can report a problem with a federation: a mailto: address, or the https:// URL of a form. The details
   * then have "Report a problem with this entry", with the id and the name filled in: as subject and text of the email,
   * or as the parameters id and name. Default: none.
   */
  feedback: string;
  /**
   * Your own list: CSV text, a list of records, { federations, sources }, or a File. It is used instead of src. No
   * attribute.
   */
  data: GpfData | null;
  /** "lazy": starts when it is less than one screen away. "eager": starts immediately. Default: "lazy". */
  loading: 'lazy' | 'eager' | '';
}

/** `<gp-legal-form-comparison>`. Every property is also an attribute. */
export interface GpLegalFormComparisonElement extends HTMLElement {
  /** What to compare: legal forms, or ways of working together ("models"). Default: "legal-forms". */
  kind: string;
  /**
   * What to compare at the start: comma-separated ids, or "all". Default: the first 3 legal forms, or all 4 ways of
   * working together.
   */
  forms: string;
  /** The questions to show: comma-separated ids of criteria. Default: all. */
  criteria: string;
  /** Leaves out questions that have the same answer everywhere. Default: off. */
  onlyDifferences: boolean;
  /**
   * Comma-separated requirements, such as "asset-lock=yes, profit-sharing=no". An id alone means yes. Default: none.
   */
  requirements: string;
  /** The heading of the widget. Empty for no heading. Default: "Compare legal forms for a GP federation". */
  heading: string;
  /**
   * The level of the heading, to fit your page. Headings below it get the next level, or this level if there is no
   * heading. Default: 2.
   */
  headingLevel: string;
  /** Updates the page URL when people search or filter, and follows Back and Forward within the page. Default: off. */
  urlSync: boolean;
  /** "lazy": starts when it is less than one screen away. "eager": starts immediately. Default: "lazy". */
  loading: 'lazy' | 'eager' | '';
}

/** `<gp-federation-guide>`. Every property is also an attribute. */
export interface GpFederationGuideElement extends HTMLElement {
  /** The sections to show: comma-separated ids. Default: all. */
  section: string;
  /** The heading of the widget. Empty for no heading. Default: "About GP federations". */
  heading: string;
  /**
   * The level of the heading, to fit your page. Headings below it get the next level, or this level if there is no
   * heading. Default: 2.
   */
  headingLevel: string;
  /** "lazy": starts when it is less than one screen away. "eager": starts immediately. Default: "lazy". */
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
    'gpf-results': CustomEvent<{ total: number; matching: number; region: string | null; text: string }>;
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
