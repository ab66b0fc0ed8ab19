"""The parts whose cost `benchmarks/context_cost.py` measures are there by these names."""

from benchmarks import context_cost


def test_every_part_that_is_watched_is_there() -> None:
    parts = {**context_cost.CONTEXT, **context_cost.OTHERS, **context_cost.STORING}
    assert [name for entries in parts.values() for owner, name in entries if not hasattr(owner, name)] == []
