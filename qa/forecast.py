"""Does a sentence say what may be, rather than what is?"""

import re

_FORECAST = re.compile(
    r"\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|estimates? that|believes?"
    r"|thinks?|argue[sd]?|could|might|may|should|likely|reportedly|rumou?red)\b",
    re.IGNORECASE,
)


def are_forecasts(*sentences: str) -> bool:
    """Return whether every one of these sentences says what may be.

    >>> are_forecasts("It could fail.", "It may hold."), are_forecasts("It could fail.", "It held.")
    (True, False)
    """
    return all(_FORECAST.search(sentence) for sentence in sentences)
