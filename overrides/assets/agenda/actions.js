// What can be done with a day or an item: put it into a calendar, copy its link, share it.

import { downloadFile } from "./download.js";

let menu;

/**
 * Puts a button beside each of the `days` and its items; `calendar` is the URL of that of a whole
 * year. `copy` is the page's own: it says where the page has said it before.
 */
export function addActions(days, calendar, copy) {
  menu = menu || makeMenu(copy);
  const open = (link, name, links) =>
    menu.open({ calendar, url: link.href, name, codes: codesOf(links) });
  for (const day of days) addToDay(day, open);
}

function addToDay(day, open) {
  for (const link of day.querySelectorAll(".item .permalink")) {
    const name = link.closest(".item").querySelector(".item__text").textContent.trim();
    link.after(makeButton("Lưu, gửi việc này", () => open(link, name, [link])));
  }
  for (const link of day.querySelectorAll(".day__name > [role] > a")) {
    const name = link.textContent.trim();
    const items = day.querySelectorAll(".permalink");
    const head = link.closest("th");
    head.setAttribute("aria-label", head.textContent.trim()); // what it was without the button
    link.parentElement.after(makeButton("Lưu, gửi ngày này", () => open(link, name, items)));
  }
}

function codesOf(links) {
  return [...links].map((link) => link.hash.replace(/^#cv-/, ""));
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
  const link = action("Chép đường dẫn", () => copy(chosen.url, "Đã chép đường dẫn"));
  const share = action("Chia sẻ…", () =>
    navigator.share({ title: chosen.name, url: chosen.url }).catch(() => {}),
  );
  const leave = action("Đóng", () => {});
  link.hidden = !navigator.clipboard;
  share.hidden = !navigator.share;
  dialog.append(heading, keep, link, share, leave);
  dialog.addEventListener("click", (event) => {
    if (event.target !== heading) close();
  });
  document.querySelector("article").append(dialog);
  const modal = Boolean(dialog.showModal); // Safari has it since 15.4, Firefox since 98
  let opener;
  const close = () => {
    if (modal) return dialog.close();
    dialog.removeAttribute("open");
    opener.focus();
  };
  dialog.addEventListener("keydown", (event) => {
    if (!modal && event.key === "Escape") close();
  });
  return {
    open(what) {
      chosen = what;
      heading.textContent = what.name;
      keep.hidden = what.codes.length === 0;
      if (modal) return dialog.showModal();
      opener = document.activeElement;
      dialog.setAttribute("open", "");
      leave.focus();
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

const PLACE = /(\d{4})\/(\d{2})\/#(.*)$/;

/** The events as the calendar of the year has them: nothing is worded a second time. */
async function saveEvents({ calendar, url, codes }) {
  const [, year, number, anchor] = url.match(PLACE);
  const month = `${year}-${number}`;
  const ofYear = new URL(calendar.replace(/\d{4}(?=\.ics$)/, year), location);
  try {
    const response = await fetch(ofYear);
    if (!response.ok) throw new Error(response.statusText);
    const text = cutEvents(await response.text(), codes.map((code) => `${month}-${code}`));
    downloadFile(`${month}-${anchor}.ics`, "text/calendar;charset=utf-8", [text]);
  } catch {
    location.assign(ofYear);
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
