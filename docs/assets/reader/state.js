// @ts-check
/** What a reader has read and noted, as plain data, and its changes: each gives a new state. */

export const FORMAT = "reading-list-progress";
export const VERSION = 2;
export const PACE = 3;
/** The longest note. */
export const NOTE = 20_000;
/** For what was never ticked, and for version 0, which had no dates: older than any tick. */
export const LONG_AGO = new Date(0).toISOString();

/** @returns {State} nothing read, nothing noted */
export const empty = () => ({
  format: FORMAT,
  version: VERSION,
  papers: Object.create(null),
  pace: PACE,
  keys: true,
  track: "",
});

/**
 * @param {Papers} papers
 * @returns {Papers}
 */
export const copy = (papers) => Object.assign(Object.create(null), papers);

/**
 * Whether a paper is read.
 * @param {State} state
 * @param {string} [id]
 */
export const isRead = (state, id = "") => !!state.papers[id]?.read;

/**
 * Whether a line of a paper's guide is done.
 * @param {State} state
 * @param {string} id
 * @param {string} part
 */
export const isDone = (state, id, part) => !!state.papers[id]?.guide[part]?.read;

/**
 * @param {State} state
 * @param {string} id
 * @param {Partial<Entry>} change
 * @returns {State}
 */
function withPaper(state, id, change) {
  const papers = copy(state.papers);
  papers[id] = { ...(papers[id] ?? { read: null, note: "", changed: LONG_AGO, guide: {} }), ...change };
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
 * The state with a line of a paper's guide marked as done at a time, or as not done.
 * @param {State} state
 * @param {string} id
 * @param {string} part the line, by its words
 * @param {string | null} when an ISO time
 * @param {string} now an ISO time
 */
export const setPart = (state, id, part, when, now) =>
  withPaper(state, id, { guide: { ...state.papers[id]?.guide, [part]: { read: when, changed: now } } });

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
 * The state with another track followed, by its id; an empty one is the whole list.
 * @param {State} state
 * @param {string} track
 * @returns {State}
 */
export const setTrack = (state, track) => ({ ...state, track });

/**
 * The state with single-key shortcuts on or off.
 * @param {State} state
 * @param {boolean} keys
 * @returns {State}
 */
export const setKeys = (state, keys) => ({ ...state, keys });
