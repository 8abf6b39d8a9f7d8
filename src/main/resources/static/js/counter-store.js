// What this device keeps for selling without network: its own id, the allotment, the sales not yet sent, the sale being typed.

const open = () => new Promise((done, failed) => {
  const request = indexedDB.open("qutb-counter", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("kept");
    request.result.createObjectStore("queue", { keyPath: "key" });
  };
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function within(store, mode, act) {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => {
      database.close();
      done(request?.result);
    };
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

export const get = name => within("kept", "readonly", it => it.get(name));
export const set = (name, value) => within("kept", "readwrite", it => it.put(value, name));
export const forget = name => within("kept", "readwrite", it => it.delete(name));
/** Takes a weight of a fineness from the lots that came first. */
export function take(lots, tenths, weight) {
  let missing = weight;
  for (const lot of lots.filter(it => it.tenths === tenths)) {
    const part = Math.min(missing, lot.weight);
    lot.weight -= part;
    missing -= part;
  }
  return missing;
}

/**
 * Keeps a sale and takes it from the allotment, in one transaction that is on the disk when it ends: whatever happens in between, both
 * are there or neither. What is left is read again inside it, so that two windows cannot sell the same gram.
 */
export async function keepSale(sale) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(["kept", "queue"], "readwrite", { durability: "strict" });
      const kept = transaction.objectStore("kept");
      let rest;
      transaction.objectStore("queue").add(sale);
      kept.get("allotment").onsuccess = event => {
        rest = event.target.result;
        if (rest?.allotment !== sale.allotment || take(rest.lots, sale.tenths, sale.weight) > 0) return transaction.abort();
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

export const queue = () => within("queue", "readonly", it => it.getAll());
/** What the server says of a sale that waits. */
export const note = sale => within("queue", "readwrite", it => it.put(sale));
export const dequeue = key => within("queue", "readwrite", it => it.delete(key));

export async function device() {
  const known = await get("device");
  if (known) return known;
  const fresh = crypto.randomUUID();
  await set("device", fresh);
  return fresh;
}

/** Keeps the page that sells without network, and what it is drawn with. */
export async function keepPage() {
  const answer = await fetch("/app/counter/offline", { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return false;
  const kept = await caches.open("counter-offline");
  const files = (await answer.clone().text()).match(/\/assets\/[^"'#\s)]+/g) ?? [];
  await kept.put("/app/counter/offline", answer);
  await kept.addAll([...new Set(files)]);
  return true;
}

/**
 * Sends what was sold, one after the other; what the server refuses stays, with its words.
 * Every sale has its own key: sent twice, it is written once.
 */
export async function send() {
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
      answer = await fetch(`/app/counter/${kept.point}/allotments/${sale.allotment}/sales`, {
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

/** What the server says of this device; null while it cannot be heard. */
export async function refresh(point) {
  try {
    const answer = await fetch(`/app/counter/${point}/devices/${await device()}`, { headers: { Accept: "application/json" } });
    return answer.ok && !answer.redirected ? await answer.json() : null;
  } catch {
    return null;
  }
}
