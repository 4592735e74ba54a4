// The types that several scripts share, known in each without an import: comments are sent to readers too.

import type * as data from "./catalogue.d.ts";
import type * as arrangement from "./arrangement.js";
import type * as store from "./store.js";

declare global {
  type Paper = data.Paper;
  type Catalogue = data.Catalogue;
  type Store = store.Store;

  /** Whether the browser keeps the state, refuses to, or has no room for it. */
  type Kept = "kept" | "refused" | "full";

  /** What is kept of a paper. Dates are as `toISOString` gives them. */
  interface Entry {
    read: string | null;
    note: string;
    /** When it was last ticked or unticked. */
    changed: string;
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

  /** What is chosen on the home page. */
  type Choice = typeof arrangement.DEFAULTS;

  /** The list as chosen. */
  type Arrangement = ReturnType<typeof arrangement.arranged>;
}
