// The plan without page loads: a click opens the record beside it, the slider redraws what has changed, arrows walk from door to door, digits
// jump to a number, two fingers or the buttons bring it nearer. Without this script every unit is a link and the slider a form.

const LEAST = 1, MOST = 6;
const plan = () => document.getElementById("plan");
let zoom = 1, typed = "", typedAt = 0, asking;

async function fetched(address) {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Shows what stands at the address, or goes there if it cannot be fetched. */
async function open(address, only) {
  try {
    const page = await fetched(address);
    const focused = document.activeElement?.closest(".u-g")?.dataset.number;
    const slid = document.activeElement?.id === "plan-months";
    if (only) {
      document.getElementById("plan-unit").replaceWith(page.getElementById("plan-unit"));
      const wanted = page.querySelector(".u-g[aria-current]")?.dataset.number;
      plan().querySelectorAll(".u-g").forEach(it => (it.dataset.number === wanted ? it.setAttribute("aria-current", "true") : it.removeAttribute("aria-current")));
    } else {
      const box = plan().querySelector(".p-scroll");
      const [across, down] = [box.scrollLeft, box.scrollTop];
      plan().replaceWith(page.getElementById("plan"));
      prepare();
      plan().querySelector(".p-scroll").scrollTo(across, down);
      if (slid) document.getElementById("plan-months").focus();
    }
    if (focused) unit(focused)?.focus({ preventScroll: true });
    history.replaceState(null, "", address);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  }
}

const units = () => [...plan().querySelectorAll(".u-g")];
const unit = number => units().find(it => it.dataset.number === number);

/** One stop for the tabulator; the arrows do the rest. */
function stop(at) {
  units().forEach(it => it.setAttribute("tabindex", it === at ? "0" : "-1"));
}

const middle = it => {
  const box = it.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
};

/** The nearest door in that direction. */
function beside(from, dx, dy) {
  const [x, y] = middle(from);
  let best, least = Infinity;
  for (const other of units()) {
    const [ox, oy] = middle(other);
    const ahead = (ox - x) * dx + (oy - y) * dy;
    const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    const far = ahead + 3 * aside;
    if (other !== from && ahead > 2 && far < least) [best, least] = [other, far];
  }
  return best;
}

function go(to) {
  if (!to) return;
  stop(to);
  to.focus();
  to.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function keys(event) {
  const from = event.target.closest?.(".u-g");
  if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
  if (ARROWS[event.key]) {
    event.preventDefault();
    go(beside(from, ...ARROWS[event.key]));
  } else if (event.key === "Home" || event.key === "End") {
    event.preventDefault();
    go(units().at(event.key === "Home" ? 0 : -1));
  } else if (event.key === " ") {
    event.preventDefault();
    open(from.getAttribute("href"), true);
  } else if (/^[0-9a-zA-Z/]$/.test(event.key)) {
    typed = (Date.now() - typedAt < 900 ? typed : "") + event.key.toUpperCase();
    typedAt = Date.now();
    go(unit(typed));
  }
}

function nearer(to) {
  zoom = Math.min(MOST, Math.max(LEAST, to));
  plan().querySelector(".q-plan").style.setProperty("--zoom", zoom);
}

/** Two fingers: what lies between them stays between them. */
function pinch(box) {
  const fingers = new Map();
  let apart, began;
  const between = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };
  box.addEventListener("touchmove", event => event.touches.length > 1 && event.preventDefault(), { passive: false });
  box.addEventListener("pointerdown", event => {
    fingers.set(event.pointerId, event);
    if (fingers.size === 2) [apart, began] = [between(), zoom];
  });
  box.addEventListener("pointermove", event => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    if (fingers.size !== 2) return;
    const before = zoom, edge = box.getBoundingClientRect();
    const [a, b] = [...fingers.values()];
    const x = (a.clientX + b.clientX) / 2 - edge.left, y = (a.clientY + b.clientY) / 2 - edge.top;
    nearer((began * between()) / apart);
    box.scrollBy(((box.scrollLeft + x) * (zoom - before)) / before, ((box.scrollTop + y) * (zoom - before)) / before);
  });
  for (const over of ["pointerup", "pointercancel", "pointerleave"]) box.addEventListener(over, event => fingers.delete(event.pointerId));
}

function prepare() {
  const box = plan().querySelector(".p-scroll");
  plan().querySelector(".p-tools").hidden = false;
  plan().querySelector("[data-plan-go]").hidden = true;
  document.querySelectorAll("[data-print]").forEach(it => (it.hidden = false));
  nearer(zoom);
  pinch(box);
  stop(plan().querySelector(".u-g[aria-current]") ?? units()[0]);
}

document.addEventListener("keydown", keys);
document.addEventListener("click", event => {
  if (!plan() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const button = event.target.closest("[data-zoom]");
  if (button) nearer(button.dataset.zoom === "0" ? LEAST : zoom * (button.dataset.zoom === "1" ? 1.4 : 1 / 1.4));
  const link = event.target.closest("#plan a[href^='/app/spaces/plan']");
  if (!link) return;
  event.preventDefault();
  const door = link.matches(".u-g") || link.closest(".p-free");
  if (link.matches(".u-g")) stop(link);
  open(link.getAttribute("href"), Boolean(door));
});
document.addEventListener("input", event => {
  const form = event.target.closest("[data-plan-time]");
  if (form) open(form.action.replace(location.origin, "") + "?" + new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
});
if (plan()) prepare();
