// What is searched where the words as typed find nothing, one step after another.

import { match, recordsWith } from "./match.js";
import { readClauses } from "./query.js";
import { beginningWith, cutInto, soundingLike, spelledLike } from "./similar.js";
import { fold, words } from "./words.js";

const AHEAD = 2 ** 20; // side by side in another spelling, before words apart

/**
 * Matches terms. If none or not all of them are found together, it tries in their place, in this
 * order: the last word as the beginning of one, words written as one, initials, other spellings;
 * then fewer words. Where words typed with diacritics, or before the first letter of another, meet but
 * never stand side by side, another spelling that does comes first. `searched` are
 * `{typed, words, ahead}`; `apart` are words left out as they never meet.
 */
export async function matchTolerantly(terms, index, synonyms) {
  const nothing = { searched: [], apart: [] };
  if (terms.length === 0) return { ...nothing, scores: new Map(), missing: [], clauses: [] };
  const matchAll = (some) => match(readClauses(some, synonyms), index, synonyms);
  const exact = await matchAll(terms);
  if (exact.missing.length === 0 && exact.scores.size > 0) {
    return { ...nothing, ...exact, ...(await putAhead(terms, exact, index, synonyms)) };
  }

  const vocabulary = await index.vocabulary();
  const context = { index, vocabulary, matchAll };
  const replaced = exact.missing.length > 0 ? await replaceMissing(terms, exact.missing, context) : await replaceApart(terms, context);
  const searched = searchedInstead(replaced);
  const found = searched.length > 0 ? await matchAll(replaced) : exact;
  if (found.scores.size > 0) return { ...nothing, ...found, searched };
  const { kept, apart } = await fewer(replaced.filter((term) => !found.missing.includes(term)), matchAll);
  if (apart.length === 0) return { ...nothing, ...found, searched };
  return { ...(await matchAll(kept)), missing: found.missing, searched, apart: apart.map(({ text }) => text) };
}

/** The terms, those that no record has with what may be meant by them. */
async function replaceMissing(terms, missing, context) {
  const known = terms.filter((term) => !missing.includes(term));
  const found = known.length > 0 ? (await context.matchAll(known)).scores : null;
  const replaced = [];
  for (const [place, term] of terms.entries()) {
    const isMissing = missing.includes(term) && isPlain(term);
    const steps = isMissing ? stepsFor(terms, place, context) : [];
    replaced.push(await firstFitting(term, steps, terms, found && found.size > 0 ? found : null, context));
  }
  return replaced;
}

function stepsFor(terms, place, { vocabulary }) {
  const single = (list) => list.map((each) => [each]);
  const word = terms[place].words[0].folded;
  const hasOthers = terms.length > 1;
  return [
    () => (place === terms.length - 1 && (hasOthers || word.length > 1) ? single(beginningWith(word, vocabulary, wordBefore(terms, place))) : []),
    () => cutInto(word, vocabulary),
    () => (vocabulary.phrases[word] || []).map((phrase) => phrase.split(" ")),
    () => single(soundingLike(word, vocabulary)),
    () => single(spelledLike(word, vocabulary, hasOthers ? 3 : 4)),
  ];
}

/** The terms, one of them with another spelling that stands beside a neighbour as typed. */
async function replaceApart(terms, context) {
  for (const alike of [beginningWith, soundingLike, spelledShort]) {
    for (const [place, term] of terms.entries()) {
      if (terms.length < 2 || !isPlain(term) || (alike === beginningWith && place < terms.length - 1)) continue;
      const others = (await context.matchAll(terms.filter((each) => each !== term))).scores;
      if (others.size === 0) continue;
      const wordings = alike(term.words[0].folded, context.vocabulary, wordBefore(terms, place)).map((each) => readWords([each]));
      const fitting = await keep(wordings, async (wording) => {
        return meets(await recordsWith(wording, context.index), others) && (await isBeside(wording, terms, place, context));
      });
      if (fitting.length > 0) return terms.map((each) => (each === term ? { ...term, instead: fitting } : each));
    }
  }
  return terms;
}

/** The term with the wordings of the first step that some record has together with the others. */
async function firstFitting(term, steps, terms, others, context) {
  for (const step of steps) {
    const wordings = step().map(readWords);
    const fitting = await keep(wordings, async (wording) => meets(await recordsWith(wording, context.index), others));
    const beside = await keep(fitting, (wording) => isBeside(wording, terms, terms.indexOf(term), context));
    const instead = beside.length > 0 || isLetter(term) ? beside : fitting;
    if (instead.length > 0) return { ...term, instead };
  }
  return term;
}

/** What comes before words apart: all of them side by side, one in another spelling. */
async function putAhead(terms, exact, index, synonyms) {
  const isFound = [...exact.scores.values()].some((score) => score % 2 === 1);
  if (isFound || terms.length < 2 || !terms.every(isPlain)) return null;
  const hasMarks = terms.some(({ text }) => text.toLowerCase() !== fold(text));
  for (const [place, term] of terms.entries()) {
    const begins = place === terms.length - 1 && isLetter(term);
    if (!begins && !hasMarks) continue;
    const vocabulary = await index.vocabulary();
    for (const alike of begins ? [beginningWith] : [soundingLike, spelledShort]) {
      const scores = new Map(exact.scores);
      const sequenceWith = (wording) => terms.flatMap((each) => (each === term ? wording : each.words));
      const wordings = alike(term.words[0].folded, vocabulary, wordBefore(terms, place)).map((each) => readWords([each]));
      const instead = await keep(wordings, async (wording) => {
        const records = await recordsWith(sequenceWith(wording), index);
        for (const [number, spelled] of records) scores.set(number, AHEAD + 2 * spelled + 1);
        return records.size > 0;
      });
      if (instead.length === 0) continue;
      const clauses = readClauses(terms.map((each) => (each === term ? { ...term, instead } : each)), synonyms);
      return { scores, clauses, searched: [{ typed: written([terms.flatMap(({ words }) => words)]), words: written(instead.map(sequenceWith)), ahead: true }] };
    }
  }
  return null;
}

/** The most terms that some record has together, and those left out. */
async function fewer(terms, matchAll) {
  if (terms.length < 2) return { kept: terms, apart: [] };
  let best = null;
  for (const term of terms) {
    const kept = terms.filter((each) => each !== term);
    const { size } = (await matchAll(kept)).scores;
    if (size > 0 && (!best || size < best.size)) best = { kept, apart: [term], size };
  }
  if (best) return best;
  const [kept, apart] = [[], []];
  for (const term of terms) {
    const { scores, missing } = await matchAll([...kept, term]);
    (scores.size > 0 && missing.length === 0 ? kept : apart).push(term);
  }
  return kept.length > 0 ? { kept, apart } : { kept: terms, apart: [] };
}

/** Whether a wording stands beside the word before or after its place. */
async function isBeside(wording, terms, place, { index }) {
  const [before, after] = [terms[place - 1], terms[place + 1]].map((term) => (term ? term.words : []));
  const [behind, ahead] = await Promise.all([
    before.length > 0 ? recordsWith([...before, ...wording], index) : new Map(),
    after.length > 0 ? recordsWith([...wording, ...after], index) : new Map(),
  ]);
  return behind.size + ahead.size > 0;
}

function meets(records, others) {
  return others === null ? records.size > 0 : [...records.keys()].some((number) => others.has(number));
}

async function keep(list, test) {
  const kept = await Promise.all(list.map(test));
  return list.filter((_, place) => kept[place]);
}

function isPlain({ quoted, words: typed }) {
  return !quoted && typed.length === 1;
}

function wordBefore(terms, place) {
  return place > 0 ? terms[place - 1].words.slice(-1)[0].folded : "";
}

function isLetter({ words: typed }) {
  return /^[a-z]$/.test(typed[0].folded);
}

/** Words of which one letter differs, be they as short as "kê": a neighbour tells whether they fit. */
function spelledShort(word, vocabulary) {
  return spelledLike(word, vocabulary, 2).filter((other) => other.length > 1);
}

function readWords(parts) {
  return words(parts.join(" "));
}

/** What is searched in place of what: the whole query if there is one wording of each word. */
function searchedInstead(terms) {
  const replaced = terms.filter(({ instead }) => instead);
  if (replaced.length === 0) return [];
  if (replaced.some(({ instead }) => instead.length > 1)) {
    return replaced.map(({ text, instead }) => ({ typed: [text], words: written(instead) }));
  }
  const words = terms.map(({ text, instead }) => (instead ? written(instead)[0] : text)).join(" ");
  return [{ typed: replaced.map(({ text }) => text), words: [words] }];
}

function written(wordings) {
  return wordings.map((wording) => wording.map(({ spelling }) => spelling).join(" "));
}
