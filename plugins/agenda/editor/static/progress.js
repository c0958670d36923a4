// Show the progress of a running job: take the page again when there is something new.

const SECOND = 1000;

async function look(job) {
  const response = await fetch("/dang/trang-thai.json", { cache: "no-store" });
  const state = response.ok ? await response.json() : null;
  if (!state || String(state.number) === job.dataset.job) {
    return;
  }
  const page = await (await fetch("/dang/")).text();
  const next = new DOMParser().parseFromString(page, "text/html").querySelector("[data-job]");
  if (next) {
    job.replaceWith(document.adoptNode(next));
  }
}

setInterval(() => {
  const [job] = document.querySelectorAll("[data-job][data-running]");
  if (job) {
    look(job).catch(() => {}); // the editor was stopped
  }
}, SECOND);
