// Numbers without typing: <div data-stepper="10"> with an input, buttons data-step="±1" and chips data-set. Without this script the input
// is a plain field. A button that is kept pressed goes on, faster after a while.

const decimals = by => (by.split(".")[1] ?? "").length;

function change(box, value) {
  const input = box.querySelector("input");
  const most = decimals(box.dataset.stepper);
  input.value = String(Number(Math.max(0, value).toFixed(Math.max(most, 2))));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

const now = box => Number(box.querySelector("input").value.replace(",", ".")) || 0;

for (const box of document.querySelectorAll("[data-stepper]")) {
  const by = Number(box.dataset.stepper);
  box.querySelectorAll("[data-step], [data-some]").forEach(it => (it.hidden = false));
  for (const button of box.querySelectorAll("[data-step]")) {
    const step = () => change(box, now(box) + by * Number(button.dataset.step));
    let timer;
    const stop = () => clearTimeout(timer);
    button.addEventListener("click", step);
    button.addEventListener("pointerdown", () => {
      let wait = 450;
      const again = () => {
        step();
        wait = Math.max(60, wait * 0.8);
        timer = setTimeout(again, wait);
      };
      timer = setTimeout(again, wait);
    });
    for (const end of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(end, stop);
  }
  for (const chip of box.querySelectorAll("[data-set]")) {
    chip.addEventListener("click", () => change(box, Number(chip.dataset.set)));
  }
}
