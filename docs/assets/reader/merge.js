// @ts-check
/** Two states in one: another browser's, an earlier one, or one with the former ids of papers. */

import { copy, NOTE } from "./state.js";

/**
 * Both states in one: of a paper in both the newer mark holds, and no note is lost. Pace and keys are mine, and
 * the track that I follow, if I do.
 * @param {State} mine
 * @param {State} theirs
 * @returns {State}
 */
export function merge(mine, theirs) {
  const papers = copy(mine.papers);
  for (const [id, entry] of Object.entries(theirs.papers)) papers[id] = joined(entry, papers[id]);
  return { ...mine, papers, track: mine.track || theirs.track };
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
  const guide = { ...older.guide };
  for (const [line, mark] of Object.entries(newer.guide)) {
    const other = guide[line];
    guide[line] = other && dated(mark) < dated(other) ? other : mark;
  }
  return { ...newer, guide, note: long.includes(short) ? long : `${newer.note}\n---\n${older.note}` };
}

/**
 * By date; at the same moment read beats unread.
 * @param {Mark} mark
 */
const dated = ({ changed, read }) => [changed, read].join("\n");

/**
 * The same of a whole entry; the note makes the outcome the same both ways.
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
  return { ...now, papers, track: now.track === after.track ? before.track : now.track };
}

/**
 * @param {Entry} [a]
 * @param {Entry} [b]
 */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

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
