// The index as published by plugins/agenda/search/files.py; fetched piece by piece, each once.

import { words } from "./words.js";

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
  #url;
  #text;
  #head;
  #days = null; // worked out when first asked for, as few questions name a date
  #pieces = new Map();
  #asked; // what is published, asked for since a piece was last fetched
  #successor = null; // the index found to be published in place of this one
  #options;

  /** `options` are those of fetching its pieces. */
  constructor(url, text, options = {}) {
    this.#url = url;
    this.#text = text;
    this.#options = options;
    this.#ask();
    this.#head = JSON.parse(text);
    this.starts = sums(this.#head.do_dai);
  }

  /**
   * The index that is published now: this one, or another to which no piece fits that was fetched
   * since this was last asked. Where that cannot be known it is taken to be this one.
   */
  async current() {
    const asked = this.#asked;
    const text = await asked;
    if (asked === this.#asked) this.#asked = null;
    if (text && text !== this.#text) {
      // The browser may have kept a piece of another version under the name of one of its own.
      this.#successor ??= new Index(this.#url, text, { cache: "no-cache" });
    }
    return this.#successor ?? this;
  }

  /** Asks for what is published, beside whatever else is being fetched. */
  #ask() {
    this.#asked ??= fetchText(this.#url, { cache: "no-cache" }).catch(() => null);
  }

  /** The number of records, which are numbered in order of time. */
  get size() {
    return this.starts.length - 1;
  }

  /** The published months: `{"2021": [5]}`. */
  get months() {
    return this.#head.thang;
  }

  /** The records of the days from `first` to `last` (`2021-05-04`), rising. */
  recordsOn(first, last) {
    const [from, to] = [first, last].map((date) => daysBetween(this.#head.tu_ngay, date));
    const lasting = this.#head.keo_dai;
    this.#days ??= rising(this.#head.ngay);
    const found = [];
    for (let number = 0; number < this.size; number++) {
      const begin = this.#days[number];
      if (begin <= to && begin + (lasting[number] ?? 0) >= from) found.push(number);
    }
    return found;
  }

  get synonyms() {
    return this.#head.dong_nghia;
  }

  /** The spellings of a folded word, each with its positions in the record, rising. */
  async spellings(folded) {
    const first = this.#head.tu;
    let number = first.length - 1;
    while (number >= 0 && first[number] > folded) number--;
    if (number < 0) return [];
    const shard = await this.#piece(`tu/${number}.json`, readShard);
    const found = shard.get(folded) ?? [];
    return found.map(({ spelling, positions }) => ({ spelling, positions: rising(positions) }));
  }

  /** What results show of records: a promise for each, in the order of `numbers`. */
  records(numbers) {
    const size = this.#head.khoi;
    return numbers.map(async (number) => {
      const block = await this.#piece(`viec/${Math.floor(number / size)}.json`);
      return block[number % size];
    });
  }

  /** For each facet and value the numbers of the records that have it, rising. */
  facets() {
    return this.#piece("bo-loc.json", readFacets);
  }

  #piece(name, read = (json) => json) {
    if (!this.#pieces.has(name)) {
      const url = new URL(`${name}?ban=${this.#head.ban}`, this.#url);
      const piece = fetchText(url, this.#options).then(JSON.parse).then(read);
      piece.catch(() => this.#pieces.delete(name)); // so that it can be tried again
      this.#pieces.set(name, piece);
      this.#ask();
    }
    return this.#pieces.get(name);
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

function readFacets(json) {
  const read = (values) =>
    new Map(Object.entries(values).map(([value, list]) => [value, rising(list)]));
  return new Map(Object.entries(json).map(([name, values]) => [name, read(values)]));
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
