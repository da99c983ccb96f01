// 相机：浏览器会认码就用它的，不会就取一个认码的来。
export async function makeCamera(video, readerAddress, onCode) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const detect = (await native()) || (await fetched(readerAddress));
  const look = async () => {
    if (!stream.active) return;
    try {
      const code = video.readyState >= 2 ? await detect(video) : null;
      if (code) onCode(code);
    } catch {
      // 这一帧没认出来，看下一帧。
    }
    setTimeout(look, 120);
  };
  look();
}

async function native() {
  if (!("BarcodeDetector" in window)) return null;
  const kinds = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!kinds.includes("qr_code")) return null;
  const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function fetched(address) {
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const share = Math.min(1, 640 / video.videoWidth);
    canvas.width = video.videoWidth * share;
    canvas.height = video.videoHeight * share;
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    return window.tongxinReader(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
  };
}
