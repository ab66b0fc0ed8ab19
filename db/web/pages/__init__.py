"""The pages of our own and the JSON that their scripts fetch."""
