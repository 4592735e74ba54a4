// The types that several scripts share, known in each without an import: comments are sent to readers too.

import type * as data from "./catalogue.d.ts";
import type * as arrangement from "./arrangement.js";
import type * as store from "./store.js";

declare global {
  type Paper = data.Paper;
  type Catalogue = data.Catalogue;
  type Place = data.Place;
  type SearchData = data.Search;
  type Store = store.Store;

  /** Whether the browser keeps the state, refuses to, or has no room for it. */
  type Kept = "kept" | "refused" | "full";

  /** A tick. Dates are as `toISOString` gives them. */
  interface Mark {
    read: string | null;
    /** When it was last ticked or unticked. */
    changed: string;
  }

  /** What is kept of a paper: its tick, a note, and the ticks of its guide by the line. */
  interface Entry extends Mark {
    note: string;
    guide: Record<string, Mark>;
  }

  /** By id; without a prototype, as `constructor` is a fine id. */
  type Papers = Record<string, Entry>;

  /** What a reader has read and noted; `pace` is in papers a week, `keys` says whether single keys are on. */
  interface State {
    format: string;
    version: number;
    papers: Papers;
    pace: number;
    keys: boolean;
    /** The track that is followed, by its id; empty where it is the whole list. */
    track: string;
  }

  type Change = (state: State) => State;

  /** What each module gets. */
  interface Site {
    root: URL;
    catalogue: Catalogue;
    store: Store;
    /** Takes what to undo when the page goes. */
    leave: (act: () => void) => void;
    /** Does something now and after each change of the store, till the page goes. */
    follow: (act: () => void) => void;
  }

  /** What makes a part of a page work; `place` is the element that it is for. */
  type Start = (place: HTMLElement, site: Site) => void;

  /** What a knob is set to. */
  type Value = number | string | boolean;
  type Values = Record<string, Value>;

  /**
   * A knob of a picture: a slider from `min` to `max`, a box to tick, a choice of values with their words, or a
   * button that draws anew, whose value is a seed. `value` is what the picture shows without scripts.
   */
  interface Knob {
    name: string;
    label: string;
    value: Value;
    min?: number;
    max?: number;
    step?: number;
    format?: (value: number) => string;
    checkbox?: boolean;
    choices?: [Value, string][];
    draw?: boolean;
  }

  /** What a module in `controls/` exports; see `controls.js`. */
  interface Control {
    knobs: Knob[];
    compute: (values: any) => any;
    show: (svg: SVGElement, values: any, data: any) => void;
    say: (values: any, data: any) => string;
  }

  /** What is chosen on the home page. */
  type Choice = ReturnType<typeof arrangement.defaults>;

  /** The list as chosen. */
  type Arrangement = ReturnType<typeof arrangement.arranged>;
}
