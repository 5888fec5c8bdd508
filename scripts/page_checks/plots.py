"""Pictures look the same in two renderers.

Each SVG is drawn by Chromium and by rsvg-convert on white, in its own size. Both drawings are smoothed a little, since
the two smooth edges in their own ways, and compared by grey value (0 to 255):

- without text, the largest difference of any square of nine by nine pixels may be SQUARE at most, and the mean MEAN.
  Chromium adds up the thin lines of one path where they cross and rsvg-convert does not, so a network of thousands of
  ties may differ by DENSE_SQUARE and DENSE_MEAN;
- with text, whose letters come from whatever fonts there are, the mean may be TEXT_MEAN at most, and the text in one
  must darken the paper as much as in the other to within TEXT_SHARE. (Not measured in dense networks, whose few words
  weigh less than the lines.)

The same picture with its largest mark moved by eleven pixels must fail, or the comparison proves nothing.
"""

import copy
import html
import subprocess
import xml.etree.ElementTree as ElementTree

from PIL import Image, ImageChops, ImageFilter, ImageStat

SVG = "{http://www.w3.org/2000/svg}"
SQUARE, MEAN = 14, 0.6
DENSE_SQUARE, DENSE_MEAN, DENSE_LINES = 40, 2.5, 1_000
TEXT_MEAN, TEXT_SHARE = 1.5, 0.25

ElementTree.register_namespace("", SVG[1:-1])


def without_text(root):
    root = copy.deepcopy(root)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == SVG + "text":
                parent.remove(child)
    return root


def broken(root):
    """The picture with its largest coloured dot or bar moved, else a coloured line or band; None if it has none."""
    root = copy.deepcopy(root)
    marks = [mark for mark in root.iter() if mark.tag in (SVG + "circle", SVG + "rect", SVG + "path")
             and "#" in mark.get("fill", "") + mark.get("stroke", "") and mark.get("width") != "100%"]
    if not marks:
        return None
    largest = max(marks, key=lambda mark: (float(mark.get("r", 0)) * 2) ** 2
                  or float(mark.get("width", 0)) * float(mark.get("height", 0)))
    largest.set("transform", "translate(9 7)")
    return root


def by_rsvg(paths):
    """All pictures, drawn at a time; None for one that is not."""
    targets = [path.with_suffix(".rsvg.png") for path in paths]
    running = [subprocess.Popen(["rsvg-convert", "--background-color", "white", "-o", target, path])
               for path, target in zip(paths, targets)]
    return [Image.open(target).convert("RGB") if one.wait() == 0 else None for one, target in zip(running, targets)]


def by_chromium(browser, paths, sizes, folder):
    """All pictures on one page, cut apart again."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    lines = [
        f'<img src="{html.escape(path.as_uri())}" width="{width}" height="{height}" style="display:block">'
        for path, (width, height) in zip(paths, sizes)
    ]
    sheet = folder / "all.html"
    sheet.write_text("<!doctype html><body style='margin:0;background:#fff'>" + "".join(lines), encoding="utf-8")
    page.goto(sheet.as_uri())
    page.wait_for_function("Array.from(document.images).every((one) => one.complete)")
    whole = [page.locator("img").nth(index).evaluate("(one) => one.naturalWidth > 0") for index in range(len(paths))]
    page.screenshot(path=folder / "all.png", full_page=True)
    page.close()
    sheet = Image.open(folder / "all.png").convert("RGB")
    pictures, top = [], 0
    for width, height in sizes:
        pictures.append(sheet.crop((0, top, width, top + height)))
        top += height
    return pictures, whole


def smooth(picture):
    return picture.filter(ImageFilter.BoxBlur(1))


def distance(one, other):
    """The mean difference, and the largest of any square."""
    difference = ImageChops.difference(smooth(one), smooth(other)).convert("L")
    squares = difference.filter(ImageFilter.BoxBlur(4))
    return ImageStat.Stat(difference).mean[0], squares.getextrema()[1]


def ink(whole, bare):
    """How much text darkens the paper."""
    return ImageStat.Stat(ImageChops.difference(whole, bare).convert("L")).sum[0]


def marks(path):
    """The marks of a picture in order, each with its attributes and its text."""
    root = ElementTree.parse(path).getroot()
    about = {SVG + name for name in ("svg", "title", "desc", "style")}
    return [(mark.tag.removeprefix(SVG), sorted((name, value) for name, value in mark.attrib.items() if name != "style"),
             (mark.text or "").strip()) for mark in root.iter() if mark.tag not in about]


def check_folder(results, pictures, folder):
    """The folder that --plots wrote: each picture as SVG, PNG and PDF, the same marks as on the page.

    Returns the pictures that the page cannot save, by name.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.svg"))}
    results.expect(files, "--plots wrote no picture")
    results.expect_none("pictures of the page that --plots did not write", sorted(set(pictures) - set(files)))
    for name, path in files.items():
        if name in pictures:
            results.expect(marks(path) == marks(pictures[name]), f"{name}: --plots and the page draw different marks")
        with Image.open(path.with_suffix(".png")) as picture:
            picture.load()
            width, height = picture.size
        root = ElementTree.parse(path).getroot()
        shape = float(root.get("width")) / float(root.get("height"))
        results.expect(abs(width / height - shape) < 0.01, f"{name}.png has another shape: {width} by {height}")
        results.expect_equal(f"{name}.pdf begins with", path.with_suffix(".pdf").read_bytes()[:5], b"%PDF-")
    return {name: path for name, path in files.items() if name not in pictures}


def check_plots(browser, results, pictures, folder):
    """Compares each SVG file; `pictures` gives them by name."""
    paths, sizes, roots, trees = [], [], {}, {}
    for name, path in pictures.items():
        try:
            root = ElementTree.fromstring(path.read_bytes())
        except ElementTree.ParseError as problem:
            results.expect(False, f"{name}.svg: no XML: {problem}")
            continue
        size = (round(float(root.get("width"))), round(float(root.get("height"))))
        results.expect_none(f"{name}.svg: text", [part for part in ("NaN", "undefined", "Infinity") if any(
            part in str(value) for mark in root.iter() for value in mark.attrib.values())])
        trees[name] = root
        bare = without_text(root)
        for kind, tree in (("whole", root), ("bare", bare), ("broken", broken(bare))):
            if tree is None:
                continue
            file = folder / f"{name}.{kind}.svg"
            file.write_bytes(ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True))
            roots[name, kind] = len(paths)
            paths.append(file)
            sizes.append(size)
    drawn, whole = by_chromium(browser, paths, sizes, folder)
    others = by_rsvg(paths)
    for name in pictures:
        if (name, "whole") not in roots:
            continue
        at = roots[name, "whole"], roots[name, "bare"], roots.get((name, "broken"))
        results.expect(whole[at[0]], f"{name}.svg: Chromium does not draw it")
        other, bare = others[at[0]], others[at[1]]
        if not results.expect(other and bare, f"{name}.svg: rsvg-convert does not draw it"):
            continue
        results.expect_equal(f"{name}.svg: size", other.size, sizes[at[0]])
        is_dense = sum(path.get("d", "").count("L") for path in trees[name].iter(SVG + "path")) > DENSE_LINES
        most = (DENSE_MEAN, DENSE_SQUARE) if is_dense else (MEAN, SQUARE)
        mean, square = distance(drawn[at[1]], bare)
        results.expect(mean <= most[0] and square <= most[1],
                       f"{name}.svg without text: the drawings differ by {mean:.2f}, in a square by {square}")
        if not is_dense:
            with_text, _ = distance(drawn[at[0]], other)
            results.expect(with_text <= TEXT_MEAN, f"{name}.svg: the drawings differ by {with_text:.2f}")
            inks = ink(drawn[at[0]], drawn[at[1]]), ink(other, bare)
            results.expect(abs(inks[0] - inks[1]) <= TEXT_SHARE * max(inks), f"{name}.svg: text weighs {inks}")
        if at[2] is not None:
            mean, square = distance(drawn[at[2]], bare)
            results.expect(mean > most[0] or square > most[1],
                           f"{name}.svg: a moved mark passes: {mean:.2f}, in a square {square}")
