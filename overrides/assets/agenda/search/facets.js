// Facets narrow a search, and say beforehand how many results each choice would leave.

/** The numbers that have every value chosen; `chosen` maps the names of facets to values. */
export function narrow(numbers, facets, chosen) {
  const having = [...chosen].map(([name, value]) => new Set(facets.get(name)?.get(value)));
  return numbers.filter((number) => having.every((set) => set.has(number)));
}

/** Writes behind each choice how many of `numbers` it leaves under the other facets' choices. */
export function showCounts(selects, numbers, facets, chosen) {
  for (const select of selects) {
    const others = new Map([...chosen].filter(([name]) => name !== select.name));
    const left = new Set(narrow(numbers, facets, others));
    for (const option of select.options) {
      option.dataset.text = option.dataset.text || option.text;
      const having = option.value ? (facets.get(select.name)?.get(option.value) ?? []) : left;
      let count = 0;
      for (const number of having) count += left.has(number) ? 1 : 0;
      option.text = `${option.dataset.text} (${count})`;
    }
  }
}
