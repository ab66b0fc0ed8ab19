"""What people decide about claims: an append-only log, and the state of claims that follows from it."""
