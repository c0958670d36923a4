// Words that may have been meant by one that no record has.

import { fold } from "./words.js";

const MOST = 12; // words in place of one
const LONG = 4; // letters of a word in which one may be wrong
const MOST_PARTS = 5; // words that were written as one

// Spellings of the same sound, and letters that people mistake for each other.
const SOUNDS = [
  [/y/g, "i"],
  [/^(?:gi|r)(?=[aeiou])/, "d"],
  [/^gi$/, "di"],
  [/^x/, "s"],
  [/^tr/, "ch"],
  [/^ngh/, "ng"],
  [/^gh/, "g"],
  [/^[kq](?!h)/, "c"],
];

/** Frequent words that begin with letters; with a single one also what follows `before` in a known phrase. */
export function beginningWith(letters, { words, phrases }, before) {
  const begin = words.filter((word) => word.startsWith(letters) && word.length > 1);
  const known = ` ${fold(Object.values(phrases).flat().join(" | "))}`.split(` ${before} `).map((rest) => rest.split(" ")[0]);
  return begin.filter((word, rank) => rank < MOST || (letters.length === 1 && known.includes(word)));
}

/** Words that sound like one, or else words of which one letter differs. */
export function soundingLike(word, { words }) {
  const sound = soundOf(word);
  return words.filter((other) => other !== word && soundOf(other) === sound).slice(0, MOST);
}

export function spelledLike(word, { words }, shortest = LONG) {
  if (word.length < shortest || /\d/.test(word)) return [];
  return words.filter((other) => other !== word && differsByOne(word, other)).slice(0, MOST);
}

/** Ways to cut letters into known words, those of the fewest words first. */
export function cutInto(letters, { words }) {
  const known = new Set(words.filter((word) => word.length > 1));
  const found = [];
  cut(letters, [], known, found);
  return found.sort((one, other) => one.length - other.length).slice(0, MOST);
}

function cut(rest, parts, known, found) {
  if (rest === "") {
    if (parts.length > 1) found.push(parts);
    return;
  }
  if (parts.length === MOST_PARTS) return;
  const digits = /^\d+/.exec(rest);
  if (digits) {
    cut(rest.slice(digits[0].length), [...parts, digits[0]], known, found);
    return;
  }
  for (let size = 2; size <= rest.length; size++) {
    const part = rest.slice(0, size);
    if (known.has(part)) cut(rest.slice(size), [...parts, part], known, found);
  }
}

function soundOf(word) {
  return SOUNDS.reduce((sound, [pattern, letters]) => sound.replace(pattern, letters), word);
}

/** Whether a letter is missing, added, replaced, or has changed places with its neighbour. */
function differsByOne(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let first = 0;
  while (first < one.length && one[first] === other[first]) first++;
  const [left, right] = [one.slice(first), other.slice(first)];
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
