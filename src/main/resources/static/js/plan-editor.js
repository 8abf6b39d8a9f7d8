// Dragging units on the plan: the table beneath holds what will be saved, this only writes into it. Arrow keys move by ten centimetres, with
// shift by a metre; with alt they change width and depth.

const form = document.querySelector("[data-editor]");
const svg = form.querySelector("svg");
const unit = Number(form.dataset.centimetres);
const [left, top] = [Number(form.dataset.x), Number(form.dataset.y)];
const STEP = 10;
const snap = centimetres => Math.round(centimetres / STEP) * STEP;
const field = (door, side) => form.elements[side + "-" + door.dataset.unit];
const read = (door, side) => Math.round(Number(field(door, side).value.replace(",", ".")) * 100);
const write = (door, side, centimetres) => (field(door, side).value = String(centimetres / 100));

/** Draws the unit where the table says. */
function draw(door) {
  const [x, y, w, h] = ["x", "y", "w", "h"].map(side => read(door, side));
  const at = (cx, cy) => `${(cx - left) / unit},${(cy - top) / unit}`;
  door.querySelector("polygon").setAttribute("points", [at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)].join(" "));
  const text = door.querySelector("text");
  text.setAttribute("x", (x + w / 2 - left) / unit);
  text.setAttribute("y", (y + h / 2 - top) / unit);
  door.classList.add("is-moved");
}

function point(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [at.x * unit, at.y * unit];
}

for (const door of svg.querySelectorAll("[data-unit]")) {
  let from;
  door.addEventListener("pointerdown", event => {
    event.preventDefault();
    door.focus();
    door.setPointerCapture(event.pointerId);
    from = { at: point(event), x: read(door, "x"), y: read(door, "y") };
  });
  door.addEventListener("pointermove", event => {
    if (!from) return;
    const [x, y] = point(event);
    write(door, "x", snap(from.x + x - from.at[0]));
    write(door, "y", snap(from.y + y - from.at[1]));
    draw(door);
  });
  for (const over of ["pointerup", "pointercancel"]) door.addEventListener(over, () => (from = undefined));
  door.addEventListener("keydown", event => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way) return;
    event.preventDefault();
    const by = STEP * (event.shiftKey ? 10 : 1);
    const [across, down] = event.altKey ? ["w", "h"] : ["x", "y"];
    write(door, across, read(door, across) + way[0] * by);
    write(door, down, read(door, down) + way[1] * by);
    draw(door);
  });
  for (const side of ["x", "y", "w", "h"]) field(door, side).addEventListener("change", () => draw(door));
}
