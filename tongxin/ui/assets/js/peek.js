// A peek below the list: rows with data-peek (an address) fill #peek when chosen; the space bar folds it.
import htmx from "htmx.org";
import { chosen, choose } from "./rows.js";

let timer;

document.addEventListener("row:chosen", (event) => {
  const place = document.getElementById("peek");
  if (!place || !event.target.dataset.peek) return;
  clearTimeout(timer);
  timer = setTimeout(() => htmx.ajax("GET", event.target.dataset.peek, { target: place, swap: "innerHTML" }), 120);
});

document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-keys] [data-peek]");
  if (row && row !== chosen() && !event.target.closest("a, button, input, label")) choose(row);
});

document.addEventListener("keydown", (event) => {
  const place = document.getElementById("peek");
  if (event.key !== " " || !place || event.target.closest("input, textarea, select, button, summary")) return;
  event.preventDefault();
  place.hidden = !place.hidden;
});
