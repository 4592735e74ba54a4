// @ts-check
/** Words as search compares them, exactly as the core folds those in the index: see `text/folding.py`. */

/** @typedef {{ letters: Record<string, string>, accents: string, unspaced: string }} Tables */

/** What folds words by the tables that come with the index. @param {Tables} tables */
export function folding({ letters, accents, unspaced }) {
  const accent = new RegExp(`[${accents}]`, "gu");
  const run = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
  const together = new RegExp(`^[${unspaced}]`, "u");

  const folded = (/** @type {string} */ text) => {
    const bare = text.normalize("NFKD").replace(accent, "").toLowerCase().normalize("NFC");
    return [...bare].map((sign) => letters[sign] ?? sign).join("");
  };

  const words = (/** @type {string} */ text) =>
    folded(text)
      .replace(/[^\p{L}\p{M}\p{N}.]+/gu, " ")
      .split(/ |(?<![0-9])\.|\.(?![0-9])/)
      .flatMap((word) => word.match(run) ?? [])
      .flatMap((part) => (together.test(part) ? pairs([...part]) : [part]));

  const joined = (/** @type {string} */ text) => folded(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

  return { folded, words, joined };
}

/** @param {string[]} signs */
const pairs = (signs) => signs.map((sign, at) => sign + (signs[at + 1] ?? ""));
