// Today where the agenda applies, whatever the clock of the reader's own country says.

/** How far ahead of UTC Vietnam is, in milliseconds; it has no summer time. */
export const AHEAD = 7 * 3_600_000;

/** The date in Vietnam at a moment, as `2021-05-04`. */
export function dateInVietnam(moment) {
  return new Date(moment.getTime() + AHEAD).toISOString().slice(0, 10);
}

/** The date so many days later. */
export function addDays(date, count) {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

/** The Monday of a date's week. */
export function mondayOf(date) {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** The seven dates of a date's week, from Monday. */
export function weekOf(date) {
  return Array.from({ length: 7 }, (_, offset) => addDays(mondayOf(date), offset));
}

const EVERY = 60_000; // milliseconds; a timer for midnight would sleep as long as the device does

/** Calls `show` with today's date, and again whenever another day has begun. */
export function eachDay(show) {
  let shown;
  const look = () => {
    const today = dateInVietnam(new Date());
    if (today === shown) return;
    shown = today;
    show(today);
  };
  look();
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
}

/** Marks every place that stands for `date`, and no other: its row in a table, its link in a calendar. */
export function markToday(root, date) {
  for (const row of root.querySelectorAll(".day--today")) row.classList.remove("day--today");
  for (const link of root.querySelectorAll('a[aria-current="date"]')) link.removeAttribute("aria-current");
  for (const row of root.querySelectorAll(`[data-dates~="${date}"]`)) {
    row.classList.add("day--today");
  }
  for (const link of root.querySelectorAll(`a[data-date="${date}"]`)) {
    link.setAttribute("aria-current", "date");
    const way = root.querySelector("[data-to-today]");
    if (way) {
      way.firstElementChild.href = link.href;
      way.hidden = false;
    }
  }
}
