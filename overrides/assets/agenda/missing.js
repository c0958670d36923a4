// On the page for what is missing: what the URL may have meant.

import { formatMonth } from "./date_format.js";

const MOST = 3; // suggestions
const MOST_EDITS = 2;
const SECTIONS = /(?:^|\/)(lanh-dao|co-quan|nhom)\/([^/]+)\/?/;
const MONTH = /(?:^|\/)((?:19|20)\d{2})[-/](\d{1,2})(?!\d)/;
const YEAR = /(?:^|\/)((?:19|20)\d{2})(?:\/|$)/;

/** Puts links into `list` to what is meant by the path that is missing; `root` is the home page. */
export async function suggest(list, root) {
  const path = decodeURIComponent(location.pathname).toLowerCase();
  const found = SECTIONS.test(path) ? names(path, root) : times(path, root);
  for (const { text, url } of await found.catch(() => [])) {
    const item = document.createElement("li");
    if (url) {
      const link = document.createElement("a");
      link.href = new URL(url, root);
      link.textContent = text;
      item.append(link);
    } else {
      item.textContent = text;
    }
    list.append(item);
  }
  list.closest("[data-missing]").hidden = !list.firstChild;
}

async function times(path, root) {
  const [, year, month] = path.match(MONTH) || [];
  const [, alone] = path.match(YEAR) || [];
  if (!year && !alone) return [];
  const { thang: published } = await load("tim-kiem/muc-luc.json", root).then((response) => response.json());
  const of = year || alone;
  const ofYear = published[of] ? [{ text: `Năm ${of}`, url: `${of}/` }] : [];
  if (!year || Number(month) < 1 || Number(month) > 12) return ofYear;
  const name = formatMonth(`${year}-${month.padStart(2, "0")}`);
  const there = (published[year] || []).includes(Number(month));
  return there
    ? [{ text: `Chương trình công tác ${name}`, url: `${year}/${month.padStart(2, "0")}/` }]
    : [{ text: `Chưa đăng chương trình công tác ${name}.` }, ...ofYear];
}

async function names(path, root) {
  const [, section, code] = path.match(SECTIONS);
  const text = await load(`${section}/`, root).then((response) => response.text());
  const page = new DOMParser().parseFromString(text, "text/html");
  const entries = [...page.querySelectorAll(".parties a")].map((link) => {
    const [own] = link.getAttribute("href").split("/").slice(-2);
    return { text: link.textContent, url: `${section}/${own}/`, own };
  });
  const meant = folded(code);
  const sharing = entries.filter(({ own }) => shares(meant, own));
  const near = entries.filter(({ own }) => distance(meant, own) <= MOST_EDITS);
  return (sharing.length ? sharing : near).slice(0, MOST);
}

async function load(url, root) {
  const response = await fetch(new URL(url, root));
  if (!response.ok) throw new Error(response.statusText);
  return response;
}

/** A name as codes are written: no diacritics, words joined by hyphens. */
function folded(text) {
  const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Whether the given name, the last word, is the same, or all words of one are in the other. */
function shares(one, other) {
  const [words, others] = [one.split("-"), other.split("-")];
  return words[words.length - 1] === others[others.length - 1] || words.every((word) => others.includes(word));
}

/** The least number of letters to add, drop or change. */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      next.push(Math.min(row[j] + (letter === wanted ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[other.length];
}
