// What has changed since the visitor last looked. The browser alone remembers it.

import { fetchPage, takeCopies } from "./fetch_page.js";

/**
 * Says in `place` how many items have changed since the last look, and remembers this one. Shows the
 * changes, old and new, with their links: in a fold as soon as it is opened.
 */
export function showUnseen(place) {
  const unseen = remember(place);
  const items = unseen.reduce((sum, [, count]) => sum + Number(count), 0);
  if (items === 0) return;
  place.querySelector("[data-since]").textContent = `${items} việc đổi từ lần xem trước`;
  const links = [...document.querySelectorAll("main li > a")];
  const show = () => {
    for (const [url] of unseen) {
      const link = links.find((each) => each.getAttribute("href") === place.dataset.root + url);
      showChanges(link).catch(() => {}); // the link leads to them
    }
  };
  if (place.matches("details")) place.addEventListener("toggle", show, { once: true });
  else show();
}

/** The newest events that the last look did not see, as pairs of a URL and the number of items. */
function remember(place) {
  const events = place.dataset.events.split(" ").map((event) => event.split("="));
  const key = `agenda-seen ${new URL(place.dataset.root, location).pathname}`;
  try {
    const seen = localStorage.getItem(key);
    localStorage.setItem(key, events.map(([url]) => url).join(" "));
    return seen === null ? [] : events.filter(([url]) => !seen.split(" ").includes(url));
  } catch {
    return []; // without storage nothing is said
  }
}

/** Copies what the page of changes says of an event to the place after its link. */
async function showChanges(link) {
  const page = await fetchPage(link.href);
  const event = page.getElementById(link.hash.slice(1));
  const parts = event.matches("li") ? event.querySelectorAll("table") : event.parentElement.querySelectorAll("h2 ~ p ~ *");
  const box = document.createElement("div");
  box.className = "unseen";
  box.append(...takeCopies(parts));
  link.parentElement.append(box);
}
