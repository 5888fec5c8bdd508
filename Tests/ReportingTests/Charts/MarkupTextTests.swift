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
