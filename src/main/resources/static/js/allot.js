// On the counter's page: what this device is allotted, keeping the page that works without network, and the sale on the screen.

import { allotmentCard } from "./offline-room.js";
import { counter } from "./counter-store.js";

const card = document.querySelector("[data-allotment]");

/** Keeps what the server says, and everybody this device could sell to before. */
async function keep(fresh) {
  const before = await counter.get("allotment");
  const known = new Map([...(before?.buyers ?? []), ...fresh.buyers].map(it => [it.id, it]));
  const here = document.querySelector("[data-buyer]");
  if (here) known.set(here.dataset.buyer, { id: here.dataset.buyer, number: here.dataset.number, name: here.dataset.name, latin: here.dataset.latin });
  await counter.keep({ ...fresh, buyers: [...known.values()] });
  if (fresh.allotment) await counter.keepPage();
}

if (await allotmentCard(card, counter, keep)) {
  if (new URL(location.href).searchParams.has("sold")) await counter.forget("draft");
  card.dataset.ready = "yes";

  // what is on the screen when the link drops goes on where it works without it, under the same key
  const sale = document.getElementById("sale");
  const remember = async () => {
    const typed = new FormData(sale);
    if (await counter.get("allotment")) {
      await counter.set("draft", { key: typed.get("key"), buyer: typed.get("buyer"), weight: typed.get("weight"), fineness: typed.get("fineness") });
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
