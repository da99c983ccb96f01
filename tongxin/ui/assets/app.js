// 同心：没有脚本也都能用；这里只让它顺手些。一种行为一个文件。
import htmx from "htmx.org";
import "./js/answers.js";
import "./js/busy.js";
import "./js/copy.js";
import "./js/filters.js";
import "./js/focus.js";
import "./js/keys.js";
import "./js/menu.js";
import "./js/offline.js";
import "./js/overlay.js";
import "./js/peek.js";
import "./js/side.js";
import "./js/ticks.js";
import "./js/unsaved.js";

window.htmx = htmx;
