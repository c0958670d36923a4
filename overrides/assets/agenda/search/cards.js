// Links to what a query names: people, units, groups, days, months, years.

import { formatDate, formatMonth } from "../date_format.js";

const MOST_LINKS = 6; // newest first, where the query names no year
const NEXT = 3; // items of a person, unit or group

/** The links as `{text, url}`, without URL where nothing is published, with what comes next. */
export async function cardsOf(answer, index, today) {
  const entries = namedEntries(answer, index.table).slice(0, MOST_LINKS);
  const ofEntries = await Promise.all(entries.map((each) => entryCards(each, index, today)));
  return [...ofEntries.flat(), ...timeCards(answer, index)];
}

/** The entries that a query names, or may mean. */
export function namedEntries({ readings, called }, table) {
  const named = readings.flatMap(({ meanings }) => meanings).filter(({ unit }) => unit === "entry");
  return [...called, ...table.danh_ba.filter((each) => named.some(({ facet, values }) => each.loc === facet && values.includes(each.ma)))];
}

/** The link to the page of an entry, with its title on a day. */
export function entryCard(entry, index, today) {
  return { text: [entry.ten, titleOn(entry, today)].filter(Boolean).join(", "), url: fillEntry(index.urls.entry, entry) };
}

async function entryCards(entry, index, today) {
  const { loc: facet, ma: code, ten: name } = entry;
  const cards = [
    entryCard(entry, index, today),
    { text: `Lịch để đăng ký: ${name}`, url: fillEntry(index.urls.calendar, entry) },
  ];
  const numbers = (await index.facets([facet])).get(facet).get(code) ?? [];
  const upcoming = index.within([[today, "9999-12-31"]]);
  const next = await Promise.all(index.records([...numbers].filter(upcoming).slice(0, NEXT)));
  return [...cards, ...next.map((record) => ({ text: `${record.khi}: ${shortened(record.noi_dung)}`, url: record.url }))];
}

/** The title that a person holds on a day, or held last. */
function titleOn({ chuc_vu: titles = [] }, today) {
  const held = titles.filter(([, , since]) => !since || since <= today);
  const newest = held.find(([, , , until]) => !until || today <= until) || held[held.length - 1];
  return newest ? newest[0] : "";
}

/** The links to the days, months and years that a query names. */
export function timeCards({ readings }, { months, urls }) {
  return readings.flatMap(({ meanings }) => meanings.flatMap((meaning) => cardsOfTime(meaning, months, urls)));
}

function cardsOfTime({ unit, ranges }, months, urls) {
  if (unit === "year" && ranges[0][0].slice(0, 4) === ranges[0][1].slice(0, 4)) {
    const year = ranges[0][0].slice(0, 4);
    return months[year] ? [{ text: `Năm ${year}`, url: fill(urls.year, year) }] : [];
  }
  if (unit !== "month" && (unit !== "day" || ranges.some(([first, last]) => first !== last))) return [];
  const dates = ranges.map(([first]) => first);
  const published = dates.filter((date) => months[date.slice(0, 4)]?.includes(Number(date.slice(5, 7))));
  const shown = dates.length === 1 ? dates : published.reverse().slice(0, MOST_LINKS);
  return shown.map((date) => card(date, unit, published.includes(date), urls));
}

function card(date, unit, isPublished, urls) {
  const [year, month, day] = date.split("-");
  const monthName = formatMonth(`${year}-${month}`);
  const text = unit === "month" ? monthName[0].toUpperCase() + monthName.slice(1) : formatDate(date);
  if (!isPublished) return { text: `${text}: chưa đăng chương trình ${monthName}` };
  return { text, url: fill(unit === "month" ? urls.month : urls.day, year, month, day) };
}

function fillEntry(pattern, { loc: facet, ma: code }) {
  return pattern.replace("{section}", facet).replace("{code}", code);
}

function fill(pattern, year, month = "", day = "") {
  return pattern.replace("{year}", year).replace("{month}", month).replace("{day}", day);
}

function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 60).replace(/\s\S*$/, "")} …` : text;
}
