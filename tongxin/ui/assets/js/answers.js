// What htmx does with answers that are no page: our own messages go to the message region, everything else is told in one sentence.
import { tell, word } from "./words.js";

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const ours = xhr.getResponseHeader("HX-Retarget");
  if (xhr.status < 400 || xhr.status === 422 || ours) return;
  event.detail.shouldSwap = false;
  tell(word("fault"), "bad");
});

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    // What asks by itself every few seconds asks again by itself.
    if (!event.target.closest?.("[hx-trigger^='every']")) tell(word("lost"), "bad");
  });
}
