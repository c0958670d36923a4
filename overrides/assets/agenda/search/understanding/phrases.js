// The table of plugins/agenda/search/phrases.py, ready for use, and the text that it is matched with.

import { fold, spellingKey, words } from "../words.js";

export function readPhrases(table) {
  const timed = (rows) => rows.map(([shape, pattern]) => ({ shape, pattern: readPattern(pattern) }));
  return {
    ...table,
    times: timed(table.gio),
    besideTimes: timed(table.canh_gio),
    statuses: timed(table.tinh_trang),
    literal: table.nguyen_van.map(readPattern),
    leadIn: readPattern(table.loi_dan),
  };
}

/** A pattern for folded text, and how its words are spelled by their folded form. */
function readPattern(written) {
  const spelled = new Map();
  for (const [word] of written.matchAll(/\p{L}{2,}/gu)) {
    const folded = fold(word);
    spelled.set(folded, [...(spelled.get(folded) || []), spellingKey(word)]);
  }
  const folded = written.replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
  return { expression: new RegExp(folded, "y"), spelled };
}

/**
 * A query as patterns see it: `folded` has the length of `text`, and nothing where quotation marks
 * are. `starts` are where a word begins that no sign joins to the one before.
 */
export function readText(query) {
  const text = query.normalize("NFC");
  const folded = Array.from(text.replace(/["“”„][^"“”„]*["“”„]?/gu, blank), foldOne).join("");
  const tokens = words(text).filter(({ start }) => folded[start] !== '"');
  const starts = tokens.filter(({ start }) => !/[/.:-]/.test(folded[start - 1] || " "));
  return { text, folded, tokens, starts };
}

function blank(quoted) {
  return '"'.repeat(quoted.length);
}

function foldOne(letter) {
  const folded = fold(letter);
  return folded.length === letter.length ? folded : letter;
}

/** The match of a pattern at a position; null if a word has other diacritics than the phrase. */
export function matchAt({ expression, spelled }, { text, folded }, position) {
  expression.lastIndex = position;
  const found = expression.exec(folded);
  if (!found || found[0] === "") return null;
  const typed = words(text.slice(position, position + found[0].length));
  const meant = typed.every(({ folded: word, spelling }) => {
    const key = spellingKey(spelling);
    return key === word || !spelled.has(word) || spelled.get(word).includes(key);
  });
  return meant ? found : null;
}
