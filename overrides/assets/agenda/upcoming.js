// On the page of a leader, unit or group: what is still to come.

/** Marks the items of `today` and later, and says in `place` which comes next. */
export function showUpcoming(place, today) {
  place.textContent = "";
  for (const line of document.querySelectorAll(".line--coming")) line.classList.remove("line--coming");
  const lines = [...document.querySelectorAll(".line[data-last]:not(.line--withdrawn)")];
  const coming = lines.filter((line) => line.dataset.last >= today);
  if (coming.length === 0) {
    place.textContent = "Chưa có việc nào sắp tới trong các chương trình đã đăng.";
    return;
  }
  for (const line of coming) line.classList.add("line--coming");
  const [next] = coming.slice().sort((a, b) => a.dataset.last.localeCompare(b.dataset.last));
  const when = next.querySelector(".line__when");
  const link = document.createElement("a");
  link.href = when.querySelector("a").href;
  link.textContent = when.textContent.trim().replace(/\s+/g, " ");
  const rest = coming.length > 1 ? `; còn ${coming.length - 1} việc nữa` : "";
  place.append("Sắp tới: ", link, `: ${next.querySelector(".item__text").textContent.trim()}${rest}.`);
}
