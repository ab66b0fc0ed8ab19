"""The same story once: copies, near copies and revisions found as articles come, and joined into stories.

    sketch    an article's own words as hashes
    likeness  whether two sketches tell the same
    holders   which articles hold a fingerprint, and who stands beside whom
    links     pairs of articles that tell the same
    clusters  stories: what hangs together by links

What is stored is a function of the set of current articles: any order of ingest gives the same stories.
"""
