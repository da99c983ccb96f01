// 扫码：每扫一个先记下，再送；断了网排着队，有网了一次送完。签到和领福利都用它，不一样的写在页面的 data- 里：
// data-queue 队列的名字，data-url 送到哪里，data-extra 每条还带什么（for 替谁、of 是哪一条、sign 签名、point 领取点），data-list 纸质表的页。
import { makeCamera } from "./scan/camera.js";
import { makePad } from "./scan/pad.js";
import { makeQueue } from "./scan/queue.js";

const PASS = /^TX\d\.\d+\.\d+\.[A-Z2-7]{10}$/i;
const SHEET = /^TX-SHEET:\d+:(\d+)$/i;
const DIGITS = /^\d{4,12}$/;
const AT_ONCE = 100;
const AGAIN_AFTER = 4000;
const RETRY_AFTER = 5000;

const root = document.getElementById("scan");
const words = root.dataset;
const queue = makeQueue(words.queue);
const extra = (words.extra || "").split(" ").filter(Boolean);
const typed = document.getElementById("typed");
let sending = false;
let last = { code: "", at: 0 };

function part(name, text, kind) {
  const made = document.createElement(name);
  made.textContent = text || "";
  if (kind) made.className = kind;
  return made;
}

function show({ tone, title, words: line, big, offers }) {
  const box = document.getElementById("answer");
  box.className = `answer ${tone}`;
  box.replaceChildren(...(big ? [part("strong", big, "big")] : []), part("b", title), part("span", line));
  box.append(...(offers || []).map(offered));
  if (navigator.userActivation?.hasBeenActive && navigator.vibrate) navigator.vibrate(tone === "ok" ? 60 : [60, 60, 60]);
}

// 代领：扫了代领人的码，替谁领的一个一个点。
function offered({ code, for: whom, title }) {
  const button = part("button", title, "btn");
  button.type = "button";
  button.addEventListener("click", () => {
    button.disabled = true;
    add(code, { for: whom });
    send();
  });
  return button;
}

function add(code, more) {
  const point = document.getElementById("point");
  const scan = queue.add(code, point ? { ...more, point: point.value } : more);
  if (pad && !scan.sign) askToSign(scan.key);
  return scan;
}

const svg = document.querySelector("#sign svg");
const pad = svg && makePad(svg);
let signing = null;

function askToSign(key) {
  signing = key;
  pad.clear();
  document.getElementById("sign").hidden = !document.getElementById("signs").checked;
}

function keepSignature() {
  const sign = pad.text();
  if (signing && sign) queue.add("", { of: signing, sign });
  signing = null;
  document.getElementById("sign").hidden = true;
  send();
}

function showWaiting() {
  const count = queue.all().length;
  const line = document.getElementById("queued");
  line.hidden = count === 0;
  document.getElementById("waiting").textContent = words.waiting.replace("#", count);
}

function take(text) {
  const code = text.trim();
  const now = Date.now();
  if (code === last.code && now - last.at < AGAIN_AFTER) {
    last.at = now;
    return;
  }
  last = { code, at: now };
  const sheet = code.match(SHEET);
  if (sheet && words.list) {
    location.assign(`${words.list}?page=${sheet[1]}`);
  } else if (PASS.test(code) || DIGITS.test(code)) {
    add(code);
    send();
  } else {
    show({ tone: "bad", title: words.notACode });
  }
}

async function send() {
  const scans = queue.all().slice(0, AT_ONCE);
  if (sending || scans.length === 0) return showWaiting();
  sending = true;
  try {
    const answer = await post(scans);
    if (await taken(answer, scans)) {
      sending = false;
      return send();
    }
  } catch {
    show({ tone: "held", title: words.held });
  }
  sending = false;
  showWaiting();
  setTimeout(send, RETRY_AFTER);
}

function post(scans) {
  const form = new FormData();
  for (const scan of scans) for (const name of ["key", "code", "at", ...extra]) form.append(name, scan[name] ?? "");
  // 最后说一共几条：路上断了半截的，服务器认得出来，不收。
  form.append("end", scans.length);
  const token = typed.querySelector("[name=csrfmiddlewaretoken]").value;
  return fetch(words.url, { method: "POST", body: form, headers: { "X-CSRFToken": token }, redirect: "error" });
}

// 每一条都有了回话才从手机上去掉；没进去的留着。
async function taken(answer, scans) {
  if (!answer.ok) {
    show({ tone: "bad", title: answer.status === 403 ? words.noOffice : words.refused });
    return false;
  }
  const { answers } = await answer.json();
  queue.drop(answers.map((each) => each.key));
  showWaiting();
  const newest = answers.filter((each) => each.title).pop();
  if (newest) show(newest);
  if (newest && pad && newest.tone !== "ok") document.getElementById("sign").hidden = true;
  return answers.length === scans.length;
}

typed.addEventListener("submit", (event) => {
  const field = typed.elements.code;
  if (!DIGITS.test(field.value.trim()) && !PASS.test(field.value.trim())) return;
  event.preventDefault();
  event.stopPropagation();
  last = { code: "", at: 0 };
  take(field.value);
  field.value = "";
  field.focus();
});
if (pad) {
  document.getElementById("sign-keep").addEventListener("click", keepSignature);
  document.getElementById("sign-clear").addEventListener("click", pad.clear);
  document.getElementById("sign-skip").addEventListener("click", () => (document.getElementById("sign").hidden = true));
}
document.getElementById("send").addEventListener("click", send);
addEventListener("online", send);

const start = () =>
  makeCamera(document.getElementById("camera"), words.reader, take).then(
    () => (document.getElementById("camera-row").hidden = true),
    () => show({ tone: "bad", title: words.noCamera }),
  );
if (navigator.mediaDevices) {
  document.getElementById("camera-row").hidden = false;
  document.getElementById("start").addEventListener("click", start);
}
showWaiting();
send();
