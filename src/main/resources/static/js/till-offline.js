// Sells the pieces this device has, for dirhams, with or without network. Amounts are whole centimes.

import { showWaiting } from "./offline-store.js";
import { picture, till } from "./till-store.js";

const $ = id => document.getElementById(id);
const words = document.body.dataset;
const dirhams = centimes => (centimes / 100).toLocaleString(document.documentElement.lang === "en" ? "en-GB" : "fr-FR", { minimumFractionDigits: 2 });
const typed = text => /^[0-9]+([.,][0-9]{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(",", ".")) * 100) : 0;

let kept = null;
let key = crypto.randomUUID();
let chosen = new Set();

const total = () => (kept?.pieces ?? []).filter(it => chosen.has(it.serial)).reduce((sum, it) => sum + it.price, 0);

function reckon() {
  const sum = total();
  const given = $("given").value.trim() ? typed($("given").value) : sum;
  $("total").textContent = dirhams(sum);
  $("change").hidden = given <= sum;
  $("change-value").textContent = dirhams(given - sum);
  $("go").disabled = sum === 0 || given < sum;
}

function line(piece) {
  const label = document.createElement("label");
  label.className = "q-till__item q-till__item--tap";
  label.innerHTML = '<input class="form-check-input m-0" type="checkbox"><img alt="" width="120" height="120" hidden><span class="q-grow"><b></b><small class="q-num"></small><span class="q-till__price q-num"></span></span>';
  const box = label.querySelector("input");
  box.checked = chosen.has(piece.serial);
  box.value = piece.serial;
  box.addEventListener("change", () => {
    if (box.checked) chosen.add(piece.serial);
    else chosen.delete(piece.serial);
    reckon();
  });
  const shown = picture(piece);
  if (shown) Object.assign(label.querySelector("img"), { src: shown, hidden: false });
  label.querySelector("b").textContent = piece.title;
  label.querySelector("small").textContent = piece.serial;
  label.querySelector(".q-till__price").textContent = dirhams(piece.price);
  const item = document.createElement("li");
  item.append(label);
  return item;
}

async function show() {
  const waiting = await till.queue();
  showWaiting(waiting, words.unsent, it => `${it.serials.join(", ")} · ${dirhams(it.price)}`);
  $("give-back").hidden = !kept || waiting.length > 0 || !navigator.onLine;
  $("nothing").hidden = Boolean(kept);
  $("selling").hidden = $("scanning").hidden = !kept;
  if (kept) $("pieces").replaceChildren(...kept.pieces.map(line));
  reckon();
}

/** A tag as it was read: the address in its code, its serial, or the short code. */
function find(text) {
  const upper = text.trim().toUpperCase();
  const serial = upper.match(/\/(?:P|21)\/(Q[0-9]{9})/)?.[1] ?? upper.replace(/[^0-9A-Z]/g, "");
  return kept.pieces.find(it => it.serial === serial || (it.code && it.code === serial));
}

$("find").addEventListener("submit", event => {
  event.preventDefault();
  const piece = find($("code").value);
  $("unknown").hidden = Boolean(piece);
  if (!piece) return;
  chosen.add(piece.serial);
  $("code").value = "";
  show();
});

$("sell").addEventListener("submit", async event => {
  event.preventDefault();
  const price = total();
  const given = $("given").value.trim() ? typed($("given").value) : price;
  if (price === 0 || given < price) return;
  $("go").disabled = true;
  $("done").hidden = true;
  try {
    kept = await till.keepSale({ key, allotment: kept.allotment, serials: [...chosen], price, given, soldAt: new Date().toISOString() });
  } catch {
    // nothing was kept: what is chosen stands, under its own key; another window may have sold meanwhile
    kept = (await till.get("allotment")) ?? null;
    chosen = new Set([...chosen].filter(it => kept?.pieces.some(one => one.serial === it)));
    $("failed").hidden = false;
    await show();
    return;
  }
  key = crypto.randomUUID();
  chosen = new Set();
  $("failed").hidden = true;
  $("done-change").textContent = given > price ? dirhams(given - price) : "";
  $("given").value = "";
  $("done").hidden = false;
  await show();
  await deliver();
});
$("sell").addEventListener("input", reckon);
$("give-back").addEventListener("click", () => till.giveBack());
const deliver = till.delivering(show);

await till.device();
kept = (await till.get("allotment")) ?? null;
await show();
await deliver();
