// 选一个数据项：打字就找，上下键走，回车放进去。
export function wirePicker(dialog, insert) {
  if (!dialog) return { show() {} };

  async function show() {
    if (!dialog.childElementCount) {
      const answer = await fetch(dialog.dataset.url, { headers: { "X-Requested-With": "fetch" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      dialog.replaceChildren(page.querySelector("[data-panel]"));
    }
    const box = dialog.querySelector("input");
    box.value = "";
    find("");
    dialog.showModal();
    box.focus();
  }

  function find(words) {
    for (const row of dialog.querySelectorAll(".pick li")) row.hidden = !row.textContent.toLowerCase().includes(words.toLowerCase());
    for (const head of dialog.querySelectorAll(".pick-group")) head.hidden = !head.nextElementSibling.querySelector("li:not([hidden])");
  }

  function choose(button) {
    const chip = document.createElement("a");
    chip.className = "fig just";
    chip.dataset.ref = button.dataset.ref;
    chip.textContent = button.dataset.words;
    chip.contentEditable = "false";
    dialog.close();
    insert(chip);
  }

  dialog.addEventListener("input", (event) => find(event.target.value.trim()));
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-ref]");
    if (button) choose(button);
  });
  dialog.addEventListener("keydown", (event) => {
    const rows = [...dialog.querySelectorAll("li:not([hidden]) button[data-ref]")];
    const at = rows.indexOf(document.activeElement);
    if (event.key === "ArrowDown") rows[Math.min(at + 1, rows.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (rows[at - 1] ?? dialog.querySelector("input")).focus();
    else if (event.key === "Enter" && at < 0 && rows.length) choose(rows[0]);
    else return;
    event.preventDefault();
  });
  return { show };
}
