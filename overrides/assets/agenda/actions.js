// What can be done with a day or an item: put it into a calendar, copy its link, share it.

import { downloadFile } from "./download.js";

/**
 * Puts a button beside each day and item of a month; its calendar is that of the whole year.
 * `copy` is the page's own: it says where the page has said it before.
 */
export function addActions(table, copy) {
  const menu = makeMenu(copy);
  const open = (anchor, name, rows) => menu.open({ table, anchor, name, codes: codesOf(rows) });
  for (const link of table.querySelectorAll(".item .permalink")) {
    const row = link.closest(".item");
    const name = row.querySelector(".item__text").textContent.trim();
    link.after(makeButton("Lưu, gửi việc này", () => open(row.id, name, [row])));
  }
  for (const link of table.querySelectorAll(".day__name > a")) {
    const name = link.textContent.trim();
    const day = link.closest(".day");
    const items = day.querySelectorAll(".item[id]");
    const head = link.closest("th");
    head.setAttribute("aria-label", head.textContent.trim()); // what it was without the button
    link.after(makeButton("Lưu, gửi ngày này", () => open(day.id, name, items)));
  }
}

function codesOf(rows) {
  return [...rows].map((row) => row.id.replace(/^cv-/, ""));
}

function makeButton(label, open) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "actions";
  button.title = label;
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-label", label);
  button.addEventListener("click", open);
  return button;
}

function makeMenu(copy) {
  const dialog = document.createElement("dialog");
  dialog.className = "actions-menu";
  dialog.setAttribute("aria-labelledby", "luu-gui");
  const heading = document.createElement("h2");
  heading.id = "luu-gui";
  let chosen;
  const keep = action("Thêm vào lịch (.ics)", () => saveEvents(chosen));
  const link = action("Chép đường dẫn", () => copy(urlOf(chosen), "Đã chép đường dẫn"));
  const share = action("Chia sẻ…", () =>
    navigator.share({ title: chosen.name, url: urlOf(chosen) }).catch(() => {}),
  );
  const close = action("Đóng", () => {});
  link.hidden = !navigator.clipboard;
  share.hidden = !navigator.share;
  dialog.append(heading, keep, link, share, close);
  dialog.addEventListener("click", (event) => {
    if (event.target !== heading) dialog.close();
  });
  document.querySelector("article").append(dialog);
  return {
    open(what) {
      chosen = what;
      heading.textContent = what.name;
      keep.hidden = what.codes.length === 0;
      dialog.showModal();
    },
  };
}

function action(name, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", act);
  return button;
}

function urlOf({ anchor }) {
  return new URL(`#${anchor}`, location).href;
}

/** The events as the calendar of the year has them: nothing is worded a second time. */
async function saveEvents({ table, anchor, codes }) {
  const { calendar, month } = table.dataset;
  const url = new URL(calendar, location);
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(response.statusText);
    const text = cutEvents(await response.text(), codes.map((code) => `${month}-${code}`));
    downloadFile(`${month}-${anchor}.ics`, "text/calendar;charset=utf-8", [text]);
  } catch {
    location.assign(url);
  }
}

const SINGLE = /^(?:BEGIN|VERSION|PRODID|CALSCALE|METHOD):[^\r]*\r\n(?: [^\r]*\r\n)*/gm;

/**
 * Makes a file of the events whose UID begins with one of the keys. What names the calendar or
 * renews it stays behind: Outlook opens a file with X-WR-CALNAME as a new calendar.
 */
export function cutEvents(calendar, keys) {
  const [head, ...events] = calendar.split("BEGIN:VEVENT\r\n");
  const [properties, zone] = head.split(/(?=BEGIN:VTIMEZONE)/);
  const end = "END:VEVENT\r\n";
  const wanted = events.filter((event) => {
    const unfolded = event.replace(/\r\n[ \t]/g, "");
    return keys.some((key) => unfolded.startsWith(`UID:${key}@`));
  });
  const whole = wanted.map((event) => `BEGIN:VEVENT\r\n${event.split(end)[0]}${end}`);
  return [...properties.match(SINGLE), zone, ...whole, "END:VCALENDAR\r\n"].join("");
}
