// Dates in words, as official papers write them.

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

/** "04/5" for `2021-05-04`. */
export function formatDay(date) {
  const [, month, day] = date.split("-");
  return `${day}/${formatNumber(month)}`;
}

/** "Thứ Ba 04/5/2021" for `2021-05-04`. */
export function formatDate(date) {
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${weekday} ${formatDay(date)}/${date.slice(0, 4)}`;
}

/** "tháng 5 năm 2021" for `2021-05`. */
export function formatMonth(month) {
  const [year, number] = month.split("-");
  return `tháng ${formatNumber(number)} năm ${year}`;
}

/** Months 1 and 2 keep their zero (Nghị định 30/2020/NĐ-CP). */
function formatNumber(month) {
  return Number(month) <= 2 ? month : String(Number(month));
}
