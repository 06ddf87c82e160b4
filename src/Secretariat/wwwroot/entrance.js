// Checks people in at an entrance, also without a network. What is noted is kept on the device under a key of its own until the
// office has taken it; whatever other devices have noted comes with the answer.
(() => {
  const root = document.getElementById("entrance");
  if (!root) return;
  const words = root.dataset;
  const address = location.pathname;
  const cacheName = `entrance ${address}`;
  const every = 5000;
  const peopleEvery = 12;
  const patience = 10000;
  const mostAtOnce = 200;
  const mostShown = 30;

  const say = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
  const letters = { ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", þ: "th", ı: "i", æ: "ae", œ: "oe", ß: "ss" };
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[øłđðħŧþıæœß]/g, (letter) => letters[letter]);
  const clock = (at) =>
    new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const element = (id) => document.getElementById(id);
  const look = element("look");
  const name = look.elements.namedItem("name");
  const session = look.elements.namedItem("session");

  // Only what has changed is written: else a screen reader would say it again, and a page would jump under a thumb.
  const write = (id, text) => {
    if (element(id).textContent !== text) element(id).textContent = text;
  };
  const tell = (text) => write("says", text);

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
  let state = "loading";
  let isReady = false;
  let isPrepared = false;
  let rounds = 0;

  // What changes the record of the device goes one after the other, so that nothing is settled that somebody is just changing.
  let last = Promise.resolve();
  const inTurn = (act) => (last = last.then(act, act));

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

  const all = async (store) => new Map((await read(store)).map((one) => [one.id, one]));

  // A session that the programme no longer has stays chosen until somebody chooses another: nobody is noted for what they did not mean.
  const choose = (sessions, chosen) => {
    const options = [new Option(words.whole, ""), ...sessions.map((s) => new Option(s.title, s.id))];
    if (chosen && !sessions.some((s) => s.id === chosen)) options.push(new Option(words.gone, chosen));
    session.replaceChildren(...options);
    session.value = chosen ?? "";
  };

  const take = (expected, chosen) => {
    people = new Map(
      expected.people.map((p) => [p.id, { ...p, folded: fold(`${p.name} ${p.delegation} ${p.function}`) }]),
    );
    codes = new Map(expected.people.map((p) => [p.code, p.id]));
    until = expected.until;
    choose(expected.sessions, chosen);
  };

  const restore = async () => {
    const held = await read("held", "expected");
    if (held) take(held.expected, await read("held", "session"));
    tag = held?.tag ?? null;
    since = (await read("held", "since")) ?? null;
    [checkIns, queue, refused] = [await all("checkIns"), await all("queue"), await all("refused")];
  };

  // Names stay on the device no longer than they are needed; what has still to be sent stays until it is.
  const forget = async () => {
    people = new Map();
    codes = new Map();
    tag = null;
    isReady = isPrepared = false;
    await keep(["held"], (store) => store.delete("expected"));
    await window.caches?.delete(cacheName);
    show();
  };

  const isOver = () => until !== null && new Date().toISOString().slice(0, 10) > until;

  const standing = () => {
    const asked = session.value || null;
    return [...checkIns.values()].filter((c) => c.session === asked && !c.takenBackAt);
  };

  // By person, the first of their check-ins.
  const present = () => new Map(standing().sort((a, b) => (a.at < b.at ? 1 : -1)).map((c) => [c.person, c]));

  const note = async (notes) => {
    await keep(["checkIns", "queue"], (known, waiting) => {
      for (const one of notes) {
        known.put(one);
        waiting.put(one);
      }
    });
    for (const one of notes) {
      checkIns.set(one.id, one);
      queue.set(one.id, one);
    }
  };

  const attempt = (act) =>
    inTurn(async () => {
      try {
        await act();
      } catch {
        tell(words.failed);
      }
      show();
    }).then(exchange);

  const checkIn = (id) =>
    attempt(async () => {
      const person = people.get(id);
      const before = present().get(id);
      if (before) return tell(say(words.already, person.name, clock(before.at), before.entrance ?? words.here));
      const at = new Date().toISOString();
      await note([{ id: crypto.randomUUID(), person: id, session: session.value || null, at, takenBackAt: null }]);
      tell([say(words.done, person.name), person.state].filter(Boolean).join(" "));
    });

  // Whatever devices have noted of the person: else the person stays present by the other note.
  const takeBack = (id) =>
    attempt(async () => {
      const takenBackAt = new Date().toISOString();
      await note(
        standing()
          .filter((c) => c.person === id)
          .map((c) => ({ ...c, takenBackAt })),
      );
      tell(say(words.takenBack, people.get(id).name));
    });

  // What was taken back while it was being sent, here or in another window, is still to be sent.
  const isSame = (one, other) => one?.takenBackAt === other.takenBackAt;

  const settle = async (sent, told) => {
    const why = new Map(told.refused.map((r) => [r.id, r.why]));
    const waiting = await all("queue");
    const settled = sent.filter((s) => isSame(waiting.get(s.id), s));
    const ids = new Set(settled.map((s) => s.id));
    const news = told.checkIns.filter((c) => !waiting.has(c.id) || ids.has(c.id));
    const no = settled.filter((s) => why.has(s.id)).map((s) => ({ ...s, why: why.get(s.id) }));
    await keep(["checkIns", "queue", "refused", "held"], (known, still, refusals, held) => {
      for (const id of ids) still.delete(id);
      for (const one of no) refusals.put(one);
      for (const one of news) known.put(one);
      held.put(told.since, "since");
    });
    for (const id of ids) waiting.delete(id);
    queue = waiting;
    for (const one of no) refused.set(one.id, one);
    for (const one of news) checkIns.set(one.id, one);
    since = told.since;
  };

  const ask = (path, options) => fetch(address + path, { ...options, signal: AbortSignal.timeout(patience) });

  const fetchPeople = async () => {
    const answer = await ask(`/people.json${location.search}`, {
      cache: "no-store",
      headers: tag ? { "If-None-Match": tag } : {},
    });
    if (answer.status === 410) return forget();
    if (answer.status === 304 || !answer.ok) return;
    const expected = await answer.json();
    tag = answer.headers.get("ETag");
    await keep(["held"], (store) => store.put({ expected, tag }, "expected"));
    take(expected, session.value || (await read("held", "session")));
  };

  const send = async () => {
    await inTurn(async () => (queue = await all("queue")));
    const sent = [...queue.values()].slice(0, mostAtOnce);
    const answer = await ask("/check-ins", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ since, checkIns: sent }),
    });
    if (answer.status === 410) await forget();
    if (!answer.ok) return answer.status === 410 ? "closed" : "trouble";
    const told = await answer.json();
    await inTurn(() => settle(sent, told));
    return "online";
  };

  let isExchanging = false;
  const exchange = async () => {
    if (isExchanging) return;
    isExchanging = true;
    try {
      do state = await send();
      while (state === "online" && queue.size > 0);
      if (state === "online" && (people.size === 0 || rounds++ % peopleEvery === 0)) await fetchPeople();
      if (state === "online" && !isPrepared) await prepareOffline();
    } catch {
      // The network is away, or the answer does not come: it is tried again, and nothing of the queue is gone.
      state = "offline";
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
    const more = document.createElement("div");
    more.textContent = [person.function, person.delegation, person.state].filter(Boolean).join(", ");
    who.append(strong, ` ${person.category}`, more);
    if (checkedIn) {
      const when = document.createElement("div");
      when.textContent = say(words.since, clock(checkedIn.at), checkedIn.entrance ?? words.here);
      who.append(when);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.of = person.id;
    button.className = `ecl-button ecl-button--${checkedIn ? "secondary" : "primary"}`;
    button.textContent = checkedIn ? words.back : words.in;
    button.setAttribute("aria-label", say(checkedIn ? words.backName : words.inName, person.name));
    button.addEventListener("click", () => (checkedIn ? takeBack(person.id) : checkIn(person.id)));
    item.append(who, button);
    return item;
  };

  let shown = "";
  const showFound = (there) => {
    const asked = fold(name.value).split(/\s+/).filter(Boolean);
    const found = asked.length === 0 ? [] : [...people.values()].filter((p) => asked.every((w) => p.folded.includes(w)));
    const first = found.slice(0, mostShown);
    const now = JSON.stringify(first.map((p) => [p.id, p.name, p.state, there.get(p.id)?.id]));
    if (now !== shown) {
      // The button that was pressed keeps the focus, though its line is another one now.
      const inHand = document.activeElement?.dataset?.of;
      element("people").replaceChildren(...first.map((p) => line(p, there.get(p.id))));
      if (inHand) document.querySelector(`[data-of="${CSS.escape(inHand)}"]`)?.focus({ preventScroll: true });
      shown = now;
    }
    const cut = found.length > mostShown ? ` ${say(words.cut, mostShown)}` : "";
    write("found", asked.length === 0 ? "" : found.length === 0 ? words.nobody : say(words.found, found.length) + cut);
  };

  const show = () => {
    const there = present();
    showFound(there);
    write("count", say(words.count, there.size, people.size));
    write(
      "refused",
      [...refused.values()]
        .map((r) => say(words.refused, `${people.get(r.person)?.name ?? r.person}: ${r.why}`))
        .join("\n"),
    );
    write("state", say(state === "online" && queue.size > 0 ? words.sending : words[state], queue.size));
    write("ready", isReady ? words.ready : "");
    [root.dataset.queue, root.dataset.present, root.dataset.people] = [queue.size, there.size, people.size];
    root.dataset.prepared = isReady ? "yes" : "no";
  };

  const lookUp = async (code) => {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
    const written = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const id = codes.get(written);
    if (id) await checkIn(id);
    else tell(words.unknown);
  };

  // A code that was read counts once, however long it stays before the camera.
  const watch = (picture) => {
    const reader = new BarcodeDetector({ formats: ["qr_code"] });
    let before = null;
    const again = async () => {
      const [seen] = await reader.detect(picture).catch(() => []);
      if (seen && seen.rawValue !== before) await lookUp(seen.rawValue.trim());
      if (seen) before = seen.rawValue;
      setTimeout(again, 250);
    };
    again();
  };

  const useCamera = async () => {
    const picture = element("picture");
    try {
      picture.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      picture.hidden = false;
      await picture.play();
      watch(picture);
    } catch {
      tell(words.camera);
    }
  };

  const prepareOffline = async () => {
    try {
      await navigator.serviceWorker.register("/entrance-worker.js", { scope: "/t/entrance-" });
      const parts = performance.getEntriesByType("resource").map((r) => r.name);
      const own = parts.filter((url) => new URL(url).origin === location.origin && !url.includes(`${address}/`));
      await (await caches.open(cacheName)).addAll([...new Set([location.href, ...own])]);
      await navigator.storage?.persist?.();
      isReady = isPrepared = true;
    } catch {
      // It works on with a network; that it is not ready without one is seen.
      isReady = false;
    }
  };

  const tick = async () => {
    if (isOver() && people.size > 0) await forget();
    await exchange();
  };

  const begin = async () => {
    root.hidden = false;
    look.addEventListener("submit", async (event) => {
      event.preventDefault();
      const typed = name.value.trim();
      if (!typed.startsWith("badge-")) return show();
      name.value = "";
      await lookUp(typed);
      show();
    });
    if (!window.indexedDB || !window.isSecureContext) return write("state", words.unusable);
    try {
      database = await open();
      await restore();
    } catch {
      return write("state", words.unusable);
    }
    name.addEventListener("input", () => name.value.startsWith("badge-") || show());
    session.addEventListener("change", () => {
      keep(["held"], (store) => store.put(session.value, "session")).catch(() => tell(words.failed));
      show();
    });
    window.addEventListener("online", exchange);
    if (window.BarcodeDetector && navigator.mediaDevices) element("camera").hidden = false;
    element("scan").addEventListener("click", useCamera);
    // Opened without a network, it came from what was prepared.
    isReady = Boolean(await window.caches?.has(cacheName));
    show();
    setInterval(tick, every);
    await tick();
  };

  begin();
})();
