"""Where published addresses lead: kept, moved, lost; and what is wrong with the files that say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import SettingsError
from converter.site.permalinks import Promise, broken, destination, load_promise, record
from converter.site.redirects import elsewhere, relative, stub, write_redirects

OLD, NEW = "/reports/norbury/2019-04-ilacs/", "/reports/norbury/2019-03-ilacs/"
HELD = {"/", "/authorities/norbury/", NEW, f"{NEW}#p1", f"{NEW}#p2", f"{NEW}p1/", f"{NEW}p2/"}
HELD |= {"/data/reports/norbury/2019-03-ilacs.json"}


@pytest.mark.parametrize(
    ("address", "moved", "expected"),
    [
        (f"{NEW}#p1", {}, f"{NEW}#p1"),
        (f"{NEW}#p1", {f"{NEW}#p1": f"{NEW}#p2"}, f"{NEW}#p1"),
        (f"{NEW}#p9", {}, ""),
        (f"{NEW}#p9", {f"{NEW}#p9": f"{NEW}#p2"}, f"{NEW}#p2"),
        (f"{NEW}p9/", {f"{NEW}#p9": f"{NEW}#p2"}, f"{NEW}p2/"),
        (f"{NEW}#p9", {f"{NEW}#p9": f"{NEW}#p8", f"{NEW}#p8": f"{NEW}#p2"}, f"{NEW}#p2"),
        (f"{NEW}#p9", {f"{NEW}#p9": f"{NEW}#p8", f"{NEW}#p8": f"{NEW}#p9"}, ""),
        (OLD, {OLD: NEW}, NEW),
        (f"{OLD}#p1", {OLD: NEW}, f"{NEW}#p1"),
        (f"{OLD}p1/", {OLD: NEW}, f"{NEW}p1/"),
        (f"{OLD}#p9", {OLD: NEW}, ""),
        (f"{OLD}#p9", {OLD: NEW, f"{OLD}#p9": f"{NEW}#p2"}, f"{NEW}#p2"),
        ("/data/reports/norbury/2019-04-ilacs.json", {OLD: NEW}, "/data/reports/norbury/2019-03-ilacs.json"),
        (f"{OLD}#p9", {f"{OLD}*": "/authorities/norbury/"}, "/authorities/norbury/"),
        (OLD, {f"{OLD}*": "/authorities/norbury/"}, "/authorities/norbury/"),
        ("/data/reports/norbury/2019-04-ilacs.json", {f"{OLD}*": "/authorities/norbury/"}, "/authorities/norbury/"),
        (
            "/data/reports/norbury/2019-04-ilacs.json",
            {f"{OLD}*": f"{NEW}#p2"},
            "/data/reports/norbury/2019-03-ilacs.json",
        ),
        ("/reports/norbury/2019-04-ilacs-2/", {OLD: NEW}, ""),
        ("/reports/norbury/2019-04-ilacs-2/", {f"{OLD}*": NEW}, ""),
    ],
)
def test_where_an_address_leads(address: str, moved: dict[str, str], expected: str) -> None:
    assert destination(address, HELD, moved) == expected
    assert broken(Promise(frozenset({address}), moved), HELD) == ([] if expected else [address])


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("redirects.yml", "- /a/", "is no list of redirects"),
        ("redirects.yml", "reports/a/: /b/", "'reports/a/' is no address"),
        ("redirects.yml", "/a/: https://example.org/", "'https://example.org/' is no address"),
        ("redirects.yml", "/a/: //example.org/", "'//example.org/' is no address"),
        ("redirects.yml", "/a/: /../../etc/", "is no address"),
        ("redirects.yml", "/a/%2e%2e/: /", "is no address"),
        ("redirects.yml", "/a/: 4", "'4' is no address"),
        ("redirects.yml", "/a/: [", "redirects.yml"),
        ("permalinks.txt", "reports/a/ #p1", "line 1"),
        ("permalinks.txt", "# fine\n/reports/a/ #p1\n<<<<<<< HEAD", "line 3"),
        ("permalinks.txt", "/reports/a/ #p1..999999999", "line 1"),
        ("permalinks.txt", "/reports/a/ /../../x/", "line 1"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(file: str, content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=says) as raised:
        load_promise(tmp_path)
    assert file in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


def test_a_record_that_is_no_text_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "permalinks.txt").write_bytes(b"/reports/a/ #p1\n\xff\n")
    with pytest.raises(SettingsError, match=r"permalinks\.txt: cannot be read as text"):
        load_promise(tmp_path)


def test_a_number_that_is_too_long_is_no_range(tmp_path: Path) -> None:
    (tmp_path / "permalinks.txt").write_text(f"/reports/a/ #p1..{'9' * 5000}\n", encoding="utf-8")
    assert f"/reports/a/#p1..{'9' * 5000}" in load_promise(tmp_path).published


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_an_address_that_can_be_no_file_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    promise = Promise(frozenset({f"/reports/{name}/"}), {f"/reports/{name}/": "/"})
    with pytest.raises(SettingsError, match="can be no file on this site"):
        write_redirects(tmp_path, promise, {"/"})


def test_a_redirect_may_be_written_as_browsers_show_it(tmp_path: Path) -> None:
    (tmp_path / "redirects.yml").write_text("/reports/caf%C3%A9/: /reports/café-2/", encoding="utf-8")
    assert load_promise(tmp_path).moved == {"/reports/café/": "/reports/café-2/"}


def test_what_was_published_stays_recorded(tmp_path: Path) -> None:
    assert record(tmp_path, {"/", OLD, f"{OLD}#p1"}) == 3
    assert record(tmp_path, {"/", NEW, f"{NEW}#p1"}) == 2
    before = (tmp_path / "permalinks.txt").stat().st_mtime_ns
    assert record(tmp_path, {"/"}) == 0
    assert (tmp_path / "permalinks.txt").stat().st_mtime_ns == before
    assert load_promise(tmp_path).published == {"/", OLD, f"{OLD}#p1", NEW, f"{NEW}#p1"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (OLD, NEW, "../2019-03-ilacs/"),
        (OLD, f"{NEW}#p1", "../2019-03-ilacs/#p1"),
        (OLD, "/", "../../../"),
        (OLD, "/authorities/a b/", "../../../authorities/a%20b/"),
    ],
)
def test_a_redirect_works_below_any_path(old: str, new: str, expected: str) -> None:
    assert relative(old, new) == expected


def test_a_redirect_names_the_anchors_that_went_elsewhere() -> None:
    anchors = {"p1": f"{NEW}#p1", "p57": f"{NEW}#p57-2", "gone": NEW}
    assert elsewhere(anchors, NEW) == {"p57": f"{NEW}#p57-2"}


def test_a_redirect_holds_no_markup_of_an_address() -> None:
    page = stub("/a/", '/b"><script>/', {'"><img>': '/c"><svg>/'})
    assert "<img>" not in page
    assert page.count("<script") == 1
    assert "<svg>" not in page
