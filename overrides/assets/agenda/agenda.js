// Enhances pages that are complete without it.

import { offerActions } from "./actions.js";
import { openBoxes } from "./boxes.js";
import { copyLinks } from "./copy.js";
import { dateInVietnam, markToday } from "./today.js";
import { showToday } from "./home.js";
import { saveForExcel } from "./saving.js";
import { completeAddresses } from "./whole.js";

const today = dateInVietnam(new Date());
markToday(document, today);
completeAddresses(document);
copyLinks(document);
saveForExcel(document);
const panel = document.getElementById("hom-nay");
if (panel) showToday(panel, today);
const month = document.querySelector(".agenda[data-calendar]");
if (month) offerActions(month);

const box = document.querySelector("[data-search-box]");
if (box) openBoxes(document, box.form.action);
