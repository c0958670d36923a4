// Rows that scroll sideways show the place at hand.

/** Keeps the section, and the day that is gone to or is today, in view within their rows. */
export function scrollToCurrent(root) {
  center(root.querySelector(".site-nav [aria-current]"));
  const days = [...root.querySelectorAll(".day-row a[data-date]")];
  const showDay = () => {
    const gone = days.find((link) => link.hash === location.hash);
    center(gone ?? days.find((link) => link.hasAttribute("aria-current")));
  };
  showDay();
  addEventListener("hashchange", showDay);
}

/** Scrolls the row alone: the page stays where it is. */
function center(link) {
  const row = link?.closest("ul, ol");
  if (!row) return;
  const [outer, inner] = [row, link].map((element) => element.getBoundingClientRect());
  row.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}
