// Which records answer a query, and how well.

import { MOST_WORDINGS, single } from "./query.js";
import { spellingKey } from "./words.js";

/**
 * The records that meet all clauses.
 *
 * `scores` maps their numbers to how well they fit. `missing` are the terms that no record has in
 * any wording: they are left out, and `clauses` are those that remain.
 */
export async function match(clauses, index, synonyms) {
  const missing = [];
  const met = [];
  for (const clause of await answered(clauses, index, synonyms)) {
    if (clause.records.size > 0) met.push(clause);
    else if (neverFound(clause)) missing.push(...clause.terms);
    else met.push(clause);
  }
  const [first, ...others] = met.map((clause) => clause.records);
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
  return { scores, missing, clauses: met };
}

/** The clauses with their `records`; one whose terms never come together is taken apart. */
async function answered(clauses, index, synonyms) {
  const answers = await Promise.all(
    clauses.map(async (clause) => {
      const records = await recordsOf(clause, index);
      if (records.size > 0 || clause.terms.length === 1) return [{ ...clause, records }];
      const apart = clause.terms.map((term) => single(term, synonyms));
      return Promise.all(
        apart.map(async (each) => ({ ...each, records: await recordsOf(each, index) })),
      );
    }),
  );
  return answers.flat();
}

function neverFound(clause) {
  return clause.terms.length === 1 && clause.records.size === 0;
}

/** The records that meet a clause, with the number of words that are spelled as typed. */
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
export async function recordsWith(sequence, index) {
  const words = await Promise.all(sequence.map((word) => wordPlaces(word, index)));
  const positions = sideBySide(words.map(({ all }) => all));
  const found = new Map();
  eachRecord(positions, index.starts, (number, position) => {
    const exact = words.filter(({ spelled }, offset) => spelled.has(position + offset)).length;
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
    all: merged(spellings.map(({ positions }) => positions)),
    spelled: new Set(
      spellings
        .filter(({ spelling }) => spellingKey(spelling) === key)
        .flatMap(({ positions }) => [...positions]),
    ),
  };
}

/** The records in which all words typed stand side by side, or stand in another wording. */
async function adjacentRecords(clauses, index) {
  const found = new Set();
  for (const wording of wordingsOf(clauses)) {
    if (wording.length === 0) continue;
    for (const number of (await recordsWith(wording, index)).keys()) found.add(number);
  }
  return found;
}

/** The words typed, with what is searched in place of some; of a single clause all wordings. */
function wordingsOf(clauses) {
  const typed = ({ terms }) => terms.flatMap(({ words }) => words);
  if (clauses.length === 1) return [typed(clauses[0]), ...clauses[0].others];
  return clauses.reduce(
    (begun, clause) => {
      const next = clause.terms[0].instead || [typed(clause)];
      return begun.flatMap((words) => next.map((more) => [...words, ...more])).slice(0, MOST_WORDINGS);
    },
    [[]],
  );
}

function sideBySide([first, ...others]) {
  const following = others.map((positions) => new Set(positions));
  return first.filter((position) => following.every((positions, offset) => positions.has(position + offset + 1)));
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

/** Calls `use(record, position)` for rising positions; `starts` says where each record begins. */
function eachRecord(positions, starts, use) {
  let number = 0;
  for (const position of positions) {
    while (starts[number + 1] <= position) number++;
    use(number, position);
  }
}
