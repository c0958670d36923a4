// The answer to a query: which records, in which order, and what there is to say about it.

import { match } from "./match.js";
import { isShortTime, narrowing, facetsOf } from "./narrowing.js";
import { readClauses, readSynonyms, readTerms } from "./query.js";
import { matchTolerantly } from "./tolerance.js";
import { understand } from "./understanding/read.js";

const AS_TYPED = 2 ** 40; // all words side by side as typed, before
const UNDERSTOOD = 2 ** 30; // what is understood, before words alone

/**
 * What answers a text on a day in Viet Nam: `numbers` of records, best first with `score`, how it was
 * understood, and the terms that were left out. `unsearched` says that there was nothing to search.
 */
export async function find(text, index, today) {
  const terms = readTerms(text);
  if (terms.length === 0) return { ...nothing(), numbers: text ? [] : index.items(), unsearched: text !== "" };
  const { readings, rest, called } = understand(text, index.table, { today, years: index.years });
  const synonyms = readSynonyms(index.synonyms);
  if (readings.length === 0) {
    return { ...nothing(), ...byScore(await matchTolerantly(terms, index, synonyms)), called };
  }
  const [facets, literal] = await Promise.all([
    index.facets(facetsOf(readings)),
    match(readClauses(terms, synonyms), index, synonyms),
  ]);
  const inside = await matchInside(readTerms(rest), literal, index, synonyms);
  return { ...together(readings, inside, literal, narrowing(readings, index, facets), index), called };
}

/** Matches the words besides the readings: as typed where all words together find something. */
async function matchInside(terms, literal, index, synonyms) {
  const tolerant = terms.length === 0 || literal.missing.length > 0 || literal.scores.size === 0;
  if (tolerant) return matchTolerantly(terms, index, synonyms);
  return { ...(await match(readClauses(terms, synonyms), index, synonyms)), searched: [], apart: [] };
}

/** What words alone find, and what they find where the readings hold. */
function together(readings, inside, literal, holds, index) {
  const hasWords = inside.clauses.length > 0;
  const short = isShortTime(readings);
  const found = hasWords ? [...inside.scores.keys()] : index.items(short);
  const scores = new Map();
  for (const number of found) {
    if (holds(number)) scores.set(number, UNDERSTOOD + (inside.scores.get(number) || 0));
  }
  const elsewhere = scores.size === 0 && hasWords ? found.length : 0;
  const understood = scores.size;
  const asWords = isComplete(literal, inside);
  if (asWords) {
    for (const [number, score] of literal.scores) {
      const asTyped = hasWords && score % 2 === 1 ? AS_TYPED : 0;
      if (!scores.has(number) || asTyped) scores.set(number, score + asTyped);
    }
  }
  const literally = scores.size - understood;
  if (scores.size === 0) for (const number of found) if (hasWords) scores.set(number, inside.scores.get(number));
  return {
    ...nothing(),
    ...byScore({ ...inside, scores, clauses: asWords && literally > 0 ? [...inside.clauses, ...literal.clauses] : inside.clauses }),
    readings,
    literally,
    elsewhere,
    inOrder: short && !hasWords,
  };
}

/** Whether the words alone were all found, but for those that are missing with the readings, too. */
function isComplete(literal, inside) {
  const missing = inside.missing.map((term) => term.text);
  return literal.missing.every((term) => missing.includes(term.text));
}

function byScore({ scores, missing, clauses, searched, apart }) {
  return { numbers: [...scores.keys()], score: (number) => scores.get(number), missing, clauses, searched, apart };
}

function nothing() {
  return {
    ...{ numbers: [], score: () => 0, missing: [], clauses: [], readings: [], called: [], searched: [], apart: [] },
    ...{ literally: 0, elsewhere: 0, inOrder: false, unsearched: false },
  };
}

/** Numbers in the order to show them: of one day as the day goes, else the newest day first. */
export function sorted({ numbers, score, inOrder }, index, newest) {
  const byTime = (a, b) => index.dayOf(b) - index.dayOf(a) || a - b;
  if (newest) return numbers.sort(byTime);
  if (inOrder) return numbers.sort((a, b) => score(b) - score(a) || a - b);
  return numbers.sort((a, b) => score(b) - score(a) || byTime(a, b));
}
