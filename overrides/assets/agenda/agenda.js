// Enhances pages that are complete without it.

import { enableShortcuts } from "./shortcuts.js";
import { copy, copyLinks } from "./copy.js";
import { eachDay, markToday } from "./today.js";
import { fillPanel } from "./home.js";
import { enablePrinting } from "./printing.js";
import { scrollToCurrent } from "./scroll.js";
import { unfoldWhenMeant } from "./folding.js";
import { keepTableRoles } from "./table_roles.js";

document.documentElement.dataset.running = ""; // floor.js says so where it is not set
copyLinks(document);
for (const table of document.querySelectorAll(".agenda")) keepTableRoles(table);
const equip = (days, calendar) =>
  import("./actions.js").then(({ addActions }) => addActions(days, calendar, copy));
const panel = document.getElementById("hom-nay");
const showDay = panel && fillPanel(panel, equip);
const coming = document.querySelector("[data-coming]");
const gathering = coming && import("./upcoming.js").then(({ gatherUpcoming }) => gatherUpcoming(coming));
eachDay((today) => {
  markToday(document, today);
  if (panel) showDay(today);
  if (coming) gathering.then((gather) => gather(today));
});
const month = document.querySelector("#lich ~ .agenda[data-calendar]");
if (month) equip([...month.querySelectorAll(".day")], month.dataset.calendar);
const changes = document.querySelector("[data-events]");
if (changes) import("./seen.js").then(({ showUnseen }) => showUnseen(changes));
if (document.querySelector("[data-webcal], [data-whole], [data-embedded]")) {
  import("./absolute_urls.js").then(({ completeUrls }) => completeUrls(document));
}
const missing = document.querySelector("[data-missing]");
if (missing) {
  const home = document.querySelector(".site-header__name").href;
  import("./missing.js").then(({ suggest }) => suggest(missing.querySelector("ul"), home));
}
if (document.querySelector("[data-excel]")) {
  import("./download.js").then(({ downloadForExcel }) => downloadForExcel(document));
}

scrollToCurrent(document);

const priorities = document.querySelector(".priorities details");
if (priorities) unfoldWhenMeant(priorities);

const printing = document.querySelector("[data-printing]");
if (printing) enablePrinting(printing);

const box = document.querySelector("[data-search-box]");
if (box) enableShortcuts(document, box.form.action);
if (box && !box.form.dataset.index) document.addEventListener("input", loadSearch);

/** Loads the search and its index with the first key in a search box. */
function loadSearch({ target }) {
  if (!target.matches("[data-search-box]")) return;
  document.removeEventListener("input", loadSearch);
  const index = document.createElement("link");
  index.rel = "preload";
  index.setAttribute("as", "fetch");
  index.crossOrigin = "anonymous";
  index.href = `${target.form.action}muc-luc.json`;
  document.head.append(index);
  import("./search/start.js");
}
