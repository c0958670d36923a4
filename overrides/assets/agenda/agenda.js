// Enhances pages that are complete without it.

import { enableShortcuts } from "./shortcuts.js";
import { copy, copyLinks } from "./copy.js";
import { dateInVietnam, markToday } from "./today.js";
import { showToday } from "./home.js";
import { enablePrinting } from "./printing.js";
import { scrollToCurrent } from "./scroll.js";

const today = dateInVietnam(new Date());
markToday(document, today);
copyLinks(document);
const panel = document.getElementById("hom-nay");
if (panel) showToday(panel, today);
const coming = document.querySelector("[data-coming]");
if (coming) import("./upcoming.js").then(({ showUpcoming }) => showUpcoming(coming, today));
const month = document.querySelector(".agenda[data-calendar]");
if (month) import("./actions.js").then(({ addActions }) => addActions(month, copy));
if (document.querySelector("[data-webcal], [data-whole], [data-embedded]")) {
  import("./absolute_urls.js").then(({ completeUrls }) => completeUrls(document));
}
if (document.querySelector("[data-excel]")) {
  import("./download.js").then(({ downloadForExcel }) => downloadForExcel(document));
}

scrollToCurrent(document);

const printing = document.querySelector("[data-printing]");
if (printing) enablePrinting(printing);

const box = document.querySelector("[data-search-box]");
if (box) enableShortcuts(document, box.form.action);
