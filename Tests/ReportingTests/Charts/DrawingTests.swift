import Testing

@testable import Reporting

@Suite struct DrawingTests {
  @Test func `Marks are written with few decimals`() {
    var drawing = Drawing(width: 100, height: 50)
    drawing.circle(x: 10, y: 20.04, radius: 3.25, .fill(Colour(0x0072B2), opacity: 0.5))
    drawing.line(0, 1, 2.5, 3, .role(.grid))
    #expect(
      drawing.marks == """
        <circle cx="10" cy="20" r="3.2" fill="#0072b2" fill-opacity="0.5"/>
        <line x1="0" y1="1" x2="2.5" y2="3" class="g"/>

        """)
  }

  @Test func `A mark whose place is no number is left out`() {
    var drawing = Drawing(width: 100, height: 50)
    drawing.circle(x: .nan, y: 0, radius: 1, .role(.ink))
    drawing.line(0, .infinity, 1, 1, .role(.ink))
    drawing.rect(x: 0, y: 0, width: -.infinity, height: 1, .role(.ink))
    drawing.text("word", x: .nan, y: 0)
    drawing.path(.line([(.nan, 1), (2, nil)]), .role(.stroke))
    #expect(drawing.marks.isEmpty)
  }

  @Test func `Words are escaped, in marks as in tips`() {
    var drawing = Drawing(width: 100, height: 50)
    drawing.text("<script>\"&'", x: 0, y: 0)
    drawing.circle(x: 0, y: 0, radius: 1, .role(.ink), tip: "</title><b>")
    #expect(drawing.marks.contains(">&lt;script&gt;&quot;&amp;&#39;</text>"))
    #expect(drawing.marks.contains("<title>&lt;/title&gt;&lt;b&gt;</title>"))
  }

  @Test func `A line is broken where a value is missing`() {
    let path = PathText.line([(0, 1), (1, 2), (2, nil), (3, 4), (4, .nan), (5, 5), (6, 6)])
    #expect(path.text == "M0 1L1 2M3 4M5 5L6 6")
  }

  @Test func `A band goes there above and back below, in pieces where an end is missing`() {
    let path = PathText.band([(0, 1, 2), (1, 1, 3), (2, nil, 3), (3, 0, 1), (4, 0, 2)])
    #expect(path.text == "M0 2L1 3L1 1L0 1ZM3 1L4 2L4 0L3 0Z")
    #expect(PathText.band([(0, 1, 2), (1, nil, nil)]).text.isEmpty)
  }

  @Test(arguments: [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (12.345, "12.3"), (100, "100"), (0.95, "0.9")])
  func `Numbers lose zeros that say nothing`(value: Double, text: String) {
    #expect(Drawing.number(value) == text)
  }

  @Test func `A key goes on in the next line where the picture ends`() {
    var drawing = Drawing(width: 200, height: 50)
    let lines = drawing.key(
      ["friendship", "family", "transaction"].map { ($0, .surface(.role(.ink))) }, x: 0, y: 10)
    #expect(lines == 2)
    #expect(drawing.keyLines(["a"], x: 0) == 1)
  }
}
