import Analysis

/// The order in which ties are drawn: the lightest first; equal ones in an order that spreads over the nodes and is the
/// same in every frame, so that those left out are spread, and the same.
enum TieOrder {
  /// Whether a tie is drawn before another one between other nodes.
  static func precedes(_ one: NetworkDrawing.Tie, _ other: NetworkDrawing.Tie) -> Bool {
    one.weight != other.weight ? one.weight < other.weight : rank(one) < rank(other)
  }

  private static func rank(_ tie: NetworkDrawing.Tie) -> (UInt64, Int, Int) {
    (Fingerprint.of(UInt64(tie.source), UInt64(tie.target)), tie.source, tie.target)
  }
}
