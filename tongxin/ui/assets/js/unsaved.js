// <form data-unsaved>: leaving with changes asks first; sending does not.
let changed = false;
let sending = false;

document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-unsaved]")) changed = true;
});
document.addEventListener("submit", () => (sending = true));
document.addEventListener("htmx:afterRequest", (event) => {
  sending = false;
  if (event.detail.successful && event.target.closest?.("form[data-unsaved]")) changed = false;
});
window.addEventListener("pageshow", () => (sending = false));
window.addEventListener("beforeunload", (event) => {
  if (changed && !sending) event.preventDefault();
});
