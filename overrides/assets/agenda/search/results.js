// Results as the reader sees them, from the page's own template.

import { setHighlighted } from "./highlighting.js";

// The site's own words, in which nothing is searched.
const OURS = new Set(["buoi", "gio", "den", "trang_thai", "loai"]);

/** Adds a record's result to the list, and returns it. */
export function appendResult(list, template, record, { root, sequences }) {
  const element = result(template, record, root, sequences);
  list.append(element);
  return element;
}

function result(template, record, root, sequences) {
  const element = template.content.firstElementChild.cloneNode(true);
  const time = element.querySelector("time");
  time.dateTime = record.ngay;
  time.textContent = record.khi;
  for (const field of element.querySelectorAll("[data-field]")) {
    const name = field.dataset.field;
    setHighlighted(field, record[name] ?? "", OURS.has(name) ? [] : sequences);
    if (name === "ly_do" && record.ly_do) field.before(": ");
  }
  const link = element.querySelector("a");
  link.href = root + record.url;
  if (record.trang_thai) {
    element.classList.add("line--withdrawn");
    const struck = document.createElement("s");
    struck.append(...link.childNodes);
    link.append(struck);
  }
  for (const row of element.querySelectorAll("[data-row]")) {
    if ([...row.querySelectorAll("[data-field]")].every((field) => !field.textContent)) row.remove();
  }
  // The directory's name is not on the paper: it is shown where it is what was found.
  const names = element.querySelector('[data-field="ten"]');
  if (names && !names.querySelector("mark")) names.closest("[data-row]").remove();
  return element;
}
