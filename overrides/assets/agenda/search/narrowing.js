// Which records meet what a query is understood as.

const FACETS = { half: "buoi", status: "trang-thai" };

/** A test of record numbers; `facets` are those of `facetsOf`. */
export function narrowing(readings, index, facets) {
  const byUnit = new Map();
  const everyone = [];
  for (const meaning of readings.flatMap(({ meanings }) => meanings)) {
    if (meaning.unit === "entry") everyone.push([meaning]);
    else byUnit.set(meaning.unit, [...(byUnit.get(meaning.unit) || []), meaning]);
  }
  // Two days are one or the other; two people are both.
  const tests = [...byUnit.values(), ...everyone].map((meanings) => {
    const each = meanings.map((meaning) => testOf(meaning, index, facets));
    return (number) => each.some((test) => test(number));
  });
  return (number) => tests.every((test) => test(number));
}

/** The names of the facets of records that readings are about. */
export function facetsOf(readings) {
  const meanings = readings.flatMap((reading) => reading.meanings);
  return [...new Set(meanings.map(({ unit, facet }) => facet || FACETS[unit]).filter(Boolean))];
}

/** Whether readings are one stretch of days of at most a month, which reads in order of time. */
export function isShortTime(readings) {
  const ranges = readings.flatMap(({ meanings }) => meanings.flatMap((each) => each.ranges || []));
  if (ranges.length !== 1) return false;
  const [[first, last]] = ranges;
  return Date.parse(last) - Date.parse(first) <= 31 * 86_400_000;
}

function testOf({ unit, ranges, weekday, half, value, facet, values }, index, facets) {
  if (unit === "half") return inFacet(facets, FACETS.half, [half]);
  if (unit === "status") return inFacet(facets, FACETS.status, [value]);
  if (unit === "entry") return inFacet(facets, facet, values);
  return unit === "weekday" ? (number) => index.hasWeekday(number, weekday) : index.within(ranges);
}

function inFacet(facets, name, values) {
  const lists = values.map((value) => facets.get(name).get(value) || []);
  const numbers = new Set(lists.flatMap((list) => [...list]));
  return (number) => numbers.has(number);
}
