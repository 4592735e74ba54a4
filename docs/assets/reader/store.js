// @ts-check
// What the reader has read and noted, kept in this browser and nowhere else.

import { parse, serialize } from "./file.js";
import { merge, renamed } from "./merge.js";
import { empty, setPart, setRead } from "./state.js";

const KEY = "reading-list";
const DAMAGED = "reading-list.damaged";

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
    // A page that the back button brings back heard nothing while it was away.
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
    this.#notify();
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
    const written = this.#try((storage) => {
      if (loaded) storage.setItem(KEY, text);
      return loaded;
    });
    this.#unsaved = !written;
    if (!this.#unsaved) {
      this.#seen = text;
      this.#kept = "kept";
    }
    this.#notify();
  }

  /**
   * Marks a paper as read now, or as unread.
   * @param {string} id
   * @param {boolean} read
   */
  mark(id, read) {
    const now = new Date().toISOString();
    this.update((state) => setRead(state, id, read ? now : null, now));
  }

  /**
   * Marks a line of a paper's guide as done now, or as not done.
   * @param {string} id
   * @param {string} part
   * @param {boolean} done
   */
  markPart(id, part, done) {
    const now = new Date().toISOString();
    this.update((state) => setPart(state, id, part, done ? now : null, now));
  }

  #reload() {
    this.#load();
    this.#notify();
  }

  #notify() {
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
