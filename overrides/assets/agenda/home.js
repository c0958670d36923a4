// The panel "Hôm nay": rows taken from the published month, so that the two cannot disagree.

import { addDays, markToday, mondayOf } from "./today.js";
import { wordDate, wordMonth } from "./wording.js";

/** Fills the panel with today and the rest of its week. */
export async function showToday(panel, today) {
  panel.querySelector("h2").textContent = `Hôm nay, ${wordDate(today)}`;
  const published = new Set(panel.dataset.published.split(" "));
  const month = today.slice(0, 7);
  const body = panel.querySelector(".today__body");
  if (!published.has(month)) {
    const said = panel.querySelector(".today__said");
    said.textContent = `Chưa đăng chương trình công tác ${wordMonth(month)}.`;
    return;
  }
  const week = weekOf(today);
  const months = [...new Set(week.map((date) => date.slice(0, 7)))].filter((m) => published.has(m));
  let pages;
  try {
    pages = await Promise.all(months.map((m) => fetchMonth(new URL(address(m, panel), location))));
  } catch {
    return; // offline: the link to the newest month stays
  }
  const rows = (dates) => [
    ...new Set(dates.flatMap((date) => pages.map((page) => rowOf(page, date)).filter(Boolean))),
  ];
  const ofToday = rows([today]);
  const others = rows(week.filter((date) => date !== today)).filter((row) => !ofToday.includes(row));
  const whole = document.createElement("a");
  whole.href = address(month, panel);
  whole.textContent = `Cả ${wordMonth(month)}`;
  const more = document.createElement("p");
  more.append(whole);
  const head = pages[0].querySelector(".agenda thead");
  body.replaceChildren(
    table("Hôm nay", head, ofToday),
    ...(others.length > 0 ? [heading("Tuần này"), table("Tuần này", head, others)] : []),
    more,
  );
  markToday(body, today);
}

function address(month, panel) {
  return `${panel.dataset.root}${month.replace("-", "/")}/`;
}

async function fetchMonth(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of page.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), url);
  }
  return page;
}

function rowOf(page, date) {
  return page.querySelector(`tbody[data-dates~="${date}"]`);
}

function table(caption, head, rows) {
  const element = document.createElement("table");
  element.className = "agenda";
  element.setAttribute("role", "table");
  element.createCaption().textContent = caption;
  element.append(document.importNode(head, true));
  for (const row of rows) {
    const copy = document.importNode(row, true);
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    for (const link of copy.querySelectorAll(".permalink")) link.remove();
    element.append(copy);
  }
  return element;
}

function heading(text) {
  const element = document.createElement("h3");
  element.textContent = text;
  return element;
}

/** The seven dates of a date's week. */
function weekOf(date) {
  return Array.from({ length: 7 }, (_, offset) => addDays(mondayOf(date), offset));
}
