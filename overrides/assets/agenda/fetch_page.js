// Another page of the site, to take parts of it.

/** The page at `url`; its links lead to the same places from this page. */
export async function fetchPage(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of page.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), url);
  }
  return page;
}

/** Copies of elements of another page for this one, without what has to be there once. */
export function takeCopies(elements) {
  const copies = Array.from(elements, (element) => document.importNode(element, true));
  for (const copy of copies) {
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  }
  return copies;
}
