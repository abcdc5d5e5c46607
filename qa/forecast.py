"""Does a sentence say what may be, rather than what is?"""

import re

_FORECAST = re.compile(
    r"\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|estimates? that|believes?"
    r"|thinks?|argue[sd]?|could|might|(?-i:may)|should|likely|reportedly|rumou?red)\b",
    re.IGNORECASE,
)


def are_forecasts(*sentences: str) -> bool:
    """Return whether every one of these sentences says what may be.

    >>> are_forecasts("It could fail.", "It may hold."), are_forecasts("It could fail.", "It held.")
    (True, False)
    >>> are_forecasts("It fell on 3 May 2011.", "It fell on 9 May 2011.")
    False
    """
    return all(_FORECAST.search(sentence) for sentence in sentences)
