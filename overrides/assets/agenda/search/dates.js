// Dates as people type them.

import { fold } from "./words.js";

const SIGN = "\\s*[-/.]\\s*";
const BEFORE = "(?<![\\p{L}\\d/.-])";
const AFTER = "(?![\\p{L}\\d/-])"; // 12/2020/NQ-HĐND is no month
const YEAR = "(?<year>[12]\\d{3})";
const MONTH = "(?<month>0?[1-9]|1[0-2])";
const DAY = "(?<day>0?[1-9]|[12]\\d|3[01])";

// What may stand before a date without saying more.
const NO_MORE = /^\s*(?:(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu\s+nhat)\b,?\s*)?(?:ngay\b)?\s*$/u;

// With a year anywhere in a query; without one, or a year alone, only as the whole of it.
const FORMS = [
  `${BEFORE}${YEAR}-${MONTH}-${DAY}${AFTER}`,
  `${BEFORE}${DAY}(?:${SIGN}|\\s+thang\\s+)${MONTH}(?:${SIGN}|,?\\s+(?:nam\\s+)?)${YEAR}${AFTER}`,
  `${BEFORE}${YEAR}-${MONTH}${AFTER}`,
  `thang\\s+${MONTH}(?:${SIGN}|,?\\s+(?:nam\\s+)?)${YEAR}${AFTER}`,
  `${BEFORE}${MONTH}${SIGN}${YEAR}${AFTER}`,
  `^(?:ngay\\s+)?${DAY}(?:\\s*[-/]\\s*|\\s+thang\\s+)${MONTH}$`,
  `^thang\\s+${MONTH}$`,
  `^(?:nam\\s+)?${YEAR}$`,
].map((form) => new RegExp(form, "u"));

/**
 * The date in a query as `{year, month, day, whole}`, what is not said left out; null if there is
 * none. `whole` tells whether the query says nothing else; in quotation marks a date is mere words.
 */
export function readDate(query) {
  const folded = fold(query).trim();
  for (const form of FORMS) {
    const match = form.exec(folded);
    if (!match) continue;
    const { groups } = match;
    const [year, month, day] = [groups.year, groups.month, groups.day].map(number);
    if (exists(year ?? 2000, month ?? 1, day ?? 1)) {
      const rest = folded.replace(match[0], "").replace(NO_MORE, "");
      return { year, month, day, whole: rest === "" };
    }
  }
  return null;
}

function number(text) {
  return text === undefined ? undefined : Number(text);
}

function exists(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1;
}
