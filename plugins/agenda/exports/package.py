"""Describe the CSV tables in `datapackage.json` (Data Package, version 1)."""

import hashlib
import json
from collections.abc import Sequence

from agenda.exports.export_settings import ExportSettings
from agenda.exports.json_rows import Row
from agenda.exports.table_columns import ATTENDANCE_COLUMNS, ITEM_COLUMNS, Column
from agenda.exports.tables import ESCAPE_PREFIX
from agenda.site.artifact import Asset
from agenda.site.urls import ATTENDANCE_TABLE, DATA, DATA_PACKAGE, ITEMS_TABLE

_ITEMS, _ATTENDANCE = "lich-cong-tac", "tham-du"


def package(tables: Sequence[Asset], settings: ExportSettings) -> Asset:
    """Return the description of the tables with their columns, sizes and digests."""
    contents = {table.url: table.content for table in tables}
    content: Row = {
        "profile": "tabular-data-package",
        "name": "lich-cong-tac",
        "title": f"Lịch công tác {settings.agency}",
        "description": "Chương trình công tác hằng tháng theo văn bản đã ký, bản mới nhất của "
        "mỗi tháng. Ô nào bắt đầu bằng = + - @ hoặc dấu tab thì có thêm một dấu nháy đơn "
        f"({ESCAPE_PREFIX}) ở trước, để bảng tính không coi là công thức; bỏ dấu đó đi là đúng chữ "
        "văn bản.",
        "resources": [
            _resource(
                _ITEMS,
                ITEMS_TABLE,
                contents,
                "Mỗi dòng một việc",
                {"fields": _fields(ITEM_COLUMNS), "primaryKey": ["ma"]},
            ),
            _resource(
                _ATTENDANCE,
                ATTENDANCE_TABLE,
                contents,
                "Mỗi dòng một tên ở cột lãnh đạo của một việc",
                {
                    "fields": _fields(ATTENDANCE_COLUMNS),
                    "foreignKeys": [
                        {
                            "fields": ["ma"],
                            "reference": {"resource": _ITEMS, "fields": ["ma"]},
                        }
                    ],
                },
            ),
        ],
    }
    if settings.home:
        content["homepage"] = f"{settings.home}{DATA}"
    if settings.licence:
        content["licenses"] = [{"title": settings.licence.title, "path": settings.licence.path}]
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return Asset.of(DATA_PACKAGE, f"{text}\n".encode())


def _resource(name: str, url: str, contents: dict[str, bytes], title: str, schema: Row) -> Row:
    content = contents[url]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": url.removeprefix(DATA),
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "quoteChar": '"', "lineTerminator": "\r\n", "header": True},
        "schema": schema | {"missingValues": [""]},
    }


def _fields(columns: Sequence[Column]) -> list[Row]:
    return [_field(column) for column in columns]


def _field(column: Column) -> Row:
    constraints: Row = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.pattern:
        constraints["pattern"] = column.pattern
    field: Row = {
        "name": column.name,
        "type": column.kind,
        "format": column.format,
        "description": column.about,
    }
    return field | ({"constraints": constraints} if constraints else {})
