// After a refused form, focus goes to the first wrong field; after a swap it stays where it was.
function firstWrong(root) {
  const summary = root.querySelector("[data-errors]");
  if (!summary) return;
  const box = (summary.closest("form") || root).querySelector('[aria-invalid="true"]');
  (box || summary).focus({ preventScroll: false });
}

document.addEventListener("DOMContentLoaded", () => firstWrong(document));
document.addEventListener("htmx:afterSettle", (event) => firstWrong(event.target));
document.addEventListener("click", (event) => {
  const back = event.target.closest("[data-back]");
  if (!back || history.length < 2 || !document.referrer.startsWith(location.origin)) return;
  event.preventDefault();
  history.back();
});
