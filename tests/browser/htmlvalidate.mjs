// What differs from the recommended rules, and why.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Matters of taste; the theme's templates have theirs.
    "doctype-style": ["error", { style: "lowercase" }],
    "no-trailing-whitespace": "off",
    // HTML allows any id without a space, and the theme's begin with "__".
    "valid-id": ["error", { relaxed: true }],
    // The theme's drawer and search are checkboxes with autocomplete="off".
    "valid-autocomplete": "off",
    // The theme's palette is a form of radio buttons without a submit button.
    "wcag/h32": "off",
    // The agenda's table says its roles: laid out as cards on a phone, it would lose them.
    "no-redundant-role": "off",
    // A title holds a name of the directory, whatever its length.
    "long-title": "off",
    // The theme puts the table of contents twice and shows one: axe judges what is shown.
    "unique-landmark": "off",
  },
};
