// A pressed button keeps its words and gets a turning ring; a second press does nothing.
function start(button) {
  if (!button) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.classList.add("busy");
  button.setAttribute("aria-disabled", "true");
}

function stop(root = document) {
  for (const button of root.querySelectorAll(".btn.busy[aria-disabled]")) {
    button.classList.remove("busy");
    button.removeAttribute("aria-disabled");
    button.style.minWidth = "";
  }
}

document.addEventListener("submit", (event) => {
  const button = event.submitter?.closest(".btn") || event.target.querySelector(".btn.main");
  if (event.target.method === "get" || event.target.hasAttribute("data-download")) return;
  if (button?.classList.contains("busy")) return event.preventDefault();
  if (event.defaultPrevented && !event.target.matches("[hx-post], [hx-put], [hx-delete], [hx-patch]")) return;
  start(button);
});
document.addEventListener("htmx:afterRequest", () => stop());
window.addEventListener("pageshow", () => stop());
