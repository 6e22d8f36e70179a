"""Check digits of identity and account numbers: they add certainty, they are never asked for."""

import re

_NOT_DIGIT = re.compile(r"\D")


def passes_check(value: str) -> bool:
    """Tell whether the check digits of a number hold under any scheme its length allows."""
    digits = [int(d) for d in _NOT_DIGIT.sub("", value)]
    compact = re.sub(r"\s", "", value).upper()
    if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z\d]{11,30}", compact):
        return _iban(compact)
    checks = {
        9: (_unp,),
        10: (_inn_company, _rntrc),
        11: (_snils, _birth_number, _norwegian_account),
        12: (_inn_person, _kazakh),
        15: (_luhn,),
        16: (_luhn,),
    }
    return any(check(digits) for check in checks.get(len(digits), ()))


def _weighted(digits: list[int], weights: tuple[int, ...], modulus: int) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % modulus


def _iban(value: str) -> bool:
    turned = value[4:] + value[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _luhn(digits: list[int]) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _snils(digits: list[int]) -> bool:
    rest = _weighted(digits, (9, 8, 7, 6, 5, 4, 3, 2, 1), 101)
    return (0 if rest == 100 else rest) == digits[9] * 10 + digits[10]


def _inn_company(digits: list[int]) -> bool:
    return _weighted(digits, (2, 4, 10, 3, 5, 9, 4, 6, 8), 11) % 10 == digits[9]


def _inn_person(digits: list[int]) -> bool:
    first = _weighted(digits, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8), 11) % 10
    second = _weighted(digits, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8), 11) % 10
    return (first, second) == (digits[10], digits[11])


def _rntrc(digits: list[int]) -> bool:
    return _weighted(digits, (-1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10 == digits[9]


def _unp(digits: list[int]) -> bool:
    return _weighted(digits, (29, 23, 19, 17, 13, 7, 5, 3), 11) == digits[8]


def _kazakh(digits: list[int]) -> bool:
    rest = _weighted(digits, tuple(range(1, 12)), 11)
    if rest == 10:
        rest = _weighted(digits, (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2), 11)
    return rest == digits[11]


def _birth_number(digits: list[int]) -> bool:
    first = -_weighted(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2), 11) % 11
    second = -_weighted(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11) % 11
    return (first, second) == (digits[9], digits[10])


def _norwegian_account(digits: list[int]) -> bool:
    return -_weighted(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11) % 11 == digits[10]
