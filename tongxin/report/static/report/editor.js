// 在纸上直接改：一段一段改，离开就存；数据项只能放，不能打。没有脚本时每段旁边的“改”是一页表单。
import { write } from "./tokens.js";
import { wirePicker } from "./picker.js";
import { hold, restore } from "./caret.js";

const paper = () => document.getElementById("paper");
const number = () => document.getElementById("state").dataset.number;
let current = null;

function open() {
  const sheet = paper();
  if (!sheet || !("write" in sheet.dataset)) return;
  for (const words of sheet.querySelectorAll(".words")) {
    words.contentEditable = "true";
    words.setAttribute("role", "textbox");
    words.setAttribute("aria-multiline", "false");
    words.setAttribute("aria-label", sheet.dataset.name);
    words.spellcheck = false;
    for (const fixed of words.querySelectorAll(".fig, .mk")) fixed.contentEditable = "false";
  }
}

const dirty = (words) => words && write(words) !== words.dataset.tokens;

function save(words, kind = words.dataset.kind, text = write(words)) {
  const form = document.getElementById("save");
  form.elements.block.value = words.dataset.block;
  form.elements.base.value = number();
  form.elements.kind.value = kind;
  form.elements.text.value = text;
  form.requestSubmit();
}

function arrange(act, what = "") {
  const words = current ?? paper().querySelector(".words");
  const form = document.getElementById("arrange");
  Object.entries({ block: words.dataset.block, base: number(), act, what }).forEach(([name, value]) => { form.elements[name].value = value; });
  form.requestSubmit();
}

function insert(chip) {
  if (!current) return;
  current.focus();
  const selection = getSelection();
  const range = selection.rangeCount && current.contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
  if (range) {
    range.deleteContents();
    range.insertNode(chip);
    range.setStartAfter(chip);
    range.collapse(true);
  } else {
    current.append(chip);
  }
  save(current);
}

document.addEventListener("focusin", (event) => {
  const words = event.target.closest?.(".words");
  if (words) current = words;
});

document.addEventListener("focusout", (event) => {
  const words = event.target.closest?.(".words");
  if (dirty(words) && !document.querySelector("dialog[open]")) save(words);
});

document.addEventListener("input", (event) => {
  const words = event.target.closest?.(".words");
  words?.classList.toggle("unsaved", dirty(words));
});

document.addEventListener("keydown", (event) => {
  const words = event.target.closest?.(".words");
  if (!words || event.isComposing) return;
  if (event.key === "#" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    picker.show();
  } else if (event.key === "Enter") {
    event.preventDefault();
    const [before, after] = split(words);
    if (after) save(words, words.dataset.kind, `${before}\n${after}`);
    else if (dirty(words)) save(words);
    else arrange("below");
  } else if (event.key === "Escape") {
    words.blur();
  } else if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (dirty(words)) save(words);
  }
});

function split(words) {
  const range = getSelection().getRangeAt(0);
  const rest = document.createRange();
  rest.selectNodeContents(words);
  rest.setStart(range.endContainer, range.endOffset);
  const first = document.createRange();
  first.selectNodeContents(words);
  first.setEnd(range.startContainer, range.startOffset);
  return [first, rest].map((part) => write(part.cloneContents()).trim());
}

// 贴进来的只要字：版式不带，数字还是数字，由核对来说。
document.addEventListener("paste", (event) => {
  if (!event.target.closest?.(".words")) return;
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData.getData("text/plain").replace(/\s*\n+\s*/g, ""));
});
document.addEventListener("drop", (event) => { if (event.target.closest?.(".words")) event.preventDefault(); });

document.addEventListener("click", (event) => {
  const button = event.target.closest("#tools button, [data-insert]");
  if (button?.dataset.kind && current) save(current, button.dataset.kind);
  if (button && "pick" in button.dataset) picker.show();
  if (button && "wordings" in button.dataset) document.getElementById("wordings").showModal();
  if (button?.dataset.act) arrange(button.dataset.act);
  if (button?.dataset.insert) {
    document.getElementById("wordings").close();
    arrange("wording", button.dataset.insert);
  }
  const chip = event.target.closest("#paper .fig");
  if (chip) for (const other of paper().querySelectorAll(".fig")) other.classList.toggle("cur", other === chip);
});
// 点工具栏不丢光标。
document.addEventListener("mousedown", (event) => { if (event.target.closest("#tools button")) event.preventDefault(); });

document.addEventListener("htmx:beforeSwap", (event) => { if (event.detail.target?.id === "paper") hold(paper(), dirty); });
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "paper" && event.detail.elt?.id !== "paper") return;
  open();
  current = restore(paper()) ?? current;
  document.getElementById("notice").replaceChildren();
});
addEventListener("beforeunload", (event) => { if (dirty(current) && current.isConnected) event.preventDefault(); });

const picker = wirePicker(document.getElementById("picker"), insert);
open();
