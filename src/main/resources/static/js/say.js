// Read-aloud buttons: <button data-say="text"> or data-say="#id". They stay hidden until the browser has a voice for the
// page's language; a second press stops.

const speech = window.speechSynthesis;

const voiceFor = language => speech.getVoices().find(it => it.lang.toLowerCase().split(/[-_]/)[0] === language);

function offer() {
  for (const button of document.querySelectorAll("[data-say]")) {
    button.hidden = !voiceFor(languageOf(button));
  }
}

const languageOf = element => (element.closest("[lang]")?.lang || "ar").split("-")[0];

function textOf(button) {
  const said = button.dataset.say;
  if (!said.startsWith("#")) return said;
  const target = document.querySelector(said)?.cloneNode(true);
  target?.querySelectorAll("[hidden], script, svg, .q-say, .q-sr").forEach(it => it.remove());
  return target?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

function stop() {
  speech.cancel();
  document.querySelectorAll('[data-say][aria-pressed="true"]').forEach(it => it.setAttribute("aria-pressed", "false"));
}

if (speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  document.addEventListener("htmx:afterSwap", offer);
  addEventListener("pagehide", stop);
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-say]");
    if (!button) return;
    const speaking = button.getAttribute("aria-pressed") === "true";
    stop();
    if (speaking) return;
    const words = new SpeechSynthesisUtterance(textOf(button));
    const language = languageOf(button);
    words.voice = voiceFor(language) ?? null;
    words.lang = words.voice?.lang ?? language;
    words.rate = 0.9;
    words.onend = words.onerror = () => button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", "true");
    speech.speak(words);
  });
}
