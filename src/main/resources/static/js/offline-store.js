// What a device keeps where there is no network, once for every room that works without it: its own id, a drawer of what it was told or is in
// the middle of, the queue of what was not sent yet, and the page that works without network.

/**
 * @param name of the room: its database and its kept page
 * @param base address of the room: its page without network is base/offline
 */
export function store({ name, base }) {
  const open = () => new Promise((done, failed) => {
    const request = indexedDB.open("qutb-" + name, 1);
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

  const get = key => within("kept", "readonly", it => it.get(key));
  const set = (key, value) => within("kept", "readwrite", it => it.put(value, key));
  const forget = key => within("kept", "readwrite", it => it.delete(key));
  const queue = () => within("queue", "readonly", it => it.getAll());
  /** What the server says of something that waits. */
  const note = waiting => within("queue", "readwrite", it => it.put(waiting));
  const dequeue = key => within("queue", "readwrite", it => it.delete(key));

  /** Keeps several things to be sent and forgets what they were made from, in one transaction that is on the disk when it ends. */
  async function enqueue(several, forgotten) {
    const database = await open();
    try {
      await new Promise((done, failed) => {
        const transaction = database.transaction(["kept", "queue"], "readwrite", { durability: "strict" });
        several.forEach(it => transaction.objectStore("queue").put(it));
        transaction.objectStore("kept").delete(forgotten);
        transaction.oncomplete = () => done();
        transaction.onabort = () => failed(transaction.error);
      });
    } finally {
      database.close();
    }
  }

  async function device() {
    const known = await get("device");
    if (known) return known;
    const fresh = crypto.randomUUID();
    await set("device", fresh);
    return fresh;
  }

  /** Keeps the page that works without network, and what it is drawn with. */
  async function keepPage(more = []) {
    const answer = await fetch(base + "/offline", { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return false;
    const kept = await caches.open(name + "-offline");
    const files = (await answer.clone().text()).match(/\/assets\/[^"'#\s)]+/g) ?? [];
    await kept.put(base + "/offline", answer);
    await kept.addAll([...new Set([...files, ...more])]);
    return true;
  }

  /** Sends as soon as there is a link and every so often; after each time the page is drawn anew. */
  function delivering(send, show) {
    let busy = false;
    const deliver = async () => {
      if (busy || !navigator.onLine) return;
      busy = true;
      try {
        await send();
      } finally {
        busy = false;
      }
      await show();
    };
    addEventListener("online", deliver);
    addEventListener("offline", show);
    setInterval(deliver, 15000);
    return deliver;
  }

  return { open, get, set, forget, queue, note, dequeue, enqueue, device, keepPage, delivering };
}

/** Draws how many things wait, and what each is. */
export function showWaiting(waiting, words, line) {
  const badge = document.getElementById("unsent");
  badge.textContent = words.replace("#", waiting.length);
  badge.parentElement.classList.toggle("q-status--warn", waiting.length > 0);
  badge.parentElement.classList.toggle("q-status--ok", waiting.length === 0);
  document.getElementById("waiting").replaceChildren(...waiting.map(it => {
    const item = document.createElement("li");
    item.textContent = line(it) + (it.problem ? " · " + it.problem : "");
    return item;
  }));
}
