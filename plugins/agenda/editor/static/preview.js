// Reload a page of the preview once a newer build is ready.

const SECOND = 1000;
const [bar] = document.querySelectorAll("[data-preview-number]");

async function look() {
  const response = await fetch("/xem/trang-thai.json", { cache: "no-store" });
  if (!response.ok) {
    return;
  }
  const state = await response.json();
  if (String(state.number) !== bar.dataset.previewNumber) {
    location.reload();
  }
}

setInterval(() => {
  if (!document.hidden) {
    look().catch(() => {}); // the editor was stopped
  }
}, SECOND);
