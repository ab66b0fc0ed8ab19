"""How time expressions are read: words to kinds (lexicon), kinds to rules (grammar), rules to values (readings).

Values are those of TIMEX3 (TimeML; Saurí et al. 2006, "TimeML Annotation Guidelines 1.2.1").
"""
