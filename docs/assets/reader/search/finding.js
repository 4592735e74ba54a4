// @ts-check
/** Finds places of the site by what is typed: lunr, with the index that the core built. */

import { folding } from "./folding.js";

/** The most that are shown, and of these the most of one page. */
const MOST = 20;
const OF_A_PAGE = 3;
/** The fields that hold whole names as one word: of places, and of authors. */
const NAMES = ["x", "w"];

/** What searches, once lunr and the index are there. @param {URL} root */
export async function opened(root) {
  const [lunr, data] = await Promise.all([library(new URL("assets/lunr.js", root)), fetched(root)]);
  return searcher(lunr, data);
}

/**
 * What finds places, best first, and says with what their words begin that were meant.
 * @param {any} lunr
 * @param {SearchData} data
 */
export function searcher(lunr, data) {
  const index = lunr.Index.load(data.index);
  const { folded, words, joined } = folding(data);
  const find = (/** @type {string} */ typed) => {
    const asked = words(plain(typed));
    const matches = matched(lunr, index, asked, joined(plain(typed)));
    const places = matches.map(({ ref }) => /** @type {Place} */ (data.places[Number(ref)]));
    return { ...chosen(places), roots: asked.map((word) => beginning(lunr, word)) };
  };
  return { find, folded };
}

/** @param {URL} root @returns {Promise<SearchData>} */
async function fetched(root) {
  const answer = await fetch(new URL("assets/reader/search.json", root));
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
  return answer.json();
}

/** Lunr, which is no module: it makes itself known to the whole page. @param {URL} address */
function library(address) {
  const script = document.createElement("script");
  script.src = address.href;
  return /** @type {Promise<any>} */ (
    new Promise((resolve, reject) => {
      script.addEventListener("load", () => resolve(/** @type {any} */ (globalThis).lunr));
      script.addEventListener("error", () => reject(new Error(address.href)));
      document.head.append(script);
    })
  );
}

/** An arXiv id without what people paste around it. @param {string} typed */
const plain = (typed) =>
  typed.replace(/^.*\barxiv(\.org\/\w+\/|:)\s*/i, "").replace(/^(\d{4}\.\d{4,5})v\d+$/, "$1");

/** @param {any} lunr @param {string} word */
const stem = (lunr, word) => `${lunr.stemmer(new lunr.Token(word, {}))}`;

/** What a word has in common with its stem, so that one form finds the others. @param {any} lunr @param {string} word */
function beginning(lunr, word) {
  const shorter = stem(lunr, word);
  let end = 0;
  while (end < shorter.length && shorter[end] === word[end]) end++;
  // Policies and policy.
  return end < word.length ? word.slice(0, Math.max(end, 2)).replace(/(?<=..)i$/, "") : word;
}

/**
 * First what bears just this name, then what has every word, and where nothing has, what is one slip away.
 * @param {any} lunr @param {any} index @param {string[]} words @param {string} whole
 * @returns {{ ref: string }[]}
 */
function matched(lunr, index, words, whole) {
  if (!words.length) return [];
  const found = [...named(lunr, index, words, whole), ...complete(lunr, index, words, whole)];
  return found.length ? found : near(index, words);
}

/** @param {any} lunr @param {any} index @param {string[]} words @param {string} whole */
function named(lunr, index, words, whole) {
  const forms = [whole, stem(lunr, whole)];
  const matches = index.query((/** @type {any} */ query) => {
    query.term(whole, { fields: NAMES, boost: 9 });
    for (const word of forms) query.term(word, { fields: NAMES });
    for (const word of words) query.term(word);
  });
  return matches.filter((/** @type {any} */ { matchData }) =>
    forms.some((form) => NAMES.some((name) => matchData.metadata[form]?.[name])),
  );
}

/** @param {any} lunr @param {any} index @param {string[]} words @param {string} whole */
function complete(lunr, index, words, whole) {
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;
  const wildcard = lunr.Query.wildcard.TRAILING;
  return index.query((/** @type {any} */ query) => {
    query.term(whole, { fields: NAMES, wildcard });
    for (const word of words) {
      const kept = word !== "s" && lunr.stopWordFilter(new lunr.Token(word, {}));
      query.term(word, { boost: 20 });
      query.term(word, { boost: 3, wildcard });
      query.term(beginning(lunr, word), { wildcard, presence: kept ? REQUIRED : OPTIONAL });
    }
  });
}

/** @param {any} index @param {string[]} words */
const near = (index, words) =>
  index.query((/** @type {any} */ query) => {
    for (const word of words) query.term(word, { editDistance: word.length > 3 ? 1 : 0 });
  });

/** Each place once, and not all of one page. @param {Place[]} places */
function chosen(places) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const kept = [...new Set(places)].filter(({ url }) => {
    const page = url.split("#")[0] ?? "";
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return count <= OF_A_PAGE || !page.startsWith("papers/");
  });
  return { places: kept.slice(0, MOST), more: kept.length > MOST };
}
