// On the till's page: what this device has for selling without network, and keeping the page that does it.

import { allotmentCard } from "./offline-room.js";
import { picture, till } from "./till-store.js";

const card = document.querySelector("[data-allotment][data-room=till]");

async function keep(fresh) {
  await till.keep(fresh);
  if (fresh.allotment) await till.keepPage(fresh.pieces.map(picture).filter(Boolean));
}

if (await allotmentCard(card, till, keep)) card.dataset.ready = "yes";
