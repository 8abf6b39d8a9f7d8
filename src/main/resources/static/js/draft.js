// What someone types in a form marked data-draft is kept on this device until it is saved: it comes back after the
// session ended, the phone slept or the page was left. Never kept: passwords, files, hidden fields, one-time codes and
// national identity numbers (mark others with data-nodraft).

const DAYS = 7;
const SECRET = /passw|cin$|^cin|otp|totp|secret|token|csrf/i;
const who = document.body.dataset.actor ?? "";
const prefix = "draft:" + who + ":";
const keyOf = form => prefix + (form.dataset.draft || new URL(form.action, location).pathname);

const fields = form => [...form.elements].filter(it =>
  it.name && !["password", "file", "hidden", "submit", "button", "reset"].includes(it.type)
  && !SECRET.test(it.name) && it.autocomplete !== "one-time-code" && !it.closest("[data-nodraft]"));

const read = form => fields(form).map(it =>
  [it.name, it.type === "checkbox" || it.type === "radio" ? it.value : "", it.type === "checkbox" || it.type === "radio" ? it.checked : it.value]);

function write(form, values) {
  const left = new Map(values.map(([name, value, state]) => [name + "\n" + value, state]));
  for (const field of fields(form)) {
    const choice = field.type === "checkbox" || field.type === "radio";
    const state = left.get(field.name + "\n" + (choice ? field.value : ""));
    if (state === undefined) continue;
    if (choice) field.checked = state;
    else field.value = state;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

const stored = key => {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return draft && Date.now() - draft.at < DAYS * 864e5 ? draft.values : null;
  } catch {
    return null;
  }
};

// The page after a sent form decides: the same form with errors, the sign-in or an error page mean that it was not saved.
const sent = sessionStorage.getItem("draft-sent");
if (sent) {
  const same = [...document.querySelectorAll("form[data-draft]")].find(it => keyOf(it) === sent);
  const refused = same?.querySelector(".is-invalid") || document.querySelector(".q-errors, [data-keeps-draft]");
  if (!refused) localStorage.removeItem(sent);
  sessionStorage.removeItem("draft-sent");
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = keyOf(form);
  const original = read(form);
  const draft = stored(key);
  const redrawn = form.querySelector(".is-invalid, .q-errors") || document.querySelector(".q-errors");
  if (draft && !redrawn && JSON.stringify(draft) !== JSON.stringify(original)) {
    write(form, draft);
    const notice = form.querySelector("[data-draft-notice]");
    if (notice) {
      notice.hidden = false;
      notice.querySelector("[data-draft-drop]")?.addEventListener("click", () => {
        localStorage.removeItem(key);
        write(form, original);
        notice.hidden = true;
      });
    }
  }
  let waiting;
  const keep = () => {
    const values = read(form);
    if (JSON.stringify(values) === JSON.stringify(original)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 300);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    keep();
    sessionStorage.setItem("draft-sent", key);
  });
}

// Whoever signs out leaves nothing on a shared device.
document.addEventListener("submit", event => {
  if (event.target.matches("[data-sign-out]")) {
    Object.keys(localStorage).filter(it => it.startsWith("draft:")).forEach(it => localStorage.removeItem(it));
  }
});
