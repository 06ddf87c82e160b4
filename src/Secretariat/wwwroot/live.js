// Shows how work goes on while it does: each part of the page that is live is put in place of itself as soon as it has moved on.
// Without it, or while the server does not answer, the link “Look again” does.
(() => {
  const every = 4000;

  // Nothing is taken from under the hands of somebody who is at it.
  const isInHand = (part) => part.contains(document.activeElement);

  // What was typed stays, wherever its form is still there.
  const carry = (shown, fresh) => {
    for (const field of shown.querySelectorAll("form[id] input[name], form[id] textarea[name]")) {
      if (field.type === "hidden" || field.value === field.defaultValue) continue;
      const same = fresh.querySelector(`#${CSS.escape(field.form.id)} [name="${CSS.escape(field.name)}"]`);
      if (same) same.value = field.value;
    }
  };

  const refresh = async () => {
    if (document.hidden) return;
    const response = await fetch(location.href, { headers: { "X-Looks-Again": "yes" } });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const shown of document.querySelectorAll(".js-live")) {
      const fresh = page.getElementById(shown.id);
      if (!fresh || isInHand(shown) || fresh.textContent === shown.textContent) continue;
      carry(shown, fresh);
      shown.replaceWith(fresh);
    }
  };

  const goOn = () => {
    if (document.querySelector(".js-live")) setTimeout(() => refresh().catch(() => {}).finally(goOn), every);
  };

  goOn();
})();
