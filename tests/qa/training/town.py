"""A small body of paragraphs with questions, each about another town."""

from index.models import Span
from index.segment import segment
from qa.datasets.pairs import Pair
from qa.datasets.squad import Paragraph, Question

TOWNS = ("Arden", "Birch", "Corley", "Dunmore", "Elder", "Fenwick", "Garth", "Hollow", "Iver")
PEOPLE = ("Ann Ash", "Bo Beck", "Cy Cole", "Di Dunn", "Ed East", "Flo Fox", "Gus Gray", "Hal Hay")


def paragraph(number: int) -> Paragraph:
    town, who, year = TOWNS[number % 9], PEOPLE[number % 8], str(1900 + number)
    text = (
        f"The council of {town} met in the old hall, as it does in every season. The bridge at "
        f"{town} was built before the war. It was opened by {who} in {year} after a flood, and the "
        f"people of {town} paid a toll. Trains came later. Today, the first of its towers is "
        "closed. The ferry was sold to a farmer who keeps hens in it, and he says that they like "
        "the view. Nobody on the council could tell where the money went. The mayor promised to "
        "look for it, and the hall was locked behind him for the night."
    )
    return Paragraph(
        source="towns",
        title=town,
        text=text,
        questions=(
            question(f"Who opened the bridge at {town} in {year}?", text, who),
            question(f"When was the bridge at {town} opened by {who}?", text, year),
            Question(f"Who closed the school at {town}?", (), None),
        ),
        sentences=tuple(part.span for part in segment(text)),
    )


def question(asked: str, text: str, answer: str) -> Question:
    start = text.index(answer)
    return Question(asked, (answer,), Span(start=start, end=start + len(answer)))


PARAGRAPHS = tuple(paragraph(number) for number in range(30))
PAIRS = tuple(
    Pair(p.text, f"The bridge was opened by {q.answers[0]} in town {i}.", i % 3, "fever", p.title)
    for i, p in enumerate(PARAGRAPHS)
    for q in p.questions[:1]
)
