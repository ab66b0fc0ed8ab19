"""One module a task of `benchmarks/context.py`. Each has

    predict(document: Document) -> Iterator[Row]    what the task's scorer reads, one row a prediction
    FIGURES: tuple[Figure, ...]                     what `table` shows of the scorer's answer

`documents.py` gives a Document's trees and claims as the product makes them.
"""
