import Testing

@testable import Reporting

struct PageTests {
  private let page = Page(width: 80, ink: .plain)

  @Test(arguments: [(10, 72), (72, 72), (100, 100), (120, 120), (500, 120)])
  func `A page is from 72 to 120 characters wide`(asked: Int, got: Int) {
    #expect(Page(width: asked, ink: .plain).width == got)
  }

  @Test func `An aside stands at the right end`() {
    let heading = page.heading("TITLE", "aside")
    #expect(heading.count == 80)
    #expect(heading.hasPrefix("TITLE ") && heading.hasSuffix(" aside"))
  }

  @Test func `A title that is too long is cut so that the aside is seen`() {
    let heading = page.heading(String(repeating: "x", count: 200), "16 people, 27 tied pairs")
    #expect(heading.count == 80)
    #expect(heading.hasSuffix("x…  16 people, 27 tied pairs"))
  }

  @Test func `A title alone is cut where it is too long`() {
    #expect(page.heading(String(repeating: "x", count: 200)).count == 80)
  }

  @Test func `Sections are apart by one blank line, and empty ones leave none`() {
    #expect(page.joined([["a", "b"], [], ["c"]]) == "a\nb\n\nc\n")
  }
}
