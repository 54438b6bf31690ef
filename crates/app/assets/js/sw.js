// The worker: files of the program come from here, pages never do. Where a page cannot be had, the empty diary opens.
// EDITION and FILES stand above, written by the program.
"use strict";

const NAME = `kneewise-${EDITION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const forget = async () => {
    for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

// Another language: the page that opens without the program follows.
let language = null;
self.addEventListener("message", (event) => {
  if (!event.data?.language || event.data.language === language) return;
  language = event.data.language;
  event.waitUntil(caches.open(NAME).then((cache) => cache.add("/offline")).catch(() => { language = null; }));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async (error) => {
      const kept = await caches.match("/offline");
      if (kept) return kept;
      throw error;
    }));
  }
});
