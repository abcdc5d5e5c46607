"""What the README shows works as it stands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs_on_the_shipped_articles(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (example,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    shown = subprocess.run(
        [sys.executable, "-c", example],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert shown[0].count("'") == 10  # five ids
    assert [line.split()[0] for line in shown[1:4]] == ["1", "2", "3"]
    assert shown[4] == "2030"
    assert shown[5] == "superseded ['2030', 'unaffected']"
    assert any(line.startswith("[1] 0") and "2030" in line for line in shown)


def test_every_file_it_links_to_is_there():
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert {"docs/page.png", "docs/answer.md", "CONTRIBUTING.md", "CHANGELOG.md"} <= set(links)
    assert [link for link in links if not (ROOT / link).exists()] == []
