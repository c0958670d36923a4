// Links to a day or an item, copied by one tap.

const COPIED = "Đã chép đường dẫn";
const SHOWN_FOR = 2000; // milliseconds

/** Lets a tap on a link to a place on this page copy its whole address as well as go there. */
export function copyLinks(root) {
  if (!navigator.clipboard) return;
  const said = document.createElement("p");
  said.className = "copied";
  said.setAttribute("role", "status");
  document.body.append(said);
  root.addEventListener("click", async (event) => {
    const link = event.target.closest(".permalink, .day__name a");
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // not allowed: the address bar has it
    }
    said.textContent = COPIED;
    setTimeout(() => (said.textContent = ""), SHOWN_FOR);
  });
}
