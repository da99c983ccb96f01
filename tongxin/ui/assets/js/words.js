// Sentences live on <body data-…>, because they come from the catalogue.
export const word = (name) => document.body.dataset[name] || "";

export function tell(sentence, tone = "") {
  const region = document.getElementById("messages");
  if (!region) return;
  const line = document.createElement("p");
  line.className = `say ${tone}`;
  line.setAttribute("role", tone === "bad" ? "alert" : "status");
  line.textContent = sentence;
  region.replaceChildren(line);
}
