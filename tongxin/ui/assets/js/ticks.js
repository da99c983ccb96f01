// <input data-tick-all="name"> ticks all of that name; [data-ticked="name"] says how many are ticked.
const named = (form, name) => [...form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`)];

function count(form, name) {
  const boxes = named(form, name);
  const ticked = boxes.filter((box) => box.checked).length;
  for (const place of form.querySelectorAll(`[data-ticked="${name}"]`)) place.textContent = ticked;
  for (const all of form.querySelectorAll(`[data-tick-all="${name}"]`)) {
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  }
}

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form || event.target.type !== "checkbox") return;
  const all = event.target.dataset.tickAll;
  if (all) for (const box of named(form, all)) if (!box.disabled) box.checked = event.target.checked;
  count(form, all || event.target.name);
});
