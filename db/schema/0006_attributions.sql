-- What articles report: who says it, by which words, and what, also where no claim came of the content.

-- source, cue and content are those of the innermost step of `attribution`, a JSON array of steps from the
-- outermost source to the innermost, as in `claims`; `attributed_to` names the innermost source, resolved where
-- that is known. `source` is NULL for an impersonal one ("it is believed"), `cue` for a quotation without a
-- verb. `polarity` and `modality` are the cue's own (denied, may have said). `sentence` is the one that the
-- content's head word stands in (predicate_start, predicate_end); the words may lie in others.
CREATE TABLE attributions (
  id INTEGER PRIMARY KEY,
  attributed_to TEXT,
  source TEXT,
  cue TEXT,
  content TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  depth INTEGER NOT NULL CHECK (depth >= 1),
  sentence INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attribution TEXT NOT NULL CHECK (json_valid(attribution)),
  source_spans TEXT CHECK (json_valid(source_spans)),
  cue_spans TEXT CHECK (json_valid(cue_spans)),
  content_spans TEXT NOT NULL CHECK (json_valid(content_spans)),
  predicate_start INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL,
  UNIQUE (sentence, position)
) STRICT;
CREATE INDEX attributions_article ON attributions (article);
CREATE INDEX attributions_attributed_to ON attributions (attributed_to);
CREATE INDEX attributions_cue ON attributions (cue);
CREATE INDEX attributions_polarity ON attributions (polarity);
CREATE INDEX attributions_modality ON attributions (modality);
CREATE INDEX attributions_depth ON attributions (depth);
