// Whole URLs, where the site was built without knowing its own.

/** Completes the URLs of calendars and frames by that of this page. */
export function completeUrls(root) {
  const whole = (url) => new URL(url, location).href;
  for (const link of root.querySelectorAll("[data-webcal]")) {
    link.href = whole(link.dataset.webcal).replace(/^https?:/, "webcal:");
  }
  for (const field of root.querySelectorAll("[data-whole]")) {
    field.value = whole(field.dataset.whole);
  }
  for (const code of root.querySelectorAll("[data-embedded]")) {
    const url = whole(code.dataset.embedded);
    code.textContent = code.textContent.replace(/src="[^"]*"/, `src="${url}"`);
  }
}
