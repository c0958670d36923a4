// Enhances pages that are complete without it.

import { openBoxes } from "./boxes.js";
import { copy, copyLinks } from "./copy.js";
import { dateInVietnam, markToday } from "./today.js";
import { showToday } from "./home.js";
import { offerPrinting } from "./printing.js";
import { showPlaces } from "./rows.js";

const today = dateInVietnam(new Date());
markToday(document, today);
copyLinks(document);
const panel = document.getElementById("hom-nay");
if (panel) showToday(panel, today);
const coming = document.querySelector("[data-coming]");
if (coming) import("./coming.js").then(({ showComing }) => showComing(coming, today));
const month = document.querySelector(".agenda[data-calendar]");
if (month) import("./actions.js").then(({ offerActions }) => offerActions(month, copy));
if (document.querySelector("[data-webcal], [data-whole], [data-embedded]")) {
  import("./whole.js").then(({ completeAddresses }) => completeAddresses(document));
}
if (document.querySelector("[data-excel]")) {
  import("./saving.js").then(({ saveForExcel }) => saveForExcel(document));
}

showPlaces(document);

const printing = document.querySelector("[data-printing]");
if (printing) offerPrinting(printing);

const box = document.querySelector("[data-search-box]");
if (box) openBoxes(document, box.form.action);
