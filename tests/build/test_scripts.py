"""Scripts are joined with the modules that they import."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from agenda.build.assets.scripts import UnsupportedImport, join_scripts
from tests.machine import require_node

OVERRIDES = Path(__file__).parents[2] / "overrides"

MODULES = {
    "a/main.js": """\
import { twice, add as sum } from "./part/count.js";
import { word } from "./words.js";
const number = sum(twice(3), 1);
print(number, word, typeof twice);
import("./later.js").then(({ later }) => later(number).then(print));
""",
    "a/part/count.js": """\
import { word } from "../words.js";
const number = 2;
export function twice(value) {
  return number * value;
}
export const add = (one, other) => one + other;
print(word);
""",
    "a/words.js": 'export const word = "lịch";\nconst number = "một";\nprint(number);\n',
    "a/later.js": """\
import { word } from "./words.js";
export async function later(number) {
  return `${word} ${number}`;
}
""",
}


def test_a_script_is_joined_with_all_that_it_imports_and_with_nothing_twice() -> None:
    joined = join_scripts(MODULES)
    assert sorted(joined) == ["a/later.js", "a/main.js"]
    assert joined["a/main.js"].count('"lịch"') == 1


def test_lines_of_comments_are_left_out() -> None:
    text = '// Of\n/** two\n * lines */\nprint("// kept"); // kept\n  /* and * this */\nprint(1);\n'
    joined = join_scripts({"a.js": text})["a.js"]
    assert 'print("// kept"); // kept\nprint(1);\n' in joined
    assert "lines" not in joined
    assert "this" not in joined


def test_a_joined_script_does_what_its_modules_do(tmp_path: Path) -> None:
    for name, modules in (("apart", MODULES), ("joined", join_scripts(MODULES))):
        for url, text in modules.items():
            file = tmp_path / name / url
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"const print = (...all) => console.log(...all);\n{text}", "utf-8")
    for name in ("apart", "joined"):
        (tmp_path / name / "package.json").write_text(json.dumps({"type": "module"}), "utf-8")
    apart, joined = (run(tmp_path / name / "a" / "main.js") for name in ("apart", "joined"))
    assert apart == ["một", "lịch", "7 lịch function", "lịch 7"]
    assert [line for line in joined if line != "một"] == [line for line in apart if line != "một"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('import "./b.js";\n', 'a.js: import "./b.js";'),
        ('import * as b from "./b.js";\n', 'a.js: import * as b from "./b.js";'),
        ("export default 1;\n", "a.js: export default 1;"),
        ("export let count = 0;\n", "a.js: export let count = 0;"),
        ("const here = import.meta.url;\n", "a.js: import.meta"),
        ('import { b } from "./b.js";\n', "a.js: there is no b.js"),
        ('import { c } from "./c.js";\n', "c.js: imports itself by way of c.js"),
        ('import { d } from "./d/d.js";\n', "d/d.js: import() from another folder than a.js"),
    ],
)
def test_what_cannot_be_joined_is_refused(text: str, why: str) -> None:
    modules = {
        "a.js": text,
        "c.js": 'import { c } from "./c.js";\nexport const c = 1;\n',
        "d/d.js": 'export const d = () => import("./e.js");\n',
    }
    if "./c.js" not in text:
        del modules["c.js"]
    with pytest.raises(UnsupportedImport) as refused:
        join_scripts(modules)
    assert str(refused.value) == why


def test_no_module_that_remembers_anything_is_in_two_of_our_scripts() -> None:
    modules = {
        path.relative_to(OVERRIDES).as_posix(): path.read_text("utf-8")
        for path in OVERRIDES.rglob("*.js")
    }
    joined = join_scripts(modules)
    remembering = {
        url: text for url, text in modules.items() if re.search("^let ", text, re.MULTILINE)
    }
    assert "assets/agenda/copy.js" in remembering
    functions = {
        url: match[0]
        for url, text in remembering.items()
        if (match := re.search(r"function \w+\([^)]*\) \{", text))
    }
    assert functions.keys() == remembering.keys()
    assert {
        url: [each for each, script in joined.items() if function in script]
        for url, function in functions.items()
        if sum(function in script for script in joined.values()) != 1
    } == {}


def run(script: Path) -> list[str]:
    """Return what Node prints when it runs the script."""
    done = subprocess.run(
        [str(require_node()), str(script)], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()
