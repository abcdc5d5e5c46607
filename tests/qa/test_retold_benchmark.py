"""The reports that the weights of crossing are fitted on."""

from tests.benchmarks.retold import body


def test_reports_of_one_event_say_where_they_tell_what():
    reports = body("a test")
    same = different = 0
    for one, other in zip(reports[::2], reports[1::2], strict=True):
        told = [
            {thing: span.of(report.article.text) for span, thing in report.things}
            for report in (one, other)
        ]
        assert all(words and "{" not in words for things in told for words in things.values())
        for thing in told[0].keys() & told[1].keys():
            same += told[0][thing] == told[1][thing]
            different += told[0][thing] != told[1][thing]
        span, thing = one.things[0]
        assert thing in one.tells(span)
    assert same > different > 10


def test_a_body_is_drawn_anew_for_each_seed_alone():
    one, again, other = (body(seed)[0].article for seed in ("a", "a", "b"))
    assert one == again
    assert one != other
