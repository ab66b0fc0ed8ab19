"""Whether an event is asserted at all: polarity, modality, mood, along the chain of embedding."""
