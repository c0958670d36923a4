// What a person asked for: terms that must all be found, each in any of several wordings.

import { isAcronym, spellingKey, words } from "./words.js";

const PIECE = /["“”„]([^"“”„]*)["“”„]?|[^\s"“”„]+/gu;
export const MOST_WORDINGS = 32; // of one phrase, with each synonym in each place

/**
 * Reads a query. A term is a word, or words side by side: in quotation marks, or joined by signs
 * as in 252/2020/NQ-HĐND.
 */
export function readTerms(text) {
  return Array.from(text.matchAll(PIECE), ([written, quoted]) => ({
    text: (quoted ?? written).trim(),
    quoted: quoted !== undefined,
    words: words(quoted ?? written),
  })).filter((term) => term.words.length > 0);
}

/**
 * Puts terms together to clauses: each with its terms, and `others`, wordings that will do in
 * their place. `synonyms` are lists of ways to write one thing, read by `readSynonyms`.
 */
export function readClauses(terms, synonyms) {
  const clauses = [];
  let start = 0;
  while (start < terms.length) {
    const run = isFixed(terms[start]) ? null : longestRun(terms, start, synonyms);
    if (run) {
      clauses.push(run);
      start += run.terms.length;
    } else {
      clauses.push(single(terms[start], synonyms));
      start += 1;
    }
  }
  return clauses;
}

/** One term as a clause of its own; `instead` are wordings in place of one that no record has. */
export function single(term, synonyms) {
  if (term.instead) return { terms: [term], others: term.instead };
  const [, ...others] = wordings(term.words, synonyms);
  return { terms: [term], others };
}

function isFixed({ quoted, instead }) {
  return quoted || instead !== undefined;
}

export function readSynonyms(lists) {
  return lists.map((ways) => ways.map((way) => words(way).map(asPrinted)));
}

/** A word of the directory: an acronym is found only as one. */
function asPrinted(word) {
  return { ...word, acronym: isAcronym(word.spelling) };
}

/** The most terms from `start` on that are together one way to write something. */
function longestRun(terms, start, synonyms) {
  let longest = null;
  for (let end = start + 1; end <= terms.length && !isFixed(terms[end - 1]); end++) {
    const run = terms.slice(start, end);
    const typed = run.flatMap((term) => term.words);
    const isTyped = (way) => way.length === typed.length && begins(typed, 0, way);
    const others = synonyms
      .filter((ways) => ways.some(isTyped))
      .flatMap((ways) => ways.filter((way) => !isTyped(way)));
    if (others.length > 0) longest = { terms: run, others };
  }
  return longest;
}

/** All wordings of words side by side, the one given first. */
function wordings(typed, synonyms, from = 0) {
  if (from >= typed.length) return [[]];
  const found = wordings(typed, synonyms, from + 1).map((rest) => [typed[from], ...rest]);
  for (const ways of synonyms) {
    for (const written of ways.filter((way) => begins(typed, from, way))) {
      const rests = wordings(typed, synonyms, from + written.length);
      for (const way of ways) {
        if (way !== written) found.push(...rests.map((rest) => [...way, ...rest]));
      }
    }
  }
  return found.slice(0, MOST_WORDINGS);
}

function begins(typed, from, way) {
  return way.length > 0 && way.every((word, offset) => means(typed[from + offset], word));
}

/** Whether a typed word is that of the directory, with its diacritics or without any. */
function means(typed, word) {
  if (typed?.folded !== word.folded) return false;
  const key = spellingKey(typed.spelling);
  return key === typed.folded || key === spellingKey(word.spelling);
}
