// Passkeys: adding one to one's account, signing in with one. The buttons stay hidden where the browser cannot.

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), it => it.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const optional = buffer => (buffer ? text(buffer) : undefined);

const post = (box, address, body) => fetch(address, {
  method: "POST",
  headers: { "Content-Type": "application/json", [box.dataset.header]: box.dataset.token },
  body: body ? JSON.stringify(body) : undefined,
});

async function register(box) {
  const options = await (await post(box, "/me/passkeys/options")).json();
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(it => ({ ...it, id: bytes(it.id) })),
    },
  });
  const answer = await post(box, "/me/passkeys", {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    response: {
      attestationObject: text(key.response.attestationObject),
      clientDataJSON: text(key.response.clientDataJSON),
      transports: key.response.getTransports?.() ?? [],
    },
    clientExtensionResults: key.getClientExtensionResults(),
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
  });
  if (!answer.ok) throw new Error(answer.status);
  location.reload();
}

async function signIn(box) {
  const options = await (await post(box, "/sign-in/passkey/options")).json();
  const key = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(it => ({ ...it, id: bytes(it.id) })),
    },
  });
  const answer = await post(box, "/sign-in/passkey?back=" + encodeURIComponent(box.dataset.back ?? ""), {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    response: {
      authenticatorData: text(key.response.authenticatorData),
      clientDataJSON: text(key.response.clientDataJSON),
      signature: text(key.response.signature),
      userHandle: optional(key.response.userHandle),
    },
    clientExtensionResults: key.getClientExtensionResults(),
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
  });
  const said = await answer.json();
  if (!answer.ok) return say(box, said.message);
  location.assign(said.location);
}

function say(box, message) {
  const note = box.querySelector("[data-passkey-message]");
  note.textContent = message;
  note.hidden = false;
}

for (const box of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  box.hidden = false;
  box.addEventListener("click", async event => {
    const act = event.target.closest("[data-passkey-register]") ? register : event.target.closest("[data-passkey-sign-in]") ? signIn : null;
    if (!act) return;
    try {
      await act(box);
    } catch {
      say(box, box.dataset.failed);
    }
  });
}
