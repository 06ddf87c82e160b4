// Shows how work goes on while it does. Without it, or where it fails, the link “Look again” does.
(() => {
  const every = 4000;

  const refresh = async () => {
    const shown = document.querySelector(".js-live");
    if (!shown) return;
    // Nothing is taken from under the hands of somebody who is typing in it, nor what was typed while nothing has moved on.
    const isInHand = () => shown.contains(document.activeElement);
    if (!isInHand() && !document.hidden) {
      const response = await fetch(location.href);
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const fresh = page.getElementById(shown.id);
        if (!fresh) location.reload();
        else if (!isInHand() && fresh.textContent !== shown.textContent) shown.replaceWith(fresh);
      }
    }
    setTimeout(() => refresh().catch(() => {}), every);
  };

  setTimeout(() => refresh().catch(() => {}), every);
})();
