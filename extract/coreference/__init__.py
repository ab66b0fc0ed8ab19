"""What names, pronouns and descriptions of an article stand for."""
