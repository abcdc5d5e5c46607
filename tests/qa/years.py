"""A comparer that needs no model and tells what it finds as conflicts."""

from index.models import Finding
from qa.unasked.conflicts import Difference
from tests.index.fakes import YearComparer


class TellingYears(YearComparer):
    """Finds years as YearComparer does; the subject is the names, and 1999 only an estimate."""

    def finding(self, one, other, *, names, years, confidence):
        kind = "estimate" if "1999" in years else "contradiction"
        subject = tuple(sorted(names))
        about = f"{', '.join(subject)}: {' or '.join(sorted(years))}"
        difference = Difference(kind=kind, about=about, subject=subject)
        return Finding(
            sides=(one, other), confidence=confidence, record=difference.model_dump_json()
        )
