"""The report: what is known, in sections of plain blocks, and the page they are written on."""
