"""When visits are made: in opening hours, over a wave, and nobody at two places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time, timedelta, timezone

from example.chance import Chance

# Finland in 2026: summer time from March 29 to October 24.
WINTER, SUMMER = timezone(timedelta(hours=2)), timezone(timedelta(hours=3))
SUMMER_FROM, SUMMER_TO = date(2026, 3, 29), date(2026, 10, 24)

SATURDAY = 5
OPENS, OPEN_MINUTES = time(9), 8 * 60
MINUTES_APART = 5

# From one visit to the next: at the same place, and with the way to another one.
SAME_PLACE, OTHER_PLACE = timedelta(minutes=30), timedelta(minutes=75)


class Diary:
    """What every evaluator has agreed to."""

    def __init__(self, weeks: int) -> None:
        """Begin empty; a wave's fieldwork takes so many weeks."""
        self._days = 7 * weeks
        self._agreed: dict[str, list[tuple[datetime, str]]] = defaultdict(list)

    def agree(
        self, first: date, share: float, site: str, evaluators: Collection[str], chance: Chance
    ) -> datetime:
        """Return a moment when these evaluators are free, and note it.

        It lies in the wave that begins on a Monday, ``share`` (0..1) of its days later or soon
        after.
        """
        day = first + timedelta(days=int(self._days * share))
        while True:
            if day.weekday() > SATURDAY:
                day -= timedelta(days=1)
            steps = OPEN_MINUTES // MINUTES_APART
            start = chance.whole(0, steps)
            for step in range(steps):
                moment = _moment(day, MINUTES_APART * ((start + step) % steps))
                if all(self._is_free(one, moment, site) for one in evaluators):
                    for one in evaluators:
                        self._agreed[one].append((moment, site))
                    return moment
            day += timedelta(days=2)

    def _is_free(self, evaluator: str, moment: datetime, site: str) -> bool:
        return all(
            abs(moment - agreed) >= (SAME_PLACE if place == site else OTHER_PLACE)
            for agreed, place in self._agreed[evaluator]
        )


def _moment(day: date, minutes: int) -> datetime:
    zone = SUMMER if SUMMER_FROM <= day <= SUMMER_TO else WINTER
    return datetime.combine(day, OPENS, zone) + timedelta(minutes=minutes)
