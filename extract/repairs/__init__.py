"""What the parser often gets wrong, set right before the rules read a sentence."""
