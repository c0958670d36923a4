// Files made in the browser, of what the site publishes.

/** Offers a file to keep, as a link with `download` would. */
export function downloadFile(name, type, parts) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it later
}

/**
 * Lets a tap on a table's link give it with a byte order mark: without one Excel takes UTF-8 for
 * another encoding, with one programs find a strange first column.
 */
export function downloadForExcel(root) {
  for (const link of root.querySelectorAll("a[data-excel]")) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const response = await fetch(link.href);
        if (!response.ok) throw new Error(response.statusText);
        const name = link.href.split("/").pop();
        downloadFile(name, "text/csv;charset=utf-8", ["\ufeff", await response.text()]);
      } catch {
        location.assign(link.href);
      }
    });
  }
}
