// 装上服务工作者：没有网络也能出示入场码、接着扫码。[data-keep="/某页/"] 让它把那一页先留好。
const { worker } = document.body.dataset;

async function install() {
  await navigator.serviceWorker.register(worker);
  const ready = await navigator.serviceWorker.ready;
  const keep = [...document.querySelectorAll("[data-keep]")].map((element) => element.dataset.keep);
  if (keep.length) ready.active.postMessage({ keep });
}

if (worker && "serviceWorker" in navigator) addEventListener("load", () => install().catch(() => undefined));
