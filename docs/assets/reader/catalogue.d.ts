// Written by scripts/write_types.py from the core's exports.

/** A paper that is better read before, by its id. */
export interface Prerequisite {
  paper: string;
  reason: string;
}

/** A line of a reading guide, to read or to skim, with its minutes. */
export interface Stretch {
  part: string;
  minutes: number;
}

/** A paper: texts are plain words, `published` is a date as 2017-06-12, `url` is from the site's root. */
export interface Paper {
  id: string;
  number: number;
  title: string;
  nickname: string;
  year: number;
  published: string;
  minutes: number;
  level: string;
  topics: string[];
  url: string;
  prerequisites: Prerequisite[];
  guide: Stretch[];
  aliases: string[];
}

/** A topic by its id, which the papers name. */
export interface Topic {
  id: string;
  name: string;
}

/** A way through the list: ids of papers in its order. */
export interface Track {
  id: string;
  name: string;
  papers: string[];
}

/** The whole list, papers in the order of reading. */
export interface Catalogue {
  title: string;
  papers: Paper[];
  topics: Topic[];
  tracks: Track[];
}

/** Where a result leads, from the site's root, and what it says of itself. */
export interface Place {
  url: string;
  title: string;
  within: string;
  teaser: string;
}

/** What the script folds typed words by, the places by number, and lunr's own index of them. */
export interface Search {
  letters: Record<string, string>;
  accents: string;
  unspaced: string;
  places: Place[];
  index: Record<string, unknown>;
}
