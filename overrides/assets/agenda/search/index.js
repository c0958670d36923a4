// The index as published by plugins/agenda/search/files.py; fetched piece by piece, each once.

import { readTable } from "./understanding/read.js";
import { words } from "./words.js";

const SHORTEST_MONTH = 28;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/**
 * Opens the index at a URL, be it a copy that the browser keeps; its pieces lie beside it and
 * bear its version in their URL.
 */
export async function openIndex(url) {
  return new Index(url, await fetchText(url));
}

class Index {
  _url;
  _text;
  _head;
  _days = null; // worked out when first asked for
  _table = null;
  _pieces = new Map();
  _asked; // what is published, asked for since a piece was last fetched
  _successor = null; // the index found to be published in place of this one
  _options;

  /** `options` are those of fetching its pieces. */
  constructor(url, text, options = {}) {
    this._url = url;
    this._text = text;
    this._options = options;
    this._ask();
    this._head = JSON.parse(text);
    this.starts = sums(this._head.do_dai);
    const { thang, nghi } = this._head.ngoai_viec;
    this._ofMonths = new Set(rising(thang));
    this._labels = new Set(rising(nghi));
  }

  /**
   * The index that is published now: this one, or another to which no piece fits that was fetched
   * since this was last asked. Where that cannot be known it is taken to be this one.
   */
  async current() {
    const asked = this._asked;
    const text = await asked;
    if (asked === this._asked) this._asked = null;
    if (text && text !== this._text) {
      // The browser may have kept a piece of another version under the name of one of its own.
      this._successor = this._successor || new Index(this._url, text, { cache: "no-cache" });
    }
    return this._successor ?? this;
  }

  /** Asks for what is published, beside whatever else is being fetched. */
  _ask() {
    if (!this._asked) this._asked = fetchText(this._url, { cache: "no-cache" }).catch(() => null);
  }

  /** The number of records, which are numbered in order of time. */
  get size() {
    return this.starts.length - 1;
  }

  /** The published months: `{"2021": [5]}`. */
  get months() {
    return this._head.thang;
  }

  /** The years that have an agenda, rising. */
  get years() {
    return Object.keys(this.months).map(Number).sort((a, b) => a - b);
  }

  /** The patterns of the site's URLs: year, month, day, entry, calendar. */
  get urls() {
    return this._head.dia_chi;
  }

  /** What queries are understood by. */
  get table() {
    if (!this._table) this._table = readTable(this._head.hieu);
    return this._table;
  }

  /** The numbers of all items, and of the labels of days if asked for. */
  items(withLabels = false) {
    const all = Array.from({ length: this.size }, (_, number) => number);
    return all.filter((number) => !this.isOfMonth(number) && (withLabels || this.isItem(number)));
  }

  /** Whether a record is an item: no paragraph, document or label of a day. */
  isItem(number) {
    return !this.isOfMonth(number) && !this._labels.has(number);
  }

  /** Whether a record belongs to a whole month. */
  isOfMonth(number) {
    return this._ofMonths.has(number);
  }

  /** The day of a record, as a number that rises with time. */
  dayOf(number) {
    if (!this._days) this._days = rising(this._head.ngay);
    return this._days[number];
  }

  /**
   * A test whether a record takes a day of any range (`["2021-05-04", "2021-05-10"]`); one of a month
   * has to lie in the range.
   */
  within(ranges) {
    const days = ranges.map((range) => range.map((date) => daysBetween(this._head.tu_ngay, date)));
    return (number) => {
      const [first, last] = [this.dayOf(number), this._lastDay(number)];
      if (this.isOfMonth(number)) return days.some(([from, to]) => from <= first && first + SHORTEST_MONTH <= to + 1);
      return days.some(([from, to]) => first <= to && last >= from);
    };
  }

  /** Whether a record takes a weekday; Monday is 0. */
  hasWeekday(number, weekday) {
    if (this.isOfMonth(number)) return false;
    const begin = (new Date(this._head.tu_ngay).getUTCDay() + 6) % 7;
    const after = (((weekday - begin - this.dayOf(number)) % 7) + 7) % 7;
    return this.dayOf(number) + after <= this._lastDay(number);
  }

  _lastDay(number) {
    return this.dayOf(number) + (this._head.keo_dai[number] || 0);
  }

  get synonyms() {
    return this._head.dong_nghia;
  }

  /** The spellings of a folded word, each with its positions in the record, rising. */
  async spellings(folded) {
    const first = this._head.tu;
    let number = first.length - 1;
    while (number >= 0 && first[number] > folded) number--;
    if (number < 0) return [];
    const shard = await this._piece(`tu/${number}.json`, readShard);
    const found = shard.get(folded) ?? [];
    return found.map(({ spelling, positions }) => ({ spelling, positions: rising(positions) }));
  }

  /** What results show of records: a promise for each, in the order of `numbers`. */
  records(numbers) {
    const size = this._head.khoi;
    return numbers.map(async (number) => {
      const block = await this._piece(`viec/${Math.floor(number / size)}.json`);
      return block[number % size];
    });
  }

  /** For each facet named, by value, the numbers of the records that have it, rising. */
  async facets(names) {
    const facets = await Promise.all(names.map((name) => this._piece(`loc/${name}.json`, readFacet)));
    return new Map(names.map((name, place) => [name, facets[place]]));
  }

  /** Folded words, the most frequent first, and phrases by their initials. */
  vocabulary() {
    return this._piece("tu-vung.json", ({ tu, cum_tu }) => ({ words: tu.split(" "), phrases: cum_tu }));
  }

  _piece(name, read = (json) => json) {
    if (!this._pieces.has(name)) {
      const url = new URL(`${name}?ban=${this._head.ban}`, this._url);
      const piece = fetchText(url, this._options).then(JSON.parse).then(read);
      piece.catch(() => this._pieces.delete(name)); // so that it can be tried again
      this._pieces.set(name, piece);
      this._ask();
    }
    return this._pieces.get(name);
  }
}

function readShard(json) {
  const shard = new Map();
  for (const [spelling, positions] of Object.entries(json)) {
    const { folded } = words(spelling)[0];
    if (!shard.has(folded)) shard.set(folded, []);
    shard.get(folded).push({ spelling, positions });
  }
  return shard;
}

function readFacet(json) {
  return new Map(Object.entries(json).map(([value, list]) => [value, rising(list)]));
}

/** Rising numbers, written as the steps between them. */
function rising(text) {
  return sums(text).subarray(1);
}

function daysBetween(first, last) {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

/**
 * 0 and the sums of the first, the first two, … of numbers that are written in base 32, 32 added to
 * all digits but the last.
 */
function sums(text) {
  const result = new Int32Array(text.length + 1); // no number takes less than a sign
  let count = 0;
  let number = 0;
  let shift = 0;
  for (let position = 0; position < text.length; position++) {
    const digit = VALUES[text.charCodeAt(position)];
    number += (digit & 31) << shift;
    if (digit < 32) {
      result[count + 1] = result[count] + number;
      count += 1;
      number = shift = 0;
    } else {
      shift += 5;
    }
  }
  return result.subarray(0, count + 1);
}

async function fetchText(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return response.text();
}
