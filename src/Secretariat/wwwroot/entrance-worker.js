// Shows the page of an entrance, and what it is made of, where there is no network. Data never comes from here: the page keeps its own.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const fromNetwork = async (request) => {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 4000));
  const answer = await Promise.race([fetch(request), late]);
  if (request.mode === "navigate" && answer.ok) (await caches.open("entrance")).put(request, answer.clone());
  return answer;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isData = new URL(request.url).pathname.startsWith("/t/") && request.mode !== "navigate";
  if (request.method !== "GET" || isData) return;
  event.respondWith(
    fromNetwork(request).catch(async () => {
      const kept = await caches.match(request, { cacheName: "entrance" });
      return kept ?? fetch(request);
    }),
  );
});
