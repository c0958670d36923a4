// Days as text: `2021-05-04`.

import { addDays, mondayOf } from "../../today.js";

/** A date, or null if there is none such. */
export function dateOf(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

/** The first and the last day of months; months count on past December. */
export function monthsFrom(year, month, count = 1) {
  const [first, last] = [new Date(Date.UTC(year, month - 1, 1)), new Date(Date.UTC(year, month - 1 + count, 0))];
  return [first, last].map((date) => date.toISOString().slice(0, 10));
}

/** Monday of a week of ISO 8601. */
export function weekStart(year, week) {
  return addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));
}

export function partsOf(date) {
  return date.split("-").map(Number);
}
