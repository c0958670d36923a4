// What is folded on screen is whole on paper, and open for who follows a link to it.

/** Opens `details` while printing, and when the URL leads to its heading or into it. */
export function unfoldWhenMeant(details) {
  const show = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !details.contains(target)) return;
    details.open = true;
    target.scrollIntoView();
  };
  show();
  addEventListener("hashchange", show);
  let folded = false;
  addEventListener("beforeprint", () => {
    folded = !details.open;
    details.open = true;
  });
  addEventListener("afterprint", () => {
    if (folded) details.open = false;
  });
}
