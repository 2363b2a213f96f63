"""How a page is weighed: what is fetched on first view and what is not."""

import pytest

from tests.bench.budgets import ARTICLE, KB, ROOM, broken
from tests.bench.weight import Weight, chosen_candidate, displayed_width, gzipped, weigh

FILES = {
    "/static/css/form.css": b"a{color:red}" * 50,
    "/static/js/room.js": b'import { save } from "./save.js";\nsave();\n',
    "/static/js/save.js": b"export function save() {}\n",
    "/media/images/a-360.avif": b"x" * 360,
    "/media/images/a-720.avif": b"x" * 720,
    "/media/images/b.png": b"x" * 99,
}
SRCSET = "/media/images/a-360.avif 360w, /media/images/a-720.avif 720w"


def weighed(html: str) -> Weight:
    return weigh(html.encode(), FILES.__getitem__)


def test_plain_page_weighs_its_own_html_in_one_request():
    weight = weighed("<p>Kabar</p>")
    assert (weight.html, weight.text, weight.total, weight.blocking) == (
        gzipped(b"<p>Kabar</p>"), gzipped(b"<p>Kabar</p>"), gzipped(b"<p>Kabar</p>"), 1,
    )  # fmt: skip


def test_stylesheet_counts_its_gzip_and_blocks():
    weight = weighed('<link rel="stylesheet" href="/static/css/form.css"><link rel="icon" href="/none.svg">')
    assert (weight.styles, weight.blocking) == (gzipped(FILES["/static/css/form.css"]), 2)


def test_module_script_counts_with_what_it_imports_and_does_not_block():
    weight = weighed('<script type="module" src="/static/js/room.js"></script>')
    expected = gzipped(FILES["/static/js/room.js"]) + gzipped(FILES["/static/js/save.js"])
    assert (weight.scripts, weight.blocking) == (expected, 1)


def test_classic_script_blocks_unless_deferred():
    assert weighed('<script src="/static/js/save.js"></script>').blocking == 2
    assert weighed('<script defer src="/static/js/save.js"></script>').blocking == 1


def test_picture_counts_the_first_source_that_fills_a_phone_of_double_density():
    html = f'<picture><source srcset="{SRCSET}" sizes="100vw"><img src="/media/images/b.png"></picture>'
    assert weighed(html).pictures == 720


def test_lazy_picture_counts_nothing_and_the_next_plain_image_is_counted_by_itself():
    html = (
        f'<picture><source srcset="{SRCSET}" sizes="100vw"><img src="/media/images/b.png" loading="lazy"></picture>'
        '<img src="/media/images/b.png">'
    )
    assert weighed(html).pictures == 99


def test_the_same_picture_twice_is_fetched_once():
    assert weighed('<img src="/media/images/b.png"><img src="/media/images/b.png">').pictures == 99


@pytest.mark.parametrize(
    ("sizes", "pixels"),
    [("100vw", 360), ("96px", 96), ("6rem", 96), ("(min-width: 60rem) 640px, 50vw", 180), ("", 360)],
)
def test_displayed_width_takes_the_entry_without_a_condition(sizes: str, pixels: float):
    assert displayed_width(sizes) == pixels


def test_largest_candidate_when_none_is_large_enough():
    assert chosen_candidate("/a 100w, /b 200w", "100vw") == "/b"


def test_file_that_is_not_there_is_named():
    def read(url: str) -> bytes:
        raise FileNotFoundError(url)

    weight = weigh(b'<script type="module" src="/static/js/gone.js"></script>', read)
    assert broken(weight, 0, ROOM) == ["missing /static/js/gone.js"]


def test_third_party_address_is_named():
    weight = weigh(b'<script src="https://cdn.example/a.js"></script>', lambda url: b"")
    assert broken(weight, 0, ROOM) == ["third party https://cdn.example/a.js"]


def test_budget_is_kept_at_its_limit_and_broken_above():
    at_limit = Weight(html=14 * KB)
    above = Weight(html=14 * KB + 1)
    assert broken(at_limit, 6, ARTICLE) == []
    assert broken(above, 13, ARTICLE) == ["html 14337 > 14336", "queries 13 > 6"]
