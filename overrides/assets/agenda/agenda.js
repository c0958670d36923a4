// Enhances pages that are complete without it.

import { openBoxes } from "./boxes.js";
import { copyLinks } from "./copy.js";
import { dateInVietnam, markToday } from "./today.js";
import { showToday } from "./home.js";
import { offerPrinting } from "./printing.js";

const today = dateInVietnam(new Date());
markToday(document, today);
copyLinks(document);
const panel = document.getElementById("hom-nay");
if (panel) showToday(panel, today);

const printing = document.querySelector("[data-printing]");
if (printing) offerPrinting(printing);

const box = document.querySelector("[data-search-box]");
if (box) openBoxes(document, box.form.action);
