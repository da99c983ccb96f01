// 表单里的手写签名：送的时候把路径放进去。
import { makePad } from "./scan/pad.js";

for (const form of document.querySelectorAll("form[data-sign]")) {
  const pad = makePad(form.querySelector("svg.signpad"));
  form.querySelector("[data-sign-clear]").addEventListener("click", pad.clear);
  form.addEventListener("submit", () => (form.elements.sign.value = pad.text()));
}
