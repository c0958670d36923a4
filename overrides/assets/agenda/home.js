// The panel "Hôm nay": rows of the published months, so that the two cannot disagree.

import { addDays, markToday } from "./today.js";
import { formatDate, formatMonth } from "./date_format.js";
import { fetchPage, takeCopies } from "./fetch_page.js";
import { keepTableRoles } from "./table_roles.js";

const NEXT = 7; // days after tomorrow

/**
 * Returns a function that shows what is on at a date and after it. `equip` adds to the
 * days what the month has.
 */
export function fillPanel(panel, equip) {
  const body = panel.querySelector(".today__body");
  const said = panel.querySelector(".today__said");
  const heading = panel.querySelector("h2");
  const newest = body.querySelector(".agenda");
  const whole = [...body.childNodes];
  const published = new Set(panel.dataset.published.split(" "));
  const months = new Map(); // of each month the rows, by promise
  const rows = newest ? [...newest.querySelectorAll(".day")] : [];
  const showNewest = () => {
    if (newest) newest.append(...rows);
    body.replaceChildren(...whole);
  };
  if (newest) {
    equip(rows, newest.dataset.calendar);
    months.set(rows[0].dataset.dates.slice(0, 7), Promise.resolve(rows));
  }
  const monthUrl = (month) => `${panel.dataset.root}${month.replace("-", "/")}/`;
  const rowsOf = (month) => {
    if (!months.has(month)) months.set(month, fetchRows(new URL(monthUrl(month), location), newest, equip));
    return months.get(month);
  };
  const table = (caption, rows) => {
    const element = newest.cloneNode(false);
    element.createCaption().textContent = caption;
    element.append(newest.tHead.cloneNode(true), ...rows);
    keepTableRoles(element);
    return element;
  };

  const show = async (today) => {
    heading.textContent = `Hôm nay, ${formatDate(today)}`;
    const dates = Array.from({ length: NEXT + 2 }, (_, offset) => addDays(today, offset));
    const needed = [...new Set(dates.map((date) => date.slice(0, 7)))];
    const known = needed.filter((month) => published.has(month));
    const missing = needed.filter((month) => !published.has(month));
    said.textContent = missing.map((month) => `Chưa đăng chương trình công tác ${formatMonth(month)}.`).join(" ");
    const days = [];
    for (const month of known) {
      try {
        days.push(...(await rowsOf(month)));
      } catch {
        months.delete(month);
        said.textContent = "Không tải được chương trình hôm nay; hãy kiểm tra kết nối.";
      }
    }
    if (days.length === 0) return showNewest();
    const shown = new Set();
    const take = (wanted) => {
      const taken = days.filter((row) => !shown.has(row) && row.dataset.dates.split(" ").some(wanted));
      for (const row of taken) shown.add(row);
      return taken;
    };
    const ofToday = take((date) => date === today);
    const ofTomorrow = take((date) => date === dates[1]);
    const ofNext = take((date) => date > dates[1] && date <= dates[NEXT + 1]);
    const past = take((date) => date < today);
    body.replaceChildren(
      ...(ofToday.length ? [table("Hôm nay", ofToday)] : []),
      ...part("ngay-mai", "Ngày mai", ofTomorrow, table),
      ...part("bay-ngay-toi", "Bảy ngày tới", ofNext, table),
      ...(past.length ? [fold("Những ngày đã qua", table("Những ngày đã qua", past))] : []),
      links(known, monthUrl),
    );
    markToday(body, today);
  };
  return (today) => show(today).then(() => panel.toggleAttribute("data-shown", true));
}

async function fetchRows(url, newest, equip) {
  const page = await fetchPage(url);
  const rows = takeCopies(page.querySelectorAll(".agenda .day"));
  equip(rows, newest.dataset.calendar);
  return rows;
}

function part(id, name, rows, table) {
  if (rows.length === 0) return [];
  const heading = document.createElement("h3");
  heading.id = id;
  heading.textContent = name;
  return [heading, table(name, rows)];
}

function fold(name, table) {
  const details = document.createElement("details");
  details.className = "fold";
  const summary = document.createElement("summary");
  summary.textContent = name;
  details.append(summary, table);
  return details;
}

function links(months, monthUrl) {
  const line = document.createElement("p");
  for (const month of months) {
    const link = document.createElement("a");
    link.href = monthUrl(month);
    link.textContent = `Cả ${formatMonth(month)}`;
    line.append(line.firstChild ? " · " : "", link);
  }
  return line;
}
