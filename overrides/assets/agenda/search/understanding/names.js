// People, units and groups of the directory as people call them.

import { fold, spellingKey, words } from "../words.js";

const MOST_WORDS = 9; // of a name
const WEAK = new Set(["a", "c", "co", "chu", "bac", "thay"]); // forms of address that are words as well

/** Prepares the directory for `nameAt`: entries by the letters of what they are called. */
export function readNames(table) {
  const names = new Map();
  const people = new Map();
  const titles = new Map();
  const everybody = table.danh_ba.filter((entry) => entry.chuc_vu);
  for (const way of table.cum_tu) add(names, way, { way });
  for (const entry of table.danh_ba) {
    for (const way of entry.cach_goi || []) add(names, way, { entry, way });
    if (!entry.chuc_vu) continue;
    const parts = entry.ten.split(/\s+/);
    for (const size of [1, 2, parts.length]) {
      if (size > parts.length) continue;
      add(people, parts.slice(-size).join(""), { entry, way: parts.slice(-size).join(""), whole: size > 1 });
    }
    for (const [name, short] of entry.chuc_vu) {
      for (const title of [name, short].filter(Boolean)) {
        const ways = [title, ...table.sau_chuc_vu.map((after) => title + after)];
        for (const way of ways) add(titles, way, { way, title: letters(name) });
      }
    }
  }
  const honorifics = new Set(table.xung_ho.map(letters));
  return { names, people, titles, honorifics, everybody };
}

/**
 * The longest name from a token on as `{end, entries, weak}`; null if there is none. There are no
 * entries if it is an abbreviation or its full words: "Hội đồng nhân dân" is not the group "Hội đồng".
 * A title without a name has `titles`.
 */
export function nameAt(tokens, first, directory) {
  const unit = longest(tokens, first, directory.names);
  const person = personAt(tokens, first, directory);
  if (!unit || (person && (person.end > unit.end || (person.end === unit.end && person.titles)))) return person;
  return { end: unit.end, entries: unique(unit.found.map(({ entry }) => entry).filter(Boolean)), weak: false };
}

/** The people who are called by a given name alone, or who hold a title. */
export function peopleCalled(tokens, directory, today) {
  const name = longest(tokens, 0, directory.people);
  if (name && name.next === tokens.length) return unique(name.found.map(({ entry }) => entry));
  const title = longest(tokens, 0, directory.titles);
  if (!title || title.next !== tokens.length) return [];
  return holdersOf([titlesIn(title)], directory, today, today);
}

/** The entries with a name in which words stand as typed, the last one as the beginning of one. */
export function entriesBeginning(tokens, { danh_ba }) {
  const typed = spaced(tokens);
  return danh_ba.filter(({ ten, cach_goi = [ten] }) => tokens.length > 0 && cach_goi.some((way) => spaced(words(way)).includes(typed)));
}

function spaced(tokens) {
  return tokens.map(({ folded }) => ` ${folded}`).join("");
}

/** The people who hold titles on a day from `first` to `last`. */
export function holdersOf(titles, { everybody }, first, last) {
  return everybody.filter((entry) => titles.every((held) => holds(entry, held, first, last)));
}

function personAt(tokens, first, directory) {
  const titles = [];
  let position = first;
  let weak = true;
  for (;;) {
    const title = longest(tokens, position, directory.titles);
    const address = longest(tokens, position, directory.honorifics);
    if (!title && !address) break;
    if (title) titles.push(titlesIn(title));
    weak = weak && !title && WEAK.has(address.key);
    position = (title && (!address || title.next >= address.next) ? title : address).next;
  }
  const name = longest(tokens, position, directory.people);
  const unit = longest(tokens, position, directory.names);
  if (!name || (unit && unit.next > name.next)) return titles.length > 0 ? { end: tokens[position - 1].end, titles, entries: [] } : null;
  const after = longest(tokens, name.next, directory.titles);
  if (after) titles.push(titlesIn(after));
  const addressed = position > first || after;
  const named = name.found.filter(({ whole, entry }) => (addressed || whole) && titles.every((held) => holds(entry, held)));
  if (named.length === 0) return null;
  const last = tokens[(after || name).next - 1];
  return {
    end: last.end,
    entries: unique(named.map(({ entry }) => entry)),
    weak: position > first && weak && !after,
  };
}

function titlesIn({ found }) {
  return found.map(({ title }) => title);
}

function holds(entry, titles, first = "", last = "9") {
  return entry.chuc_vu.some(([name, , since, until]) => titles.includes(letters(name)) && since <= last && first <= (until || "9"));
}

/** The most tokens from `first` on that are together a key, with what is found under it. */
function longest(tokens, first, keys) {
  let key = "";
  let spelled = "";
  let best = null;
  for (let next = first; next < Math.min(first + MOST_WORDS, tokens.length); next++) {
    key += tokens[next].folded;
    spelled += tokens[next].spelling;
    if (!keys.has(key)) continue;
    const found = keys instanceof Map ? keys.get(key).filter((each) => !each.way || agrees(spelled, each.way)) : [];
    if (keys instanceof Map && found.length === 0) continue;
    best = { key, next: next + 1, end: tokens[next].end, found };
  }
  return best;
}

/** Whether what was typed has no other diacritics than a name: "phong tttk", "Phòng TTTK". */
function agrees(typed, way) {
  const [left, right] = [typed.toLowerCase(), way.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")].map((each) => each.normalize("NFC"));
  if (spellingKey(left) === spellingKey(right)) return true;
  return left.length === right.length && Array.from(left).every((letter, at) => letter === right[at] || letter === fold(right[at]));
}

function add(keys, way, value) {
  const key = letters(way);
  keys.set(key, [...(keys.get(key) || []), value]);
}

/** The letters and digits of a text, folded. */
export function letters(text) {
  return fold(text).replace(/[^a-z0-9]/g, "");
}

function unique(entries) {
  return [...new Set(entries)];
}
