import Compute
import GraphModel

extension TextList {
  /// The texts as fields of a CSV file; the list itself if none needs quotes.
  var asFields: TextList {
    guard indices.contains(where: { withBytes(of: $0, CSVText.needsQuotes) }) else { return self }
    return rewritten { $0.append(field: $1) }
  }

  /// The texts as XML; the list itself if none needs escapes.
  var asXML: TextList {
    guard XMLText.needsEscapes(bytes.span) else { return self }
    return rewritten { $0.append(xml: $1) }
  }

  private func rewritten(_ write: (inout ByteText, Span<UInt8>) -> Void) -> TextList {
    var builder = Builder()
    var text = ByteText()
    for position in indices {
      text.clear()
      withBytes(of: position) { write(&text, $0) }
      builder.append(utf8: text.span)
    }
    return builder.finished()
  }
}
