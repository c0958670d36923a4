// Which records answer a query, and how well.

import { single } from "./query.js";
import { spellingKey } from "./words.js";

/**
 * The records that meet all demands.
 *
 * `scores` maps their numbers to how well they fit. `missing` are the terms that no record has in
 * any wording: they are left out, and `demands` are those that remain.
 */
export async function match(demands, index, synonyms) {
  const missing = [];
  const met = [];
  for (const demand of await answered(demands, index, synonyms)) {
    if (demand.records.size > 0) met.push(demand);
    else if (neverFound(demand)) missing.push(...demand.terms);
    else met.push(demand);
  }
  const [first, ...others] = met.map((demand) => demand.records);
  const numbers = first
    ? [...first.keys()].filter((number) => others.every((records) => records.has(number)))
    : [];
  const adjacent = await adjacentRecords(met, index);
  const scores = new Map(
    numbers.map((number) => {
      const exact = met.reduce((sum, { records }) => sum + records.get(number), 0);
      return [number, 2 * exact + (adjacent.has(number) ? 1 : 0)];
    }),
  );
  return { scores, missing, demands: met };
}

/** The demands with their `records`; one whose terms never come together is taken apart. */
async function answered(demands, index, synonyms) {
  const answers = await Promise.all(
    demands.map(async (demand) => {
      const records = await recordsOf(demand, index);
      if (records.size > 0 || demand.terms.length === 1) return [{ ...demand, records }];
      const apart = demand.terms.map((term) => single(term, synonyms));
      return Promise.all(
        apart.map(async (each) => ({ ...each, records: await recordsOf(each, index) })),
      );
    }),
  );
  return answers.flat();
}

function neverFound(demand) {
  return demand.terms.length === 1 && demand.records.size === 0;
}

/** The records that meet a demand, with the number of words that are spelled as typed. */
async function recordsOf({ terms, others }, index) {
  const typed = terms.flatMap((term) => term.words);
  const [asTyped, ...otherwise] = await Promise.all([
    Promise.all(terms.map((term) => recordsWith(term.words, index))),
    ...others.map((wording) => recordsWith(wording, index)),
  ]);
  const [first, ...rest] = asTyped;
  const found = new Map();
  for (const [number, exact] of first) {
    if (rest.every((records) => records.has(number))) {
      found.set(number, rest.reduce((sum, records) => sum + records.get(number), exact));
    }
  }
  for (const records of otherwise) {
    for (const number of records.keys()) found.set(number, typed.length);
  }
  return found;
}

/** The records that have words side by side, with the number of words spelled as typed. */
async function recordsWith(sequence, index) {
  const words = await Promise.all(sequence.map((word) => wordPlaces(word, index)));
  const places = sideBySide(words.map(({ all }) => all));
  const found = new Map();
  eachRecord(places, index.starts, (number, place) => {
    const exact = words.filter(({ spelled }, offset) => spelled.has(place + offset)).length;
    found.set(number, Math.max(exact, found.get(number) ?? 0));
  });
  return found;
}

/** Where a word stands in any spelling, rising, and where in its own. */
async function wordPlaces(word, index) {
  const key = spellingKey(word.spelling);
  const spellings = (await index.spellings(word.folded)).filter(
    ({ spelling }) => !word.acronym || spelling === word.spelling,
  );
  return {
    all: merged(spellings.map(({ places }) => places)),
    spelled: new Set(
      spellings
        .filter(({ spelling }) => spellingKey(spelling) === key)
        .flatMap(({ places }) => [...places]),
    ),
  };
}

/** The records in which all words typed stand side by side, or stand in another wording. */
async function adjacentRecords(demands, index) {
  const typed = demands.flatMap(({ terms }) => terms.flatMap(({ words }) => words));
  const wordings = demands.length === 1 ? [typed, ...demands[0].others] : [typed];
  const found = new Set();
  for (const wording of wordings) {
    if (wording.length === 0) continue;
    for (const number of (await recordsWith(wording, index)).keys()) found.add(number);
  }
  return found;
}

function sideBySide([first, ...others]) {
  const following = others.map((places) => new Set(places));
  return first.filter((place) => following.every((places, offset) => places.has(place + offset + 1)));
}

function merged(lists) {
  if (lists.length === 1) return lists[0];
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  return all.sort();
}

/** Calls `use(record, place)` for rising places; `starts` says where each record begins. */
function eachRecord(places, starts, use) {
  let number = 0;
  for (const place of places) {
    while (starts[number + 1] <= place) number++;
    use(number, place);
  }
}
