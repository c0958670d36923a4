// The words that were found, marked in what is shown.

import { words } from "./words.js";

/** The sequences of words that any clause could be met by. */
export function searchedSequences(clauses) {
  return clauses.flatMap(({ terms, others }) => [...terms.map((term) => term.words), ...others]);
}

/** Puts `text` into an element with every sequence that it holds in a `<mark>`. */
export function setHighlighted(element, text, sequences) {
  element.replaceChildren();
  let end = 0;
  for (const range of ranges(text, sequences)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(range.start, range.end);
    element.append(text.slice(end, range.start), mark);
    end = range.end;
  }
  element.append(text.slice(end));
}

/** Where the sequences stand, from left to right; neighbours as one. */
function ranges(text, sequences) {
  const found = words(text);
  const marked = new Set();
  for (const sequence of sequences) {
    for (let first = 0; first + sequence.length <= found.length; first++) {
      if (sequence.every((word, offset) => isFound(word, found[first + offset]))) {
        sequence.forEach((_, offset) => marked.add(first + offset));
      }
    }
  }
  const joined = [];
  found.forEach(({ start, end }, position) => {
    if (!marked.has(position)) return;
    if (marked.has(position - 1)) joined[joined.length - 1].end = end;
    else joined.push({ start, end });
  });
  return joined;
}

function isFound(word, other) {
  return word.folded === other.folded && (!word.acronym || word.spelling === other.spelling);
}
