// 存好后整张纸换成新的；正在改的另一段不丢字，光标回到原处。
import { write } from "./tokens.js";

let held = null;

export function hold(sheet, dirty) {
  const words = document.activeElement?.closest?.("#paper .words");
  held = null;
  if (!words || !sheet.contains(words)) return;
  const saved = document.getElementById("save").elements.block.value === words.dataset.block;
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
  const before = document.createRange();
  before.selectNodeContents(words);
  if (range && words.contains(range.endContainer)) before.setEnd(range.endContainer, range.endOffset);
  held = { block: words.dataset.block, at: before.toString().length, nodes: !saved && dirty(words) ? [...words.childNodes] : null };
}

export function restore(sheet) {
  if (!held) return null;
  const words = sheet.querySelector(`.words[data-block="${CSS.escape(held.block)}"]`);
  if (!words) return null;
  if (held.nodes) words.replaceChildren(...held.nodes);
  words.focus({ preventScroll: true });
  place(words, held.at);
  words.classList.toggle("unsaved", write(words) !== words.dataset.tokens);
  return words;
}

function place(words, at) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.data.length) return getSelection().collapse(node, left);
    left -= node.data.length;
  }
}
