// Shows the page of an entrance, and what it is made of, where there is no network. Data never comes from here: the page keeps its own.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const patience = 4000;

// A closed entrance shows nobody, also to whoever opens its page anew: what has still to be sent stays for when it is opened again.
const forget = async (name) => {
  await caches.delete(name);
  await new Promise((done) => {
    const asked = indexedDB.open(name, 1);
    // There is none: none is made.
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = done;
    asked.onsuccess = () => {
      const transaction = asked.result.transaction("held", "readwrite");
      transaction.objectStore("held").delete("expected");
      transaction.oncomplete = transaction.onabort = () => {
        asked.result.close();
        done();
      };
    };
  });
};

const fromNetwork = async (request) => {
  const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
  if (request.mode === "navigate" && answer.status === 410) await forget(`entrance ${new URL(request.url).pathname}`);
  return answer;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isData = new URL(request.url).pathname.startsWith("/t/") && request.mode !== "navigate";
  if (request.method !== "GET" || isData) return;
  event.respondWith(fromNetwork(request).catch(async () => (await caches.match(request)) ?? fetch(request)));
});
