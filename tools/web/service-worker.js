// Keeps one whole version of the app on the device and answers from it.
//
// A version is a list of addresses with the hash of each file. A new one is fetched beside the
// installed one and takes its place at a start, when all of it is there. What the person wrote
// is not here.
const BUILD = /* filled in by the build */ null;

const PREFIX = `${BUILD.storage}:`;
const CACHE = `${PREFIX}${BUILD.version}`;
const MARKS = { languages: "works-offline", later: "everything-kept" };
const HASHES = "hashes";
const scope = new URL(registration.scope);
const variant = new URL(location.href).searchParams.get("canvaskit");
const files = new Map(BUILD.files.map((file) => [file.address, file]));

/** The files of a stage: "start", "languages" or "later". */
const stage = (name) =>
  BUILD.files.filter((file) => file.stage === name && (!file.variant || file.variant === variant));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "fetch-the-rest") event.waitUntil(fetchTheRest());
  if (event.data === "take-over") skipWaiting();
});
addEventListener("fetch", (event) => event.respondWith(answer(event)));

async function install() {
  const cache = await caches.open(CACHE);
  const before = await hashesIn(cache);
  const changed = BUILD.files.filter((file) => before[file.address] !== file.hash);
  await Promise.all(changed.map((file) => cache.delete(file.address)));
  const hashes = Object.fromEntries(BUILD.files.map((file) => [file.address, file.hash]));
  await cache.put(HASHES, new Response(JSON.stringify(hashes)));
  await fetchAll(stage("start"));
  // A first visit waits for that only; an update lacks nothing that the version before had.
  if (registration.active) await fetchTheRest();
}

/** The first mark is that of an app that works offline, in whatever language it is set to. */
async function fetchTheRest() {
  const cache = await caches.open(CACHE);
  for (const name of ["languages", "later"]) {
    await fetchAll(stage(name));
    await cache.put(MARKS[name], new Response(BUILD.version));
  }
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

/** Put files into this version's cache, four at a time. Fails if one cannot be had as it must be. */
async function fetchAll(wanted) {
  const cache = await caches.open(CACHE);
  const older = await otherVersions();
  const waiting = [...wanted];
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      if (!(await cache.match(file.address))) await cache.put(file.address, await obtain(file, older));
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

/** The other versions on the device, whole or not: their caches, and the hash of each file. */
async function otherVersions() {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== CACHE,
  );
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      return { cache, hashes: await hashesIn(cache) };
    }),
  );
}

/** The hash of each file by its address, as the version of a cache has them. */
async function hashesIn(cache) {
  return (await (await cache.match(HASHES))?.json()) ?? {};
}

/** One file, whole and with the right hash: from another version if it is the same there. */
async function obtain(file, older) {
  for (const { cache, hashes } of older) {
    // The memory image has no hash in the list; its name tells what it was made from.
    const kept = hashes[file.address] === file.hash && (await cache.match(file.address));
    if (kept) return ready(file, kept);
  }
  const hash = file.hash ?? (await (await fetched(file.hashAt, { cache: "no-cache" })).text());
  const options = { integrity: `sha256-${hash}` };
  return ready(
    file,
    await fetched(file.address, options).catch(() =>
      fetched(file.address, { ...options, cache: "reload" }), // the browser's own copy may be old
    ),
  );
}

async function fetched(address, options) {
  const response = await fetch(address, { credentials: "omit", ...options });
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response;
}

/** A page or worker with this version's policy; others as they came, with them browsers keep code. */
async function ready(file, response) {
  if (!file.guarded) return response;
  return new Response(await response.blob(), {
    headers: { ...BUILD.headers, "Content-Type": file.type },
  });
}

async function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) {
    return Response.error(); // nothing leaves for another host
  }
  const address = decodeURIComponent(url.pathname.slice(scope.pathname.length));
  if (request.mode === "navigate") return (await newerPage(event)) ?? fromCache("index.html");
  if (files.has(address)) return fromCache(address);
  return fetch(request);
}

/** A file of this version: never the same address of another one. */
async function fromCache(address) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address);
  if (kept) return kept;
  try {
    const response = await obtain(files.get(address), []);
    await cache.put(address, response.clone());
    return response;
  } catch {
    return Response.error();
  }
}

let givesWay = false;

/** Let a version that waits take over, if this start is of the only window; the page loads again. */
async function newerPage(event) {
  if (!registration.waiting) return undefined;
  // Until the other has taken over, the empty page counts as a window of this one.
  givesWay ||= await isOnlyWindow(event);
  if (!givesWay) return undefined;
  registration.waiting.postMessage("take-over");
  return new Response("", { headers: { ...BUILD.headers, Refresh: "0" } });
}

/**
 * Whether no window of the app is open besides the one that is being opened. That one does not
 * count yet; a window that is loaded again still does.
 */
async function isOnlyWindow({ request, replacesClientId }) {
  const windows = await clients.matchAll({ includeUncontrolled: true });
  const open = windows.filter(({ url }) => url.startsWith(scope.href));
  if (open.length !== 1) return !open.length;
  return replacesClientId === open[0].id || request.isReloadNavigation === true;
}
