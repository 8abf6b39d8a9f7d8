// Checks what the code on a tag carries behind its #: a compact JWS signed with Ed25519. The keys are public and kept by the service
// worker, so that it works where there is no network. A browser without Ed25519 asks the server instead.

const place = document.getElementById("passport-check");
const words = JSON.parse(place?.dataset.words ?? "{}");
const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), it => it.charCodeAt(0));
const json = text => JSON.parse(new TextDecoder().decode(bytes(text)));

async function verified(jws) {
  const [head, payload, signature] = jws.split(".");
  const { alg, kid } = json(head);
  if (alg !== "EdDSA") return null;
  let answer = await fetch("/.well-known/jwks.json");
  let jwk = (await answer.json()).keys.find(it => it.kid === kid);
  if (!jwk) return null;
  let key;
  try {
    key = await crypto.subtle.importKey("jwk", { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    answer = await fetch("/passport/check?jws=" + encodeURIComponent(jws));
    return (await answer.json()).says ?? null;
  }
  const good = await crypto.subtle.verify({ name: "Ed25519" }, key, bytes(signature), new TextEncoder().encode(head + "." + payload));
  return good ? json(payload) : null;
}

const said = {
  mg: it => String(it / 1000),
  fin: it => String(it / 10),
  iat: it => new Date(it * 1000).toLocaleDateString("en-GB", { timeZone: "Africa/Casablanca" }),
};

function tell(verdict, claims) {
  const good = verdict === "good" || verdict === "offline";
  place.hidden = false;
  place.dataset.state = verdict;
  place.querySelector(".q-note").classList.add(good ? "q-note--ok" : "q-note--bad");
  place.querySelector(good ? '[data-sign="good"]' : '[data-sign="bad"]').hidden = false;
  place.querySelector("[data-verdict]").textContent = place.dataset[verdict];
  // On the page of the piece the same facts stand below.
  if (!claims || (good && place.dataset.serial)) return;
  for (const cell of place.querySelectorAll("[data-claim]")) {
    const name = cell.dataset.claim;
    const value = claims[name];
    if (value === undefined) { cell.previousElementSibling.remove(); cell.remove(); continue; }
    cell.textContent = words[name]?.[value] ?? said[name]?.(value) ?? value;
  }
  place.querySelector("[data-claims]").hidden = false;
}

async function check() {
  const jws = location.hash.slice(1);
  if (!place || !jws.startsWith("ey")) return;
  const asked = location.pathname.match(/Q\d{9}$/i)?.[0].toUpperCase();
  try {
    const claims = await verified(jws);
    if (!claims) tell("bad");
    else if (asked && claims.sub !== asked) tell("other", claims);
    // The page of any piece came although this piece's was asked for: there is no network.
    else tell(asked && !place.dataset.serial ? "offline" : "good", claims);
  } catch (broken) {
    tell(broken instanceof TypeError ? "unable" : "bad");
  }
}

await check();
// Whoever looked at one passport can check the next where there is no network.
if (place && "serviceWorker" in navigator) navigator.serviceWorker.register(place.dataset.worker).catch(() => {});
addEventListener("hashchange", () => location.reload());
