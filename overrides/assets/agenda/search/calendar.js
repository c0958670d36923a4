// Links to the days, months and years that a date in the query can mean.

import { formatDate, formatMonth } from "../date_format.js";

const MOST_LINKS = 6; // newest first, where the query names no year

/**
 * What a date leads to: `{text, url}`, without URL where nothing is published.
 * `months` are the published months of each year, `patterns` the site's URLs.
 */
export function linksTo({ year, month, day }, months, patterns) {
  const written = year === undefined ? undefined : String(year);
  if (month === undefined) {
    return months[written] ? [{ text: `Năm ${written}`, url: fill(patterns.year, written) }] : [];
  }
  const years = written ? [written] : newestFirst(months).filter((each) => months[each].includes(month));
  return years.slice(0, MOST_LINKS).map((each) => link(each, month, day, months, patterns));
}

/** The first and last day of a date with its month and year: `["2021-05-01", "2021-05-31"]`. */
export function daysOf({ year, month, day }) {
  const last = day ?? new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [day ?? 1, last].map((each) => `${year}-${two(month)}-${two(each)}`);
}

function link(year, month, day, months, patterns) {
  const written = `${year}-${two(month)}`;
  const text = day === undefined ? capital(formatMonth(written)) : formatDate(`${written}-${two(day)}`);
  if (!months[year]?.includes(month)) {
    return { text: `${text}: chưa đăng chương trình ${formatMonth(written)}` };
  }
  const pattern = day === undefined ? patterns.month : patterns.day;
  return { text, url: fill(pattern, year, two(month), day === undefined ? "" : two(day)) };
}

function newestFirst(months) {
  return Object.keys(months).sort().reverse();
}

function fill(pattern, year, month = "", day = "") {
  return pattern.replace("{year}", year).replace("{month}", month).replace("{day}", day);
}

function two(number) {
  return String(number).padStart(2, "0");
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
