// On the page of a leader, unit or group: what is on today and in the next days comes first.

import { addDays } from "./today.js";

const NEXT = 7; // days after tomorrow

/**
 * Returns a function that moves the items of a date and later into lists of their own after
 * `place`, and says there which comes next.
 */
export function gatherUpcoming(place) {
  const lists = [...document.querySelectorAll(".months-of-entry .lines")].map((list) => [list, [...list.children]]);
  const lines = lists.flatMap(([, children]) => children).map((line) => ({ line, first: firstOf(line), last: line.dataset.last }));
  lines.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  let made = [];

  return (today) => {
    for (const section of made) section.remove();
    for (const [list, children] of lists) list.append(...children);
    const coming = lines.filter(({ last }) => last >= today);
    const held = coming.filter(({ line }) => !line.classList.contains("line--withdrawn"));
    place.textContent = "";
    place.append(...sentence(held));
    const tomorrow = addDays(today, 1);
    const end = addDays(tomorrow, NEXT);
    const parts = { "Hôm nay": [], "Ngày mai": [], "Bảy ngày tới": [], "Sau đó": [] };
    for (const each of coming) {
      const { first } = each;
      const name = first <= today ? "Hôm nay" : first === tomorrow ? "Ngày mai" : first <= end ? "Bảy ngày tới" : "Sau đó";
      parts[name].push(each.line);
    }
    made = Object.entries(parts).filter(([, own]) => own.length).map(([name, own]) => section(name, own));
    place.after(...made);
    for (const [list] of lists) list.parentElement.hidden = !list.firstElementChild;
    document.querySelector(".months-of-entry").setAttribute("data-shown", "");
  };
}

function sentence(coming) {
  if (coming.length === 0) return ["Chưa có việc nào sắp tới trong các chương trình đã đăng."];
  const [{ line }] = coming;
  const when = line.querySelector(".line__when");
  const link = document.createElement("a");
  link.href = when.querySelector("a").href;
  link.textContent = when.textContent.trim().replace(/\s+/g, " ");
  const rest = coming.length > 1 ? `; còn ${coming.length - 1} việc nữa` : "";
  return ["Sắp tới: ", link, `: ${line.querySelector(".item__text").textContent.trim()}${rest}.`];
}

function section(name, lines) {
  const made = document.createElement("section");
  const heading = document.createElement("h2");
  heading.textContent = name;
  const list = document.createElement("ol");
  list.className = "lines lines--coming";
  list.append(...lines);
  made.append(heading, list);
  return made;
}

/** The first day of an item, from its words: "Thứ Ba, 04/5/2021". */
function firstOf(line) {
  const [, day, month, year] = line.querySelector(".line__when").textContent.match(/(\d+)\/(\d+)\/(\d+)/);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
