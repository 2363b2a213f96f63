"""Pure rules of kim."""
