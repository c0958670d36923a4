// The state of a search, as the page's URL has it and as its form shows it.

/** `{text, chosen, newest}` from a URL. */
export function readUrl(url, selects) {
  const parameters = new URL(url).searchParams;
  const chosen = selects
    .map((select) => [select.name, parameters.get(select.name) ?? ""])
    .filter(([, value]) => value !== "");
  return {
    text: (parameters.get("q") ?? "").trim(),
    chosen: new Map(chosen),
    newest: parameters.get("xep") === "moi",
  };
}

/** The URL of what a form asks for, without what it leaves open. */
export function writeUrl(form) {
  const url = new URL(form.action);
  const filled = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  url.search = new URLSearchParams(filled);
  return url;
}

/** Shows a state in the form; a choice it does not know counts as none. */
export function showState(form, { text, chosen, newest }) {
  form.elements.q.value = text;
  form.elements.xep.value = newest ? "moi" : "";
  for (const select of form.querySelectorAll("[data-facet]")) {
    select.value = chosen.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
}
