// Begins as soon as the page's own part is there, without waiting for the theme's scripts.

import { startSearch } from "./page.js";

startSearch(document.querySelector("form[data-index]"));
