"""Write the codes of new entries into the directory, and change nothing else."""

import codecs
from pathlib import Path

from yaml.nodes import MappingNode

from agenda.source.directory import SECTIONS, missing_codes, read_directory_record
from agenda.source.file_names import DIRECTORY
from agenda.source.writing.fields import add_first_key, set_key, value_node
from agenda.source.writing.files import replace_file
from agenda.source.yaml.contents import MAX_BYTES, read_prefix
from agenda.source.yaml.problems import ProblemCollector


def write_directory_codes_to_file(folder: Path) -> bool:
    """Write missing codes into `danh-ba.yml` of `folder`. Return whether the file changed."""
    path = folder / DIRECTORY
    if not path.exists():
        return False
    content = read_prefix(path, MAX_BYTES)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content[len(mark) :].decode()
    coded = write_directory_codes(text)
    if coded != text:
        replace_file(path, mark + coded.encode())
    return coded != text


def write_directory_codes(text: str) -> str:
    """Return the text of a directory with a code for each entry; itself if it has an error."""
    collector = ProblemCollector("")
    record = read_directory_record(text, collector)
    if record is None or collector.failed:
        return text
    codes = missing_codes(record)
    entries = [entry for key in SECTIONS for entry in record.records(key) if id(entry) in codes]
    for entry in sorted(entries, key=lambda each: each.node.start_mark.index, reverse=True):
        assert isinstance(entry.node, MappingNode)
        if value_node(entry, "ma") is not None:  # without a value
            text = set_key(text, entry, "ma", codes[id(entry)])
        else:
            text = add_first_key(text, entry.node, "ma", codes[id(entry)])
    return text
