// Close an open menu on Escape, or when the focus or a click goes elsewhere.

function menus() {
  return document.querySelectorAll("[data-menu][open]");
}

document.addEventListener("click", (event) => {
  for (const menu of menus()) {
    menu.open = menu.contains(event.target);
  }
});

document.addEventListener("focusin", (event) => {
  for (const menu of menus()) {
    menu.open = menu.contains(event.target);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});
