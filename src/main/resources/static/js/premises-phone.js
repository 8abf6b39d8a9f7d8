// Records unused premises of villages, one act a screen, with or without network. What is said is kept after each screen, so that a phone that
// dies loses nothing; what is finished waits in the queue and is sent by itself: first the record, then its photos, one by one.

import { store } from "./offline-store.js";
import { shrunk } from "./shrink.js";

const $ = id => document.getElementById(id);
const words = document.body.dataset;
const phone = store({ name: "premises", base: "/app/premises" });
const screens = [...document.querySelectorAll("[data-step]")];
const names = ["place", "kind", "owner", "structure", "power", "water", "road", "ownership", "women", "obstacles", "size", "where", "photos", "check"];
const screen = name => screens.find(it => it.dataset.step === name);
/** The server takes photos up to 8 MB; what cannot be made smaller than that is not kept. */
const LARGEST = 8 * 1024 * 1024;

/** What is being recorded: { key, step, said: {…}, obstacles: […], photos: [{ key, blob }] } */
let draft = null;

const metres = text => Number(String(text ?? "").replace(",", ".")) || 0;
const area = () => Math.round(metres(draft.said.length) * metres(draft.said.width) * 100);
const missing = {
  place: () => !draft.said.commune || !draft.said.name?.trim(),
  where: () => draft.said.latitude === undefined && !draft.said.landmark?.trim(),
};
const tapped = ["kind", "owner", "structure", "power", "water", "road", "ownership", "women"];
const unanswered = () => tapped.find(it => !draft.said[it]) ?? Object.keys(missing).find(it => missing[it]());

const remember = () => phone.set("draft", draft);

// ---- screens ----

function show(step) {
  draft.step = step;
  $("start").hidden = true;
  $("record").hidden = $("back").hidden = false;
  screens.forEach(it => (it.hidden = it.dataset.step !== step));
  $("next").hidden = tapped.includes(step) || step === "check";
  const at = names.indexOf(step) + 1;
  $("far").hidden = false;
  $("far").setAttribute("aria-label", words.far.replace("#", at).replace("#", names.length));
  $("far").firstElementChild.style.inlineSize = `${(100 * at) / names.length}%`;
  document.querySelectorAll("[data-missing]").forEach(it => (it.hidden = true));
  fill();
  scrollTo(0, 0);
  document.getElementById("ask-" + step).focus({ preventScroll: true });
}

/** Puts what was said where it is asked. */
function fill() {
  for (const field of document.querySelectorAll("#record input[name], #record select, #record textarea")) field.value = draft.said[field.name] ?? "";
  for (const tap of document.querySelectorAll("[data-field]")) tap.setAttribute("aria-pressed", draft.said[tap.dataset.field] === tap.dataset.value);
  for (const tap of document.querySelectorAll("[data-several]")) tap.setAttribute("aria-pressed", draft.obstacles.includes(tap.dataset.value));
  $("area-note").hidden = area() === 0;
  $("area").textContent = String(area() / 100);
  $("located").hidden = draft.said.latitude === undefined;
  $("located").textContent = draft.said.latitude === undefined ? "" : words.found.replace("#", `${draft.said.latitude / 1e6}, ${draft.said.longitude / 1e6}`);
  shots();
  if (draft.step === "check") summary();
}

function summary() {
  const label = (field, value) => document.querySelector(`[data-field="${field}"][data-value="${value}"] > span:last-child`)?.textContent ?? "";
  const commune = $("commune").selectedOptions[0]?.textContent ?? "";
  const said = {
    place: [draft.said.name, draft.said.village, commune].filter(Boolean).join(" · "),
    owner: [label("owner", draft.said.owner), draft.said.ownerName].filter(Boolean).join(" · "),
    obstacles: draft.obstacles.map(it => document.querySelector(`[data-several][data-value="${it}"] > span:last-child`).textContent).join("، ") || "–",
    size: area() ? String(area() / 100) : "–",
    where: [draft.said.landmark, draft.said.latitude === undefined ? "" : $("located").textContent].filter(Boolean).join(" · "),
    photos: String(draft.photos.length),
  };
  for (const name of tapped) said[name] ??= label(name, draft.said[name]);
  for (const place of document.querySelectorAll("[data-said]")) place.textContent = said[place.dataset.said] || "–";
}

function shots() {
  const before = $("shots").querySelectorAll("img");
  before.forEach(it => URL.revokeObjectURL(it.src));
  $("shots").replaceChildren(...draft.photos.map(photo => {
    const box = document.createElement("div");
    box.className = "r-shot";
    const image = new Image();
    image.alt = "";
    image.src = URL.createObjectURL(photo.blob);
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "q-iconbtn";
    drop.textContent = "×";
    drop.setAttribute("aria-label", words.remove);
    drop.addEventListener("click", async () => {
      draft.photos = draft.photos.filter(it => it !== photo);
      await remember();
      shots();
    });
    box.append(image, drop);
    return box;
  }));
}

async function forward() {
  const at = names.indexOf(draft.step);
  if (missing[draft.step]?.()) {
    document.querySelector(`[data-missing="${draft.step}"]`).hidden = false;
    return;
  }
  const next = draft.checked ? "check" : names[Math.min(at + 1, names.length - 1)];
  if (next === "check") draft.checked = true;
  draft.step = next;
  await remember();
  show(next);
}

// ---- what people do ----

const begin = async () => {
  draft = { key: crypto.randomUUID(), step: "place", said: {}, obstacles: [], photos: [] };
  const last = await phone.get("commune");
  if (last) draft.said.commune = last;
  $("saved").hidden = true;
  await remember();
  show("place");
};

$("new").addEventListener("click", begin);
$("next").addEventListener("click", forward);
$("back").addEventListener("click", async () => {
  const at = names.indexOf(draft.step);
  await remember();
  if (at > 0) show(names[at - 1]);
  else await home();
});
document.addEventListener("click", async event => {
  const tap = event.target.closest("[data-field]");
  const one = event.target.closest("[data-several]");
  const to = event.target.closest("[data-to]");
  if (tap) {
    draft.said[tap.dataset.field] = tap.dataset.value;
    await forward();
  } else if (one) {
    const { value } = one.dataset;
    draft.obstacles = draft.obstacles.includes(value) ? draft.obstacles.filter(it => it !== value) : [...draft.obstacles, value];
    one.setAttribute("aria-pressed", draft.obstacles.includes(value));
    await remember();
  } else if (to) show(to.dataset.to);
});
for (const type of ["input", "change"]) {
  $("record").addEventListener(type, event => {
    if (!event.target.name) return;
    draft.said[event.target.name] = event.target.value;
    if (event.target.name === "commune") phone.set("commune", event.target.value);
    $("area-note").hidden = area() === 0;
    $("area").textContent = String(area() / 100);
    remember();
  });
}
$("locate").addEventListener("click", () => navigator.geolocation?.getCurrentPosition(async ({ coords }) => {
  draft.said.latitude = Math.round(coords.latitude * 1e6);
  draft.said.longitude = Math.round(coords.longitude * 1e6);
  await remember();
  fill();
}, () => {
  $("located").hidden = false;
  $("located").textContent = words.denied;
}, { enableHighAccuracy: true, timeout: 30000 }));
$("camera").addEventListener("change", async event => {
  $("shot-problem").hidden = true;
  $("shrinking").hidden = false;
  for (const file of event.target.files) {
    const small = await shrunk(file);
    if (small.size > LARGEST) {
      $("shot-problem").hidden = false;
      $("shot-problem").textContent = words.large;
      continue;
    }
    draft.photos.push({ key: crypto.randomUUID(), blob: new Blob([await small.arrayBuffer()], { type: small.type }) });
    await remember();
    shots();
  }
  event.target.value = "";
  $("shrinking").hidden = true;
});
$("record").addEventListener("submit", async event => {
  event.preventDefault();
  const left = unanswered();
  if (left) {
    show(left);
    return;
  }
  const { length, width, latitude, longitude, commune, name, village, kind, owner, ownerName, landmark, note, ...answers } = draft.said;
  const record = {
    key: draft.key, what: "record", recordedAt: new Date().toISOString(), commune, name, village, kind, owner, ownerName, landmark, note, answers,
    obstacles: draft.obstacles, area: area() || null, latitude: latitude ?? null, longitude: longitude ?? null, said: draft.said,
  };
  const photos = draft.photos.map(it => ({ key: it.key, what: "photo", of: draft.key, blob: it.blob, name }));
  try {
    await phone.enqueue([record, ...photos], "draft");
  } catch {
    $("failed").hidden = false; // the phone is full: what was said stands
    await home();
    return;
  }
  draft = null;
  $("saved").hidden = false;
  await home();
  await deliver();
});

/** A record the server did not take becomes what is being recorded again, with its photos. */
async function mend(record) {
  const photos = (await phone.queue()).filter(it => it.of === record.key);
  draft = { key: record.key, step: "check", checked: true, said: record.said, obstacles: record.obstacles, photos: photos.map(({ key, blob }) => ({ key, blob })) };
  await remember();
  for (const it of [record, ...photos]) await phone.dequeue(it.key);
  show("check");
}

// ---- the first screen ----

function line(it, waiting) {
  const item = document.createElement("li");
  const text = document.createElement("span");
  text.className = "q-grow";
  const title = document.createElement("bdi");
  title.textContent = it.name || words.unnamed;
  const many = waiting.filter(one => one.of === it.key).length;
  text.append(title, many ? " · " + words.photos.replace("#", many) : "");
  item.append(text);
  const problem = it.problem ?? waiting.find(one => one.of === it.key && one.problem)?.problem;
  if (problem) {
    const why = document.createElement("small");
    why.className = "d-block text-danger";
    why.textContent = problem;
    text.append(why);
  }
  const refused = waiting.filter(one => one.of === it.key && one.problem);
  if (!it.problem && refused.length > 0) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-light";
    button.textContent = words.remove;
    button.addEventListener("click", async () => {
      for (const one of refused) await phone.dequeue(one.key);
      await home();
    });
    item.append(button);
  }
  if (it.problem) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-light";
    button.textContent = words.mend;
    button.addEventListener("click", () => mend(it));
    item.append(button);
  }
  return item;
}

async function home() {
  const waiting = await phone.queue();
  const records = waiting.filter(it => it.what === "record");
  // photos whose record has arrived already
  const late = new Map(waiting.filter(it => it.what === "photo" && !records.some(one => one.key === it.of)).map(it => [it.of, { key: it.of, name: it.name }]));
  $("unsent").textContent = words.unsent.replace("#", records.length + late.size);
  $("unsent").parentElement.classList.toggle("q-status--warn", waiting.length > 0);
  $("unsent").parentElement.classList.toggle("q-status--ok", waiting.length === 0);
  if (draft) return;
  $("start").hidden = false;
  $("record").hidden = $("back").hidden = $("far").hidden = true;
  $("waiting-card").hidden = waiting.length === 0;
  $("waiting").replaceChildren(...[...records, ...late.values()].map(it => line(it, waiting)));
  const sent = (await phone.get("sent")) ?? [];
  $("sent-card").hidden = sent.length === 0;
  $("sent").replaceChildren(...sent.map(it => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = it.path;
    link.className = "q-grow";
    link.append(Object.assign(document.createElement("bdi"), { textContent: it.name }));
    item.append(link, Object.assign(document.createElement("b"), { className: "q-num", textContent: it.number }));
    return item;
  }));
}

// ---- sending ----

/** What the server says to this phone; null while it cannot be heard. */
async function hello() {
  try {
    const answer = await fetch("/app/premises/phone", { headers: { Accept: "application/json" } });
    $("sign-in").hidden = answer.ok && !answer.redirected;
    if (!answer.ok || answer.redirected) return null;
    const said = await answer.json();
    await phone.set("communes", said.communes);
    return said;
  } catch {
    return null;
  }
}

async function post(said, address, body, type) {
  const headers = { Accept: "application/json", [said.csrfHeader]: said.csrf, ...(type ? { "Content-Type": type } : {}) };
  const answer = await fetch(address, { method: "POST", headers, body });
  if (answer.status === 422) return { problem: (await answer.json()).message };
  return answer.ok && !answer.redirected ? await answer.json() : null;
}

async function send() {
  if ((await phone.queue()).length === 0) return;
  const said = await hello();
  if (!said) return;
  try {
    for (const it of (await phone.queue()).filter(one => one.what === "record").sort((one, two) => one.recordedAt.localeCompare(two.recordedAt))) {
      const { problem, what, said: kept, ...plain } = it;
      const taken = await post(said, "/app/premises/phone", JSON.stringify(plain), "application/json");
      if (!taken) return;
      if (taken.problem) await phone.note({ ...it, problem: taken.problem });
      else {
        await phone.set("sent", [{ path: taken.path, number: taken.number, name: it.name }, ...((await phone.get("sent")) ?? [])].slice(0, 10));
        await phone.dequeue(it.key);
        await home();
      }
    }
    const waiting = await phone.queue();
    for (const it of waiting.filter(one => one.what === "photo" && !waiting.some(record => record.key === one.of))) {
      const form = new FormData();
      form.append("file", it.blob, "photo.jpg");
      const taken = await post(said, `/app/premises/${it.of}/photos/${it.key}`, form);
      if (!taken) return;
      if (taken.problem) await phone.note({ ...it, problem: taken.problem });
      else await phone.dequeue(it.key);
      await home();
    }
  } catch {
    // the link is down again; what has arrived is not sent again, and the next photo goes on from there
  }
}

const deliver = phone.delivering(send, home);

// ---- beginning ----

function communes(known) {
  const blank = document.createElement("option");
  blank.value = "";
  $("commune").replaceChildren(blank, ...known.map(it => Object.assign(document.createElement("option"), { value: it.code, textContent: it.name })));
}

if (navigator.onLine) await hello();
communes((await phone.get("communes")) ?? []);
draft = (await phone.get("draft")) ?? null;
if (draft) show(draft.step);
await home();
await deliver();
const kept = await phone.keepPage().catch(() => caches.has("premises-offline"));
const ready = kept && (await phone.get("communes"));
$("ready").hidden = !ready;
$("unready").hidden = Boolean(ready);
document.body.dataset.ready = ready ? "yes" : "no";
