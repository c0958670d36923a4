// Search boxes: "/" and Ctrl+K lead into the one at hand, Esc empties it and then leads back.

/** `home` is the URL of the search page, for when no box is in view. */
export function enableShortcuts(root, home) {
  let before = null;
  root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const box = event.target.closest?.("[data-search-box]");
    if (asksForSearch(event)) {
      event.preventDefault();
      if (!box) before = root.activeElement;
      enter(root, home);
    } else if (box && event.key === "Escape") {
      event.preventDefault();
      if (box.value) box.value = "";
      else leave(box, before);
    }
  });
}

function asksForSearch({ key, ctrlKey, metaKey, altKey, target }) {
  if (key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey) return true;
  const typing = target.closest?.("input, select, textarea, [contenteditable]");
  return key === "/" && !ctrlKey && !metaKey && !altKey && !typing;
}

function enter(root, home) {
  const boxes = [...root.querySelectorAll("main [data-search-box]"), ...root.querySelectorAll("[data-search-box]")];
  const box = boxes.find((each) => each.checkVisibility?.() ?? each.offsetParent);
  if (box) {
    box.focus();
    box.select();
  } else {
    location.assign(home);
  }
}

function leave(box, before) {
  box.blur();
  if (before?.isConnected) before.focus();
}
