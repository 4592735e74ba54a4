// @ts-check
// What the marks amount to: how far, how long still, and what next. Nothing here touches the page or storage.

import { isDone, isRead } from "./state.js";

const DAYS = 7;
const list = new Intl.ListFormat("en-GB");

/**
 * How many papers of the list are read, and the minutes behind and ahead.
 * @param {Pick<Catalogue, "papers">} catalogue in the order of reading
 * @param {State} state
 */
export function progress({ papers }, state) {
  const minutes = papers.reduce((sum, paper) => sum + paper.minutes, 0);
  const minutesLeft = papers.reduce((sum, paper) => sum + left(paper, state), 0);
  const read = papers.filter(({ id }) => isRead(state, id)).length;
  return { read, total: papers.length, minutesRead: minutes - minutesLeft, minutesLeft };
}

/**
 * The minutes that a paper still takes: what is ticked in its guide is behind the reader.
 * @param {Paper} paper
 * @param {State} state
 */
export function left({ id, minutes, guide }, state) {
  if (isRead(state, id)) return 0;
  const done = guide.filter(({ part }) => isDone(state, id, part));
  return done.reduce((rest, line) => rest - line.minutes, minutes);
}

/**
 * The unread paper in which a line of the guide was ticked last, and the line to go on with; null where none is
 * begun, or nothing of it is left.
 * @param {Paper[]} papers
 * @param {State} state
 */
export function going(papers, state) {
  const begun = papers.flatMap((paper) => {
    if (isRead(state, paper.id)) return [];
    const done = paper.guide.filter(({ part }) => isDone(state, paper.id, part));
    const line = paper.guide.find((one) => !done.includes(one));
    const last = done
      .map(({ part }) => state.papers[paper.id].guide[part].changed)
      .sort()
      .at(-1);
    return line && last ? [{ paper, line, last }] : [];
  });
  return begun.sort((a, b) => (a.last < b.last ? 1 : -1))[0] ?? null;
}

/**
 * A track of the list and its papers in its order, if there is one of that id.
 * @param {Catalogue} catalogue
 * @param {string} id
 */
export function along({ papers, tracks }, id) {
  const track = tracks.find((one) => one.id === id);
  return { track, way: track?.papers.flatMap((id) => papers.find((paper) => paper.id === id) ?? []) };
}

/**
 * The day on which the last paper is read at that pace; null where none is left.
 * @param {number} papersLeft
 * @param {number} perWeek
 * @param {Date} today
 */
export function finish(papersLeft, perWeek, today) {
  if (papersLeft <= 0) return null;
  const day = new Date(today);
  day.setDate(day.getDate() + Math.ceil((papersLeft * DAYS) / perWeek));
  return day;
}

/**
 * The paper to read next and a sentence or two why; null where all are read. The first unread paper has by
 * definition nothing unread before it, so what it needs is read, or comes later, or is not on the track.
 * @param {Pick<Catalogue, "papers">} catalogue in the order of reading
 * @param {State} state
 * @param {Paper[]} [way] the papers of a track in its order, where not the whole list is read
 */
export function next({ papers }, state, way = papers) {
  const paper = way.find(({ id }) => !isRead(state, id));
  if (!paper) return null;
  const needed = papers.filter(({ id }) => paper.prerequisites.some((edge) => edge.paper === id));
  const known = needed.filter(({ id }) => isRead(state, id));
  const ahead = needed.filter((other) => !known.includes(other));
  const why = [];
  if (known.length) why.push(`You have read what it builds on: ${named(known)}.`);
  else if (way === papers || !ahead.length) why.push("It needs nothing that comes before it.");
  if (ahead.length)
    why.push(
      `${named(ahead)}, which it ${known.length ? "also uses" : "uses"}, ` +
        (way !== papers
          ? "you have not read; the page of the tracks says what to know."
          : `${ahead.length > 1 ? "come" : "comes"} later; its page says what to know until then.`),
    );
  return { paper, why: why.join(" ") };
}

/** @param {Paper[]} papers */
const named = (papers) => list.format(papers.map((paper) => paper.nickname));

/**
 * A time in words: to the minute while short (`45 min`, `1 h 15 min`), from 150 minutes in hours (`12 h`).
 * @param {number} minutes
 */
export const hours = (minutes) => (minutes < 150 ? duration(minutes) : `${Math.round(minutes / 60)}\u00a0h`);

/** The time of one paper, to the minute, as its page gives it. @param {number} minutes */
export function duration(minutes) {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole && `${whole}\u00a0h`, (rest || !whole) && `${rest}\u00a0min`].filter(Boolean).join(" ");
}
