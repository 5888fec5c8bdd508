"""The page in each size and colour, on a screen and on paper."""

import re

from .browser import PAPER, SIZES

# What pages are made of. Whatever else is there came out of a name.
ELEMENTS = set(
    """html head meta title style body a header h1 h2 h3 bdi p dl div dt dd small nav ul li main section figure svg g
    circle rect path line text figcaption details summary button table caption thead tbody tr th td strong label input
    output br code pre footer script""".split()
)
SCRIPTS = {"text/plain#file-style", "application/json#people-data", "application/json#network-data", "#"}
LARGEST = 3_000_000


def check_structure(page, results):
    found = page.evaluate("probe.structure()")
    results.expect_none("ids that stand twice", found["doubled"])
    results.expect_none("references to nothing", found["dangling"])
    results.expect_none("links out of the page", found["away"])
    results.expect_none("elements no page has", sorted(set(found["elements"]) - ELEMENTS))
    results.expect_none("scripts no page has", sorted(set(found["scripts"]) - SCRIPTS))
    results.expect_equal("scripts that stand twice", len(set(found["scripts"])), len(found["scripts"]))
    results.expect_none("attributes that run or load", found["handlers"])
    results.expect_equal("language", found["language"], "en")
    levels = found["headings"]
    results.expect_equal("headings of the first level", levels.count(1), 1)
    jumps = [pair for pair in zip([0, *levels], levels) if pair[1] > pair[0] + 1]
    results.expect_none("headings that skip a level", jumps)
    figures = page.evaluate("probe.figures()")
    results.expect(figures, "there is no figure")
    for figure in figures:
        name = figure["id"]
        results.expect(len(figure["caption"]) > 20, f"{name}: no caption")
        results.expect(figure["heading"], f"{name}: no heading")
        results.expect(figure["columns"] > 1 and figure["rows"] > 0, f"{name}: no table")
        results.expect(figure["pictures"], f"{name}: no picture")
        for picture in figure["pictures"]:
            named = picture["role"] == "img" and len(picture["name"]) > 10
            results.expect(named, f"{name}: the picture has no accessible name")
            results.expect(picture["marks"] > 0, f"{name}: the picture is empty")


def check_fit(page, results, what):
    fit = page.evaluate("probe.fit()")
    results.expect(fit["page"] <= 0, f"{what}: the page is {fit['page']} pixels too wide: {fit['out']}")
    results.expect_none(f"{what}: parts beyond the window", fit["out"])
    results.expect_none(f"{what}: text beyond the edge of its picture", fit["cut"])
    results.expect_none(f"{what}: text on text in a picture", fit["crowded"])
    words = page.evaluate("probe.words()")
    for kind, found in words.items():
        results.expect_none(f"{what}: not fit to be seen, {kind}", found)


def views(page):
    """Each view of the page on a screen, by name; the page is in it while the name is out."""
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(media="screen", color_scheme=scheme)
            yield f"{size} {scheme}"


def check_paper(page, results, folder, name):
    """The page on paper: light whatever the screen is, with nothing to press."""
    page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    for scheme in ("dark", "light"):
        page.emulate_media(media="print", color_scheme=scheme)
        check_fit(page, results, f"paper {scheme}")
        results.expect_none(f"paper {scheme}: controls", page.evaluate("probe.controls()"))
        colours = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
        results.expect_equal(f"paper {scheme}: colours", colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"])
        pictures = page.evaluate("probe.pictures()")
        results.expect_none(f"paper {scheme}: figures without a picture", (p["id"] for p in pictures if not p["sizes"]))
    page.screenshot(path=folder / f"{name}-print.png", full_page=True)
    paper = page.pdf(path=folder / f"{name}.pdf", format="A4", print_background=False)
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    results.expect(1 <= sheets <= 40, f"the PDF has {sheets} sheets")
    page.emulate_media(media="screen", color_scheme="light")


def check_motion(page, results):
    """Nothing moves by itself for those who ask for that."""
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """probe.all('*').filter((e) => { const s = getComputedStyle(e);
        return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none' || s.scrollBehavior === 'smooth'; })
        .map((e) => e.tagName)"""
    )
    results.expect_none("what moves in spite of prefers-reduced-motion", moving)
    page.emulate_media(reduced_motion="no-preference")


def check_without_script(page, results):
    """Without a script nothing is lost and nothing is dead."""
    page.evaluate("probe.all('details').forEach((details) => { details.open = true; })")
    results.expect_none("controls that do nothing without a script", page.evaluate("probe.controls()"))
    page.evaluate("probe.all('details').forEach((details) => { details.open = false; })")
    results.expect_none("figures without a picture and a script",
                        (p["id"] for p in page.evaluate("probe.pictures()") if not p["sizes"]))
    check_fit(page, results, "without a script")
    results.expect_none("tips that are gone without a script", [] if page.evaluate(
        "probe.all('svg title').length") else ["all"])
    summary = page.locator("summary").first
    summary.click()
    results.expect(page.locator("details[open] td").first.is_visible(), "a table does not open without a script")
    results.expect(not page.evaluate("document.documentElement.classList.contains('js')"), "the script ran")
