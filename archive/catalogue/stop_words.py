# ruff: noqa: SIM905 - lists of words read better as words
"""Words that stand in every text of a language and find nothing; they are neither indexed nor looked for.

Own short lists. They must stay as they are within a release format: the index and the query drop the same words.
"""

from typing import Final

ENGLISH: Final = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing don down during each few for from further had has have having he her here
    hers herself him himself his how i if in into is isn it its itself just ll me more most my myself no nor not now of
    off on once only or other our ours ourselves out over own re same she should so some such than that the their
    theirs them themselves then there these they this those through to too under until up ve very was wasn we were
    weren what when where which while who whom why will with would you your yours yourself yourselves""".split()
)

NORWEGIAN: Final = frozenset(
    """alle at av bare begge ble blei bli blir blitt bort både da de dei deg dei deira deires dem den denne der dere
    deres det dette di din disse ditt du dykk dykkar då eg ein eit eitt eller elles en enn er et ett etter for fordi
    fra frå før ha hadde han hans har hennar henne hennes her hjå ho hoe honom hoss hossen hun hva hvem hver hvilke
    hvilken hvis hvor hvordan hvorfor i ikke ikkje ikkje ingen ingi inkje inn inni ja jeg kan kom korleis korso kun
    kunne kva kvar kvarhelst kven kvi kvifor man mange me med medan meg meget mellom men mi min mine mitt mot mye
    mykje ned no noe noen noka noko nokon nokor nokre nå når og også om opp oss over på samme seg selv si sia sidan
    siden sin sine sitt sjøl skal skulle slik so som somme somt så sånn til um upp ut uten var vart varte ved vere
    verte vi vil ville vore vors vort vår være vært å""".split()
)

RUSSIAN: Final = frozenset(
    """а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот впрочем все всегда всего
    всех всю вы где да даже для до другой его ее ей ему если есть еще ж же за зачем здесь и из или им иногда их к
    как какая какой когда конечно кто куда ли лучше между меня мне много может можно мой моя мы на над надо наконец
    нас не него нее ней нельзя нет ни нибудь никогда ним них ничего но ну о об один он она они опять от перед по под
    после потом потому почти при про раз разве с сам свою себе себя сейчас со совсем так такой там тебя тем теперь то
    тогда того тоже только том тот три тут ты у уж уже хорошо хоть чего чей чем через что чтоб чтобы чуть эти этого
    этой этом этот эту я""".split()
)

UKRAINIAN: Final = frozenset(
    """а або адже але б без би був була були було бути в вам вас ваш вже ви від він вона вони воно все всі всіх втім
    де для до дуже ж же з за завжди зі знову і із інший її їй їм їх й його йому коли куди крім лише ми між мене мені
    мій моя на над нам нас наш не нею неї ним них ні ніби ніж ніколи нічого о об один ось от перед по під після
    потім при про раз сам саме свій свою себе собі стало та так така таке такий також там те тебе теж тепер ти тим
    то тоді того тому той тут у уже усе усі хоч хто це цей ці цього цьому ця через чи чим чого ще що щоб щось як яка
    яке який які якщо я""".split()
)

STOP_WORDS: Final = {
    "en": ENGLISH,
    "nb": NORWEGIAN,
    "nn": NORWEGIAN,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
}
