// The page /tim-kiem/: what its URL asks for, found and shown.

import { readUrl, showState, writeUrl } from "./url_state.js";
import { daysOf, linksTo } from "./calendar.js";
import { readDate } from "./dates.js";
import { narrow, showCounts } from "./facets.js";
import { openIndex } from "./index.js";
import { searchedSequences } from "./highlighting.js";
import { match } from "./match.js";
import { readClauses, readSynonyms, readTerms } from "./query.js";
import { appendResult } from "./results.js";

const PAGE = 20; // results shown at a time
const FAILED = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối rồi tìm lại, hoặc tra cách khác ở dưới.";

/** Answers the URL, and from now on the form; `opening` is the index, or its failure to open. */
export function startSearch(form, opening) {
  new SearchPage(form, opening).answerUrl();
}

class SearchPage {
  #form;
  #facets;
  #selects;
  #index;
  #latest = 0; // number of the newest question: an answer to an older one is not shown
  #found = [];
  #sequences = [];
  #shown = 0;
  #counted = null; // what the choices are to say how many results they leave of
  #added = Promise.resolve(); // when all results asked for so far stand there

  constructor(form, opening) {
    this.#form = form;
    this.#index = opening;
    this.#facets = form.querySelector("details");
    this.#facets.addEventListener("toggle", () => this.#showCounts());
    this.#selects = [...form.querySelectorAll("[data-facet]")];
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    form.addEventListener("change", ({ target }) => {
      if (target.matches("select")) this.#ask();
    });
    addEventListener("popstate", () => this.answerUrl());
    element("xem-them").addEventListener("click", () => {
      const question = this.#latest;
      this.#added = this.#added.then(() => this.#showMore(question));
    });
  }

  /** Shows what the page's URL asks for. */
  async answerUrl() {
    const state = readUrl(location.href, this.#selects);
    showState(this.#form, state);
    this.#facets.open ||= state.chosen.size > 0 || state.newest || matchMedia("(min-width: 60em)").matches;
    const question = ++this.#latest;
    element("ket-qua").setAttribute("aria-busy", "true");
    try {
      await this.#answer(state, question);
    } catch (error) {
      if (question === this.#latest) this.#fail(error);
    }
  }

  #ask() {
    const url = writeUrl(this.#form);
    if (url.href !== location.href) history.pushState(null, "", url);
    this.answerUrl();
  }

  async #answer(state, question) {
    this.#index ??= openIndex(new URL(this.#form.dataset.root + this.#form.dataset.index, location));
    this.#index.catch(() => (this.#index = null)); // so that it can be tried again
    const index = await this.#index;
    const [preparing] = settled([prepare(state, index)]);
    await Promise.allSettled([preparing]);
    if (question !== this.#latest) return;
    if (!(await this.#isCurrent(index))) {
      await this.#answer(state, question);
      return;
    }
    const { answer, date, numbers, records } = await preparing; // until then the results before stay
    if (question !== this.#latest) return;

    this.#found = numbers;
    this.#sequences = searchedSequences(answer.clauses);
    this.#shown = Math.min(PAGE, numbers.length);
    element("ket-qua").replaceChildren();
    this.#say(answer, date);
    this.#showDates(date, index);
    const added = this.#append(records, question);
    this.#added = added.catch(() => {});
    await added;
    if (question !== this.#latest) return;
    showAnswered();

    this.#counted = { index, numbers: answer.numbers, chosen: state.chosen };
    await this.#showCounts();
  }

  /** Whether what was fetched of an index fits to it; from now on the published one is asked. */
  async #isCurrent(index) {
    const current = await index.current();
    if (current !== index) this.#index = Promise.resolve(current);
    return current === index;
  }

  /** Fetches what counting takes only where its result can be seen. */
  async #showCounts() {
    const counted = this.#counted;
    if (!counted || !this.#facets.open) return;
    const { index } = counted;
    const all = await index.facets().catch(() => null); // the results stand without the counts
    if (!(await this.#isCurrent(index))) {
      if (counted === this.#counted) await this.answerUrl();
    } else if (all && counted === this.#counted) {
      showCounts(this.#selects, counted.numbers, all, counted.chosen);
    }
  }

  /** Adds results in their order, each as soon as it and all before it are there. */
  async #append(records, question) {
    const place = { root: this.#form.dataset.root, sequences: this.#sequences };
    const results = [];
    for (const record of records) {
      const known = await record;
      if (question !== this.#latest) break;
      results.push(appendResult(element("ket-qua"), element("mau-ket-qua"), known, place));
    }
    return results;
  }

  async #showMore(question) {
    if (question !== this.#latest) return;
    const index = await this.#index;
    const records = settled(index.records(this.#found.slice(this.#shown, this.#shown + PAGE)));
    try {
      await Promise.allSettled([records[0]]);
      if (question !== this.#latest) return;
      if (!(await this.#isCurrent(index))) {
        await this.answerUrl();
        return;
      }
      await records[0];
      this.#shown += records.length;
      const [first] = await this.#append(records, question);
      this.#sayShown();
      first?.querySelector("a").focus();
    } catch (error) {
      this.#fail(error);
    }
  }

  #say({ missing, clauses }, date) {
    element("so-ket-qua").textContent = this.#found.length;
    this.#sayShown();
    const named = missing.filter((term) => !(date && readDate(term.text)));
    const instead = clauses.flatMap(({ terms }) => terms.map((term) => term.text)).join(" ");
    const note = element("khong-thay");
    note.hidden = named.length === 0;
    note.textContent = named.length === 0 ? "" : missingNote(named, instead);
  }

  #sayShown() {
    const more = this.#shown < this.#found.length;
    const rest = more ? `, đang hiện ${this.#shown}` : "";
    element("xem-them").hidden = !more;
    element("ket-qua-la").textContent = `việc${rest}`;
  }

  #showDates(date, index) {
    const { year, month, day } = this.#form.dataset;
    const links = date ? linksTo(date, index.months, { year, month, day }) : [];
    const nav = element("ngay-thang");
    nav.hidden = links.length === 0;
    nav.firstElementChild.replaceChildren(...links.map((link) => this.#dateItem(link)));
  }

  #dateItem({ text, url }) {
    const item = document.createElement("li");
    const said = document.createElement(url === undefined ? "span" : "a");
    if (url !== undefined) said.href = this.#form.dataset.root + url;
    said.textContent = text;
    item.append(said);
    return item;
  }

  #fail(error) {
    console.error(error);
    showAnswered();
    element("so-ket-qua").textContent = "";
    element("ket-qua-la").textContent = FAILED;
  }
}

/** What a state asks for, in the order to show it, as soon as the first record is there. */
async function prepare({ text, chosen, newest }, index) {
  const date = readDate(text);
  const answer = await find(text, date, index);
  const facets = chosen.size > 0 ? await index.facets() : null;
  const numbers = facets ? narrow(answer.numbers, facets, chosen) : answer.numbers;
  numbers.sort(newest ? (a, b) => b - a : (a, b) => answer.score(b) - answer.score(a) || b - a);
  const records = settled(index.records(numbers.slice(0, PAGE)));
  await records[0];
  return { answer, date, numbers, records };
}

/** What answers a text: the records' numbers, how well each fits, and what was left out. */
async function find(text, date, index) {
  const terms = readTerms(text);
  if (terms.length === 0) {
    const numbers = Array.from({ length: index.size }, (_, number) => number);
    return { numbers, score: () => 0, missing: [], clauses: [] };
  }
  const synonyms = readSynonyms(index.synonyms);
  const { scores, missing, clauses } = await match(readClauses(terms, synonyms), index, synonyms);
  if (date?.whole && date.year && date.month) {
    for (const number of index.recordsOn(...daysOf(date))) scores.set(number, Infinity);
  }
  return { numbers: [...scores.keys()], score: (number) => scores.get(number), missing, clauses };
}

function missingNote(missing, instead) {
  const words = missing.map(({ text }) => `“${text}”`).join(", ");
  const result = instead ? ` Kết quả dưới đây tìm theo “${instead}”.` : "";
  return `Không có trong chương trình nào đã đăng: ${words}.${result}`;
}

/** Promises of which some may fail while another is waited for. */
function settled(promises) {
  Promise.allSettled(promises);
  return promises;
}

/** Shows what is below the answer, which no longer moves it. */
function showAnswered() {
  element("ket-qua").setAttribute("aria-busy", "false");
  element("cach-khac").parentElement.classList.remove("search__others--waiting");
}

function element(id) {
  return document.getElementById(id);
}
