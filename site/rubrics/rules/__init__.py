"""Pure rules of rubrics: totals, agreement of markers, readable differences, faults that come back."""
