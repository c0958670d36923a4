// Printing a month, or one of its weeks, as the paper it came from.

import { addDays, mondayOf } from "./today.js";
import { formatDay } from "./date_format.js";

/** Puts a choice of what to print into `place`. */
export function enablePrinting(place) {
  const days = [...document.querySelectorAll(".agenda .day")];
  const weeks = weeksOf(days);
  const choice = document.createElement("select");
  choice.setAttribute("aria-label", "Phần cần in");
  choice.append(new Option("Cả tháng", ""));
  for (const monday of weeks) choice.append(new Option(`Tuần ${wordWeek(monday)}`, monday));
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "In";
  button.addEventListener("click", () => printWeek(days, choice.value));
  place.append(button, choice);
  document.querySelector("[data-page-address]").textContent = location.href.split("#")[0];
}

/** Prints the days of the week from `monday`, or all. */
function printWeek(days, monday) {
  const week = document.querySelector("[data-printed-week]");
  for (const day of days) {
    day.toggleAttribute("data-unprinted", Boolean(monday) && !mondaysOf(day).includes(monday));
  }
  week.textContent = monday ? `Tuần ${wordWeek(monday)}` : "";
  addEventListener(
    "afterprint",
    () => {
      for (const day of days) day.removeAttribute("data-unprinted");
      week.textContent = "";
    },
    { once: true },
  );
  print();
}

function weeksOf(days) {
  return [...new Set(days.flatMap(mondaysOf))];
}

function mondaysOf(day) {
  return day.dataset.dates.split(" ").map(mondayOf);
}

function wordWeek(monday) {
  return `${formatDay(monday)} – ${formatDay(addDays(monday, 6))}`;
}
