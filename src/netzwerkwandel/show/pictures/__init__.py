"""Pictures as data: what stands where, drawn by matplotlib (``plot``) or written as SVG."""
