// Lists that keys can walk: [data-keys] holds rows; a row is li or tr, the chosen one carries .cur.
export const list = () => document.querySelector("[data-keys]");
export const rows = () => [...(list()?.querySelectorAll("tbody > tr, li[data-row]") || [])].filter((row) => row.offsetParent !== null);
export const chosen = () => list()?.querySelector(".cur") || null;

export function choose(row) {
  if (!row) return;
  const main = chosen()?.querySelector(".btn.main");
  chosen()?.classList.remove("cur");
  row.classList.add("cur");
  main?.classList.remove("main");
  if (list().dataset.keys === "main") row.querySelector(".btn")?.classList.add("main");
  const link = row.querySelector("a[href], button, input");
  link?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  row.dispatchEvent(new CustomEvent("row:chosen", { bubbles: true }));
}
