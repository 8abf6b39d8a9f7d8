// Sends photos and files ahead of their form: shrinks photos to 1600 px, shows progress and a preview, and puts the id into the
// hidden field. Where anything here fails the plain file input still holds the file, and the form brings it.

import { shrunk } from "./shrink.js";

/** Sends and reports progress; fetch cannot report how much has been sent. */
function send(box, file, progressed) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", box.dataset.upload);
    request.setRequestHeader(box.dataset.csrfHeader, box.dataset.csrf);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = event => event.lengthComputable && progressed((100 * event.loaded) / event.total);
    request.onload = () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* a page instead of an answer: not taken */ }
      request.status === 200 ? done(answer) : failed(answer.message);
    };
    request.onerror = () => failed();
    const form = new FormData();
    form.append("purpose", box.dataset.purpose);
    form.append("file", file, file.name);
    request.send(form);
  });
}

function show(box, address) {
  const picture = new Image();
  picture.alt = "";
  picture.src = address;
  box.querySelector(".q-upload__shot").replaceChildren(picture);
}

function complain(box, words) {
  const place = box.querySelector("[data-error]");
  place.querySelector("span").textContent = words ?? "";
  place.classList.toggle("d-flex", !!words);
  const input = box.querySelector("input[type=file]");
  input.classList.toggle("is-invalid", !!words);
  words ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
}

async function take(box, chosen) {
  const input = box.querySelector("input[type=file]");
  const hidden = box.querySelector("input[type=hidden]");
  const bar = box.querySelector("progress");
  const state = box.querySelector("[role=status]");
  const submit = box.closest("form")?.querySelectorAll("[type=submit]") ?? [];
  complain(box);
  hidden.value = "";
  if (/^image\//.test(chosen.type)) show(box, URL.createObjectURL(chosen));
  state.textContent = box.dataset.sending;
  bar.hidden = false;
  bar.value = 0;
  submit.forEach(it => (it.disabled = true));
  try {
    const taken = await send(box, await shrunk(chosen), share => (bar.value = share));
    hidden.value = taken.id;
    input.value = ""; // it has arrived: the form need not bring it again
    if (taken.picture) show(box, taken.picture);
    const name = document.createElement("bdi");
    name.textContent = taken.name;
    state.replaceChildren(box.dataset.sent + " ", name);
    box.dispatchEvent(new CustomEvent("uploaded", { bubbles: true, detail: taken }));
  } catch (words) {
    state.textContent = "";
    complain(box, typeof words === "string" ? words : box.dataset.failed);
    if (typeof words === "string") input.value = ""; // refused for a reason: sending it again would not help
  } finally {
    bar.hidden = true;
    submit.forEach(it => (it.disabled = false));
  }
}

document.addEventListener("change", event => {
  const box = event.target.closest?.("[data-upload]");
  if (box && event.target.files?.[0]) take(box, event.target.files[0]);
});
for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, event => {
    const box = event.target.closest?.("[data-upload]");
    if (!box) return;
    event.preventDefault();
    box.classList.toggle("is-over", type === "dragover");
    if (type === "drop" && event.dataTransfer.files[0]) take(box, event.dataTransfer.files[0]);
  });
}
