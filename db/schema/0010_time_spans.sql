-- Where the words of a time stand that a person chose. (Those of the machine's are in a qualifier, or are found.)
ALTER TABLE claims ADD COLUMN time_spans TEXT CHECK (json_valid(time_spans));
