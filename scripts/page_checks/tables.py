"""Tables are sorted by their headings, and leave the page as files and by the clipboard."""

import csv
import io
import math
import re


def key(cell):
    if cell["value"] is None:
        # As the script compares text: by its units of sixteen bits.
        return cell["text"].encode("utf-16-be", "surrogatepass")
    return -math.inf if cell["value"] == "" else float(cell["value"])


def check_sorting(page, results):
    """Each table by each heading, both ways, and a third time; equal rows keep their order."""
    for table in page.evaluate("probe.sorted(3)"):
        rows, name = table["rows"], table["name"]
        order = list(range(len(rows)))
        for column, (heading, presses) in enumerate(zip(table["headings"], table["after"])):
            falling = heading["isNumber"]
            for press in presses:
                order = sorted(order, key=lambda place: key(rows[place][column]), reverse=falling)
                what = f"{name} by {heading['text']!a}"
                results.expect(press["order"] == order, f"{what}, {'falling' if falling else 'rising'}: wrong order")
                results.expect_equal(f"{what}: aria-sort", press["sort"], "descending" if falling else "ascending")
                results.expect_equal(f"{what}: headings marked", press["marked"], 1)
                falling = not falling


def check_numbers(page, results):
    """What a table shows is its number, rounded."""
    for table in page.evaluate("probe.all('table.sortable').map((t) => [t.closest('figure').id, probe.cells(t)])"):
        name, rows = table
        wrong = [cell for row in rows for cell in row if cell["value"] is not None and not is_rounded(cell)]
        results.expect_none(f"{name}: shown numbers that are not those of the file", wrong)


def is_rounded(cell):
    if cell["value"] == "":
        return cell["text"] == "-"
    text = cell["text"].replace(",", "").replace("\u2212", "-")
    if text.startswith("<"):
        return float(cell["value"]) < float(text[1:])
    match = re.fullmatch(r"([+-]?\d*(?:\.(\d+))?)(%?)", text)
    if not match or not any(digit.isdigit() for digit in match[1]):
        return False
    value = float(cell["value"]) * (100 if match[3] else 1)
    half = 0.5 * 10 ** -len(match[2] or "")
    return abs(float(match[1]) - value) <= half * 1.000001 + abs(value) * 1e-12


def check_files(page, results, folder):
    """Each figure's CSV and SVG, saved; returns the paths of the pictures by figure."""
    pictures = {}
    for place, figure in enumerate(page.locator("figure").all()):
        if place and place % 5 == 0:
            # Chromium drops what a page saves beyond ten files a second.
            page.wait_for_timeout(1_100)
        name = figure.get_attribute("id")
        figure.locator("details").evaluate("(details) => { details.open = true; }")
        table = figure.locator("table").evaluate(
            "(table) => ({ headings: probe.headings(table), rows: probe.cells(table) })"
        )
        with page.expect_download() as download:
            figure.locator("[data-do=csv]").click()
        results.expect_equal(f"{name}: name of the table's file", download.value.suggested_filename, f"{name}.csv")
        with open(download.value.path(), newline="", encoding="utf-8") as file:
            found = list(csv.reader(io.StringIO(file.read()), strict=True))
        expected = [[heading["text"] for heading in table["headings"]]]
        expected += [
            [cell["text"].strip() if cell["value"] is None else cell["value"] for cell in row] for row in table["rows"]
        ]
        results.expect(found == expected, f"{name}: the CSV is not the table")
        with page.expect_download() as download:
            figure.locator("[data-do=svg]").click()
        results.expect_equal(f"{name}: name of the picture's file", download.value.suggested_filename, f"{name}.svg")
        pictures[name] = folder / f"{name}.svg"
        download.value.save_as(pictures[name])
        figure.locator("details").evaluate("(details) => { details.open = false; }")
    return pictures


def check_copy(page, results):
    """A table in the clipboard is the table, a line a row."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure = page.locator("figure").first
    figure.locator("summary").click()
    button = figure.locator("[data-do=copy]")
    button.click()
    page.wait_for_function("(button) => button.textContent !== 'Copy table'", arg=button.element_handle())
    results.expect_equal("the copy button's word", button.text_content(), "Copied")
    found = page.evaluate("navigator.clipboard.readText()").rstrip("\n").split("\n")
    rows = figure.locator("tbody tr").count()
    results.expect_equal("lines in the clipboard", len(found), rows + 1)
    columns = figure.locator("thead th").count()
    results.expect_equal("fields in the clipboard", {line.count("\t") + 1 for line in found}, {columns})
    figure.locator("summary").click()
