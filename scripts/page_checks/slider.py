"""The slider over the periods of a simulation."""


def number(text):
    return None if text is None else round(float(text), 3)


def state(page):
    """The marks of the network, numbers as numbers, by node."""
    drawn = page.evaluate("probe.network()")
    circles = {int(c["data-n"]): None if c["hidden"] else (number(c["cx"]), number(c["cy"]), number(c["r"]), c["fill"])
               for c in drawn["circles"]}
    names = {int(t["data-n"]): None if t["hidden"] else (number(t["x"]), number(t["y"])) for t in drawn["names"]}
    ties = [sorted(course for course in path["d"].replace(",", " ").split("M") if course) for path in drawn["ties"]]
    return circles, names, ties


def lines(ties):
    """Ends of the lines, as numbers, by strength."""
    result = []
    for path in ties:
        courses = [[number(part) for part in course.replace("L", " ").split()] for course in path]
        result.append(sorted(course for course in courses))
    return result


def check_frame(page, results, network, place, what):
    frame = network["frames"][place]
    circles, _, ties = state(page)
    expected = {
        node: None if x is None else (round(x, 3), round(y, 3), round(r, 3), network["ramp"][c])
        for node, (x, y, r, c) in enumerate(zip(frame["x"], frame["y"], frame["r"], frame["c"]))
    }
    results.expect(circles == expected, f"{what}: circles are not those of frame {place}")
    results.expect_equal(f"{what}: lines", sum(map(len, ties)), len(frame["ties"]) // 3)
    output = page.locator(".slider output").text_content()
    results.expect_equal(f"{what}: output", output, f"period {frame['period']}")
    value = page.locator(".slider input").get_attribute("aria-valuetext")
    results.expect_equal(f"{what}: aria-valuetext", value, f"period {frame['period']}")


def check_slider(page, results, still):
    """The slider by keyboard and by its button; the page has a clock of the checks.

    still: the marks as they are without a script, from `state`.
    """
    network = page.evaluate("probe.data('network-data')")
    last = len(network["frames"]) - 1
    results.expect(last > 0, "a slider over one period")
    circles, names, ties = state(page)
    results.expect(circles == still[0], "the last frame has other circles than the picture without a script")
    results.expect(names == still[1], "the last frame has names elsewhere than the picture without a script")
    results.expect(lines(ties) == lines(still[2]), "the last frame has other ties than the picture without a script")
    slider = page.locator(".slider input")
    slider.focus()
    check_frame(page, results, network, last, "at first")
    seen = [(circles, ties)]
    for press, place in (("ArrowLeft", last - 1), ("Home", 0), ("ArrowRight", 1), ("End", last), ("ArrowDown", last - 1)):
        page.keyboard.press(press)
        check_frame(page, results, network, place, press)
        seen.append((state(page)[0], state(page)[2]))
    results.expect(seen[2] != seen[4], "the first and the last period look the same")
    play = page.locator(".slider button")
    slider.fill("0")
    play.click()
    results.expect_equal("the button while it plays", play.text_content(), "Stop")
    check_frame(page, results, network, 1, "played")
    page.clock.run_for(1_000)
    check_frame(page, results, network, min(2, last), "played on")
    if last > 2:
        play.click()
        results.expect_equal("the button when stopped", play.text_content(), "Play")
        page.clock.run_for(5_000)
        check_frame(page, results, network, 2, "stopped")
        play.click()
    page.clock.run_for(1_000 * last)
    check_frame(page, results, network, last, "played to the end")
    results.expect_equal("the button at the end", play.text_content(), "Play")
    play.click()
    check_frame(page, results, network, 0, "played again")
    play.click()
    page.keyboard.press("End")
