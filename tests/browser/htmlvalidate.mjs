// What differs from the recommended rules, and why.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    "no-trailing-whitespace": "off",
    // Python-Markdown closes its pictures and breaks as XHTML does, which HTML takes too.
    "void-style": "off",
    // HTML allows any id without a space: a guide numbers its steps.
    "valid-id": ["error", { relaxed: true }],
    // Days are headings, and HTML allows no heading element inside a header cell.
    "prefer-native-element": ["error", { exclude: ["heading"] }],
    // The editor sends every name of a list under the same name.
    "form-dup-name": "off",
    // A title holds a name of the directory, whatever its length.
    "long-title": "off",
  },
};
