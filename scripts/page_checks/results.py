"""What held and what did not."""


class Results:
    """Counts of what held, and a line for each thing that did not."""

    def __init__(self, place):
        self.place = place
        self.passed = 0
        self.failures = []

    def expect(self, holds, message):
        if holds:
            self.passed += 1
        else:
            self.failures.append(f"{self.place}: {message}")
        return bool(holds)

    def expect_equal(self, what, found, expected):
        return self.expect(found == expected, f"{what}: found {shown(found)}, expected {shown(expected)}")

    def expect_none(self, what, found):
        """Nothing was found of what must not be there; the first few are told."""
        found = list(found)
        return self.expect(not found, f"{what}: {len(found)}, first {shown(found[:3])}")


def shown(value):
    text = ascii(value)
    return text if len(text) <= 400 else text[:400] + " ..."
