"""The boxes a reader ticks: what a release says is text in them, whatever characters it has."""

from django.template import Context, Template

from archive.reading_room.options import Option

HOSTILE = '"><script>alert(1)</script>&'


def shown(*options: Option) -> str:
    return Template("{% load choosing %}{% options options %}").render(Context({"options": options}))


class TestAValueToChoose:
    def test_is_escaped_wherever_it_stands(self) -> None:
        html = shown(Option(HOSTILE, HOSTILE, HOSTILE, 1, False, (Option(HOSTILE, HOSTILE, HOSTILE, 1, True),)))

        assert "<script" not in html
        assert html.count("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;") == 6

    def test_has_a_box_that_is_ticked_when_it_is_on_and_says_so_aloud(self) -> None:
        on, off = (
            shown(Option("role", "driver", "Driver", 3, True)),
            shown(Option("role", "driver", "Driver", 3, False)),
        )

        assert '<input type="checkbox" name="role" value="driver" checked>' in on
        assert 'Driver <span class="vh">(selected)</span>' in on
        assert "checked" not in off
        assert "(selected)" not in off

    def test_stands_around_the_narrower_ones(self) -> None:
        narrower = Option("route", "mobilised", "Mobilised", 1, False)

        html = shown(Option("route", "called-up", "Called up", 2, False, (narrower,)))

        assert html.index("Called up") < html.index("<ul><li><label><input", 5) < html.index("Mobilised")

    def test_is_counted_in_one_and_in_many(self) -> None:
        assert '1<span class="vh"> account<' in shown(Option("role", "driver", "Driver", 1, False))
        assert '2<span class="vh"> accounts<' in shown(Option("role", "driver", "Driver", 2, False))
