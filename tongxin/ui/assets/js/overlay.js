// <a href data-open="dialog|drawer"> brings the page's [data-panel] into an overlay; without scripts it is simply that page.
// <dialog> keeps focus inside and closes on Esc by itself; [data-shut] and a click beside it close it too.
import htmx from "htmx.org";

async function open(link) {
  const dialog = document.getElementById(link.dataset.open);
  await htmx.ajax("GET", link.href, { source: link, target: dialog, select: "[data-panel]", swap: "innerHTML" });
  if (!dialog.querySelector("[data-panel]")) return location.assign(link.href);
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-open]");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    return open(link);
  }
  const dialog = event.target.closest("dialog");
  if (!dialog) return;
  if (event.target.closest("[data-shut]")) event.preventDefault();
  if (event.target === dialog || event.target.closest("[data-shut]")) dialog.close();
});
