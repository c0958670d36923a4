// The agenda stays a table for screen readers where phones lay it out as cards.

const GROUPS = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** Names the roles of a table's parts: Safari forgets them with the layout of a table. */
export function keepTableRoles(table) {
  table.setAttribute("role", "table");
  for (const part of table.querySelectorAll("thead, tbody, tr, th, td")) {
    part.setAttribute("role", GROUPS[part.tagName] || (part.scope === "col" ? "columnheader" : "rowheader"));
  }
}
