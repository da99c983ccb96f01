// 扫码签到：每扫一个先记下，再送；断了网排着队，有网了一次送完。
import { makeCamera } from "./camera.js";
import { makeQueue } from "./queue.js";

const PASS = /^TX1\.\d+\.\d+\.[A-Z2-7]{10}$/i;
const SHEET = /^TX-SHEET:\d+:(\d+)$/i;
const DIGITS = /^\d{4,12}$/;
const AT_ONCE = 100;
const AGAIN_AFTER = 4000;
const RETRY_AFTER = 5000;

const root = document.getElementById("scan");
const words = root.dataset;
const queue = makeQueue(`tongxin.scans.${words.user}.${words.slot}`);
const typed = document.getElementById("typed");
let sending = false;
let last = { code: "", at: 0 };

function show({ tone, title, words: line }) {
  const box = document.getElementById("answer");
  box.className = `answer ${tone}`;
  const big = document.createElement("b");
  const small = document.createElement("span");
  big.textContent = title;
  small.textContent = line || "";
  box.replaceChildren(big, small);
  if (navigator.userActivation?.hasBeenActive && navigator.vibrate) navigator.vibrate(tone === "ok" ? 60 : [60, 60, 60]);
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
  if (sheet) {
    location.assign(`${words.list}?page=${sheet[1]}`);
  } else if (PASS.test(code) || DIGITS.test(code)) {
    queue.add(code);
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
  for (const { key, code, at } of scans) {
    form.append("key", key);
    form.append("code", code);
    form.append("at", at);
  }
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
  const newest = answers[answers.length - 1];
  if (newest) show(newest);
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
