// Checks people in at an entrance, also without a network. What is noted is kept on the device under a key of its own until the
// office has taken it; whatever other devices have noted comes with the answer.
(() => {
  const root = document.getElementById("entrance");
  if (!root || !window.indexedDB) return;
  const words = root.dataset;
  const address = location.pathname;
  const every = 5000;
  const mostAtOnce = 200;
  const mostShown = 30;

  const say = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const clock = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const element = (id) => document.getElementById(id);
  const at = { state: element("state"), look: element("look"), says: element("says"), count: element("count") };
  const name = at.look.elements.namedItem("name");
  const session = at.look.elements.namedItem("session");

  // What the device holds: the list and how far it has heard (held), each check-in that is known (checkIns), and those that the
  // office has still to take (queue) or has refused (refused).
  let database;
  let people = new Map();
  let codes = new Map();
  let checkIns = new Map();
  let queue = new Map();
  let refused = new Map();
  let since = null;
  let tag = null;
  let until = null;
  let lastExchange = null;
  let isClosed = false;
  let isOffline = false;

  const open = () =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.open(`entrance ${address}`, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("held");
        for (const store of ["checkIns", "queue", "refused"]) asked.result.createObjectStore(store, { keyPath: "id" });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });

  // One transaction: all of it is kept, or nothing.
  const keep = (stores, act) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
      act(...stores.map((store) => transaction.objectStore(store)));
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });

  const read = (store, key) =>
    new Promise((resolve, reject) => {
      const from = database.transaction(store).objectStore(store);
      const asked = key ? from.get(key) : from.getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });

  const take = (expected) => {
    people = new Map(expected.people.map((p) => [p.id, { ...p, folded: fold(`${p.name} ${p.delegation} ${p.function}`) }]));
    codes = new Map(expected.people.map((p) => [p.code, p.id]));
    until = expected.until;
    const chosen = session.value;
    session.replaceChildren(new Option(words.whole, ""), ...expected.sessions.map((s) => new Option(s.title, s.id)));
    session.value = expected.sessions.some((s) => s.id === chosen) ? chosen : "";
  };

  const restore = async () => {
    const held = await read("held", "expected");
    if (held) take(held.expected);
    tag = held?.tag ?? null;
    since = (await read("held", "since")) ?? null;
    const all = async (store) => new Map((await read(store)).map((one) => [one.id, one]));
    [checkIns, queue, refused] = [await all("checkIns"), await all("queue"), await all("refused")];
  };

  // Names stay on the device no longer than they are needed; what has still to be sent stays until it is.
  const forget = async () => {
    people = new Map();
    codes = new Map();
    tag = null;
    await keep(["held"], (store) => store.delete("expected"));
    await window.caches?.delete("entrance");
    show();
  };

  const presence = (person) => {
    const asked = session.value || null;
    return [...checkIns.values()]
      .filter((c) => c.person === person && c.session === asked && !c.takenBackAt)
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  };

  const present = () => {
    const asked = session.value || null;
    const known = [...checkIns.values()].filter((c) => c.session === asked && !c.takenBackAt);
    return new Map(known.sort((a, b) => (a.at < b.at ? 1 : -1)).map((c) => [c.person, c]));
  };

  const note = async (checkIn) => {
    await keep(["checkIns", "queue"], (known, waiting) => {
      known.put(checkIn);
      waiting.put(checkIn);
    });
    checkIns.set(checkIn.id, checkIn);
    queue.set(checkIn.id, checkIn);
  };

  const checkIn = async (id) => {
    const person = people.get(id);
    const before = presence(id);
    if (before) {
      at.says.textContent = say(words.already, person.name, clock(before.at), before.entrance ?? words.here);
      return;
    }
    const now = new Date().toISOString();
    await note({ id: crypto.randomUUID(), person: id, session: session.value || null, at: now, takenBackAt: null });
    at.says.textContent = say(words.done, person.name) + (person.state ? ` ${person.state}` : "");
    show();
    exchange();
  };

  const takeBack = async (id) => {
    // Whatever devices have noted of the person: else the person stays present by the other note.
    const asked = session.value || null;
    const now = new Date().toISOString();
    for (const one of [...checkIns.values()].filter((c) => c.person === id && c.session === asked && !c.takenBackAt))
      await note({ ...one, takenBackAt: now });
    at.says.textContent = say(words.takenBack, people.get(id).name);
    show();
    exchange();
  };

  // A check-in that was taken back while it was being sent goes again.
  const isSame = (one, other) => one?.takenBackAt === other.takenBackAt;

  const settle = async (sent, told) => {
    const notTaken = new Map(told.refused.map((r) => [r.id, r.why]));
    const news = told.checkIns.filter((c) => !queue.has(c.id) || sent.some((s) => s.id === c.id && isSame(queue.get(c.id), s)));
    const settled = sent.filter((s) => isSame(queue.get(s.id), s));
    await keep(["checkIns", "queue", "refused", "held"], (known, waiting, no, held) => {
      for (const one of settled) waiting.delete(one.id);
      for (const one of settled.filter((s) => notTaken.has(s.id))) no.put({ ...one, why: notTaken.get(one.id) });
      for (const one of news) known.put(one);
      held.put(told.since, "since");
    });
    for (const one of settled) queue.delete(one.id);
    for (const one of settled.filter((s) => notTaken.has(s.id))) refused.set(one.id, { ...one, why: notTaken.get(one.id) });
    for (const one of news) checkIns.set(one.id, one);
    since = told.since;
  };

  const fetchPeople = async () => {
    const answer = await fetch(`${address}/people.json${location.search}`, { cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} });
    if (answer.status === 410) return forget();
    if (answer.status === 304 || !answer.ok) return;
    const expected = await answer.json();
    tag = answer.headers.get("ETag");
    await keep(["held"], (store) => store.put({ expected, tag }, "expected"));
    take(expected);
  };

  let isExchanging = false;
  const exchange = async () => {
    if (isExchanging) return;
    isExchanging = true;
    try {
      do {
        const sent = [...queue.values()].slice(0, mostAtOnce);
        const answer = await fetch(`${address}/check-ins`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ since, checkIns: sent }),
        });
        isClosed = answer.status === 410;
        if (isClosed) await forget();
        if (!answer.ok) throw new Error(`${answer.status}`);
        await settle(sent, await answer.json());
      } while (queue.size > 0);
      await fetchPeople();
      isOffline = false;
      lastExchange = new Date();
    } catch {
      // The network, or the office, is away: it is tried again, and nothing of the queue is gone.
      isOffline = true;
    } finally {
      isExchanging = false;
      show();
    }
  };

  const line = (person, checkedIn) => {
    const item = document.createElement("li");
    item.className = "sec-entrance__person";
    const who = document.createElement("div");
    const strong = document.createElement("strong");
    strong.textContent = person.name;
    who.append(strong, ` ${person.category}`);
    const more = document.createElement("div");
    more.textContent = [person.function, person.delegation, person.state].filter(Boolean).join(", ");
    const button = document.createElement("button");
    button.type = "button";
    button.className = `ecl-button ecl-button--${checkedIn ? "secondary" : "primary"}`;
    button.textContent = checkedIn ? words.back : words.in;
    button.setAttribute("aria-label", say(checkedIn ? words.backName : words.inName, person.name));
    button.addEventListener("click", () => (checkedIn ? takeBack(person.id) : checkIn(person.id)));
    who.append(more);
    if (checkedIn) {
      const when = document.createElement("div");
      when.textContent = say(words.since, clock(checkedIn.at), checkedIn.entrance ?? words.here);
      who.append(when);
    }
    item.append(who, button);
    return item;
  };

  const show = () => {
    const there = present();
    const asked = fold(name.value).split(/\s+/).filter(Boolean);
    const found = asked.length === 0 ? [] : [...people.values()].filter((p) => asked.every((word) => p.folded.includes(word)));
    // The button that was pressed keeps the focus, though its line is another one now.
    const inHand = document.activeElement?.closest?.(".sec-entrance__person") ? document.activeElement.dataset.of : null;
    const lines = found.slice(0, mostShown).map((p) => {
      const item = line(p, there.get(p.id));
      item.querySelector("button").dataset.of = p.id;
      return item;
    });
    element("people").replaceChildren(...lines);
    if (inHand) document.querySelector(`[data-of="${CSS.escape(inHand)}"]`)?.focus();
    element("found").textContent =
      asked.length === 0 ? "" : found.length === 0 ? words.nobody : say(words.found, found.length);
    at.count.textContent = say(words.count, there.size, people.size);
    element("refused").replaceChildren(
      ...[...refused.values()].map((r) => {
        const item = document.createElement("li");
        item.textContent = say(words.refused, `${people.get(r.person)?.name ?? r.person}: ${r.why}`);
        return item;
      }),
    );
    at.state.textContent = isClosed
      ? say(words.closed, queue.size)
      : isOffline
        ? say(words.offline, queue.size)
        : queue.size > 0
          ? say(words.sending, queue.size)
          : lastExchange
            ? say(words.online, clock(lastExchange))
            : words.loading;
    root.dataset.queue = queue.size;
    root.dataset.present = there.size;
    root.dataset.people = people.size;
  };

  const lookUp = async (code) => {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
    const written = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const id = codes.get(written);
    if (id) await checkIn(id);
    else at.says.textContent = words.unknown;
    return Boolean(id);
  };

  // A code that was read counts once, however long it stays before the camera.
  const watch = async (picture) => {
    const reader = new BarcodeDetector({ formats: ["qr_code"] });
    let last = null;
    const look = async () => {
      const [seen] = await reader.detect(picture).catch(() => []);
      if (seen && seen.rawValue !== last) await lookUp(seen.rawValue.trim());
      if (seen) last = seen.rawValue;
      if (!picture.hidden) setTimeout(look, 250);
    };
    await look();
  };

  const useCamera = async () => {
    const picture = element("picture");
    try {
      picture.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      picture.hidden = false;
      await picture.play();
      await watch(picture);
    } catch {
      at.says.textContent = words.camera;
    }
  };

  const prepareOffline = async () => {
    if (!navigator.serviceWorker || isOffline) return;
    await navigator.serviceWorker.register("/entrance-worker.js", { scope: "/t/entrance-" });
    const parts = performance.getEntriesByType("resource").map((r) => r.name);
    const own = parts.filter((url) => new URL(url).origin === location.origin && !url.includes(`${address}/`));
    const kept = await caches.open("entrance");
    await kept.addAll([...new Set([location.href, ...own])]);
    await navigator.storage?.persist?.();
    root.dataset.ready = "yes";
  };

  const begin = async () => {
    root.hidden = false;
    database = await open();
    await restore();
    if (until && new Date().toISOString().slice(0, 10) > until) await forget();
    show();
    at.look.addEventListener("submit", async (event) => {
      event.preventDefault();
      const typed = name.value.trim();
      if (!typed.startsWith("badge-")) return show();
      name.value = "";
      await lookUp(typed);
      show();
    });
    name.addEventListener("input", () => name.value.startsWith("badge-") || show());
    session.addEventListener("change", show);
    window.addEventListener("online", exchange);
    if (window.BarcodeDetector && navigator.mediaDevices) element("camera").hidden = false;
    element("scan").addEventListener("click", useCamera);
    await exchange();
    setInterval(exchange, every);
    await prepareOffline();
  };

  begin();
})();
