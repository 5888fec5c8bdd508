import GraphModel

/// Who belongs to which community, as text.
public enum MembershipText {
  /// `id,community` as CSV; the community is empty for people who belong to none.
  public static func csv(ids: TextList, _ partition: Partition) -> String {
    zip(ids, partition.parts).reduce(into: "id,community\n") { text, entry in
      text += CSVText.line([entry.0, entry.1 > 0 ? String(entry.1) : ""])
    }
  }
}
