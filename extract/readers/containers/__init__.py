"""Files that hold several articles: archives, feeds, tables and crawls, as their members, one after another.

    file ─ walk.unpack ─> container? ─ no ─> Input (an article's bytes, its name, what is known of it)
                              │ yes
                              └─ zips, tars, compressed, warcs, feeds, tables, jsons ─> Blob (comes back here),
                                                                       Input, Failure, LeftOut

Everything is a generator over streams; `limits` bound what may come out. Nothing is written to disk, so that
names of members are labels and no paths.
"""
