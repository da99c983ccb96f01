"""Papers in the official form of GB/T 9704-2012: a small typed document, written as DOCX and PDF, read back with its
figures. No models and no requests here: what a paper says is for the apps."""

from tongxin.core.papers.document import (
    Block,
    Chip,
    Column,
    Document,
    Photo,
    Run,
    Runs,
    Table,
    Text,
)
from tongxin.core.papers.docx import write_docx
from tongxin.core.papers.pdf import write_pdf
from tongxin.core.papers.read import ReadBack, ReadChip, read_docx

__all__ = [
    "Block",
    "Chip",
    "Column",
    "Document",
    "Photo",
    "ReadBack",
    "ReadChip",
    "Run",
    "Runs",
    "Table",
    "Text",
    "read_docx",
    "write_docx",
    "write_pdf",
]
