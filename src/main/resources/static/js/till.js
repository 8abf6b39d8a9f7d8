// Adds up notes and coins while they are typed.

for (const form of document.querySelectorAll("[data-count]")) {
  const line = form.querySelector("[data-sum]");
  const value = form.querySelector("[data-sum-value]");
  const add = () => {
    const centimes = [...form.querySelectorAll("[data-note]")]
      .reduce((sum, it) => sum + Number(it.dataset.note) * (Number(it.value) || 0), 0);
    value.textContent = (centimes / 100).toLocaleString(document.documentElement.lang === "en" ? "en-GB" : "fr-FR",
      { minimumFractionDigits: 2 });
    line.hidden = centimes === 0;
  };
  form.addEventListener("input", add);
  add();
}
