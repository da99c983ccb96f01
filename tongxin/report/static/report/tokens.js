// 纸上的一段写成一行记号：数据项是 {键}，真的大括号写两个（与 rules/tokens.py 相同）。
export function write(node) {
  let line = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) line += child.data.replace(/[\n\u200b]/g, "").replace(/\u00a0/g, " ").replace(/[{}]/g, "$&$&");
    else if (child.dataset?.ref !== undefined) line += `{${child.dataset.ref}}`;
    else if (child.dataset && "mark" in child.dataset) continue;
    else line += write(child);
  }
  return line;
}
