"""All pictures: importing this module fills the register."""

from __future__ import annotations

from demo.draw.scenes import (
    air,
    aren,
    baca,
    banjir,
    batik,
    dapur,
    gotong_royong,
    hutan,
    jembatan,
    kebun,
    layanan,
    mangrove,
    masjid,
    musyawarah,
    nelayan,
    olahraga,
    pantai,
    pasar,
    pelabuhan,
    pelatihan,
    posyandu,
    radio,
    ronda,
    sampah,
    sawah,
    sawit,
    tambak,
    tari,
    ternak,
    upacara,
)
from demo.draw.stage import SCENES, compose

MODULES = (
    air,
    aren,
    baca,
    banjir,
    batik,
    dapur,
    gotong_royong,
    hutan,
    jembatan,
    kebun,
    layanan,
    mangrove,
    masjid,
    musyawarah,
    nelayan,
    olahraga,
    pantai,
    pasar,
    pelabuhan,
    pelatihan,
    posyandu,
    radio,
    ronda,
    sampah,
    sawah,
    sawit,
    tambak,
    tari,
    ternak,
    upacara,
)


def names() -> list[str]:
    """Return the ids of all pictures in alphabetical order."""
    return sorted(SCENES)


__all__ = ["MODULES", "compose", "names"]
