// The counter's keys, scale and camera. Every one of them only fills the plain form, which sells without this file too.

const weight = document.querySelector("[data-weight]");
const fromScale = document.querySelector("[data-from-scale]");

// ---- keypad ----
if (weight) {
  const put = (text, scale = false) => {
    weight.value = text;
    fromScale.value = scale ? "true" : "";
    weight.dispatchEvent(new Event("input", { bubbles: true }));
  };
  document.querySelectorAll("[data-pad], [data-clear]").forEach(it => (it.hidden = false));
  // not only hidden: the Enter key would press it
  document.querySelector("[data-compute]").remove();
  document.querySelector("[data-pad]").addEventListener("click", event => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (key && !(/[.,]/.test(key) && /[.,]/.test(weight.value)) && weight.value.length < 10) put(weight.value + key);
    else if (event.target.closest("[data-erase]")) put(weight.value.slice(0, -1));
  });
  document.querySelector("[data-clear]").addEventListener("click", () => put(""));
  weight.addEventListener("input", event => event.isTrusted && (fromScale.value = ""));

  // ---- a scale on a serial line: every stable line with a number in grams is taken ----
  const connect = document.querySelector("[data-connect-scale]");
  const state = document.querySelector("[data-scale-state]");
  if ("serial" in navigator) {
    connect.hidden = false;
    connect.addEventListener("click", async () => {
      const port = await navigator.serial.requestPort().catch(() => null);
      if (!port) return;
      await port.open({ baudRate: 9600 });
      state.hidden = false;
      state.classList.add("q-status--ok");
      state.querySelector("span").textContent = state.dataset.on;
      const lines = port.readable.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await lines.read().catch(() => ({ done: true }));
        if (done) break;
        const parts = (rest + value).split(/\r?\n/);
        rest = parts.pop().slice(-200);
        for (const line of parts) {
          // "US" marks a weight that still moves, in the protocol most scales share.
          const found = /^US/.test(line) ? null : line.match(/([0-9]+[.,][0-9]+)\s*g\b/i);
          if (found && found[1] !== weight.value) put(found[1], true);
        }
      }
      state.hidden = true;
    });
  }
}

// ---- the camera reads a card; a hand scanner types into the search field by itself ----
const scan = document.querySelector("[data-scan]");
const find = document.querySelector("[data-find]");
if (scan && "BarcodeDetector" in window && navigator.mediaDevices) {
  scan.hidden = false;
  const dialog = document.getElementById("camera");
  const video = dialog.querySelector("video");
  scan.addEventListener("click", async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
    if (!stream) return;
    video.srcObject = stream;
    await video.play();
    dialog.showModal();
    const detector = new BarcodeDetector({ formats: ["qr_code", "code_128"] });
    dialog.addEventListener("close", () => stream.getTracks().forEach(it => it.stop()), { once: true });
    while (dialog.open) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code) {
        dialog.close();
        find.querySelector("[name=q]").value = code.rawValue;
        find.requestSubmit();
      }
      await new Promise(next => setTimeout(next, 200));
    }
  });
}

// the word of the button follows the way of paying
document.addEventListener("change", event => {
  if (event.target.name === "payment" && weight?.value) weight.dispatchEvent(new Event("input", { bubbles: true }));
});

// ---- whether the counter hears the server ----
const online = document.querySelector("[data-online]");
if (online) {
  const said = online.querySelector("span");
  const here = said.textContent;
  const show = () => {
    said.textContent = navigator.onLine ? here : online.dataset.offlineText;
    online.classList.toggle("q-status--ok", navigator.onLine);
    online.classList.toggle("q-status--warn", !navigator.onLine);
  };
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
}
