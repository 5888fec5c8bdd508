"""axe-core on a page: https://github.com/dequelabs/axe-core."""

import importlib.util
import pathlib

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

# What may differ between two views of one page, whose elements and names are the same.
VIEW_RULES = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "page-has-heading-one"]


def load(page):
    """Loads axe-core into a page, which loses what would only take it time.

    That are the marks of pictures, whose names are those of the whole picture, and the rows of long tables.
    """
    page.evaluate("probe.all('svg > :not(title), tbody tr:nth-child(n+25)').forEach((element) => element.remove())")
    package = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    page.evaluate((package / "axe.min.js").read_text(encoding="utf-8") + "; undefined")


def check_axe(page, results, what, rules=None):
    """No violations; `rules` asks for some rules alone."""
    found = page.evaluate(
        """async (only) => {
          const found = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
          return { passes: found.passes.length, violations: found.violations.map((rule) => [rule.id, rule.nodes.length,
            rule.nodes[0].target.join(' '), (rule.nodes[0].failureSummary || '').replace(/\\s+/g, ' ')]) };
        }""",
        {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS},
    )
    results.expect(found["passes"] > (0 if rules else 10), f"{what}: axe looked at nothing")
    results.expect_none(f"{what}: axe-core", found["violations"])
