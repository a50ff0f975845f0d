"""The shipped TOML files, read as they are, and what the tests measure about words."""

import difflib
import itertools
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "packs"
FICTION = ROOT / "python" / "huddlekit" / "cli"
STARTERS = ["everyone-has-customers", "service-basics", "warm-hearts", "wow-service"]
PLAYBOOKS = ["harbour-hotel", *STARTERS]


def read(name, folder=FOLDER):
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


BOOKS = {name: read(name) for name in PLAYBOOKS}
HOTEL = BOOKS["harbour-hotel"]
JOURNAL = read("harbour-journal", FICTION)


def texts(tree):
    """Every string in a TOML tree, the keys of tables left out."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from texts(part)


def words(text):
    return re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.lower())


COMMON = set(
    words(
        """a an and are as at be but by can could did do does for from had has have he her his how i if in
        is it its last me more most my no not of on one or other our out she so somebody
        something that the their them then there they this to today up us was we were what when
        where which who whom whose will with would yesterday you your"""
    )
)


def alikeness(one, two):
    """0 to 1: the larger of the share of telling words in common and the likeness of the running text."""
    a, b = set(words(one)) - COMMON, set(words(two)) - COMMON
    shared = len(a & b) / max(1, len(a | b))
    if shared < 0.1:  # nothing in common: spare the slow comparison
        return shared
    return max(shared, difflib.SequenceMatcher(None, one.lower(), two.lower(), autojunk=False).ratio())


def most_alike(lines):
    return max((alikeness(one, two), one, two) for one, two in itertools.combinations(lines, 2))


def syllables(word):
    """English by ear: groups of vowels without a silent e (`name`, `named`, `names`, yet `table`)."""
    heard = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeioutd])ed$|(?<=[^aeiouyscxz])es$", "", word.replace("'", ""))
    return max(1, len(re.findall(r"[aeiouyàáâãäçèéêëìíîïòóôõöùúûü]+", heard)))


def reading_ease(lines):
    """Flesch 1948: 90 suits a child of eleven, 60 is plain English, 30 needs a degree. What a colon or a
    semicolon ends counts as a sentence, as he counted."""
    said = [word for line in lines for word in words(line)]
    sentences = sum(max(1, len(re.findall(r"[.?!…:;]+(?=\W|$)", line))) for line in lines)
    return 206.835 - 1.015 * len(said) / sentences - 84.6 * sum(map(syllables, said)) / len(said)


AMERICAN = re.compile(
    r"""\b(\w*(?:ogniz|rganiz|pologiz|aliz|ummariz|mphasiz)\w*|colors?|favors?|favorites?|behaviors?|
    honors?|humor|labor|neighbors?|harbors?|centers?|theaters?|liters?|gray|traveler\w*|
    cancel(?:ed|ing)|jewelry|pajamas|mom|elevators?|vacations?|airplanes?|sidewalks?|trash|gotten|
    apartments?|faucets?|parking\ lots?|cell\ phones?|skillful|fulfill|enroll|program)\b""",
    re.IGNORECASE | re.VERBOSE,
)
JARGON = re.compile(
    r"""\b(stakeholders?|leverag\w+|synerg\w+|proactiv\w+|empower\w*|engagement|touch\ ?points?|
    customer\ journey|kpis?|best\ practices?|exceed(?:ing)?\ expectations?|going\ forward|
    deliverables?|alignment|mindset|onboarding|seamless\w*|passionate|value[-\ ]add\w*|actionable|
    circle\ back|deep\ dive|world[-\ ]class|delight\w*|robust|holistic)\b""",
    re.IGNORECASE | re.VERBOSE,
)
