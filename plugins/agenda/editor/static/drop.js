// Take a document that is dropped anywhere on the page of imports; the button works without this.

const [chooser] = document.querySelectorAll("input[type=file][data-drop]");

function hasFile(event) {
  return event.dataTransfer?.types.includes("Files");
}

if (chooser) {
  addEventListener("dragover", (event) => {
    if (hasFile(event)) {
      event.preventDefault();
      chooser.classList.add("field__input--target");
    }
  });
  addEventListener("dragleave", () => chooser.classList.remove("field__input--target"));
  addEventListener("drop", (event) => {
    chooser.classList.remove("field__input--target");
    if (hasFile(event)) {
      event.preventDefault();
      const first = new DataTransfer();
      first.items.add(event.dataTransfer.files[0]);
      chooser.files = first.files;
      chooser.form.requestSubmit();
    }
  });
}
