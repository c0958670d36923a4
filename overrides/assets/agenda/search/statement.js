// What the page says about an answer, in words.

const UNSEARCHED = "Chưa tìm gì: hãy gõ chữ hoặc số.";

/** The sentence behind the total. */
export function totalNote({ unsearched, readings, literally, elsewhere, places }, total, shown) {
  if (unsearched) return UNSEARCHED;
  const parts = [places ? `kết quả: ${total - places} việc, ${places} chỗ khác` : "việc"];
  if (shown < total) parts.push(`đang hiện ${shown}`);
  const scope = readings.flatMap(({ meanings }) => meanings.map(({ label }) => label)).join(", ");
  if (elsewhere) parts.push(`không có việc nào ở phạm vi “${scope}”`);
  else if (literally && literally === total) parts.push(`chỉ có đúng chữ đã gõ; không có việc nào ở phạm vi “${scope}”`);
  else if (literally) parts.push(`trong đó ${literally} việc chỉ có đúng chữ đã gõ, xếp sau`);
  return parts.join(", ");
}

/** What was left out or searched in place of what was typed; empty if nothing. */
export function searchNote({ missing, clauses, searched, apart }) {
  const sentences = searched.map(({ typed, words, ahead }) => {
    const [lack, order] = ahead ? ["đứng liền nhau", ", xếp trước"] : ["như đã gõ", ""];
    return `Không chỗ nào có ${quoted(typed)} ${lack}; đã tìm: ${quoted(words)}${order}.`;
  });
  if (missing.length > 0) {
    const instead = [...new Set(clauses.flatMap(({ terms }) => terms.map((term) => term.text)))].join(" ");
    sentences.push(`Không có trong chương trình nào đã đăng: ${quoted(missing.map(({ text }) => text))}.`);
    if (instead) sentences.push(`Kết quả dưới đây tìm theo ${quoted([instead])}.`);
  }
  if (apart.length > 0) {
    sentences.push(`Không chỗ nào có đủ các từ đã gõ. Kết quả dưới đây bỏ ${quoted(apart)}.`);
  }
  return sentences.join(" ");
}

/** The query in which an expression is mere words: in quotation marks. */
export function queryWithout(query, { start, end }) {
  const text = query.normalize("NFC");
  return `${text.slice(0, start)}"${text.slice(start, end)}"${text.slice(end)}`;
}

function quoted(words) {
  return words.map((word) => `“${word}”`).join(", ");
}
