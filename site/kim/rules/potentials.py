"""The 14 potential codes under five headings (domain paper 6.1, headings of the 2024 monev and KIM Fest 2024–2025).

kim.selectors.wording has the headings in words.
"""

HEADINGS: dict[str, tuple[str, ...]] = {
    "tourism": ("pariwisata",),
    "farming": ("pertanian", "perkebunan", "peternakan", "perikanan", "kehutanan", "lingkungan"),
    "small_business": ("umkm_kuliner", "umkm_kerajinan", "jasa"),
    "culture_literacy": ("seni_budaya", "literasi"),
    "technology": ("teknologi_informasi", "lainnya"),
}


def heading_of(code: str) -> str:
    """The heading of a code. Raises KeyError for an unknown code."""
    for heading, codes in HEADINGS.items():
        if code in codes:
            return heading
    raise KeyError(code)
