"""A page in a browser that must keep to itself."""

import contextlib
import pathlib
import shutil

PROBE = (pathlib.Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
SIZES = {"phone": (390, 844), "screen": (1280, 900)}
# A4 in pixels, less the margins that a browser leaves.
PAPER = (718, 1047)


@contextlib.contextmanager
def chromium(playwright):
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    browser = playwright.chromium.launch(executable_path=path)
    try:
        yield browser
    finally:
        browser.close()


@contextlib.contextmanager
def opened(browser, path, results, what, clock=False, **options):
    """The page at a path, light, at screen size; whatever it says, asks or throws until it is closed is a failure.

    clock: whether time in the page stands still but for what the checks let pass.
    """
    url = pathlib.Path(path).resolve().as_uri()
    width, height = SIZES["screen"]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light", **options)
    said, asked = [], []

    def route(call):
        if call.request.url.split("#")[0] == url:
            call.continue_()
        else:
            call.abort()

    def dialog(box):
        said.append(f"dialog: {box.message}")
        box.dismiss()

    context.route("**/*", route)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", dialog)
    page.on("popup", lambda popup: said.append(f"popup: {popup.url}"))
    if clock:
        page.clock.install(time=0)
    page.goto(url)
    if clock:
        page.clock.pause_at(60_000)
    page.evaluate(PROBE)
    try:
        yield page
    finally:
        addresses = [address for address in asked if not address.startswith("blob:")]
        context.close()
    results.expect_equal(f"{what}: requests", addresses, [url])
    results.expect_none(f"{what}: messages, errors and dialogs", said)
