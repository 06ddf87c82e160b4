// Shows the letter anew while somebody writes its template. Without it, or where it fails, the button “Preview” does.
(() => {
  const button = document.getElementById("refresh");
  if (!button) return;
  let timer;
  let running = new AbortController();

  const refresh = async () => {
    running.abort();
    running = new AbortController();
    const body = new URLSearchParams(new FormData(button.form));
    const response = await fetch(button.formAction, { method: "POST", body, signal: running.signal });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("preview");
    if (fresh) document.getElementById("preview").replaceChildren(...fresh.childNodes);
  };

  button.form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh().catch(() => {}), 500);
  });
})();
