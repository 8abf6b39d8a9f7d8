// The key pad of the PIN: fills the plain field that works without this file, and sends the form at the fourth figure.

for (const form of document.querySelectorAll("[data-pin]")) {
  const field = form.querySelector("input[name=pin]");
  const boxes = [...form.querySelectorAll(".q-pin i")];
  form.querySelector(".q-pad").hidden = false;
  form.querySelector(".q-pin").hidden = false;
  field.classList.add("q-sr");
  form.querySelector("button[type=submit]").hidden = true;

  const draw = () => boxes.forEach((box, place) => {
    box.classList.toggle("on", place < field.value.length);
    box.classList.toggle("cur", place === field.value.length);
  });
  const changed = () => {
    draw();
    if (/^\d{4}$/.test(field.value)) form.requestSubmit();
  };
  field.addEventListener("input", changed);
  form.addEventListener("click", event => {
    const digit = event.target.closest("[data-digit]");
    if (digit && field.value.length < 4) field.value += digit.dataset.digit;
    else if (event.target.closest("[data-erase]")) field.value = field.value.slice(0, -1);
    else return;
    changed();
  });
  field.value = "";
  draw();
  if (matchMedia("(hover: hover)").matches) field.focus();
}
