// The page /tim-kiem/: what its URL asks for, found and shown.

import { dateInVietnam } from "../today.js";
import { find, sorted } from "./answer.js";
import { cardsOf } from "./cards.js";
import { narrow, showCounts } from "./facets.js";
import { searchedSequences } from "./highlighting.js";
import { openIndex } from "./index.js";
import { appendResult } from "./results.js";
import { queryWithout, searchNote, totalNote } from "./statement.js";
import { readUrl, showState, writeUrl } from "./url_state.js";

const PAGE = 20; // results shown at a time
const FAILED = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối rồi tìm lại, hoặc tra cách khác ở dưới.";

/** Answers the URL, and from now on the form; `opening` is the index, or its failure to open. */
export function startSearch(form, opening) {
  new SearchPage(form, opening).answerUrl();
}

class SearchPage {
  _form;
  _facets;
  _selects;
  _index;
  _latest = 0; // number of the newest question: an answer to an older one is not shown
  _found = [];
  _sequences = [];
  _shown = 0;
  _counted = null; // what the choices are to say how many results they leave of
  _added = Promise.resolve(); // when all results asked for so far stand there

  constructor(form, opening) {
    this._form = form;
    this._index = opening;
    this._facets = form.querySelector("details");
    this._facets.addEventListener("toggle", () => this._showCounts());
    this._selects = [...form.querySelectorAll("[data-facet]")];
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this._ask();
    });
    form.addEventListener("change", ({ target }) => {
      if (target.matches("select")) this._ask();
    });
    addEventListener("popstate", () => this.answerUrl());
    element("xem-them").addEventListener("click", () => {
      const question = this._latest;
      this._added = this._added.then(() => this._showMore(question));
    });
  }

  /** Shows what the page's URL asks for. */
  async answerUrl() {
    const state = readUrl(location.href, this._selects);
    showState(this._form, state);
    if (state.chosen.size > 0 || state.newest || matchMedia("(min-width: 60em)").matches) this._facets.open = true;
    const question = ++this._latest;
    element("ket-qua").setAttribute("aria-busy", "true");
    try {
      await this._answer(state, question);
    } catch (error) {
      if (question === this._latest) this._fail(error);
    }
  }

  _ask() {
    const url = writeUrl(this._form);
    if (url.href !== location.href) history.pushState(null, "", url);
    this.answerUrl();
  }

  async _answer(state, question) {
    if (!this._index) this._index = openIndex(new URL(this._form.dataset.root + this._form.dataset.index, location));
    this._index.catch(() => (this._index = null)); // so that it can be tried again
    const index = await this._index;
    const [preparing] = settled([prepare(state, index, dateInVietnam(new Date()))]);
    await Promise.allSettled([preparing]);
    if (question !== this._latest) return;
    if (!(await this._isCurrent(index))) {
      await this._answer(state, question);
      return;
    }
    const { answer, numbers, records } = await preparing; // until then the results before stay
    if (question !== this._latest) return;

    this._found = numbers;
    this._sequences = searchedSequences(answer.clauses);
    this._shown = Math.min(PAGE, numbers.length);
    element("ket-qua").replaceChildren();
    this._say(answer, state.text, index);
    const cards = this._showCards(answer, index, question);
    const added = this._append(records, question);
    this._added = added.catch(() => {});
    await Promise.all([added, cards]);
    if (question !== this._latest) return;
    showAnswered();

    this._counted = { index, numbers: answer.numbers, chosen: state.chosen };
    await this._showCounts();
  }

  /** Whether what was fetched of an index fits to it; from now on the published one is asked. */
  async _isCurrent(index) {
    const current = await index.current();
    if (current !== index) this._index = Promise.resolve(current);
    return current === index;
  }

  /** Fetches what counting takes only where its result can be seen. */
  async _showCounts() {
    const counted = this._counted;
    if (!counted || !this._facets.open) return;
    const { index } = counted;
    const all = await index.facets(this._selects.map(({ name }) => name)).catch(() => null); // the results stand without the counts
    if (!(await this._isCurrent(index))) {
      if (counted === this._counted) await this.answerUrl();
    } else if (all && counted === this._counted) {
      showCounts(this._selects, counted.numbers, all, counted.chosen);
    }
  }

  /** Adds results in their order, each as soon as it and all before it are there. */
  async _append(records, question) {
    const place = { root: this._form.dataset.root, sequences: this._sequences };
    const results = [];
    for (const record of records) {
      const known = await record;
      if (question !== this._latest) break;
      results.push(appendResult(element("ket-qua"), element("mau-ket-qua"), known, place));
    }
    return results;
  }

  async _showMore(question) {
    if (question !== this._latest) return;
    const index = await this._index;
    const records = settled(index.records(this._found.slice(this._shown, this._shown + PAGE)));
    try {
      await Promise.allSettled([records[0]]);
      if (question !== this._latest) return;
      if (!(await this._isCurrent(index))) {
        await this.answerUrl();
        return;
      }
      await records[0];
      this._shown += records.length;
      const [first] = await this._append(records, question);
      this._sayShown();
      first?.querySelector("a").focus();
    } catch (error) {
      this._fail(error);
    }
  }

  _say(answer, query, index) {
    this._said = { ...answer, places: this._found.filter((number) => !index.isItem(number)).length };
    element("so-ket-qua").textContent = answer.unsearched ? "" : this._found.length;
    this._sayShown();
    const note = element("khong-thay");
    note.textContent = searchNote(answer);
    note.hidden = note.textContent === "";
    const chips = answer.readings.flatMap((reading) => reading.meanings.map(({ label }) => this._chip(label, reading, query)));
    fillList(element("da-hieu"), chips);
  }

  _sayShown() {
    element("xem-them").hidden = this._shown >= this._found.length;
    element("ket-qua-la").textContent = totalNote(this._said, this._found.length, this._shown);
  }

  /** What the query is understood as, with a link to the query that takes it as mere words. */
  _chip(label, reading, query) {
    const url = new URL(location.href);
    url.searchParams.set("q", queryWithout(query, reading));
    const chip = linkItem(label, url.href);
    const link = chip.firstElementChild;
    link.setAttribute("aria-label", `Bỏ “${label}”, tìm đúng chữ đã gõ`);
    link.append(" ×");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", url);
      this.answerUrl();
      this._form.elements.q.focus();
    });
    return chip;
  }

  /** The answer stands without the cards. */
  async _showCards(answer, index, question) {
    const { root } = this._form.dataset;
    const cards = await cardsOf(answer, index, dateInVietnam(new Date())).catch(() => []);
    if (question !== this._latest) return;
    fillList(element("ngay-thang"), cards.map(({ text, url }) => linkItem(text, url === undefined ? url : root + url)));
  }

  _fail(error) {
    console.error(error);
    showAnswered();
    element("so-ket-qua").textContent = "";
    element("ket-qua-la").textContent = FAILED;
  }
}

/** What a state asks for, in the order to show it, as soon as the first record is there. */
async function prepare({ text, chosen, newest }, index, today) {
  const answer = await find(text, index, today);
  const narrowed = narrow(answer.numbers, await index.facets([...chosen.keys()]), chosen);
  const numbers = sorted({ ...answer, numbers: [...narrowed] }, index, newest);
  const records = settled(index.records(numbers.slice(0, PAGE)));
  await records[0];
  return { answer, numbers, records };
}

/** Puts items into the list of a landmark, which is hidden while it has none. */
function fillList(nav, items) {
  nav.querySelector("ul").replaceChildren(...items);
  nav.hidden = items.length === 0;
}

function linkItem(text, url) {
  const item = document.createElement("li");
  const said = document.createElement(url === undefined ? "span" : "a");
  if (url !== undefined) said.href = url;
  said.textContent = text;
  item.append(said);
  return item;
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
