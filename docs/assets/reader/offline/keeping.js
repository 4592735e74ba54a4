// @ts-check
/**
 * The whole site in the browser's own storage: what is there, bringing it in, and taking it away. An edition is in a
 * cache of its own, and counts only when all of it has come, each file as the list of the edition has it.
 */

/**
 * A file of the site: its address from the root, its size in bytes, and the beginning of its SHA-256.
 * @typedef {[address: string, size: number, digest: string]} Part
 */
/** @typedef {{ edition: string, files: Part[] }} Edition */

/** What comes is of another edition than the list. */
export class Changed extends Error {
  name = "Changed";
}

const ABREAST = 6;

/** The beginning of the names of all our caches, as in worker.js. @param {URL} root */
const all = (root) => `kept ${root.href}`;

/** @param {URL} root @param {Edition} list */
const named = (root, list) => `${all(root)} ${list.edition}`;

/** @param {URL} root */
const listAt = (root) => new URL("offline.json", root);

/** How many bytes some files have together. @param {Part[]} parts */
export const size = (parts) => parts.reduce((sum, [, bytes]) => sum + bytes, 0);

/** The list of the edition that is published now; null where it cannot be asked for. @param {URL} root */
export async function published(root) {
  try {
    const answer = await fetch(listAt(root), { cache: "no-store" });
    return answer.ok ? /** @type {Edition} */ (await answer.json()) : null;
  } catch {
    return null;
  }
}

/** The list of the edition that is kept; null where none is. @param {URL} root @returns {Promise<Edition | null>} */
export async function kept(root) {
  const registration = await navigator.serviceWorker.getRegistration(root);
  const { current: cacheName } = await record(root);
  if (registration?.scope !== root.href || !cacheName) return null;
  const list = await caches.match(listAt(root), { cacheName });
  return list ? list.json() : null;
}

/** What the worker notes. @param {URL} root @returns {Promise<{ current: string, old: string[] }>} */
async function record(root) {
  const noted = await caches.match(new URL("record", root), { cacheName: all(root) });
  return noted ? noted.json() : { current: "", old: [] };
}

/** Takes away what came of other editions that were never whole. @param {URL} root @param {string} besides */
async function forget(root, besides) {
  const { current, old } = await record(root);
  const wanted = [all(root), besides, current, ...old];
  for (const name of await caches.keys())
    if (name.startsWith(all(root)) && !wanted.includes(name)) await caches.delete(name);
}

/** Whether anything is kept, be it a part of an edition. @param {URL} root */
export async function begun(root) {
  return (await caches.keys()).some((name) => name.startsWith(all(root)));
}

/** What has to come for an edition, besides what is the same in the one that is kept. @param {Edition} list @param {Edition | null} before */
export function missing(list, before) {
  const had = new Map(before?.files.map(([address, , digest]) => [address, digest]));
  return list.files.filter(([address, , digest]) => had.get(address) !== digest);
}

/**
 * Brings an edition in and makes it the one that is kept. What came before something failed stays for another time.
 * @param {URL} root
 * @param {Edition} list
 * @param {(bytes: number) => void} tell how much has come, now and then
 * @param {AbortSignal} signal
 */
export async function keep(root, list, tell, signal) {
  const before = await kept(root);
  await forget(root, named(root, list));
  const cache = await caches.open(named(root, list));
  const come = new Set(missing(list, before));
  let bytes = 0;
  /** @param {Part} part */
  const bring = async (part) => {
    const url = new URL(part[0], root);
    if (!(await cache.match(url))) {
      const same = before && !come.has(part) && (await caches.match(url, { cacheName: named(root, before) }));
      await cache.put(url, same || (await sound(url, part[2], signal)));
    }
    bytes += part[1];
    tell(bytes);
  };
  const waiting = list.files.values();
  const lane = async () => {
    for (const part of waiting) await bring(part);
  };
  await Promise.all(Array.from({ length: ABREAST }, lane));
  await cache.put(listAt(root), new Response(JSON.stringify(list)));
  await use(root, named(root, list));
}

/** A file as the list of its edition has it. @param {URL} url @param {string} digest @param {AbortSignal} signal */
async function sound(url, digest, signal) {
  const answer = await fetch(url, { cache: "no-store", signal });
  if (!answer.ok && answer.status !== 404) throw new Error(`${url}: ${answer.status}`);
  const content = await answer.arrayBuffer();
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!answer.ok || !hex.startsWith(digest)) throw new Changed(url.href);
  // Made anew: an answer that was redirected would not do for a page.
  return new Response(content, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } });
}

/** Makes the worker answer from a cache, from the next page on. @param {URL} root @param {string} name */
async function use(root, name) {
  await navigator.serviceWorker.register(new URL("service-worker.js", root), { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const taken = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  active?.postMessage(name, [port2]);
  await taken;
}

/** Takes all away. @param {URL} root */
export async function remove(root) {
  const registration = await navigator.serviceWorker.getRegistration(root);
  if (registration?.scope === root.href) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(all(root))) await caches.delete(name);
}
