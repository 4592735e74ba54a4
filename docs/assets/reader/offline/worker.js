// @ts-check
// The service worker: answers from the edition that the reader keeps, online too, so that no page is of one edition
// and its scripts of another. A page that was open when a newer one was taken goes on with its own till it is left.

/** @typedef {{ current: string, pinned: Record<string, string>, old: string[] }} Kept */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const RECORD = `kept ${SCOPE}`;
const PLACE = new URL("record", SCOPE).href;

/** What is kept: the name of its cache, those of pages that were open before, and those to let go of. @returns {Promise<Kept>} */
async function record() {
  const held = await caches.match(PLACE, { cacheName: RECORD });
  return held ? held.json() : { current: "", pinned: {}, old: [] };
}

/** @param {Kept} kept */
async function write(kept) {
  await (await caches.open(RECORD)).put(PLACE, new Response(JSON.stringify(kept)));
}

/** Changes of the record, one after the other. @type {Promise<unknown>} */
let last = Promise.resolve();

/** @param {() => Promise<unknown>} act */
function inTurn(act) {
  last = last.then(act, act);
  return last;
}

/** Takes another edition, whose cache is whole. @param {string} name */
async function take(name) {
  const { current, pinned, old } = await record();
  const open = await worker.clients.matchAll({ type: "all" });
  await write({
    current: name,
    pinned: Object.fromEntries(open.map(({ id }) => [id, pinned[id] ?? current])),
    old: [...new Set([...old, current])].filter((one) => one && one !== name),
  });
  await sweep();
}

/** Lets go of former editions with which no page is open any more. */
async function sweep() {
  const { current, pinned, old } = await record();
  if (!old.length) return;
  const open = await worker.clients.matchAll({ type: "all", includeUncontrolled: true });
  const kept = Object.entries(pinned).filter(([id]) => open.some((one) => one.id === id));
  const used = kept.map(([, name]) => name);
  for (const name of old) if (!used.includes(name)) await caches.delete(name);
  await write({ current, pinned: Object.fromEntries(kept), old: old.filter((name) => used.includes(name)) });
}

/** A file of an edition, at the address of a request. @param {string} address @param {string} cacheName */
async function found(address, cacheName) {
  const { origin, pathname } = new URL(address);
  const at = origin + pathname;
  const within = await caches.match(at.endsWith("/") ? `${at}index.html` : at, { cacheName });
  if (within || at.endsWith("/")) return within;
  return (await caches.match(`${at}/index.html`, { cacheName })) && Response.redirect(`${at}/`);
}

/** @param {FetchEvent} event */
async function answered({ request, clientId }) {
  const { current, pinned } = await record();
  const goes = request.mode === "navigate";
  const cacheName = goes ? current : (pinned[clientId] ?? current);
  const kept = cacheName && (await found(request.url, cacheName));
  if (kept) return kept;
  // A page of another edition would be given this one's scripts.
  const missing = goes && cacheName && /(\/|\.html)$/.test(new URL(request.url).pathname);
  const page = missing && (await caches.match(new URL("404.html", SCOPE), { cacheName }));
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : fetch(request);
}

worker.addEventListener("fetch", (event) => {
  const { method, url, cache, mode } = event.request;
  // What is asked for past all caches is what a new edition is made of.
  if (method !== "GET" || !url.startsWith(SCOPE) || cache === "no-store") return;
  event.respondWith(answered(event));
  if (mode === "navigate") event.waitUntil(inTurn(sweep));
});

worker.addEventListener("message", (event) => {
  const done = inTurn(() => take(event.data)).then(() => event.ports[0].postMessage("taken"));
  event.waitUntil(done);
});
