"""One agenda gives one month, whatever program prints its paper as PDF."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agenda.importer.document import Table
from agenda.importer.opening import read_document
from agenda.importer.text import write_draft
from agenda.importer.understanding import understand
from agenda.model import Revision
from agenda.source.folder import load_agenda
from tests.importer.documents.empty_paragraphs import with_empty_paragraphs
from tests.importer.documents.official import write_official
from tests.importer.documents.producers.programs import PRODUCERS

ROOT = Path(__file__).parents[2]
