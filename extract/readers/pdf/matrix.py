"""Transformations of the plane as six numbers (ISO 32000, 8.3): x' = ax + cy + e, y' = bx + dy + f."""

from __future__ import annotations

import math
from typing import NamedTuple


class Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: Matrix) -> Matrix:
        """This transformation and then another one."""
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def moved(self, x: float, y: float) -> Matrix:
        """This transformation after a move by (x, y) in its own coordinates."""
        return Matrix(
            self.a, self.b, self.c, self.d, x * self.a + y * self.c + self.e, x * self.b + y * self.d + self.f
        )

    @property
    def upward(self) -> float:
        """How long a vertical unit becomes."""
        return math.hypot(self.c, self.d)

    @property
    def quarter(self) -> int:
        """How far a text is turned against the clock, in whole quarters: 90, 180 or 270 degrees; 0 for others."""
        if abs(self.a) < 0.05 * abs(self.b):
            return 90 if self.b > 0 else 270
        return 180 if abs(self.b) < 0.05 * abs(self.a) and self.a < 0 else 0

    @property
    def is_level(self) -> bool:
        """Whether text runs from left to right, a slant of some degrees allowed."""
        return self.a > 0 and abs(self.b) < 0.1 * self.a

    @property
    def is_finite(self) -> bool:
        return all(map(math.isfinite, self)) and max(map(abs, self)) < 1e9


IDENTITY = Matrix()
