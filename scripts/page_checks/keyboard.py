"""Everything is reached by the Tab key, and the focus is to be seen."""

MOST = 400


def check_keyboard(page, results):
    # Scrolling that takes its time would put off what comes into sight.
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("window.scrollTo(0, 0)")
    # A table's tools and headings are reached when it is open.
    page.evaluate("document.querySelectorAll('details').forEach((one, place) => { one.open = place === 0; })")
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate("probe.focused()")
        if stop is None:
            break
        stops.append(stop)
    results.expect(stops and stops[0]["is"] == "skip", f"the first stop is {stops[:1]}")
    results.expect(len(stops) < MOST, "the Tab key does not come round")
    results.expect_none("stops whose focus is not to be seen", (stop["told"] for stop in stops if not stop["outline"]))
    results.expect_none("stops out of sight", (stop["told"] for stop in stops if not stop["inside"]))
    reached = {stop["tag"] for stop in stops}
    wanted = {"a", "summary", "button", "div"}
    wanted |= {"input"} if page.locator("#search").count() else set()
    results.expect_none("kinds of controls that Tab does not reach", sorted(wanted - reached))
    for kind, selector in (("summary", "summary"), ("a", "a[href]"), ("input", "input")):
        count = page.locator(selector).count()
        results.expect_equal(f"{kind}: stops", sum(stop["tag"] == kind for stop in stops), count)
    # The skip link leads past the contents; then Enter opens a table and sorts it.
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = false; }); window.scrollTo(0, 0)")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    results.expect_equal("where the skip link leads", page.evaluate("location.hash"), "#main")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('main') !== null")
    results.expect(inside, "the stop after the skip link is not in the report")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    results.expect(page.locator("details").first.evaluate("(one) => one.open"), "Enter does not open a table")
    page.locator("details").first.locator("th button").last.focus()
    page.keyboard.press("Enter")
    sort = page.locator("details").first.locator("th").last.get_attribute("aria-sort")
    results.expect(sort in ("ascending", "descending"), "Enter does not sort a table")
    page.emulate_media(reduced_motion="no-preference")
