// 浏览器自己不会认二维码的时候才取来。
import jsQR from "jsqr";

window.tongxinReader = (data, width, height) => jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data;
