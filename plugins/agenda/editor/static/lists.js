// Give lists of names a further empty line as soon as the last one is filled.

export function enhanceLists(form) {
  for (const list of form.querySelectorAll("[data-list]")) {
    list.addEventListener("input", () => {
      const last = list.lastElementChild;
      if (last.value) {
        const next = last.cloneNode();
        next.removeAttribute("id");
        next.value = "";
        next.setAttribute("aria-label", last.getAttribute("aria-label").replace(/\d+$/, (n) => Number(n) + 1));
        list.append(next);
      }
    });
  }
}
