// The till's change while it is typed. It only helps: the server works it out again.

const form = document.querySelector("[data-pay]");
if (form) {
  const language = document.documentElement.lang === "en" ? "en-GB" : "fr-FR";
  const said = centimes => (centimes / 100).toLocaleString(language, { minimumFractionDigits: 2 });
  const typed = text => /^[0-9]+([.,][0-9]{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(",", ".")) * 100) : 0;
  const show = (note, amount) => {
    note.hidden = amount <= 0;
    note.querySelector("[data-change-value]").textContent = said(amount);
  };
  const reckon = () => {
    const fields = [...form.querySelectorAll("[data-per]")];
    // hundredths of a currency, and centimes for a hundred of it; halves up, as on the server
    const given = fields.reduce((sum, it) => sum + Math.floor((typed(it.value) * Number(it.dataset.per) + 5000) / 10000), 0);
    const change = given - Number(form.dataset.total);
    show(form.querySelector("[data-change]"), change);
    show(form.querySelector("[data-missing]"), given > 0 ? -change : 0);
  };
  form.addEventListener("input", reckon);
  reckon();
}
