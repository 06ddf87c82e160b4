// Passkeys, where the browser has them. Everything else on these pages works without this script.
(() => {
  const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.isSecureContext;
  const signIn = document.getElementById("passkey-sign-in");
  const add = document.getElementById("passkey-add");
  const says = document.getElementById("passkey-says");
  if (!can) return;

  const ask = async (address, body) => {
    const answer = await fetch(`/sign-in/passkey${address}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        RequestVerificationToken: document.querySelector("input[name=__RequestVerificationToken]").value,
      },
      body: JSON.stringify(body ?? {}),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.status === 204 ? null : answer.json();
  };

  const attempt = async (element, act) => {
    says.textContent = "";
    try {
      await act();
    } catch {
      says.textContent = element.dataset.failed;
    }
  };

  if (signIn) {
    signIn.hidden = false;
    signIn.addEventListener("click", () =>
      attempt(signIn, async () => {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask("/options"));
        const credential = await navigator.credentials.get({ publicKey });
        const { goTo } = await ask("", { credential: credential.toJSON(), returnUrl: signIn.dataset.return || null });
        location.assign(goTo);
      }),
    );
  }

  if (add) {
    add.hidden = false;
    add.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(add, async () => {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await ask("/new/options"));
        const credential = await navigator.credentials.create({ publicKey });
        await ask("/new", { credential: credential.toJSON(), name: add.elements.passkeyName.value });
        location.reload();
      });
    });
  }
})();
