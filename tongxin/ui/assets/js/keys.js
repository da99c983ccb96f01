// Keys on lists: j/k up and down, Enter opens, / searches; other letters press what carries data-key (in the row first).
import { choose, chosen, list, rows } from "./rows.js";

const typing = (element) => element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

function step(by) {
  const all = rows();
  const at = all.indexOf(chosen());
  choose(all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

function press(key) {
  const places = [chosen(), document.querySelector("dialog[open]"), document];
  for (const place of places) {
    const button = place?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (button) return button.click(), true;
  }
  return false;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter") return event.target.closest("form")?.requestSubmit();
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || typing(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === "/" && document.querySelector("[data-search]")) {
    event.preventDefault();
    return document.querySelector("[data-search]").focus();
  }
  if (document.querySelector("dialog[open]")) return;
  if (list() && (key === "j" || key === "k")) return step(key === "j" ? 1 : -1);
  if (key === "enter" && chosen() && !event.target.closest("a, button")) return chosen().querySelector("a[href]")?.click();
  if (key.length === 1 && key !== " " && press(key)) event.preventDefault();
});
