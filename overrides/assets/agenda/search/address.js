// The state of a search, as the page's address has it and as its form shows it.

/** `{text, chosen, newest}` from an address. */
export function readAddress(address, selects) {
  const parameters = new URL(address).searchParams;
  const chosen = selects
    .map((select) => [select.name, parameters.get(select.name) ?? ""])
    .filter(([, value]) => value !== "");
  return {
    text: (parameters.get("q") ?? "").trim(),
    chosen: new Map(chosen),
    newest: parameters.get("xep") === "moi",
  };
}

/** The address of what a form asks for, without what it leaves open. */
export function writeAddress(form) {
  const address = new URL(form.action);
  const filled = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  address.search = new URLSearchParams(filled);
  return address;
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
