"""Pure rules of the news app: plain values in, plain values out, no Django."""
