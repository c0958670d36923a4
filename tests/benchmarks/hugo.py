"""The same YAML as a department would publish it with Hugo, with our frame around each month."""

import shutil
from pathlib import Path

CONFIGURATION = """\
baseURL = "https://example.invalid/lich/"
title = "Lịch công tác Sở KHCN Hà Tĩnh"
languageCode = "vi"
disableKinds = ["taxonomy", "term", "RSS"]
[permalinks]
thang = "/:year/:month/"
"""

FRAME = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="{{ .Title }} của {{ site.Title }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ with .PrevInSection }}<link rel="prev" href="{{ .RelPermalink }}">{{ end }}
{{ with .NextInSection }}<link rel="next" href="{{ .RelPermalink }}">{{ end }}
<link rel="stylesheet" href="{{ "theme.css" | relURL }}">
<link rel="stylesheet" href="{{ "agenda.css" | relURL }}">
<title>{{ .Title }} – {{ site.Title }}</title>
</head>
<body>
<a class="skip" href="#noi-dung">Tới nội dung chính</a>
<header class="site-header"><a href="{{ "/" | relURL }}">{{ site.Title }}</a>
<form role="search"><input type="search" name="q" aria-label="Từ cần tìm"></form></header>
<main data-pagefind-body>{{ block "main" . }}{{ end }}</main>
<footer class="site-footer"><p>{{ site.Title }}</p></footer>
</body>
</html>
"""

MONTH = """\
{{ define "main" }}
{{ $month := index site.Data.agendas .Params.thang }}
<h1 id="noi-dung">{{ .Title }}</h1>
{{ range $month.trong_tam }}<p>{{ . }}</p>{{ end }}
<table class="agenda">
<thead><tr><th>Ngày</th><th>Buổi</th><th>Nội dung công việc</th><th>Cơ quan chuẩn bị</th>
<th>Lãnh đạo Sở</th></tr></thead>
{{ range $month.lich }}{{ $row := . }}
<tbody id="ngay-{{ .ngay }}">
{{ with .nghi }}<tr><th>{{ $row.ngay }}</th><td colspan="4">{{ . }}</td></tr>{{ end }}
{{ range $key, $name := dict "sang" "Sáng" "chieu" "Chiều" "toi" "Tối" "ca_ngay" "Cả ngày" }}
{{ $items := index $row $key }}
{{ if $items }}{{ range cond (reflect.IsSlice $items) $items (slice $items) }}
<tr{{ with .ma }} id="cv-{{ . }}"{{ end }}><th>{{ $row.ngay }}</th><th>{{ $name }}</th>
<td>{{ .gio }} {{ .noi_dung }} {{ .dia_diem }} {{ .thanh_phan }} {{ .ghi_chu }}</td>
<td>{{ delimit (cond (reflect.IsSlice .chuan_bi) .chuan_bi (slice .chuan_bi)) "; " }}</td>
<td>{{ delimit (cond (reflect.IsSlice .lanh_dao) .lanh_dao (slice .lanh_dao)) "; " }}</td>
</tr>{{ end }}{{ end }}{{ end }}
</tbody>
{{ end }}
</table>
{{ end }}
"""

LIST = """\
{{ define "main" }}<h1 id="noi-dung">{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""


def write_hugo(agendas: Path, folder: Path) -> None:
    """A project of Hugo: the newest file of each month as data, a page for it, the layouts."""
    layouts = folder / "layouts" / "_default"
    for path in (layouts, folder / "content" / "thang", folder / "data" / "agendas"):
        path.mkdir(parents=True)
    (folder / "config.toml").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in {"baseof": FRAME, "single": MONTH, "list": LIST}.items():
        (layouts / f"{name}.html").write_text(text, encoding="utf-8")
    newest = {path.name[:7]: path for path in sorted(agendas.glob("20*.yml"), key=_revision)}
    for month, path in newest.items():
        shutil.copy(path, folder / "data" / "agendas" / f"{month}.yml")
        (folder / "content" / "thang" / f"{month}.md").write_text(
            f"---\ntitle: Tháng {month[5:]} năm {month[:4]}\ndate: {month}-01\n"
            f'thang: "{month}"\n---\n',
            encoding="utf-8",
        )


def _revision(path: Path) -> tuple[str, int, str]:
    return path.name[:7], len(path.name), path.name
