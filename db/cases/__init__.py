"""Case folders: what people collect for one story, with notes, and what is new about it since they looked."""
