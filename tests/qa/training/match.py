"""The story of a match with two scorers and a replay, for tests."""

from qa.training.story import parse

(STORY,) = parse("""# match
HOME: Ashford | Belmont | Carlow
SCORER: person
LEVELLER: person
DAY: weekday
title: {HOME} win

- {SCORER} scored the winner for {HOME}.
- The decisive goal for {HOME} was {SCORER.last}'s.
? Who scored the winning goal for {HOME}? = SCORER
~ {LEVELLER} came close for {HOME} with a header.

- {LEVELLER} had brought {HOME} level.
- The equaliser for {HOME} came from {LEVELLER}.
? Who equalised for {HOME}? = LEVELLER
~ {SCORER} was booked.

- The game will be repeated.
- A replay was ordered.
! There will be no replay.
? Will the game of {HOME} be repeated? = yes
~ The association meets on {DAY}.

+ It rained.
""")
