"""Tables as files, read back by another program."""

from __future__ import annotations

import csv
import datetime
import io

import openpyxl

from core.spreadsheets import Cell, Table, download, to_csv, to_xlsx

ROWS: list[list[Cell]] = [
    ["KIM Waru", 7, 2.5, datetime.date(2026, 11, 21), None],
    ["=cmd|' /C calc'!A0", -5, 0, None, "#N/A"],
    ['Kutip "dua", koma', 1, 0, None, "baris\nbaru"],
]
TABLE = Table("Aktivitas", ["KIM", "=Berita", "Nisbah", "Hari", "Catatan"], ROWS)


def test_csv_has_its_mark_and_harmless_cells() -> None:
    content = to_csv(TABLE)
    assert content[:3] == b"\xef\xbb\xbf"
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))) == [
        ["KIM", "'=Berita", "Nisbah", "Hari", "Catatan"],
        ["KIM Waru", "7", "2.5", "2026-11-21", ""],
        ["'=cmd|' /C calc'!A0", "-5", "0", "", "#N/A"],
        ['Kutip "dua", koma', "1", "0", "", "baris\nbaru"],
    ]


def test_xlsx_keeps_text_as_text_and_numbers_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([TABLE, Table("Kosong", ["KIM"], [])])))
    assert book.sheetnames == ["Aktivitas", "Kosong"]
    cells = [[cell.value for cell in row] for row in book["Aktivitas"].iter_rows()]
    assert cells[0] == ["KIM", "=Berita", "Nisbah", "Hari", "Catatan"]
    assert cells[1] == ["KIM Waru", 7, 2.5, datetime.datetime(2026, 11, 21), None]
    assert cells[2] == ["=cmd|' /C calc'!A0", -5, 0, None, "#N/A"]
    assert {cell.data_type for row in book["Aktivitas"].iter_rows() for cell in row} == {"s", "n", "d"}


def test_xlsx_text_that_looks_like_a_formula_stays_text_when_edited() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([TABLE])))["Aktivitas"]
    assert [sheet["A2"].quotePrefix, sheet["A3"].quotePrefix, sheet["B1"].quotePrefix] == [False, True, True]


def test_xlsx_takes_names_that_no_sheet_may_have() -> None:
    table = Table("Panen\x00 " + "a" * 60, ["KIM\x01"], [["\ud800"]])
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([table])))
    assert [len(name) for name in book.sheetnames] == [31]
    assert [cell.value for cell in next(book.active.iter_rows())] == ["KIM"]


def test_download_is_saved_under_its_name() -> None:
    response = download(b"isi", "text/csv", "aktivitas.csv")
    assert (response.content, response["Content-Disposition"]) == (
        b"isi",
        'attachment; filename="aktivitas.csv"',
    )
