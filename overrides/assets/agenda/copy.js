// Links and URLs, copied by one tap.

const SHOWN_FOR = 2000; // milliseconds

let said;

/** Lets a tap on a link to a place on this page copy its whole URL as well as go there. */
export function copyLinks(root) {
  if (!navigator.clipboard) return;
  said = document.createElement("p");
  said.className = "copied";
  said.setAttribute("role", "status");
  document.body.append(said);
  root.addEventListener("click", (event) => {
    const link = event.target.closest(".permalink, .day__name a");
    if (link) copy(link.href, "Đã chép đường dẫn");
  });
  for (const button of root.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", () => copy(source.value ?? source.textContent, "Đã chép"));
  }
}

/** Copies a text and says so; where that is not allowed, the text is still there to be marked. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return;
  }
  said.textContent = done;
  setTimeout(() => (said.textContent = ""), SHOWN_FOR);
}
