"""Read a PDF with the words of agendas as cues for its line ends."""

from collections.abc import Callable

from agenda.importer.backends.pdf.reader import read_pdf
from agenda.importer.datamodel.document import Document
from agenda.importer.datamodel.line_cues import LineCues
from agenda.importer.layout.day_headings import ANY_MONTH
from agenda.importer.layout.day_lists import begins_day
from agenda.importer.lexicon import line_breaks
from agenda.importer.lexicon.columns.content import column_content, names_another, names_column

AGENDA_CUES = LineCues(
    begins_day=lambda text: begins_day(text, ANY_MONTH),
    half_day_length=line_breaks.half_day_length,
    begins_time=line_breaks.begins_time,
    names_group=line_breaks.names_group,
    begins_appointment=line_breaks.begins_appointment,
    opens_appointment=line_breaks.opens_appointment,
    expects_body_name=line_breaks.expects_body_name,
    expects_more=line_breaks.expects_more,
    splits_word=line_breaks.splits_word,
    names_column=names_column,
    column_content=column_content,
    names_another=names_another,
)


def read_agenda_pdf(content: bytes, progress: Callable[[str], None] = lambda _: None) -> Document:
    """Return the document in the bytes of a PDF. Raise `ImportRefused` if they have no text."""
    return read_pdf(content, AGENDA_CUES, progress)
