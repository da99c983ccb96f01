// <form data-filters>: a change sends the form at once; without scripts its .go button does. Empty values stay out of the address.
let timer;

function send(form) {
  for (const box of form.elements) if (box.name && !box.value && box.type !== "hidden") box.disabled = true;
  form.requestSubmit();
  for (const box of form.elements) box.disabled = false;
}

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-filters]");
  if (form && event.target.type !== "search") send(form);
});
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-filters]");
  if (!form || event.target.type !== "search" || !form.hasAttribute("hx-get") || event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(() => send(form), 300);
});
