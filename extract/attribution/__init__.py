"""Who says it: sources, cues and contents, quotations and speech that runs on."""
