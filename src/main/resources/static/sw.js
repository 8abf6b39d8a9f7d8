// Keeps the static files and one offline page per language. Pages themselves are never kept: they hold people's data.
// The address carries the version of the static files and the reader's language: /sw.js?v=…&lang=ar

const parameters = new URL(self.location).searchParams;
const CACHE = "qutb-" + parameters.get("v");
const LANGUAGES = ["ar", "fr", "en"];
const offlinePage = language => "/" + language + "/offline";

self.addEventListener("install", event => event.waitUntil(prepare().then(() => self.skipWaiting())));

async function prepare() {
  const cache = await caches.open(CACHE);
  for (const language of LANGUAGES) {
    const page = await fetch(offlinePage(language), { credentials: "omit" });
    if (!page.ok) continue;
    const files = (await page.clone().text()).match(/\/assets\/[^"'#\s)]+/g) ?? [];
    await cache.put(offlinePage(language), page);
    await cache.addAll([...new Set(files)]);
  }
}

self.addEventListener("activate", event => event.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(it => it.startsWith("qutb-") && it !== CACHE).map(it => caches.delete(it))))
    .then(() => self.clients.claim())));

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  // A counter goes on selling: whatever was asked of it, also a sale that could not be sent, leads to the page that works without network.
  if (request.mode === "navigate" && url.origin === self.location.origin && url.pathname.startsWith("/app/counter")) {
    event.respondWith(fetch(request).catch(() => counter(url)));
    return;
  }
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => offline(url)));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(kept(request));
  }
});

async function offline(url) {
  const inPath = url.pathname.split("/")[1];
  const language = LANGUAGES.find(it => it === inPath) ?? parameters.get("lang");
  return (await caches.match(offlinePage(language))) ?? (await caches.match(offlinePage("ar"))) ?? Response.error();
}

/** Kept by the counter itself once this device is allotted something to sell. */
async function counter(url) {
  return (await caches.match("/app/counter/offline")) ?? offline(url);
}

async function kept(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}
