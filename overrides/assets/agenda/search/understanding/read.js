// What a query is understood as, besides its words: times, people, units, groups, statuses.

import { matchAt, readPhrases, readText } from "./phrases.js";
import { holdersOf, nameAt, peopleCalled, readNames } from "./names.js";
import { readTime } from "./times.js";

/** Prepares the table of an index for `understand`. */
export function readTable(table) {
  return { ...readPhrases(table), names: readNames(table) };
}

/**
 * Reads a query as `{readings, rest, called}`: what it is understood as from left to right, the
 * words besides, and people whom it may mean. A reading is `{start, end, meanings}`; its meanings are
 * those of `readTime`, `{unit: "status", value}` and `{unit: "entry", facet, values}`.
 */
export function understand(query, table, { today, years }) {
  const text = readText(query);
  const found = [];
  let end = 0;
  for (const token of text.starts) {
    if (token.start < end) continue;
    const reading = longestAt(token, text, table, { today, years, table });
    if (!reading) continue;
    found.push(reading);
    end = reading.end;
  }
  const bare = blank(text.folded, leadIns(text, found, table));
  const meant = found.filter((reading) => reading.meanings && isMeant(reading, found, { ...text, bare }));
  const readings = meant.map((reading) => withHolders(reading, meant, table, today)).filter(({ meanings }) => meanings.length > 0);
  return {
    readings,
    rest: restOf(text, readings, table),
    called: readings.length === 0 ? peopleCalled(text.tokens, table.names, today) : [],
  };
}

/** The longest expression that starts with a token; one without `meanings` is mere words. */
function longestAt(token, text, table, context) {
  const { start } = token;
  const candidates = [
    ...table.literal.map((pattern) => [pattern, () => null]),
    ...table.times.map(({ shape, pattern }) => [pattern, (groups) => readTime(shape, groups, context)]),
    ...table.statuses.map(({ shape, pattern }) => [pattern, () => [status(shape, table)]]),
    ...table.besideTimes.map(({ shape, pattern }) => [
      pattern,
      (groups) => (shape === "half" ? readTime(shape, groups, context) : [status(shape, table)]),
      shape === "half" ? "time" : "any",
    ]),
  ];
  let best = null;
  for (const [pattern, read, beside] of candidates) {
    const match = matchAt(pattern, text, start);
    if (!match || (best && start + match[0].length <= best.end)) continue;
    const meanings = read(match.groups || {});
    if (meanings && meanings.length === 0) continue;
    best = { start, end: start + match[0].length, meanings, beside };
  }
  const name = nameAt(text.tokens, text.tokens.indexOf(token), table.names);
  if (name && (!best || name.end > best.end)) {
    const meanings = name.entries.length > 0 ? [entryMeaning(name.entries)] : null;
    best = { start, end: name.end, meanings, beside: name.weak ? "end" : undefined };
    if (name.titles) best = { ...best, meanings: [], titles: name.titles, beside: "time" };
  }
  return best;
}

/** Whether a reading holds that some words have only beside others, or alone; a title never alone. */
function isMeant(reading, found, text) {
  if (!reading.beside) return true;
  const before = text.folded.slice(0, reading.start).trim();
  const after = text.folded.slice(reading.end).trim();
  if (before === "" && after === "") return !reading.titles;
  const beside = found.filter(
    (other) => other !== reading && other.meanings && !(other.beside && other.beside !== "end") && isBeside(other, reading, text),
  );
  if (reading.beside === "time") return beside.some((other) => other.meanings.some(({ ranges, unit }) => ranges || unit === "weekday"));
  if (reading.beside === "end") return after === "" || beside.some(({ start }) => start >= reading.end);
  return beside.length > 0 || isMarked(text.text.slice(reading.start, reading.end));
}

function isBeside(other, reading, { bare }) {
  const [first, second] = other.start < reading.start ? [other, reading] : [reading, other];
  return first.end <= second.start && /^[\s,]*$/.test(bare.slice(first.end, second.start));
}

function isMarked(typed) {
  return typed.normalize("NFD") !== typed.normalize("NFD").replace(/\p{M}/gu, "");
}

/** A title alone means those who hold it at the time beside it. */
function withHolders(reading, readings, table, today) {
  if (!reading.titles) return reading;
  const ranges = readings.flatMap(({ meanings }) => meanings.flatMap((each) => each.ranges || []));
  const [first, last] = ranges.length === 1 ? ranges[0] : [today, today];
  const holders = holdersOf(reading.titles, table.names, first, last);
  return { ...reading, meanings: holders.length > 0 ? [entryMeaning(holders)] : [] };
}

function restOf(text, readings, table) {
  if (readings.length === 0) return text.text;
  return blank(text.text, [...readings, ...leadIns(text, readings, table)]).trim();
}

/** Where words stand that only lead to a reading. */
function leadIns(text, readings, table) {
  const spans = [];
  let end = 0;
  for (const { start } of text.starts) {
    if (start < end || readings.some((each) => each.start <= start && start < each.end)) continue;
    const match = matchAt(table.leadIn, text, start);
    if (!match) continue;
    end = start + match[0].length;
    spans.push({ start, end });
  }
  return spans;
}

function blank(text, spans) {
  return spans.reduce((rest, span) => rest.slice(0, span.start) + " ".repeat(span.end - span.start) + rest.slice(span.end), text);
}

function status(value, table) {
  return { unit: "status", label: table.ten_tinh_trang[value], value };
}

function entryMeaning(entries) {
  const [{ loc: facet }] = entries;
  const same = entries.filter((entry) => entry.loc === facet);
  return { unit: "entry", label: same.map(({ ten }) => ten).join(" hoặc "), facet, values: same.map(({ ma }) => ma) };
}
