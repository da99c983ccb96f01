// 手写签名：手指或笔划过的地方记成一条路径，格子里的整数，不存图。
const WIDE = 600;
const HIGH = 220;
const APART = 4;
const LONGEST = 6000;

export function makePad(svg) {
  const line = svg.querySelector("path");
  let strokes = [];
  let last = null;

  const where = (event) => {
    const box = svg.getBoundingClientRect();
    const share = (value, size, most) => Math.max(0, Math.min(most, Math.round((value / size) * most)));
    return [share(event.clientX - box.left, box.width, WIDE), share(event.clientY - box.top, box.height, HIGH)];
  };
  const text = () =>
    strokes
      .filter((stroke) => stroke.length > 1)
      .map((stroke) => stroke.map(([x, y], at) => `${at ? "L" : "M"}${x} ${y}`).join(""))
      .join("");
  const draw = () => line.setAttribute("d", text());

  svg.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    last = where(event);
    strokes.push([last]);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last || text().length > LONGEST - 12) return;
    const at = where(event);
    if (Math.hypot(at[0] - last[0], at[1] - last[1]) < APART) return;
    last = at;
    strokes[strokes.length - 1].push(at);
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => (last = null));
  return {
    text,
    clear: () => {
      strokes = [];
      draw();
    },
  };
}
