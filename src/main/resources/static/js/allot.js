// On the counter's page: what this device is allotted, keeping the page that works without network, and the sale on the screen.

import { device, forget, get, keepPage, queue, refresh, send, set, take } from "./counter-store.js";

const card = document.querySelector("[data-allotment]");
const point = card?.dataset.allotment;

async function show() {
  const waiting = await queue();
  const kept = await get("allotment");
  card.querySelector("[data-unsent]").textContent = card.dataset.unsentText.replace("#", waiting.length);
  card.querySelector("[data-has]").hidden = !kept;
  card.querySelector("form").hidden = Boolean(kept);
}

/** Keeps what the server says; what this device sold and could not send yet is not there any more. */
async function keep(fresh) {
  if (!fresh.allotment) return forget("allotment");
  for (const sale of await queue()) take(fresh.lots, sale.tenths, sale.weight);
  const before = await get("allotment");
  const known = new Map([...(before?.buyers ?? []), ...fresh.buyers].map(it => [it.id, it]));
  const here = document.querySelector("[data-buyer]");
  if (here) known.set(here.dataset.buyer, { id: here.dataset.buyer, number: here.dataset.number, name: here.dataset.name, latin: here.dataset.latin });
  await set("allotment", { ...fresh, buyers: [...known.values()] });
  await keepPage();
}

if (card && "indexedDB" in window && "serviceWorker" in navigator) {
  card.hidden = false;
  await send();
  const fresh = await refresh(point);
  if (fresh) await keep(fresh);
  if (new URL(location.href).searchParams.has("sold")) await forget("draft");
  await show();
  card.dataset.ready = "yes";

  card.querySelector("form").addEventListener("submit", async event => {
    event.preventDefault();
    const said = await refresh(point);
    if (!said) return;
    const answer = await fetch(`/app/counter/${point}/devices/${await device()}/allotment`, {
      method: "POST", headers: { [said.csrfHeader]: said.csrf }, body: new URLSearchParams(new FormData(event.target)),
    });
    if (answer.ok) location.reload();
    else {
      const note = card.querySelector("[data-problem]");
      note.hidden = false;
      note.textContent = (await answer.json()).message;
    }
  });

  // what is on the screen when the link drops goes on where it works without it, under the same key
  const sale = document.getElementById("sale");
  const remember = async () => {
    const typed = new FormData(sale);
    if (await get("allotment")) {
      await set("draft", { key: typed.get("key"), buyer: typed.get("buyer"), weight: typed.get("weight"), fineness: typed.get("fineness") });
    }
  };
  document.addEventListener("change", remember);
  document.addEventListener("input", remember);
  await remember();
  sale.addEventListener("submit", event => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    remember().then(() => (location.href = "/app/counter/offline"));
  }, { capture: true });
}
