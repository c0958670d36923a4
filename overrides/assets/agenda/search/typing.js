// Below a search box while somebody types: links to what is named, then results.

import { dateInVietnam } from "../today.js";
import { find, sorted } from "./answer.js";
import { entryCard, namedEntries, timeCards } from "./cards.js";
import { searchedSequences, setHighlighted } from "./highlighting.js";
import { entriesBeginning } from "./understanding/names.js";
import { words } from "./words.js";

const MOST_CARDS = 4;
const MOST_ITEMS = 5;

/** Gives a box a list of links, as a combobox of WAI-ARIA. */
export function suggestWhileTyping(box, opening, number) {
  new TypingList(box, opening, number);
}

class TypingList {
  _box;
  _opening;
  _list = document.createElement("div");
  _active = null;
  _latest = 0; // number of the newest text
  _shown = 0; // number of the text that is answered: an answer to an older one is not shown

  constructor(box, opening, number) {
    this._box = box;
    this._opening = opening;
    setAttributes(this._list, { role: "listbox", id: `goi-y-${number}`, class: "matches", "aria-label": "Gợi ý" });
    this._list.hidden = true;
    box.parentElement.append(this._list);
    setAttributes(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this._list.id, "aria-expanded": "false" });
    box.addEventListener("input", () => this._suggest());
    box.addEventListener("keydown", (event) => this._press(event));
    box.addEventListener("blur", () => this._close());
    box.form.addEventListener("submit", () => this._close());
    this._list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this._list.addEventListener("click", () => setTimeout(() => this._close()));
    if (box === document.activeElement && box.value) this._suggest();
  }

  async _suggest() {
    const question = ++this._latest;
    const text = this._box.value;
    try {
      const index = await this._opening;
      const options = await optionsFor(text, index, this._box.form);
      if (question <= this._shown) return;
      this._shown = question;
      this._show(options);
      const current = await index.current();
      if (current === index) return;
      this._opening = Promise.resolve(current);
      if (question === this._latest) this._suggest();
    } catch {
      if (question === this._latest) this._close(); // the search page says what failed
    }
  }

  _show(options) {
    this._list.replaceChildren(...options);
    options.forEach((option, place) => (option.id = `${this._list.id}-${place}`));
    this._choose(null);
    this._list.hidden = options.length === 0;
    this._box.setAttribute("aria-expanded", String(!this._list.hidden));
  }

  _close() {
    this._shown = this._latest;
    this._show([]);
  }

  _press(event) {
    if (event.isComposing) return;
    const isOpen = !this._list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) this._move(event.key === "ArrowDown" ? 1 : -1);
      else this._suggest();
    } else if (event.key === "Enter" && this._active) {
      event.preventDefault();
      this._active.click();
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      this._close();
    }
  }

  /** Goes to another option; between the last and the first none is chosen. */
  _move(step) {
    const options = [null, ...this._list.children];
    const place = options.indexOf(this._active) + step + options.length;
    this._choose(options[place % options.length]);
  }

  _choose(option) {
    if (this._active) this._active.setAttribute("aria-selected", "false");
    this._active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      this._box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this._box.removeAttribute("aria-activedescendant");
    }
  }
}

/** Links for what is typed. A letter at the end only begins names: words with it are too many to fetch. */
async function optionsFor(text, index, form) {
  const today = dateInVietnam(new Date());
  const typed = words(text);
  const answer = await find(text.replace(/(^|\s)\p{L}$/u, "").trim() || "?", index, today);
  const entries = new Set([...namedEntries(answer, index.table), ...entriesBeginning(typed, index.table)]);
  const cards = [...[...entries].map((entry) => entryCard(entry, index, today)), ...timeCards(answer, index).filter(({ url }) => url)];
  const records = await Promise.all(index.records(sorted(answer, index).slice(0, MOST_ITEMS)));
  const home = new URL("..", form.action);
  const options = cards.slice(0, MOST_CARDS).map((card) => optionTo(new URL(card.url, home), card.text));
  for (const record of records) options.push(itemOption(record, home, searchedSequences(answer.clauses)));
  if (records.length > 0) {
    const all = new URL(form.action);
    all.search = new URLSearchParams({ q: text });
    options.push(optionTo(all, "Xem tất cả kết quả"));
  }
  return options;
}

function itemOption(record, home, sequences) {
  const option = optionTo(new URL(record.url, home), "");
  const [when, said] = [document.createElement("span"), document.createElement("span")];
  when.className = "matches__when";
  when.textContent = [record.khi, record.buoi, record.gio, record.loai, record.trang_thai].filter(Boolean).join(" · ");
  said.className = "matches__text";
  setHighlighted(said, record.noi_dung, sequences);
  option.append(when, said);
  return option;
}

function optionTo(url, text) {
  const option = document.createElement("a");
  setAttributes(option, { role: "option", href: url.href, tabindex: "-1", "aria-selected": "false" });
  option.textContent = text;
  return option;
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
