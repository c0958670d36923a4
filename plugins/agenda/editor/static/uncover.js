// Keep what has the focus clear of the messages at the foot of the window.

const GAP = 8;
const [messages] = document.querySelectorAll(".notices");

function uncover() {
  const focused = document.activeElement;
  const covered = messages.getBoundingClientRect();
  document.documentElement.style.setProperty("--foot", `${covered.height + GAP}px`);
  if (!covered.height || focused === document.body || messages.contains(focused)) {
    return;
  }
  const { top, bottom } = focused.getBoundingClientRect();
  if (bottom > covered.top && top < covered.bottom) {
    scrollBy({ top: Math.min(bottom - covered.top, top) + GAP, behavior: "instant" });
  }
}

document.addEventListener("focusin", uncover);
new ResizeObserver(uncover).observe(messages);
