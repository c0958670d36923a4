// Dates in words, as official papers write them.

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

/** "04/5" for `2021-05-04`. */
export function wordDay(date) {
  const [, month, day] = date.split("-");
  return `${day}/${wordNumber(month)}`;
}

/** "Thứ Ba 04/5/2021" for `2021-05-04`. */
export function wordDate(date) {
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${weekday} ${wordDay(date)}/${date.slice(0, 4)}`;
}

/** "tháng 5 năm 2021" for `2021-05`. */
export function wordMonth(month) {
  const [year, number] = month.split("-");
  return `tháng ${wordNumber(number)} năm ${year}`;
}

/** Months 1 and 2 keep their zero (Nghị định 30/2020/NĐ-CP). */
function wordNumber(month) {
  return Number(month) <= 2 ? month : String(Number(month));
}
