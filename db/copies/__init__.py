"""Copies count once: copies, near copies and revisions are found as articles come, and joined into copy clusters.

    sketch    an article's own words as hashes
    likeness  whether two sketches are of copies
    holders   which articles hold a fingerprint, and who stands beside whom
    links     pairs of articles that are copies, and which of them join: a roundup joins one of what it holds
    clusters  copy clusters: what is connected by links that join

What is stored is a function of the set of current articles: any order of ingest gives the same copy clusters.
"""
