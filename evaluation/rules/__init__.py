"""Formulas of evaluation: plain values in, plain values out."""
