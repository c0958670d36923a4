// Open forms in their place on the page, and save without leaving it. Without this script, the
// same links and forms work as pages of their own.

import "./drop.js";
import { enhanceLists } from "./lists.js";
import "./line_numbers.js";
import "./menus.js";
import "./progress.js";
import "./uncover.js";

const MAIN = "#noi-dung";
const NOTICES = ".notices";

function parse(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

function announce(message) {
  const notices = document.querySelector(NOTICES);
  const notice = document.createElement("div");
  notice.className = "notice notice--error";
  notice.textContent = message;
  notices.replaceChildren(notice);
}

async function open(link) {
  const place = document.getElementById(link.dataset.inline);
  const response = await fetch(link.href);
  const form = parse(await response.text()).querySelector("[data-form]");
  if (!response.ok || !form) {
    location.assign(link.href);
    return;
  }
  show(place, form, link);
}

// A title of a page would break the order of the headings around the form.
function lowerTitle(form) {
  const title = form.querySelector("h1");
  const words = document.createElement("p");
  words.id = title.id;
  words.className = title.className;
  words.append(...title.childNodes);
  title.replaceWith(words);
}

function show(place, form, opener) {
  lowerTitle(form);
  place.replaceChildren(form);
  place.opener = opener;
  enhanceLists(form);
  focusFirst(form);
}

function focusFirst(form) {
  const [wrong] = form.querySelectorAll("[aria-invalid]");
  (wrong ?? form.querySelector("[autofocus], .field__input, input:not([type=hidden])"))?.focus();
}

function close(place) {
  place.replaceChildren();
  const opener = place.opener?.isConnected ? place.opener : document.querySelector(`[data-inline="${place.id}"]`);
  opener?.focus();
}

async function save(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const response = await fetch(form.action, { method: "POST", body });
  const page = parse(await response.text());
  const place = form.closest(".card__form") ?? form.parentElement;
  const again = page.querySelector("[data-form]");
  if (again && !response.ok) {
    again.dataset.unsaved = "";
    show(place, again, place.opener);
  } else if (again) {
    // Saved, and the form of the next item came back: show it where this one was.
    const month = await fetch(location.href);
    replaceMain(parse(await month.text()), month.url, place);
    takeNotices(page);
    show(document.getElementById(place.id), again, place.opener);
  } else if (page.querySelector(MAIN)) {
    takeNotices(page);
    replaceMain(page, response.url, place);
  } else {
    location.reload(); // the session has ended
  }
}

function takeNotices(page) {
  document.querySelector(NOTICES).replaceChildren(...page.querySelector(NOTICES).children);
}

// Keep the place on the screen: the page is the same but for what was saved in `place`. The URL of
// a response has no anchor, so the card that was saved is the one around the form, or the new one.
function replaceMain(page, url, place) {
  const known = new Set([...document.querySelectorAll(".card[id]")].map((card) => card.id));
  const own = place.closest(".card")?.id;
  const others = [...document.querySelectorAll(".card__form:has([data-form])")].filter((each) => each !== place);
  document.querySelector(MAIN).replaceWith(document.adoptNode(page.querySelector(MAIN)));
  // What is typed in the other open forms stays.
  others.forEach((other) => document.getElementById(other.id)?.replaceWith(other));
  document.title = page.title;
  history.replaceState(null, "", url);
  const cards = [...document.querySelectorAll(".card[id]")];
  const card = cards.find((each) => !known.has(each.id)) ?? cards.find((each) => each.id === own);
  card?.scrollIntoView({ block: "nearest" });
  (card ?? document.querySelector(MAIN)).focus({ preventScroll: true });
}

function isChanged(form) {
  return "unsaved" in form.dataset || [...form.elements].some(isInputChanged);
}

function isInputChanged(input) {
  if (input.type === "checkbox") {
    return input.checked !== input.defaultChecked;
  }
  if (input.type === "select-one") {
    const [first] = input.options;
    return input.value !== ([...input.options].find((option) => option.defaultSelected) ?? first)?.value;
  }
  return "defaultValue" in input && input.value !== input.defaultValue;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-inline], a[data-close], a[data-reload]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const place = link.closest(".card__form");
  if ("reload" in link.dataset && place) {
    event.preventDefault();
    place.replaceChildren();
    location.replace(link.href);
    location.reload();
  } else if ("close" in link.dataset && place) {
    event.preventDefault();
    close(place);
  } else if (link.dataset.inline && document.getElementById(link.dataset.inline)) {
    event.preventDefault();
    link.closest("[data-menu]")?.removeAttribute("open");
    open(link).catch(() => location.assign(link.href));
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest(".card__form") || form.method !== "post") {
    return;
  }
  event.preventDefault();
  save(form, event.submitter).catch(() =>
    announce("Chưa lưu được: không kết nối được với trang biên tập. Hãy xem cửa sổ chạy lệnh agenda edit."),
  );
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-form]");
  if (!form) {
    return;
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    const place = form.closest(".card__form");
    if (place && !isChanged(form)) {
      close(place);
    }
  }
});

let leaving = null; // the form that is sent, which saves what was changed in it

document.addEventListener("submit", (event) => {
  leaving = event.defaultPrevented ? null : event.target;
});

addEventListener("beforeunload", (event) => {
  const forms = [...document.querySelectorAll("[data-form]")];
  if (forms.some((form) => form !== leaving && isChanged(form))) {
    event.preventDefault();
  }
});

for (const form of document.querySelectorAll("[data-form]")) {
  enhanceLists(form);
  focusFirst(form);
}
