// Begins while the page is still coming: the index is asked for before there is a form.

import { openIndex } from "./index.js";
import { startSearch } from "./page.js";

const opening = openIndex(document.querySelector("link[as=fetch]").href);

function start() {
  startSearch(document.querySelector("form[data-index]"), opening);
}

if (document.readyState === "loading") {
  // Before DOMContentLoaded, which waits for styles and for the scripts of all pages.
  document.addEventListener("readystatechange", start, { once: true });
} else {
  start();
}
