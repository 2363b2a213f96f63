"""Tables as files: CSV for every program, XLSX for spreadsheets. Text stays text in both."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.rules.cells import harmless, looks_like_formula, storable

Cell = str | int | float | datetime.date | None
# Programs take a file without this mark for another alphabet.
BYTE_ORDER_MARK = "\ufeff"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 8, 48
# Excel allows no more for the name of a sheet.
MOST_TITLE = 31


@dataclass(frozen=True)
class Table:
    """One sheet: a row of heads, then rows of as many cells."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]] = field(repr=False)


def to_csv(table: Table) -> bytes:
    """UTF-8 with its mark, commas, line ends as RFC 4180 has them; dates as 2026-11-21."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([harmless(head) for head in table.heads])
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return (BYTE_ORDER_MARK + stream.getvalue()).encode()


def to_xlsx(tables: Iterable[Table]) -> bytes:
    """One sheet for each table: heads in bold and in sight while one scrolls, columns as wide as their heads."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(title=storable(table.title)[:MOST_TITLE])
        sheet.freeze_panes = "B2"
        for number, head in enumerate(table.heads, start=1):
            width = min(max(len(head) + 2, NARROWEST), WIDEST)
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.append([_text_cell(sheet, head, bold=True) for head in table.heads])
        for row in table.rows:
            sheet.append([_text_cell(sheet, cell) if isinstance(cell, str) else cell for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def download(content: bytes, content_type: str, filename: str) -> HttpResponse:
    """An answer that the browser saves under this name (plain letters only)."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def _text_cell(sheet: object, text: str, *, bold: bool = False) -> WriteOnlyCell:
    """A cell whose text is never a formula or an error, nor becomes one when somebody edits it."""
    plain = storable(text)
    cell = WriteOnlyCell(sheet, value=plain)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    if looks_like_formula(plain):
        cell.quotePrefix = True
    return cell
