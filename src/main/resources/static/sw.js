// Keeps the static files and one offline page per language. Pages themselves are never kept: they hold people's data.
// The address carries the version of the static files and the reader's language: /sw.js?v=…&lang=ar

const parameters = new URL(self.location).searchParams;
const CACHE = "qutb-" + parameters.get("v");
const LANGUAGES = ["ar", "fr", "en"];
const offlinePage = language => "/" + language + "/offline";
// A tag is checked where there is no network: the page that does it, and the public keys.
const READERS = ["ar", "fr", "en", "es"];
const passportPage = language => "/" + language + "/passport";
// Rooms that work without network: see offline-store.js.
const ROOMS = ["/app/counter", "/app/till", "/app/premises"];
const KEYS = "/.well-known/jwks.json";

self.addEventListener("install", event => event.waitUntil(prepare().then(() => self.skipWaiting())));

async function prepare() {
  const cache = await caches.open(CACHE);
  for (const address of [...LANGUAGES.map(offlinePage), ...READERS.map(passportPage)]) {
    const page = await fetch(address, { credentials: "omit" });
    if (!page.ok) continue;
    const files = (await page.clone().text()).match(/\/assets\/[^"'#\s)]+/g) ?? [];
    await cache.put(address, page);
    await cache.addAll([...new Set(files)]);
  }
  const keys = await fetch(KEYS, { credentials: "omit" });
  if (keys.ok) await cache.put(KEYS, keys);
}

self.addEventListener("activate", event => event.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(it => it.startsWith("qutb-") && it !== CACHE).map(it => caches.delete(it))))
    .then(() => self.clients.claim())));

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  // A room goes on working: whatever was asked of it, also a sale that could not be sent, leads to its page that works without network.
  const room = url.origin === self.location.origin && ROOMS.find(it => url.pathname === it || url.pathname.startsWith(it + "/"));
  if (request.mode === "navigate" && room) {
    event.respondWith(fetch(request).catch(() => working(room, url)));
    return;
  }
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => ofTag(url) ? passport(url) : offline(url)));
  } else if (url.pathname === KEYS) {
    event.respondWith(newest(request));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(kept(request));
  }
});

async function offline(url) {
  const inPath = url.pathname.split("/")[1];
  const language = LANGUAGES.find(it => it === inPath) ?? parameters.get("lang");
  return (await caches.match(offlinePage(language))) ?? (await caches.match(offlinePage("ar"))) ?? Response.error();
}

const ofTag = url => /^(\/[a-z]{2})?\/(p|01|passport)(\/|$)/.test(url.pathname);

async function passport(url) {
  const inPath = url.pathname.split("/")[1];
  const language = READERS.find(it => it === inPath) ?? parameters.get("lang");
  return (await caches.match(passportPage(language))) ?? (await caches.match(passportPage("ar"))) ?? offline(url);
}

async function newest(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) (await caches.open(CACHE)).put(request, answer.clone());
    return answer;
  } catch (gone) {
    return (await caches.match(request)) ?? Promise.reject(gone);
  }
}

/** Kept by the room itself once this device has something to do there. */
async function working(room, url) {
  return (await caches.match(room + "/offline")) ?? offline(url);
}

async function kept(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}
