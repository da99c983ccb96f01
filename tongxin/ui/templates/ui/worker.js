{% autoescape off %}// 没有网络的时候，给人看的是这里留下的页。别人的资料不留，登录、退出都清掉。
const VERSION = "{{ facts.version }}";
const SHELL = `tongxin-shell-${VERSION}`;
const KEPT = "tongxin-kept";
const OFFLINE = "{{ facts.offline }}";
const STATIC = "{{ facts.static }}";
const ASSETS = [{% for each in facts.assets %}"{{ each }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const PERSONAL = [{% for each in facts.personal %}"{{ each }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([OFFLINE, ...ASSETS])));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(clearOld().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data && event.data.keep) event.waitUntil(Promise.all(event.data.keep.map(fetchAndKeep)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && PERSONAL.includes(url.pathname)) event.waitUntil(caches.delete(KEPT));
  if (request.method !== "GET") return;
  if (url.pathname.startsWith(STATIC)) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

async function clearOld() {
  const names = await caches.keys();
  return Promise.all(names.filter((name) => name.startsWith("tongxin-shell-") && name !== SHELL).map((name) => caches.delete(name)));
}

// 网络先到先用；等不及又有留下的，就用留下的。
async function page(request) {
  const kept = await keptFor(request.url);
  const fetched = fetch(request).then(remember(request.url));
  if (!kept) return fetched.catch(() => caches.match(OFFLINE));
  const waited = new Promise((done) => setTimeout(() => done(kept.clone()), PATIENCE));
  return Promise.race([fetched.catch(() => kept), waited]);
}

// 带校验码的文件名不会变，留下的就能用；别的先问网络。
async function asset(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && /\.[0-9a-f]{12}\./.test(request.url)) return kept;
  return fetch(request).catch(() => kept || Response.error());
}

async function keptFor(address) {
  const cache = await caches.open(KEPT);
  const exact = await cache.match(address, { ignoreVary: true });
  if (exact) return exact;
  const activity = new URL(address).pathname.match(/^\/activities\/\d+\/$/);
  return activity ? cache.match(`${activity[0]}pass/`, { ignoreVary: true, ignoreSearch: true }) : undefined;
}

const remember = (address) => async (response) => {
  const cache = await caches.open(KEPT);
  if (response.ok && response.headers.get("X-Offline") === "keep") {
    await cache.put(address, response.clone());
    await keepAssets(await response.clone().text());
  } else if (response.status < 500) {
    await cache.delete(address);
  }
  return response;
};

async function fetchAndKeep(address) {
  const whole = new URL(address, self.location.origin).href;
  await fetch(whole, { credentials: "same-origin" }).then(remember(whole)).catch(() => undefined);
}

// 页上用到的样式、脚本和图标也留一份，不然没有网的时候只剩字。
async function keepAssets(text) {
  const cache = await caches.open(SHELL);
  const wanted = new Set([...text.matchAll(/(?:href|src|data-reader)="([^"#]+)/g)].map((found) => found[1]));
  const ours = [...wanted].filter((address) => address.startsWith(STATIC));
  await Promise.all(ours.map(async (address) => (await cache.match(address)) || cache.add(address).catch(() => undefined)));
}
{% endautoescape %}
