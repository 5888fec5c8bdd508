import Testing

@testable import Reporting

@Suite struct MarkupTextTests {
  @Test func `Markup characters become references, and what no markup can hold is replaced`() {
    #expect(MarkupText.escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;")
    #expect(MarkupText.escaped("a\u{0}b\u{1B}c\u{85}d\u{FFFE}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(MarkupText.escaped("שלום 👩‍👩‍👧 é\tx") == "שלום 👩‍👩‍👧 é\tx")
  }

  @Test func `A long name is cut, with a sign that it was`() {
    #expect(MarkupText.cut("abc", to: 3) == "abc")
    #expect(MarkupText.cut("abcd", to: 3) == "abc…")
    #expect(MarkupText.cut("a\nb\tc", to: 9) == "a b c")
    #expect(MarkupText.cut(String(repeating: "x", count: 10_000), to: 24).count == 25)
  }

  @Test func `Marks piled on one letter count`() {
    let tower = "e" + String(repeating: "\u{301}", count: 5_000)
    #expect(MarkupText.cut(tower + "nd", to: 20).unicodeScalars.count < 100)
    #expect(MarkupText.cut("👩‍👩‍👧", to: 5) == "👩‍👩‍👧")
  }

  @Test func `Wide characters take two places, marks none`() {
    #expect(MarkupText.width("ab") == 2)
    #expect(MarkupText.width("日本") == 4)
    #expect(MarkupText.width("e\u{301}") == 1)
  }

  @Test func `A name that is too wide is cut to fit, whatever its letters take`() {
    #expect(MarkupText.fitted("Strozzi", to: 7) == "Strozzi")
    #expect(MarkupText.fitted("one\ntwo", to: 9) == "one two")
    #expect(MarkupText.fitted("👩‍👩‍👧‍👦", to: 8) == "👩‍👩‍👧‍👦")
    for name in [String(repeating: "p", count: 99), String(repeating: "漢", count: 99), "a long name of many words"] {
      let short = MarkupText.fitted(name, to: 12)
      #expect(MarkupText.width(short) <= 12 && short.hasSuffix("…") && short.count > 4)
    }
  }

  @Test func `A name cannot leave the run of text that it stands in`() {
    #expect(MarkupText.isolated("abc") == "\u{2068}abc\u{2069}")
    #expect(MarkupText.isolated("a\u{2067}b") == "\u{2068}a\u{2067}b\u{2069}\u{2069}")
    #expect(MarkupText.isolated("a\u{2069}b") == "\u{2068}ab\u{2069}")
    #expect(MarkupText.isolated("\u{2067}a\u{2069}b") == "\u{2068}\u{2067}a\u{2069}b\u{2069}")
  }

  @Test func `Signs that turn what follows are written out`() {
    #expect(MarkupText.visible("--by \u{202E}x é") == "--by \\u{202E}x é")
  }

  @Test func `Nothing in a value for scripts ends the element or the text`() {
    #expect(ScriptText.string("</script>") == "\"\\u003c/script\\u003e\"")
    #expect(ScriptText.string("\"\\\n\u{2028}&") == "\"\\\"\\\\\\u000a\\u2028\\u0026\"")
    #expect(ScriptText.list(["1", "2"]) == "[1,2]")
  }

  @Test func `Names of files are letters, digits and hyphens`() {
    #expect(FileNameText.safe("House / Ümlaut") == "house----mlaut")
    #expect(FileNameText.safe("") == "-")
    #expect(FileNameText.safe(String(repeating: "a", count: 500)).count == 40)
  }
}
