"""The demonstration network: invented people, stories we wrote, pictures we drew."""
