// A frame on another site: today's agenda, or that of the week, by the time in Vietnam.

import { AHEAD, dateInVietnam, weekOf } from "./today.js";
import { formatDate, formatMonth } from "./date_format.js";

const HOUR = 3_600_000; // milliseconds
const DAY = 24 * HOUR;

const frame = document.querySelector("main");
const body = document.getElementById("lich");
const fallback = [...body.childNodes];
const words = JSON.parse(frame.dataset.words);
const published = new Set(frame.dataset.published.split(" "));

/** Shows what is to be shown now, and again at midnight; hourly, for what was amended. */
async function keepUpToDate() {
  const now = Date.now();
  await show(dateInVietnam(new Date(now)));
  setTimeout(keepUpToDate, Math.min(HOUR, DAY - ((now + AHEAD) % DAY)));
}

async function show(today) {
  const dates = frame.dataset.days === "week" ? weekOf(today) : [today];
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  const known = months.filter((month) => published.has(month));
  let days;
  try {
    days = (await Promise.all(known.map(daysOf))).flat();
  } catch {
    body.replaceChildren(...fallback); // offline: the way to the newest month
    return;
  }
  const missing = months.filter((month) => !published.has(month));
  const parts = missing.map((month) =>
    element("p", `Chưa đăng chương trình công tác ${formatMonth(month)}.`),
  );
  const shown = days.filter((day) => dates.includes(day.ngay));
  body.replaceChildren(
    ...shown.flatMap((day) => viewDay(day, today)),
    ...parts,
    ...(known.length ? [] : fallback),
  );
}

async function daysOf(month) {
  const place = new URL(`${frame.dataset.data}${month}.json`, location);
  const response = await fetch(place);
  if (!response.ok) throw new Error(response.statusText);
  const { ngay } = await response.json();
  return ngay;
}

function viewDay(day, today) {
  const heading = element("h2", formatDate(day.ngay));
  if (day.ngay === today) heading.append(" ", element("strong", "Hôm nay"));
  const parts = [heading];
  if (day.nghi) parts.push(element("p", day.nghi));
  if (day.muc.length) {
    const list = element("ul");
    list.append(...day.muc.map(viewItem));
    parts.push(list);
  } else if (!day.nghi) {
    parts.push(element("p", "Văn bản không ghi việc nào."));
  }
  return parts;
}

function viewItem(item) {
  const row = element("li");
  row.append(element("span", [words[item.buoi], wordTimes(item)].filter(Boolean).join(" ")), " ");
  const status = statusOf(item);
  if (status) row.append(element("strong", status), " ");
  const link = element("a", item.noi_dung);
  // Of the data, only the place is taken: the frame may be served from another URL.
  link.href = new URL(placeOf(item), new URL(frame.dataset.root, location));
  link.target = "_blank";
  const text = element(item.trang_thai ? "s" : "span");
  text.append(link);
  row.append(text);
  const names = (parties) => parties.map((party) => party.ten).join("; ");
  const facts = [item.dia_diem, names(item.chuan_bi), names(item.lanh_dao)].filter(Boolean).join(" · ");
  if (facts) row.append(element("small", facts));
  return row;
}

function placeOf(item) {
  const [year, month] = item.ma_day_du.split("-");
  return `${year}/${month}/#cv-${item.ma}`;
}

function statusOf(item) {
  if (!item.trang_thai) return "";
  const to = item.doi_sang;
  if (!to) return words[item.trang_thai];
  const times = to.gio_bat_dau ? `${wordTimes(to)}, ` : "";
  const half = to.buoi ? `${words[to.buoi].toLowerCase()} ` : "";
  const days = [to.ngay, to.den_ngay].filter(Boolean).map(formatDate).join(" – ");
  return `${words[item.trang_thai]} sang ${times}${half}${days}`;
}

/** Words the times of an item or of its new time; an end before the start is on the next day. */
function wordTimes({ gio_bat_dau: start, gio_ket_thuc: end }) {
  const times = [start, end].filter(Boolean).join("–");
  return end && end < start ? `${times} hôm sau` : times;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) show(dateInVietnam(new Date()));
});
keepUpToDate();
