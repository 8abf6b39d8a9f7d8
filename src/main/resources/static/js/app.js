// What every page with a script shares. Each part looks for its own attributes and does nothing where they are absent;
// without this file the pages still work, only less comfortably.

const on = (type, selector, act) =>
  document.addEventListener(type, event => {
    const target = event.target.closest?.(selector);
    if (target) act(target, event);
  });

// ---- dialogs and sheets: <a href="/fallback" data-dialog="id">; the address is where it leads without a script ----
on("click", "[data-dialog]", (opener, event) => {
  const dialog = document.getElementById(opener.dataset.dialog);
  if (!dialog?.showModal) return;
  event.preventDefault();
  dialog.showModal();
  opener.setAttribute("aria-expanded", "true");
  dialog.addEventListener("close", () => opener.removeAttribute("aria-expanded"), { once: true });
});
on("click", "[data-close]", (closer, event) => {
  event.preventDefault();
  closer.closest("dialog")?.close();
});
// a click on the dark surroundings closes
on("click", "dialog", (dialog, event) => {
  if (event.target === dialog) dialog.close();
});

// ---- menus and help are <details>: one open at a time, closed by a click elsewhere ----
document.addEventListener("click", event => {
  for (const open of document.querySelectorAll("details.q-menu[open], details.q-help[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
// a help box that would leave the window moves back into it
document.addEventListener("toggle", event => {
  const box = event.target.querySelector?.(":scope > .q-help__box");
  if (!box || !event.target.open) return;
  box.style.translate = "";
  const { left: start, right: end } = box.getBoundingClientRect(); // physical on purpose: measured on the screen
  const shift = start < 8 ? 8 - start : Math.min(0, innerWidth - 8 - end);
  box.style.translate = shift + "px 0";
}, true);

// ---- how many things are in the cart, which the browser itself carries: product.count.price-product.count.price ----
for (const bag of document.querySelectorAll("[data-cart]")) {
  const cart = document.cookie.match(/(?:^|; )cart=([0-9.-]+)/)?.[1] ?? "";
  const things = cart.split("-").reduce((sum, line) => sum + (Number(line.split(".")[1]) || 0), 0);
  bag.textContent = things || "";
  bag.hidden = !things;
}

// ---- a form is sent once, however often its button is pressed ----
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
// coming back by the browser's button finds the form ready again
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-busy]").forEach(it => it.removeAttribute("aria-busy"));
  }
});

// ---- filters apply as they are chosen ----
on("change", "form[data-autosubmit] select, form[data-autosubmit] input[type=checkbox], form[data-autosubmit] input[type=radio]",
  field => field.form.requestSubmit());

// ---- toasts ----
const toasts = document.getElementById("toasts");
const fade = toast => setTimeout(() => toast.matches(":hover, :focus-within") ? fade(toast) : toast.remove(), 6000);
toasts?.querySelectorAll(".q-toast--ok").forEach(fade);
on("click", "[data-dismiss]", button => button.closest(".q-toast, .q-note")?.remove());
// the server's answer to htmx may carry one: HX-Trigger: {"toast": {"kind": "ok", "text": "…"}}
document.addEventListener("toast", event => {
  const toast = document.getElementById("toast-template")?.content.firstElementChild.cloneNode(true);
  if (!toast || !toasts) return;
  const kind = ["ok", "warn", "bad"].includes(event.detail.kind) ? event.detail.kind : "ok";
  toast.classList.add("q-toast--" + kind);
  toast.querySelector("[data-text]").textContent = event.detail.text;
  toasts.append(toast);
  if (kind === "ok") fade(toast);
});

// ---- keyboard: "/" to the search box, arrows through its answers, Escape closes ----
const typing = element => element.closest("input, textarea, select, [contenteditable]");
document.addEventListener("keydown", event => {
  if (event.key === "/" && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = [...document.querySelectorAll("[data-search]")].find(it => it.offsetParent);
    if (box) {
      event.preventDefault();
      box.focus();
    }
  }
  if (event.key === "Escape") {
    for (const open of document.querySelectorAll("details.q-menu[open], details.q-help[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
    document.querySelectorAll(".q-suggest").forEach(it => it.replaceChildren());
  }
  const search = event.target.closest(".q-search");
  if (search && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const stops = [search.querySelector("input"), ...search.querySelectorAll(".q-suggest a")];
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next && stops.length > 1) {
      event.preventDefault();
      next.focus();
    }
  }
});
document.addEventListener("click", event => {
  if (!event.target.closest(".q-search")) document.querySelectorAll(".q-suggest").forEach(it => it.replaceChildren());
});

// ---- bright sun: stronger contrast, remembered on this device ----
const sunlight = value => {
  document.documentElement.toggleAttribute("data-contrast", value);
  if (value) document.documentElement.dataset.contrast = "more";
  document.querySelectorAll("[data-sunlight]").forEach(it => it.setAttribute("aria-pressed", value));
};
sunlight(localStorage.getItem("contrast") === "more");
on("click", "[data-sunlight]", () => {
  const value = document.documentElement.dataset.contrast !== "more";
  localStorage.setItem("contrast", value ? "more" : "");
  sunlight(value);
});

// ---- small acts ----
on("click", "[data-print]", () => print());
on("click", "[data-reload]", () => location.reload());
on("click", "[data-copy]", async button => {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.setAttribute("aria-pressed", "true");
});
document.querySelectorAll("[data-print], [data-copy], [data-reload]").forEach(it => (it.hidden = false));

// where a form came back with errors, reading continues at their list
document.querySelector(".q-errors")?.focus();

// a long menu opens where its reader is
document.querySelector(".q-side a[aria-current]")?.scrollIntoView({ block: "nearest" });

// a lost connection during a live update is said, not swallowed
document.addEventListener("htmx:sendError", () => document.querySelector(".q-offline")?.removeAttribute("hidden"));
// the session ended meanwhile: go through sign-in and come back here
document.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status === 401) location.reload();
});
