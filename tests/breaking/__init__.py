"""Break the rules of a module one at a time, and see whether some test notices.

``.venv/bin/python -m tests.breaking archive/language/keys.py`` makes every change of ``breaks`` to the module, one by
one, each in a forked process of its own, and runs the tests until the first one fails. What no test notices is printed
with its line: a rule without a test, or one that can go. So is what could not be tried: only a test that says so has
noticed anything. The whole is good (exit status 0) when every break that counts was noticed.

The kinds of change are those of mutation testing (DeMillo, Lipton and Sayward 1978) and one more: a row, a reading or a
letter of a table taken out, because that is what the rules of this archive are made of, and the published tools leave
tables alone.

Modules that know no Django are imported afresh in each fork (``afresh``), others are broken in place (``in_place``),
which takes `--tests` of whatever comes by them. What changes nothing that anybody could see is listed with its reason
in ``harmless.toml``.
"""
