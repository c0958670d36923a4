// What expressions of time mean: ranges of days, a weekday, a half-day.

import { formatDay } from "../../date_format.js";
import { addDays, mondayOf } from "../../today.js";
import { dateOf, monthsFrom, partsOf, weekStart } from "./dates.js";

const WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
const SPOKEN = ["hai", "ba", "tu", "nam", "sau", "bay"];
const HALF_DAYS = { sang: "Buổi sáng", chieu: "Buổi chiều", toi: "Buổi tối", ca_ngay: "Cả ngày" };
const QUARTERS = ["I", "II", "III", "IV"];
const PARTS = { dau: [1, 10], giua: [11, 20], cuoi: [21, 31] };
const PARTS_OF_WEEK = { dau: [0, 1], giua: [2, 3], cuoi: [5, 6] };
const PARTS_OF_YEAR = { dau: 1, giua: 5, cuoi: 10 }; // the first of three months
const LENGTHS = { ngay: 1, tuan: 7, thang: 30 };

/**
 * What a match means, as a list of `{unit, label, ranges}`, `{unit: "weekday", weekday}` or
 * `{unit: "half", half}`; empty if there is no such time. `years` are those that have an agenda: an
 * expression without a year means each of them.
 */
export function readTime(shape, groups, context) {
  const meaning = SHAPES[shape](groups, context);
  return meaning.every(Boolean) ? meaning : [];
}

const SHAPES = {
  day(groups, { today, years, table }) {
    const { day, month } = numbers(groups);
    const year = yearOf(groups, today, table);
    const [thisYear, thisMonth] = partsOf(today);
    if (!month) return [oneDay(dateOf(thisYear, thisMonth, day))];
    if (year) return [oneDay(dateOf(year, month, day))];
    if (!dateOf(2000, month, day)) return [null];
    const dates = years.map((each) => dateOf(each, month, day)).filter(Boolean);
    const weekday = groups.weekday ? weekdayOf(groups.weekday) : null;
    const fitting = weekday === null ? [] : dates.filter((each) => addDays(mondayOf(each), weekday) === each); // none if mistaken
    const date = formatDay(dateOf(2000, month, day));
    const label = fitting.length > 0 ? `${WEEKDAYS[weekday]}, ngày ${date}` : `Ngày ${date}`;
    return [{ unit: "day", label, ranges: (fitting.length > 0 ? fitting : dates).map((each) => [each, each]) }];
  },
  days(groups, { years }) {
    const { day, day2, month2, month = month2, year2, year } = numbers(groups);
    if (!dateOf(2000, month, day) || !dateOf(2000, month2, day2)) return [null];
    const turns = [month, day] > [month2, day2] || month > month2 || (month === month2 && day > day2) ? 1 : 0;
    const given = year || (year2 && year2 - turns);
    const ranges = (given ? [given] : years).map((each) => [
      dateOf(each, month, day),
      dateOf(year2 && year ? year2 : each + turns, month2, day2),
    ]);
    if (given) return [range(...ranges[0])];
    const [from, to] = [dateOf(2000, month, day), dateOf(2000, month2, day2)].map(formatDay);
    return [{ unit: "day", label: `Từ ${from} đến ${to}`, ranges: ranges.filter(([a, b]) => a && b) }];
  },
  month(groups, { today, years, table }) {
    const { month = monthNamed(groups.name, table) } = numbers(groups);
    return [oneMonth(month, yearOf(groups, today, table), years)];
  },
  months(groups, { years }) {
    const { month, month2, year2, year = year2 } = numbers(groups);
    const count = ((year2 || year || 0) - (year || 0)) * 12 + month2 - month + 1;
    if (count < 1) return [null];
    const ranges = (year ? [year] : years).map((each) => monthsFrom(each, month, count));
    if (year) return [range(...ranges[0])];
    return [{ unit: "day", label: `Từ tháng ${month} đến tháng ${month2}`, ranges }];
  },
  part(groups, { today, years, table }) {
    const [thisYear, thisMonth] = partsOf(today);
    const { month = thisMonth + stepOf(groups, table), year = groups.near ? thisYear : 0 } = numbers(groups);
    const [from, to] = PARTS[groups.part];
    const ranges = (year ? [year] : years).map((each) => {
      const [first, last] = monthsFrom(each, month);
      return [addDays(first, from - 1), to > 30 ? last : addDays(first, to - 1)];
    });
    if (year) return [range(...ranges[0])];
    return [{ unit: "day", label: `${{ dau: "Đầu", giua: "Giữa", cuoi: "Cuối" }[groups.part]} tháng ${two(month)}`, ranges }];
  },
  quarter(groups, { today, years, table }) {
    const quarter = Number(groups.quarter) || QUARTERS.indexOf(groups.quarter.toUpperCase()) + 1;
    return [oneQuarter(quarter, yearOf(groups, today, table), years)];
  },
  week(groups, { today }) {
    const { week, year = partsOf(today)[0] } = numbers(groups);
    const monday = weekStart(year, week);
    return [week < 1 || week > 53 ? null : range(monday, addDays(monday, 6))];
  },
  years(groups) {
    const { year, year2 } = numbers(groups);
    if (year >= year2) return [null];
    return [{ unit: "year", label: `Năm ${year}–${year2}`, ranges: [[`${year}-01-01`, `${year2}-12-31`]] }];
  },
  year(groups) {
    return [oneYear(numbers(groups).year)];
  },
  "near-day"(groups, { today, table }) {
    const day = oneDay(addDays(today, table.ngay_gan[spaced(groups.word)]));
    return groups.half ? [day, halfDay(groups.half)] : [day];
  },
  "near-weekday"(groups, { today, table }) {
    const day = addDays(mondayOf(today), weekdayOf(groups.weekday));
    const step = stepOf(groups, table);
    const passed = step > 0 ? day <= today : step < 0 && day >= today;
    return [oneDay(passed ? addDays(day, 7 * step) : day)];
  },
  "near-days"(groups, { today, table }) {
    const day = addDays(today, numbers(groups).count * LENGTHS[groups.unit] * stepOf(groups, table));
    return [day < today ? range(day, today) : range(today, day)];
  },
  "near-date"(groups, { today, table }) {
    const [year, month] = partsOf(today);
    const [first] = monthsFrom(year, month + stepOf(groups, table));
    const [nearYear, nearMonth] = partsOf(first);
    return [oneDay(dateOf(nearYear, nearMonth, numbers(groups).day))];
  },
  "part-week"(groups, { today, table }) {
    const monday = addDays(mondayOf(today), 7 * stepOf(groups, table));
    const [from, to] = PARTS_OF_WEEK[groups.part];
    return [range(addDays(monday, from), addDays(monday, to))];
  },
  "part-year"(groups, { today, table }) {
    const { year = partsOf(today)[0] + stepOf(groups, table) } = numbers(groups);
    return [range(...monthsFrom(year, PARTS_OF_YEAR[groups.part], 3))];
  },
  near(groups, { today, years, table }) {
    const step = stepOf(groups, table);
    const [year, month] = partsOf(today);
    if (groups.unit === "nam") return [oneYear(year + step)];
    if (groups.unit === "quy") {
      const quarter = Math.floor((month - 1) / 3) + step;
      return [oneQuarter(((quarter + 4) % 4) + 1, year + Math.floor(quarter / 4), years)];
    }
    if (groups.unit === "thang") {
      const [nearYear, nearMonth] = partsOf(monthsFrom(year, month + step)[0]);
      return [oneMonth(nearMonth, nearYear, years)];
    }
    const monday = addDays(mondayOf(today), 7 * step);
    if (groups.weekday) return [oneDay(addDays(monday, weekdayOf(groups.weekday)))];
    return [range(monday, addDays(monday, 6))];
  },
  weekday(groups) {
    const weekday = weekdayOf(groups.weekday);
    return [{ unit: "weekday", label: WEEKDAYS[weekday], weekday }];
  },
  half(groups) {
    return [halfDay(groups.half)];
  },
};

function oneDay(date) {
  return date && { unit: "day", label: `Ngày ${fullDay(date)}`, ranges: [[date, date]] };
}

function range(first, last) {
  if (!first || !last || first > last) return null;
  if (first === last) return oneDay(first);
  return { unit: "day", label: `Từ ${fullDay(first)} đến ${fullDay(last)}`, ranges: [[first, last]] };
}

function oneMonth(month, year, years) {
  const label = `Tháng ${two(month)}`;
  const ranges = (year ? [year] : years).map((each) => monthsFrom(each, month));
  return { unit: "month", label: year ? `${label}/${year}` : label, ranges };
}

function oneQuarter(quarter, year, years) {
  const label = `Quý ${QUARTERS[quarter - 1]}`;
  const ranges = (year ? [year] : years).map((each) => monthsFrom(each, 3 * quarter - 2, 3));
  return { unit: "quarter", label: year ? `${label}/${year}` : label, ranges };
}

function oneYear(year) {
  return { unit: "year", label: `Năm ${year}`, ranges: [[`${year}-01-01`, `${year}-12-31`]] };
}

function halfDay(typed) {
  const half = typed.replace(/\s+/, "_");
  return { unit: "half", label: HALF_DAYS[half], half };
}

/** The year that an expression gives in full, by its last two digits or by its distance. */
function yearOf(groups, today, table) {
  if (groups.near) return partsOf(today)[0] + stepOf(groups, table);
  const { year, short } = numbers(groups);
  return short === undefined ? year : 2000 + short;
}

function stepOf({ near }, table) {
  return near ? table.gan[spaced(near)] : 0;
}

function weekdayOf(typed) {
  const last = typed.split(/\s+/).pop();
  if (last === "nhat" || last === "cn") return 6;
  return SPOKEN.includes(last) ? SPOKEN.indexOf(last) : Number(last.slice(-1)) - 2;
}

function monthNamed(name, table) {
  const names = table.ten_thang;
  return name ? names.indexOf(spaced(name)) + 1 : undefined;
}

function numbers(groups) {
  const given = Object.entries(groups).filter(([, text]) => text !== undefined);
  return Object.fromEntries(given.map(([name, text]) => [name, Number(text)]));
}

function fullDay(date) {
  return `${formatDay(date)}/${date.slice(0, 4)}`;
}

/** Months 1 and 2 keep their zero (Nghị định 30/2020/NĐ-CP). */
function two(month) {
  return month <= 2 ? `0${month}` : String(month);
}

function spaced(text) {
  return text.replace(/\s+/g, " ");
}
