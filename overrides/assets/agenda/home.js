// The panel "Hôm nay": rows taken from the published month, so that the two cannot disagree.

import { markToday, weekOf } from "./today.js";
import { formatDate, formatMonth } from "./date_format.js";

/** Fills the panel with today and the rest of its week. */
export async function showToday(panel, today) {
  panel.querySelector("h2").textContent = `Hôm nay, ${formatDate(today)}`;
  const published = new Set(panel.dataset.published.split(" "));
  const month = today.slice(0, 7);
  const body = panel.querySelector(".today__body");
  const said = panel.querySelector(".today__said");
  if (!published.has(month)) {
    said.textContent = `Chưa đăng chương trình công tác ${formatMonth(month)}.`;
    return;
  }
  const week = weekOf(today);
  const months = [...new Set(week.map((date) => date.slice(0, 7)))].filter((m) => published.has(m));
  let pages;
  try {
    pages = await Promise.all(months.map((m) => fetchMonth(new URL(monthUrl(m, panel), location))));
  } catch {
    said.textContent = "Không tải được chương trình hôm nay; hãy kiểm tra kết nối.";
    return; // the link to the newest month stays
  }
  const rows = (dates) => [
    ...new Set(dates.flatMap((date) => pages.map((page) => rowOf(page, date)).filter(Boolean))),
  ];
  const ofToday = rows([today]);
  const others = rows(week.filter((date) => date !== today)).filter((row) => !ofToday.includes(row));
  const whole = document.createElement("a");
  whole.href = monthUrl(month, panel);
  whole.textContent = `Cả ${formatMonth(month)}`;
  const more = document.createElement("p");
  more.append(whole);
  const head = pages[0].querySelector(".agenda thead");
  const ofWeek = others.length > 0 ? [heading("Tuần này"), table("Tuần này", head, others)] : [];
  body.replaceChildren(...ofWeek.slice(0, 1).map(linkTo), table("Hôm nay", head, ofToday), ...ofWeek, more);
  markToday(body, today);
}

function monthUrl(month, panel) {
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

function linkTo(element) {
  const link = document.createElement("a");
  link.href = `#${element.id}`;
  link.textContent = element.textContent;
  const line = document.createElement("p");
  line.className = "today__week";
  line.append(link);
  return line;
}

function heading(text) {
  const element = document.createElement("h3");
  element.id = "tuan-nay";
  element.textContent = text;
  return element;
}
