// The side panel: beside the content from 1200 px, over it below; opened by data-side="#id", shut by data-shut-side, Esc.
let opener = null;
const narrow = matchMedia("(max-width: 1199px)");
const openSide = () => document.querySelector(".side.is-open");

function open(panel, from) {
  opener = from;
  panel.classList.add("is-open");
  panel.setAttribute("role", "dialog");
  panel.tabIndex = -1;
  panel.focus();
}

function shut() {
  const panel = openSide();
  if (!panel) return;
  panel.classList.remove("is-open");
  panel.removeAttribute("role");
  opener?.focus();
}

function keepInside(event, panel) {
  const stops = [...panel.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((stop) => stop.offsetParent && !stop.disabled);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && document.activeElement !== panel) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-side]");
  if (button) return open(document.querySelector(button.dataset.side), button);
  if (event.target.closest("[data-shut-side]") || (openSide() && !openSide().contains(event.target))) shut();
});
document.addEventListener("keydown", (event) => {
  if (!openSide() || !narrow.matches) return;
  if (event.key === "Escape") shut();
  if (event.key === "Tab") keepInside(event, openSide());
});
narrow.addEventListener("change", shut);
document.addEventListener("DOMContentLoaded", () => {
  const asked = document.querySelector(".side[data-side-open]");
  if (asked && narrow.matches) open(asked, null);
});
