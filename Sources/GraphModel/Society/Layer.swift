/// All ties of one kind.
public struct Layer: Sendable {
  /// What the ties are.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Ties between people, undirected unless the society says otherwise.
    case friendship
    /// Payments, from payer to payee, with amounts and times.
    case transaction
  }

  /// The layer's name: `friendship`, `transaction`, or one of the society's own.
  public let name: String
  /// What the ties are.
  public let kind: Kind
  /// Whether an arc can go one way only.
  ///
  /// A layer that is not directed has symmetric `ties`.
  public let isDirected: Bool
  /// Whether the weights say something: false if every tie counts 1.
  public let isWeighted: Bool
  /// The ties: row i lists whom i is influenced by.
  ///
  /// Weights are comparable across rows.
  public let ties: TieTable
  /// The ties scaled row by row for the per-layer mix, where only ratios inside a row count.
  ///
  /// The same as `ties` unless payments fade: then each row counts time back from that person's own latest payment, so
  /// that somebody whose payments all are old still has a network.
  public let rowTies: TieTable
  /// Whether `rowTies` are scaled otherwise than `ties`; then they are not symmetric, even if the layer is undirected.
  package let scalesRows: Bool
  /// The weight of the layer in the mix that the society asks for, or `nil` if it asks for none.
  public let share: Double?

  /// A layer.
  public init(
    name: String, kind: Kind, isDirected: Bool, isWeighted: Bool, ties: TieTable, rowTies: TieTable? = nil,
    share: Double? = nil
  ) {
    self.name = name
    self.kind = kind
    self.isDirected = isDirected
    self.isWeighted = isWeighted
    self.ties = ties
    self.rowTies = rowTies ?? ties
    scalesRows = rowTies != nil
    self.share = share
  }

  /// How many ties there are: pairs if undirected (a self-tie counts one), arcs if directed.
  public var tieCount: Int {
    isDirected ? ties.arcCount : (ties.arcCount + ties.selfTieCount) / 2
  }
}
