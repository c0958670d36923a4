// Begins while the search page is still coming: the index is asked for before there is a form.
// On other pages it begins with the first key in a box.

import { openIndex } from "./index.js";
import { startSearch } from "./page.js";
import { suggestWhileTyping } from "./typing.js";

const opening = openIndex(document.querySelector("link[as=fetch]").href);

function start() {
  const form = document.querySelector("form[data-index]");
  if (form) startSearch(form, opening);
  document.querySelectorAll("[data-search-box]").forEach((box, number) => suggestWhileTyping(box, opening, number));
}

if (document.readyState === "loading") {
  // Before DOMContentLoaded, which waits for styles and for the scripts of all pages.
  document.addEventListener("readystatechange", start, { once: true });
} else {
  start();
}
