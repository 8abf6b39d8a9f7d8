// Selling where there is no network, the device's half, once for every room that does it: what the device was allotted and the sales not yet
// sent. A room says where it is and how a sale is taken from an allotment; offline-store.js keeps what it has.

import { store } from "./offline-store.js";

/**
 * @param name of the room: its database and its kept page
 * @param base address of the room, without the place
 * @param take takes a sale from the allotment (changes it) and says how much is missing; 0 when it was there whole
 */
export function room({ name, base, take }) {
  const here = store({ name, base });
  const { open, get, set, forget, queue, note, dequeue, device } = here;

  /**
   * Keeps a sale and takes it from the allotment, in one transaction that is on the disk when it ends: whatever happens in between, both
   * are there or neither. What is left is read again inside it, so that two windows cannot sell the same thing.
   */
  async function keepSale(sale) {
    const database = await open();
    try {
      return await new Promise((done, failed) => {
        const transaction = database.transaction(["kept", "queue"], "readwrite", { durability: "strict" });
        const kept = transaction.objectStore("kept");
        let rest;
        transaction.objectStore("queue").add(sale);
        kept.get("allotment").onsuccess = event => {
          rest = event.target.result;
          if (rest?.allotment !== sale.allotment || take(rest, sale) > 0) return transaction.abort();
          kept.put(rest, "allotment");
          kept.delete("draft");
        };
        transaction.oncomplete = () => done(rest);
        transaction.onabort = () => failed(transaction.error ?? new Error("not enough is left"));
      });
    } finally {
      database.close();
    }
  }

  /** What the server says of this device; null while it cannot be heard. */
  async function refresh(point) {
    try {
      const answer = await fetch(`${base}/${point}/devices/${await device()}`, { headers: { Accept: "application/json" } });
      return answer.ok && !answer.redirected ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /**
   * Sends what was sold, one after the other; what the server refuses stays, with its words.
   * Every sale has its own key: sent twice, it is written once.
   */
  async function send() {
    const kept = await get("allotment");
    if (!kept) return;
    const waiting = (await queue()).sort((one, two) => one.soldAt.localeCompare(two.soldAt));
    if (waiting.length === 0) return;
    const fresh = await refresh(kept.point);
    if (!fresh) return;
    for (const sale of waiting) {
      const { problem, ...plain } = sale;
      let answer;
      try {
        answer = await fetch(`${base}/${kept.point}/allotments/${sale.allotment}/sales`, {
          method: "POST",
          headers: { "Content-Type": "application/json", [fresh.csrfHeader]: fresh.csrf },
          body: JSON.stringify(plain),
        });
      } catch {
        return; // the link is down again; nothing is lost
      }
      if (answer.ok && !answer.redirected) await dequeue(sale.key);
      else if (answer.status === 422) await note({ ...plain, problem: (await answer.json()).message });
      else return;
    }
  }

  /** Keeps what the server says; what this device sold and could not send yet is not there any more. */
  async function keep(fresh) {
    if (!fresh.allotment) return forget("allotment");
    for (const sale of await queue()) take(fresh, sale);
    await set("allotment", fresh);
  }

  /** Asks for an allotment, as the form says; the words of a refusal otherwise. */
  async function allot(point, form) {
    const said = await refresh(point);
    if (!said) return "";
    const answer = await fetch(`${base}/${point}/devices/${await device()}/allotment`, {
      method: "POST", headers: { [said.csrfHeader]: said.csrf }, body: new URLSearchParams(new FormData(form)),
    });
    if (!answer.ok) return (await answer.json()).message;
    location.reload();
  }

  /** Gives back what is left once everything is sent, and goes back to the room. */
  async function giveBack() {
    const kept = await get("allotment");
    const fresh = kept && await refresh(kept.point);
    if (!fresh || (await queue()).length > 0) return;
    const answer = await fetch(`${base}/${kept.point}/allotments/${kept.allotment}/return`, {
      method: "POST", headers: { [fresh.csrfHeader]: fresh.csrf },
    });
    if (answer.ok) {
      await forget("allotment");
      location.href = base + "/" + kept.point;
    }
  }

  const delivering = show => here.delivering(send, show);

  return { ...here, keepSale, refresh, send, keep, allot, giveBack, delivering };
}

/** The card on the page of a room: what this device has, and asking for it. @returns whether this device can keep things at all */
export async function allotmentCard(card, here, keep) {
  if (!card || !("indexedDB" in window) || !("serviceWorker" in navigator)) return false;
  card.hidden = false;
  const point = card.dataset.allotment;
  await here.send();
  const fresh = await here.refresh(point);
  if (fresh) await keep(fresh);
  const waiting = await here.queue();
  const kept = await here.get("allotment");
  card.querySelector("[data-unsent]").textContent = card.dataset.unsentText.replace("#", waiting.length);
  card.querySelector("[data-has]").hidden = !kept;
  card.querySelector("form").hidden = Boolean(kept);
  card.querySelector("form").addEventListener("submit", async event => {
    event.preventDefault();
    const problem = await here.allot(point, event.target);
    if (problem === undefined) return;
    const note = card.querySelector("[data-problem]");
    note.hidden = false;
    note.textContent = problem;
  });
  return true;
}
