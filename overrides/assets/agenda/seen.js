// What has changed since the visitor last looked. The browser alone remembers it.

/** Says in `place` how many items have changed since the last look, and remembers this one. */
export function showUnseen(place) {
  const events = place.dataset.events.split(" ").map((event) => event.split("="));
  const key = `agenda-seen ${new URL(place.dataset.root, location).pathname}`;
  try {
    const seen = localStorage.getItem(key);
    localStorage.setItem(key, events.map(([url]) => url).join(" "));
    if (seen === null) return;
    const unseen = events.filter(([url]) => !seen.split(" ").includes(url));
    const items = unseen.reduce((sum, [, count]) => sum + Number(count), 0);
    if (items) place.querySelector("[data-since]").textContent = `${items} việc đổi từ lần xem trước`;
  } catch {
    // without storage nothing is said
  }
}
