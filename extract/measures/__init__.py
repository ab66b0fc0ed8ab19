"""Numbers with their units, and the places where claims hold."""
