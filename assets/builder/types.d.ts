// The records that several modules of the builder share. `cargo xtask check` checks the builder with these types.

/** A value of an option, as people choose it. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** What is said about a control. */
export interface Words {
  label: string;
  hint?: string;
}

/** What is said about an option, beyond the label and the hint. */
export interface OptionWords extends Words {
  isMain?: boolean;
  group?: string;
  /** The label of no value. */
  none?: string;
  least?: number;
  min?: number;
  max?: number;
}

/** An option of an element. `values` are those of a choice or of several. */
export interface Option {
  name: string;
  description: string;
  fallback: string;
  kind: 'switch' | 'number' | 'text' | 'choice' | 'several';
  values?: (string | Choice)[];
}

/** An element of the widget. */
export interface Described {
  view: string;
  tag: string;
  description: string;
  options: Option[];
}

/** All settings. */
export interface State {
  /** The name of one of `elements`. */
  show: string;
  /** The name of one of `HOSTS`. Empty for an unknown one. */
  host: string;
  /** The URL of the script as typed, or null for the suggestion. */
  script: string | null;
  integrity: boolean;
  options: { [name: string]: string };
  colours: { [name: string]: string };
}

export type Change = (part: Partial<State>) => void;

/** The hashes of the scripts by file name. */
export type Hashes = { [file: string]: string };

/** The URL of the script. */
export interface ScriptAddress {
  error?: undefined;
  script: string;
  folder: string;
  /** Whether it is the URL of the file, not of its folder. */
  isFile: boolean;
  isAbsolute: boolean;
  warning: string | null;
  hashes?: Hashes | null;
}

/** A text that is no URL of the script. */
export interface AddressProblem {
  error: string;
  script?: undefined;
  folder?: undefined;
  isFile?: undefined;
  isAbsolute?: undefined;
  warning?: undefined;
  hashes?: Hashes | null;
}

export type Address = ScriptAddress | AddressProblem;

/** The ways to add the widget to a page, by the names of snippets.js. */
export type Way = 'script' | 'placeholder' | 'element' | 'iframe' | 'address' | 'shortcode';

/** A system that a page can be in. */
export interface Host {
  guide: string;
  ways: Way[];
  /** Whether it uses https:// and shows only content from https://. */
  isSecure?: boolean;
}

/** An attribute and its value. */
export type Pair = [name: string, value: string];

/** What a page's policy allows, from best to worst. */
export type Result = 'full' | 'fallback' | 'nothing';

/** The column of websites in a CSV file, counted from 0. Not found: -1. */
export interface Websites {
  at: number;
  heading: string;
}

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  /** `findWebsites` is called for a sheet with links, and gets the CSV file with their texts. */
  read(findWebsites: (csv: string) => Promise<Websites>): Promise<{ csv: string; notes: string[] }>;
}

/** A selected or dropped file. Null for other content. */
export interface Given {
  file: File | null;
  isFolder: boolean;
}

/** What is said about a system. */
export interface HostWords {
  label: string;
  inSentence?: string;
  steps: string[];
  wrong: string;
}
