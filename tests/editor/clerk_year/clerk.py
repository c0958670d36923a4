"""A clerk at the browser, whose clicks and keys are counted."""

import sys
import unicodedata
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

KEYSTROKE, POINTING, BUTTON, THINKING, HOMING = 0.28, 1.1, 0.1, 1.35, 0.4
"""Seconds of the keystroke-level model (Card, Moran, Newell 1980) for an average typist."""


@dataclass(slots=True)
class Effort:
    """Operators of the keystroke-level model. Reading and waiting are not part of it."""

    clicks: int = 0
    keys: int = 0
    thoughts: int = 0
    homings: int = 0

    @property
    def seconds(self) -> float:
        return (
            self.clicks * (POINTING + 2 * BUTTON)
            + self.keys * KEYSTROKE
            + self.thoughts * THINKING
            + self.homings * HOMING
        )


@dataclass(slots=True)
class Clerk:
    """A page with the only ways in which a clerk acts on it."""

    page: Page
    effort: Effort = field(default_factory=Effort)
    at_keyboard: bool = False

    def click(self, name: str, within: Locator | None = None, role: str = "") -> None:
        """Click the link, button or control with this name; each click takes one decision."""
        self._turn_to(keyboard=False)
        self.effort.clicks += 1
        self.effort.thoughts += 1
        place = within if within is not None else self.page.locator("body")
        if role:
            found = place.get_by_role(role, name=name)  # type: ignore[arg-type]
        else:
            found = place.locator("a, button, summary").filter(has_text=name)
        target = found.locator("visible=true").first
        target.wait_for()
        self.page.wait_for_load_state()
        target.click()

    def choose(self, label: str, value: str, within: Locator) -> None:
        """Choose from a list: one click opens it, one takes the value."""
        self._turn_to(keyboard=False)
        self.effort.clicks += 2
        self.effort.thoughts += 1
        within.get_by_label(label, exact=True).select_option(label=value)

    def write(self, label: str, text: str, within: Locator) -> None:
        """Click into a field, and replace what it says."""
        self._turn_to(keyboard=False)
        self.effort.clicks += 1
        self.effort.thoughts += 1
        target = within.get_by_label(label, exact=True).first
        target.click()
        self.press("Control+A")
        if text:
            self.type(text)
        else:
            self.press("Delete")

    def type(self, text: str) -> None:
        self._turn_to(keyboard=True)
        self.effort.keys += telex_keys(text)
        self.page.keyboard.insert_text(text)

    def press(self, key: str) -> None:
        self._turn_to(keyboard=True)
        self.effort.keys += len(key.split("+"))
        self.page.keyboard.press(key)

    def upload(self, label: str, path: str) -> None:
        """Choose a file: a click on the field, one on the file in the dialog, Enter."""
        self._turn_to(keyboard=False)
        self.effort.clicks += 2
        self.effort.keys += 1
        self.effort.thoughts += 2
        self.page.get_by_label(label, exact=True).set_input_files(path)

    def report(self, task: str) -> Effort:
        """Print the effort since the last report, and begin anew."""
        done, self.effort = self.effort, Effort()
        sys.stdout.write(
            f"{task}: {done.clicks} clicks, {done.keys} keys, about {done.seconds:.0f} s\n"
        )
        return done

    def _turn_to(self, *, keyboard: bool) -> None:
        self.effort.homings += self.at_keyboard is not keyboard
        self.at_keyboard = keyboard


def telex_keys(text: str) -> int:
    """Return the keys that type a text with Telex: capitals, tones and letters take one more."""
    count = 0
    for character in text:
        letter, *marks = list(unicodedata.normalize("NFD", character))
        count += 1 + len(marks) + character.isupper() + (letter in "đĐ")
    return count
