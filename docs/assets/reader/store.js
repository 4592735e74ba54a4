// @ts-check
// What the reader has read and noted, kept in this browser and nowhere else. A file from outside may be
// hostile: every text goes through `parse`, which copies what it knows, field by field, and nothing else.

/** @typedef {{ read: string | null, note: string, changed: string }} Entry `changed`: when it was last ticked or unticked; dates as `toISOString` gives them */
/** @typedef {Record<string, Entry>} Papers by id; without a prototype, as `constructor` is a fine id */
/** @typedef {{ format: string, version: number, papers: Papers, pace: number, keys: boolean }} State */
/** @typedef {"kept" | "refused" | "full"} Kept */

const KEY = "reading-list";
const DAMAGED = "reading-list.damaged";
const FORMAT = "reading-list-progress";
const VERSION = 1;
const PAPERS = 5000;
const NOTE = 20_000;
const TEXT = 5 * 1024 * 1024;
const PACE = 3;
// For what was never ticked, and for version 0, which had no dates: older than any tick.
const LONG_AGO = new Date(0).toISOString();

/** A text or a change that is not accepted; the message is a sentence that says why and what to do. */
export class Refused extends Error {}

/**
 * @param {unknown} holds
 * @param {string} otherwise
 * @returns {asserts holds}
 */
function must(holds, otherwise) {
  if (!holds) throw new Refused(otherwise);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {Record<string, unknown>}
 */
function record(value, name) {
  const sound =
    typeof value === "object" && value && !Array.isArray(value) && !Object.hasOwn(value, "__proto__");
  must(sound, `${name} should be a plain JSON object; choose a file that this site exported.`);
  return /** @type {Record<string, unknown>} */ (value);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {string} the same moment as `toISOString` writes it, so that dates compare as texts
 */
function moment(value, name) {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
  const text = typeof value === "string" && form.test(value) ? value : "";
  const date = new Date(text);
  // Chromium reads 30 February as 2 March.
  const real = !Number.isNaN(+date) && date.toISOString().startsWith(text.slice(0, 19));
  must(real, `${name} should be a date such as 2026-11-24T10:00:00.000Z; correct it in the file.`);
  return date.toISOString();
}

/**
 * From each former version to the one after it; the result is checked like any file.
 * @type {Record<number, (file: Record<string, unknown>) => Record<string, unknown>>}
 */
const MIGRATIONS = {
  0: ({ read, notes }) => {
    const ids = Array.isArray(read) && read.every((id) => typeof id === "string") ? read : null;
    must(ids, "In version 0, read should be a list of ids; correct it in the file.");
    const papers = Object.create(null);
    for (const [id, note] of Object.entries(record(notes, "In version 0, notes")))
      papers[id] = { read: null, note, changed: LONG_AGO };
    for (const id of ids) papers[id] = { note: "", ...papers[id], read: LONG_AGO, changed: LONG_AGO };
    return { papers, pace: PACE, keys: true };
  },
};

/** @returns {State} nothing read, nothing noted */
export const empty = () => ({
  format: FORMAT,
  version: VERSION,
  papers: Object.create(null),
  pace: PACE,
  keys: true,
});

/**
 * The state that a text holds, of this version or an older one; throws `Refused` for any other text.
 * @param {string} text
 * @returns {State}
 */
export function parse(text) {
  must(
    text.length <= TEXT,
    "This is larger than 5 MB; choose a file that this site exported, or shorten notes.",
  );
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refused("The file is not JSON; choose a file that this site exported.");
  }
  let file = record(json, "The file");
  must(
    file.format === FORMAT,
    "The file does not hold reading progress; choose a file that this site exported.",
  );
  const version = Number.isInteger(file.version) ? Number(file.version) : -1;
  must(version >= 0, "The version should be a whole number; choose a file that this site exported.");
  must(
    version <= VERSION,
    `The file is of version ${version}, newer than this page; reload the page and try again.`,
  );
  for (let at = version; at < VERSION; at++) file = MIGRATIONS[at](file);
  const { pace, keys } = file;
  must(
    typeof pace === "number" && pace >= 0.25 && pace <= 50,
    "The pace should be a number of papers a week from 0.25 to 50; correct it.",
  );
  must(typeof keys === "boolean", "keys should be true or false; correct it in the file.");
  const papers = Object.entries(record(file.papers, "papers"));
  must(papers.length <= PAPERS, "There are more than 5,000 papers; remove some from the file.");
  const state = { ...empty(), pace, keys };
  for (const [id, value] of papers) state.papers[id] = entry(id, value);
  return state;
}

/**
 * @param {string} id
 * @param {unknown} value
 * @returns {Entry}
 */
function entry(id, value) {
  must(
    /^[a-z0-9-]{1,80}$/.test(id),
    `“${id.slice(0, 80)}” is not the id of a paper; write up to 80 of a to z, 0 to 9 and hyphens.`,
  );
  const { read, note, changed } = record(value, `The entry of ${id}`);
  must(typeof note === "string", `The note on ${id} should be a text; correct it in the file.`);
  must(note.length <= NOTE, `The note on ${id} is longer than 20,000 characters; shorten it.`);
  return {
    read: read === null ? null : moment(read, `When ${id} was read`),
    note,
    changed: moment(changed, `When ${id} changed`),
  };
}

/**
 * The state as JSON that `parse` reads, with the papers by id: equal states give equal texts.
 * @param {State} state
 */
export function serialize(state) {
  const papers = Object.entries(state.papers).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...state, papers: Object.fromEntries(papers) }, null, 2) + "\n";
}

/**
 * Both states in one: of a paper in both the newer mark holds, and no note is lost. Pace and keys are mine.
 * @param {State} mine
 * @param {State} theirs
 * @returns {State}
 */
export function merge(mine, theirs) {
  const papers = copy(mine.papers);
  for (const [id, entry] of Object.entries(theirs.papers)) papers[id] = joined(entry, papers[id]);
  return { ...mine, papers };
}

/**
 * @param {Entry} a
 * @param {Entry} [b]
 * @returns {Entry}
 */
function joined(a, b = a) {
  const [older, newer] = rank(a) < rank(b) ? [a, b] : [b, a];
  const [short, long] =
    older.note.length < newer.note.length ? [older.note, newer.note] : [newer.note, older.note];
  return { ...newer, note: long.includes(short) ? long : `${newer.note}\n---\n${older.note}` };
}

/**
 * By date; at the same moment read beats unread, and the note makes the outcome the same both ways.
 * @param {Entry} entry
 */
const rank = ({ changed, read, note }) => [changed, read, note].join("\n");

/**
 * The state with an earlier change taken back: a paper still as the change left it is what it was before,
 * and one changed since keeps that as well.
 * @param {State} now
 * @param {State} after
 * @param {State} before
 * @returns {State}
 */
export function takenBack(now, after, before) {
  const papers = copy(now.papers);
  for (const id of Object.keys({ ...before.papers, ...after.papers })) {
    const [was, untouched] = [before.papers[id], same(now.papers[id], after.papers[id])];
    if (was) papers[id] = untouched ? was : joined(was, papers[id]);
    else if (untouched) delete papers[id];
  }
  return { ...now, papers };
}

/**
 * @param {Entry} [a]
 * @param {Entry} [b]
 */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * @param {Papers} papers
 * @returns {Papers}
 */
const copy = (papers) => Object.assign(Object.create(null), papers);

/**
 * The state with former ids moved to today's. Any other id stays: a paper that left the list may come back.
 * @param {State} state
 * @param {ReadonlyMap<string, string>} aliases today's id by the former
 * @returns {State}
 */
export function renamed(state, aliases) {
  const papers = copy(state.papers);
  for (const [former, entry] of Object.entries(state.papers)) {
    const id = aliases.get(former);
    const both = id && joined(entry, papers[id]);
    // Two notes too long to be one stay two, under both ids.
    if (!both || both.note.length > NOTE) continue;
    delete papers[former];
    papers[id] = both;
  }
  return { ...state, papers };
}

/**
 * @param {State} state
 * @param {string} id
 * @param {Partial<Entry>} change
 * @returns {State}
 */
function withPaper(state, id, change) {
  const papers = copy(state.papers);
  papers[id] = { ...(papers[id] ?? { read: null, note: "", changed: LONG_AGO }), ...change };
  return { ...state, papers };
}

/**
 * The state with a paper marked as read at a time, or as unread.
 * @param {State} state
 * @param {string} id
 * @param {string | null} when an ISO time
 * @param {string} now an ISO time
 */
export const setRead = (state, id, when, now) => withPaper(state, id, { read: when, changed: now });

/**
 * The state with another note on a paper. Its date stays that of the tick: a note written here does not
 * outdate a tick made elsewhere.
 * @param {State} state
 * @param {string} id
 * @param {string} text
 */
export const setNote = (state, id, text) => withPaper(state, id, { note: text });

/**
 * The state with another pace.
 * @param {State} state
 * @param {number} pace papers a week
 * @returns {State}
 */
export const setPace = (state, pace) => ({ ...state, pace });

/**
 * The state with single-key shortcuts on or off.
 * @param {State} state
 * @param {boolean} keys
 * @returns {State}
 */
export const setKeys = (state, keys) => ({ ...state, keys });

/** The state as the tabs of this browser share it; where the browser keeps nothing it lives on in memory. */
export class Store {
  #storage;
  #aliases;
  #state = empty();
  /** @type {Kept} */
  #kept = "kept";
  /** @type {string | null} The text that storage had when last looked at. */
  #seen = null;
  /** Whether memory holds what storage did not take. */
  #unsaved = false;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /**
   * @param {Storage | null} storage
   * @param {ReadonlyMap<string, string>} aliases today's id by the former
   */
  constructor(storage, aliases) {
    this.#storage = storage;
    this.#aliases = aliases;
    this.#load();
    addEventListener("storage", ({ storageArea, key }) => {
      if (storage && storageArea === storage && (key === KEY || key === null)) this.#reload();
    });
    // A page that the back button brings back was told nothing while it was away.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#reload();
    });
  }

  /** What is read and noted, as last seen; never to be changed in place. */
  get state() {
    return this.#state;
  }

  /** Whether the browser keeps the state, refuses to, or has no room for it. */
  get kept() {
    return this.#kept;
  }

  /** What storage held and could not be read, as text, set aside till it is forgotten; null where nothing is. */
  get damaged() {
    return this.#try((storage) => storage.getItem(DAMAGED)) ?? null;
  }

  /** Removes for good what was set aside as damaged. */
  forgetDamaged() {
    this.#try((storage) => storage.removeItem(DAMAGED));
    this.#tell();
  }

  /**
   * Calls the listener after each change of the state or of `kept`, in this tab or another.
   * @param {() => void} listener
   * @returns {() => void} stops that
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Applies a change to what is stored now, and stores it. Throws `Refused`, and changes nothing, where the
   * outcome could not be read back, such as a note too long.
   * @param {(state: State) => State} change
   */
  update(change) {
    const loaded = this.#load();
    const text = serialize(renamed(change(this.#state), this.#aliases));
    this.#state = parse(text);
    this.#unsaved = !(loaded && this.#try((storage) => (storage.setItem(KEY, text), true)));
    if (!this.#unsaved) {
      this.#seen = text;
      this.#kept = "kept";
    }
    this.#tell();
  }

  #reload() {
    this.#load();
    this.#tell();
  }

  #tell() {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Takes up what storage holds now; false where it cannot be read, and so must not be written. */
  #load() {
    const text = this.#try((storage) => storage.getItem(KEY));
    if (text === undefined) return false;
    if (text !== this.#seen && !this.#take(text)) return false;
    if (!this.#unsaved) this.#kept = "kept";
    return true;
  }

  /**
   * Makes a text from storage the state. A damaged one leaves the state as it is, and goes after any set
   * aside before; false where there is no room for that.
   * @param {string | null} text
   */
  #take(text) {
    try {
      const stored = text === null ? empty() : renamed(parse(text), this.#aliases);
      this.#state = this.#unsaved ? merge(this.#state, stored) : stored;
      this.#seen = text;
      return true;
    } catch {
      this.#seen = null;
      return this.#try((storage) => {
        storage.setItem(DAMAGED, [storage.getItem(DAMAGED), text].filter(Boolean).join("\n"));
        storage.removeItem(KEY);
        return true;
      });
    }
  }

  /**
   * @template T
   * @param {(storage: Storage) => T} act
   * @returns {T | undefined} undefined where storage fails, and `kept` says how
   */
  #try(act) {
    try {
      if (this.#storage) return act(this.#storage);
      this.#kept = "refused";
    } catch (error) {
      this.#kept = error instanceof DOMException && /quota/i.test(error.name) ? "full" : "refused";
    }
  }
}
