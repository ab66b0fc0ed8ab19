"""Fuzzing of containers and readers, beyond what the tests do in their time."""
