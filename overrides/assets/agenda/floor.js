// Says so where the scripts of the page have not run: the browser is older than they allow for.

addEventListener("load", function () {
  if (document.documentElement.hasAttribute("data-running")) return;
  var notice = document.createElement("p");
  notice.className = "caveat";
  notice.setAttribute("role", "note");
  notice.textContent =
    "Trình duyệt này quá cũ. Nội dung vẫn đủ; phần hôm nay, tìm kiếm và các nút bấm không chạy. Hãy cập nhật trình duyệt.";
  document.querySelector("article").prepend(notice);
});
