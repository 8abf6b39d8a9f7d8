// Sells from the allotment of this device, with or without network. Amounts are whole centimes and milligrams (BigInt), rounded once
// for each line, as on the server.

import { showWaiting } from "./offline-store.js";
import { counter } from "./counter-store.js";

const $ = id => document.getElementById(id);
const words = document.body.dataset;
const half = (whole, by) => (2n * whole + by) / (2n * by);
const grams = mg => (Number(mg) / 1000).toLocaleString("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 3 });
const dirhams = centimes => (Number(centimes) / 100).toLocaleString("fr-FR", { minimumFractionDigits: 2 });

let kept = null;
let key = crypto.randomUUID();

const milligrams = typed => /^[0-9]+([.,][0-9]{1,3})?$/.test(typed.trim())
  ? Number(BigInt(typed.trim().split(/[.,]/)[0]) * 1000n + BigInt((typed.trim().split(/[.,]/)[1] ?? "").padEnd(3, "0") || "0"))
  : 0;
const left = tenths => kept.lots.filter(it => it.tenths === tenths).reduce((sum, it) => sum + it.weight, 0);

/** What a weight costs, from the lots that came first; null when there is not enough. */
function price(tenths, weight) {
  let missing = weight;
  let sum = 0n;
  for (const lot of kept.lots.filter(it => it.tenths === tenths)) {
    const part = Math.min(missing, lot.weight);
    const fine = half(BigInt(part) * BigInt(tenths), 10000n);
    sum += half(BigInt(lot.unitPrice) * fine, 1000000n);
    missing -= part;
  }
  return missing > 0 ? null : Number(sum);
}

const chosen = () => Number(document.querySelector("input[name=fineness]:checked")?.value ?? 0);

function total() {
  const weight = milligrams($("weight").value);
  const sum = weight > 0 && kept ? price(chosen(), weight) : 0;
  $("total").textContent = dirhams(sum ?? 0);
  $("enough").hidden = sum !== null;
  $("go").disabled = !(sum > 0 && $("buyer").value);
}

function kinds() {
  const box = $("kinds");
  const before = chosen();
  box.replaceChildren();
  for (const tenths of [...new Set(kept.lots.map(it => it.tenths))]) {
    const label = document.createElement("label");
    label.innerHTML = '<input type="radio" name="fineness"><b class="q-num"></b><small></small>';
    label.querySelector("input").value = tenths;
    label.querySelector("input").checked = before ? before === tenths : box.children.length === 0;
    label.querySelector("b").textContent = tenths / 10;
    label.querySelector("small").textContent = words.left + " " + grams(left(tenths)) + " " + words.gram;
    box.append(label);
  }
}

function people() {
  const wanted = $("find").value.trim().toLowerCase();
  const shown = kept.buyers
    .filter(it => !wanted || it.number.includes(wanted) || (it.name + " " + it.latin).toLowerCase().includes(wanted)).slice(0, 8);
  $("people").replaceChildren(...shown.map(it => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-light w-100 text-start";
    button.textContent = it.name + " · " + it.number;
    button.addEventListener("click", () => choose(it));
    return button;
  }));
}

function choose(buyer) {
  $("buyer").value = buyer.id;
  $("buyer-name").textContent = buyer.name + " · " + buyer.number;
  total();
}

async function show() {
  const waiting = await counter.queue();
  showWaiting(waiting, words.unsent, it => `${it.buyerName} · ${grams(it.weight)} · ${dirhams(it.price)}`);
  $("give-back").hidden = !kept || waiting.length > 0 || !navigator.onLine;
  $("nothing").hidden = Boolean(kept);
  $("selling").hidden = !kept;
  if (kept) kinds();
  if (kept) people();
  total();
}

async function sell() {
  const weight = milligrams($("weight").value);
  const tenths = chosen();
  const sum = price(tenths, weight);
  const buyer = $("buyer").value;
  if (!(sum > 0) || !buyer) return;
  $("go").disabled = true;
  const sale = { key, allotment: kept.allotment, buyer, buyerName: $("buyer-name").textContent, tenths, weight, price: sum, soldAt: new Date().toISOString() };
  $("done").hidden = true;
  try {
    kept = await counter.keepSale(sale);
  } catch {
    // nothing was kept: what is typed stands, under its own key; another window may have sold meanwhile
    kept = (await counter.get("allotment")) ?? null;
    $("failed").hidden = false;
    await show();
    return;
  }
  key = crypto.randomUUID();
  $("failed").hidden = true;
  $("weight").value = "";
  $("buyer").value = "";
  $("buyer-name").textContent = "";
  $("done").hidden = false;
  await show();
  await deliver();
}

const deliver = counter.delivering(show);

$("sell").addEventListener("submit", event => {
  event.preventDefault();
  sell();
});
$("sell").addEventListener("input", total);
$("find").addEventListener("input", people);
$("pad").addEventListener("click", event => {
  const pressed = event.target.closest("[data-key]")?.dataset.key;
  const field = $("weight");
  if (pressed && !(/[.,]/.test(pressed) && /[.,]/.test(field.value))) field.value += pressed;
  else if (event.target.closest("[data-erase]")) field.value = field.value.slice(0, -1);
  total();
});
$("give-back").addEventListener("click", () => counter.giveBack());

// the form appears with what the device keeps already in it: typed earlier, it would be written over
await counter.device();
kept = (await counter.get("allotment")) ?? null;
const draft = await counter.get("draft");
if (kept && draft) {
  // the sale that was on the screen when the link dropped, under its own key: if it did arrive, it is not sold again
  key = draft.key;
  $("weight").value = draft.weight ?? "";
  const buyer = kept.buyers.find(it => it.id === draft.buyer);
  kinds();
  const kind = document.querySelector(`input[name=fineness][value="${draft.fineness}"]`);
  if (kind) kind.checked = true;
  if (buyer) choose(buyer);
}
await show();
await deliver();
