"""Compiles the catalogues: languages/*.po into keys.hpp and languages/*.cpp.

Those are committed, so that nobody who builds the library needs this. `--check` only says whether they are
what the catalogues say.
"""

import re
import sys
from pathlib import Path

from babel.messages.pofile import read_po

HERE = Path(__file__).parent
BASE = "en"
NO_COUNT = 255
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def catalogue(path):
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def key_of(message):
    return message.id if isinstance(message.id, str) else message.id[0]


def forms_of(message):
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def arguments_of(message):
    """What the first line of the comment names, and nothing but names: `{who} {count}`."""
    first = message.auto_comments[0] if message.auto_comments else ""
    return PLACEHOLDER.findall(first) if re.fullmatch(r"(\{\w+\}\s*)+", first) else []


def checked(path, messages, arguments):
    wrong = []
    for message in messages:
        key = key_of(message)
        if key not in arguments:
            wrong.append(f"{key}: is not in {BASE}.po")
            continue
        names = arguments[key]
        if len(forms_of(message)) > 1 and "count" not in names:
            wrong.append(f"{key}: has plural forms and no {{count}}")
        for form in forms_of(message):
            if not form:
                wrong.append(f"{key}: has no text")
            unknown = [name for name in PLACEHOLDER.findall(form) if name not in names]
            if unknown or re.search(r"[{}]", PLACEHOLDER.sub("", form)):
                wrong.append(f"{key}: uses {unknown or 'a brace'}, has {names}")
    if wrong:
        sys.exit("\n".join(f"{path.name}: {line}" for line in wrong))


def literal(text):
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + out.replace("\x1e", '\\x1e" "') + '"'


def keys(arguments):
    lines = []
    for key, names in sorted(arguments.items()):
        count = names.index("count") if "count" in names else NO_COUNT
        lines.append(f'    {{"{key}", {len(names)}, {count}}},')
    return f"""// Compiled from languages/{BASE}.po by compile.py: not to be edited.
#pragma once
#include <array>
#include <string_view>

namespace huddlekit::sentences {{

struct KeyInfo {{
  std::string_view key;
  unsigned char arguments;
  unsigned char count;  // which of them chooses the plural form; {NO_COUNT}: none does
}};

inline constexpr std::array<KeyInfo, {len(arguments)}> kKeys{{{{
{chr(10).join(lines)}
}}}};

}}  // namespace huddlekit::sentences
"""


def language(tag, po, arguments):
    by_key = {key_of(message): message for message in po if message.id}
    lines = []
    for key, names in sorted(arguments.items()):
        if key not in by_key:
            lines.append(f"    nullptr,  // {key}")
            continue
        numbered = [
            PLACEHOLDER.sub(lambda m, names=names: "{" + str(names.index(m[1])) + "}", form)
            for form in forms_of(by_key[key])
        ]
        lines.append(f"    {literal(chr(0x1E).join(numbered))},")
    name = tag.replace("-", "_").title().replace("_", "")
    return f"""// Compiled from {tag}.po by compile.py: not to be edited.
// clang-format off
#include "core/sentences/catalogue.hpp"

namespace huddlekit::sentences {{
namespace {{

constexpr std::array<const char*, kKeys.size()> kMessages{{
{chr(10).join(lines)}
}};

}}  // namespace

extern const Catalogue k{name}{{
    "{tag}", kMessages, [](unsigned long n) {{ return static_cast<std::size_t>{po.plural_expr}; }}}};

}}  // namespace huddlekit::sentences
"""


def main():
    base = catalogue(HERE / f"languages/{BASE}.po")
    messages = [message for message in base if message.id]
    arguments = {key_of(message): arguments_of(message) for message in messages}
    if len(arguments) != len(messages):
        sys.exit(f"{BASE}.po: a key stands there twice")
    out = {HERE / "keys.hpp": keys(arguments)}
    for path in sorted((HERE / "languages").glob("*.po")):
        po = catalogue(path)
        checked(path, [message for message in po if message.id], arguments)
        out[path.with_suffix(".cpp")] = language(path.stem, po, arguments)
    old = [path for path, text in out.items() if not path.exists() or path.read_text() != text]
    if "--check" in sys.argv:
        if old:
            sys.exit("not compiled since the catalogue changed: " + ", ".join(str(path) for path in old))
        return
    for path in old:
        path.write_text(out[path])


if __name__ == "__main__":
    main()
