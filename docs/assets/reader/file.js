// @ts-check
// The state as a text, for storage and for a file. A file from outside may be hostile: every text goes through
// `parse`, which copies what it knows, field by field, and nothing else.

import { empty, FORMAT, LONG_AGO, NOTE, PACE, VERSION } from "./state.js";

const PAPERS = 5000;
const LINES = 100;
const LINE = 300;
const TEXT = 5 * 1024 * 1024;

/** A text or a change that is not accepted; the message is a sentence that says why and what to do. */
export class Refused extends Error {}

/**
 * The state as JSON that `parse` reads, with the papers by id: equal states give equal texts.
 * @param {State} state
 */
export function serialize(state) {
  const papers = Object.entries(state.papers).map(([id, entry]) => [
    id,
    { ...entry, guide: sorted(entry.guide) },
  ]);
  return `${JSON.stringify({ ...state, papers: sorted(Object.fromEntries(papers)) }, null, 2)}\n`;
}

/** @param {object} values */
const sorted = (values) => Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * The state that a text holds, of this version or an older one; throws `Refused` for any other text.
 * @param {string} text
 * @returns {State}
 */
export function parse(text) {
  const { pace, keys, track, papers } = upgraded(plain(text));
  must(
    typeof pace === "number" && pace >= 0.25 && pace <= 50,
    "The pace should be a number of papers a week from 0.25 to 50; correct it.",
  );
  must(typeof keys === "boolean", "keys should be true or false; correct it in the file.");
  must(
    typeof track === "string" && /^([a-z0-9-]{1,80})?$/.test(track),
    "track should be the id of a track, or empty; correct it in the file.",
  );
  const entries = Object.entries(record(papers, "papers"));
  must(entries.length <= PAPERS, "There are more than 5,000 papers; remove some from the file.");
  const state = { ...empty(), pace, keys, track };
  for (const [id, value] of entries) state.papers[id] = entry(id, value);
  return state;
}

/** The file as it stands in the text. @param {string} text */
function plain(text) {
  must(
    text.length <= TEXT,
    "This is larger than 5 MB; choose a file that this site exported, or shorten notes.",
  );
  try {
    return record(JSON.parse(text), "The file");
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("The file is not JSON; choose a file that this site exported.");
  }
}

/** The file in today's version. @param {Record<string, unknown>} file */
function upgraded(file) {
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
  return MIGRATIONS.slice(version).reduce((older, migrate) => migrate(older), file);
}

/**
 * From each former version to the one after it; the result is checked like any file.
 * @type {((file: Record<string, unknown>) => Record<string, unknown>)[]}
 */
const MIGRATIONS = [
  ({ read, notes }) => {
    const ids = Array.isArray(read) && read.every((id) => typeof id === "string") ? read : null;
    must(ids, "In version 0, read should be a list of ids; correct it in the file.");
    const papers = Object.create(null);
    for (const [id, note] of Object.entries(record(notes, "In version 0, notes")))
      papers[id] = { read: null, note, changed: LONG_AGO };
    for (const id of ids) papers[id] = { note: "", ...papers[id], read: LONG_AGO, changed: LONG_AGO };
    return { papers, pace: PACE, keys: true };
  },
  (file) => ({ ...file, track: "" }),
];

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
  // Files of version 1 have no ticks of guides.
  const { note, guide = {}, ...mark } = record(value, `The entry of ${id}`);
  must(typeof note === "string", `The note on ${id} should be a text; correct it in the file.`);
  must(note.length <= NOTE, `The note on ${id} is longer than 20,000 characters; shorten it.`);
  const lines = Object.entries(record(guide, `The guide of ${id}`));
  must(lines.length <= LINES, `The guide of ${id} has more than ${LINES} lines; remove some from the file.`);
  return { ...marked(mark, id), note, guide: Object.fromEntries(lines.map((line) => part(id, ...line))) };
}

/**
 * A tick, of a paper or of a line of its guide.
 * @param {Record<string, unknown>} mark
 * @param {string} name
 * @returns {Mark}
 */
const marked = ({ read, changed }, name) => ({
  read: read === null ? null : moment(read, `When ${name} was read`),
  changed: moment(changed, `When ${name} changed`),
});

/**
 * @param {string} id
 * @param {string} line
 * @param {unknown} value
 */
function part(id, line, value) {
  must(line.length <= LINE, `A line in the guide of ${id} is longer than ${LINE} characters; shorten it.`);
  return [line, marked(record(value, `Each line in the guide of ${id}`), `a part of ${id}`)];
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
 * @param {unknown} holds
 * @param {string} otherwise
 * @returns {asserts holds}
 */
function must(holds, otherwise) {
  if (!holds) throw new Refused(otherwise);
}
