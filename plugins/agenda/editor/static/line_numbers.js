// Number the lines of a text as it is typed, and lead from a problem to its line and column.

const [numbers] = document.querySelectorAll("[data-lines]");
const [text] = numbers?.parentElement.querySelectorAll("textarea") ?? [];

function count() {
  const lines = text.value.split("\n").length;
  numbers.textContent = Array.from({ length: lines }, (_, line) => `${line + 1}\n`).join("");
  text.rows = lines + 1;
}

function go(line, column) {
  const before = text.value.split("\n").slice(0, line - 1);
  const at = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  text.focus({ preventScroll: true });
  text.setSelectionRange(at, at);
  const height = text.scrollHeight / text.rows;
  scrollTo({ top: text.getBoundingClientRect().top + scrollY + height * (line - 4) });
}

text?.addEventListener("input", count);
for (const link of text ? document.querySelectorAll("a[data-line]") : []) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(Number(link.dataset.line), Number(link.dataset.column));
  });
}
