// <button data-copy="text or #id"> copies and says so in its own place.
import { word } from "./words.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || !navigator.clipboard) return;
  const named = button.dataset.copy.startsWith("#") && document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(named ? named.value || named.textContent.trim() : button.dataset.copy);
  const place = button.querySelector("span") || button;
  const before = place.textContent;
  place.textContent = word("copied");
  setTimeout(() => (place.textContent = before), 1600);
});
