"""No single mistake changes a published archive without a message."""

from tests.build.mistakes import outcomes


def test_random_single_mistakes_are_told_or_harmless() -> None:
    found = list(outcomes(20, seed=2))
    assert [(each.mistake, each.changed) for each in found if each.is_silent] == []
    assert any(each.told for each in found)
