// Words as the index has them; the same cut as plugins/agenda/vietnam/words.py.

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f]*/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu; // huyền, sắc, ngã, hỏi, nặng

/** The words of a text: folded, spelled, and from where to where they stand in it. */
export function words(text) {
  return Array.from(text.matchAll(WORD), ({ 0: written, index }) => ({
    ...word(written.normalize("NFC")),
    start: index,
    end: index + written.length,
  }));
}

/** Without case, diacritics and the leading zeros of a number. */
export function fold(text) {
  return text
    .normalize("NFC")
    .replace(/[đĐðÐ]/gu, "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** Equal for spellings that differ only in case and in where the tone stands: hoà, Hòa. */
export function spellingKey(spelling) {
  const letters = spelling.toLowerCase().normalize("NFD");
  return (letters.replace(TONES, "") + (letters.match(TONES) ?? []).join("")).normalize("NFC");
}

/** Whether a spelling is an acronym, which differs from a syllable: TU and "tu". */
export function isAcronym(spelling) {
  return spelling.length > 1 && spelling === spelling.toUpperCase() && spelling !== spelling.toLowerCase();
}

function word(written) {
  const folded = fold(written);
  return {
    folded: /^\p{Nd}+$/u.test(folded) ? folded.replace(/^0+(?=.)/, "") : folded,
    spelling: isAcronym(written) ? written : written.toLowerCase(),
  };
}
