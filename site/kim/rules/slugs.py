"""Addresses of KIM: made from village names, never one of the website's own first words."""

import re
import unicodedata

# The first words of all addresses of the website (docs/architecture.md, section 4) and of standard pages.
RESERVED_SLUGS = frozenset(
    """admin akun api bantuan baru belajar berita bimtek cari darurat desa documents favicon hasil healthz kantor kebijakan-privasi
    kecamatan kelurahan keluar keamanan kim kontak koreksi lapor manifest masuk media panduan pedoman-media-siber
    penulis peta portal potensi produk rapor readyz robots rss ruang sertifikat sitemap sitemap-berita sitemap-halaman static sw t
    tag tentang topik umkm unduh usaha wa well-known""".split()
)

# Second words of addresses below a KIM that are no pages: /<kim>/koreksi/, /<kim>/rss.xml.
RESERVED_BELOW_KIM = frozenset({"koreksi", "rss"})


def village_slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most 50 characters: "Nipah-Nipah" → "nipah-nipah"."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")[:50].rstrip("-")
