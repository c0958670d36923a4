// What is searched where the words as typed find nothing, one step after another.

import { match, recordsWith } from "./match.js";
import { readClauses } from "./query.js";
import { beginningWith, cutInto, soundingLike, spelledLike } from "./similar.js";
import { words } from "./words.js";

/**
 * Matches terms. If none or not all of them are found together, it tries in their place, in this
 * order: the last word as the beginning of one, words written as one, initials, other spellings;
 * then fewer words. `searched` are `{typed, words}`; `apart` are words left out as they never meet.
 */
export async function matchTolerantly(terms, index, synonyms) {
  const nothing = { searched: [], apart: [] };
  if (terms.length === 0) return { ...nothing, scores: new Map(), missing: [], clauses: [] };
  const matchAll = (some) => match(readClauses(some, synonyms), index, synonyms);
  const exact = await matchAll(terms);
  if (exact.missing.length === 0 && exact.scores.size > 0) return { ...nothing, ...exact };

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
    const steps = isMissing ? stepsFor(term.words[0].folded, place === terms.length - 1, terms.length > 1, context) : [];
    replaced.push(await firstFitting(term, steps, terms, found && found.size > 0 ? found : null, context));
  }
  return replaced;
}

function stepsFor(word, isLast, hasOthers, { vocabulary }) {
  const single = (list) => list.map((each) => [each]);
  return [
    () => (isLast ? single(beginningWith(word, vocabulary)) : []),
    () => cutInto(word, vocabulary),
    () => (vocabulary.phrases[word] || []).map((phrase) => phrase.split(" ")),
    () => single(soundingLike(word, vocabulary)),
    () => single(spelledLike(word, vocabulary, hasOthers ? 3 : 4)),
  ];
}

/** The terms, one of them with another spelling that stands beside a neighbour as typed. */
async function replaceApart(terms, context) {
  for (const alike of [soundingLike, (word, vocabulary) => spelledLike(word, vocabulary, 3)]) {
    for (const [place, term] of terms.entries()) {
      if (terms.length < 2 || !isPlain(term)) continue;
      const others = (await context.matchAll(terms.filter((each) => each !== term))).scores;
      if (others.size === 0) continue;
      const wordings = alike(term.words[0].folded, context.vocabulary).map((each) => readWords([each]));
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
    const instead = beside.length > 0 ? beside : fitting;
    if (instead.length > 0) return { ...term, instead };
  }
  return term;
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
