#!/usr/bin/env python3
"""Drive report pages in a browser.

    python3 scripts/check_page.py --societies DIR        write the societies that are hard to show into DIR
    python3 scripts/check_page.py --name society|column   print what that of the hostile society is called
    python3 scripts/check_page.py OUT NAME=PAGE ...       check pages; screenshots go into OUT

For each page, on a phone, on a screen and on paper, light and dark: it says nothing on the console, throws nothing, asks
for nothing but itself and opens nothing; nothing is too wide, cut or written over; no number is NaN; each figure has a
caption, a table and an accessible name; axe-core finds nothing. Then it is used: people are looked up, tables sorted,
saved and copied, periods moved through, by mouse and by keyboard, and it is read without a script. Its pictures are drawn
by Chromium and by rsvg-convert and compared. A page called `hostile...` is one of the society of that name. If RUN.plots stands beside RUN/report.html, its
pictures are held against the page's.

One line is printed for each page, then the number of checks that passed and failed; the exit code is 1 if any failed.
Needs the packages in page-requirements.txt, Chromium and rsvg-convert.
"""

import argparse
import concurrent.futures
import pathlib
import sys
import tempfile
import time
import traceback

from page_checks import societies


def check_use(page, results, picture):
    """A page with somebody looked up and a table open, dark and on a phone, is as sound as a fresh one."""
    from page_checks import axe, browser, views

    page.set_viewport_size(dict(zip(("width", "height"), browser.SIZES["phone"])))
    page.emulate_media(color_scheme="dark")
    page.locator("summary").first.click()
    if page.locator("#search").count():
        page.fill("#search", page.evaluate("probe.data('people-data').rows[0][0]")[:2])
        page.locator("#hits button").first.click()
    views.check_fit(page, results, "in use")
    page.screenshot(path=picture, full_page=True)
    axe.load(page)
    axe.check_axe(page, results, "in use")


def check(name, path, out):
    """Everything about one page."""
    from playwright.sync_api import sync_playwright

    from page_checks import axe, browser, keyboard, plots, search, slider, tables, views
    from page_checks.results import Results

    results = Results(name)
    if not results.expect(path.is_file(), "there is no page"):
        return results, 0, {}
    size = path.stat().st_size
    results.expect(size < views.LARGEST, f"the file has {size} bytes")
    names = societies.HOSTILE_NAMES if name.startswith("hostile") else None
    timings = {}

    def timed(what, work, *arguments):
        before = time.perf_counter()
        try:
            return work(*arguments)
        except Exception:  # one broken part shall not hide the others
            results.expect(False, f"{what}: {traceback.format_exc(limit=-3)}")
        finally:
            timings[what] = timings.get(what, 0) + time.perf_counter() - before

    with sync_playwright() as playwright, browser.chromium(playwright) as chromium, \
            tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        with browser.opened(chromium, path, results, "with a script") as page:
            timed("structure", views.check_structure, page, results)
            timed("numbers", tables.check_numbers, page, results)
            for view in views.views(page):
                timed("fit", views.check_fit, page, results, view)
                picture = out / f"{name}-{view.replace(' ', '-')}.png"
                timed("screenshots", lambda: page.screenshot(path=picture, full_page=True))
            timed("paper", views.check_paper, page, results, out, name)
            timed("motion", views.check_motion, page, results)
            timed("axe", axe.load, page)
            for view in views.views(page):
                is_whole = view in ("phone light", "screen dark")
                timed("axe", axe.check_axe, page, results, view, None if is_whole else axe.VIEW_RULES)
        with browser.opened(chromium, path, results, "used") as page:
            timed("keyboard", keyboard.check_keyboard, page, results)
            if page.locator("#search").count():
                timed("search", search.check_search, page, results, names)
            timed("sorting", tables.check_sorting, page, results)
            pictures = timed("files", tables.check_files, page, results, scratch)
            timed("copy", tables.check_copy, page, results)
            timed("in use", check_use, page, results, out / f"{name}-used.png")
        with browser.opened(chromium, path, results, "without a script", java_script_enabled=False) as page:
            still = slider.state(page) if page.locator(".slider").count() else None
            timed("without a script", views.check_without_script, page, results)
        if still:
            with browser.opened(chromium, path, results, "moved", clock=True) as page:
                timed("slider", slider.check_slider, page, results, still)
        folder = pathlib.Path(f"{path.parent}.plots")
        if pictures and folder.is_dir():
            pictures |= timed("plots", plots.check_folder, results, pictures, folder) or {}
        if pictures:
            timed("plots", plots.check_plots, chromium, results, pictures, scratch)
    return results, size, timings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--societies", type=pathlib.Path)
    parser.add_argument("--name", choices=["society", "column"], help="print a name of the hostile society")
    parser.add_argument("--timings", action="store_true", help="say how long each part took")
    parser.add_argument("out", nargs="?", type=pathlib.Path)
    parser.add_argument("pages", nargs="*", metavar="NAME=PAGE")
    arguments = parser.parse_args()
    if arguments.societies:
        societies.write(arguments.societies)
        return 0
    if arguments.name:
        print({"society": societies.SOCIETY, "column": societies.COLUMN}[arguments.name])
        return 0
    if not arguments.out or not arguments.pages:
        parser.error("say where screenshots go, and which pages are checked")
    arguments.out.mkdir(parents=True, exist_ok=True)
    pages = [page.split("=", 1) for page in arguments.pages]
    passed, failures = 0, []
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
        jobs = [(name, pool.submit(check, name, pathlib.Path(path), arguments.out.resolve())) for name, path in pages]
        for name, job in jobs:
            results, size, timings = job.result()
            passed += results.passed
            failures += results.failures
            print(f"{name:24} {size / 1e6:5.2f} MB  {results.passed:5} passed  {len(results.failures):3} failed", flush=True)
            if arguments.timings and timings:
                print("  " + ", ".join(f"{what} {took:.1f} s" for what, took in timings.items()))
            for failure in results.failures:
                print(f"  FAILED {failure}", flush=True)
    print(f"screenshots and prints are in {arguments.out}:")
    print("  " + " ".join(sorted(file.name for file in arguments.out.iterdir())))
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
