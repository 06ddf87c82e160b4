// Keys for officers who live in the inbox. Off until somebody switches them on, since a letter alone must never act by surprise
// (WCAG 2.1.4). Nothing depends on them.
(() => {
  const stored = "keys-in-inbox";
  const isOn = () => localStorage.getItem(stored) === "on";

  const toggle = document.getElementById("keys");
  const show = () => toggle?.setAttribute("aria-pressed", String(isOn()));
  toggle?.addEventListener("click", () => {
    localStorage.setItem(stored, isOn() ? "off" : "on");
    show();
  });
  show();

  const click = (selector) => document.querySelector(selector)?.click();

  const move = (step) => {
    const links = [...document.querySelectorAll("main tbody th a")];
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };

  const actions = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => document.querySelector("#search input")?.focus(),
    r: () => click('main a[href$="/reply"]'),
    t: () => click("#take button"),
    e: () => click("#finish button"),
    u: () => click('nav a[href="/office/inbox"]'),
  };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (!isOn() || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
