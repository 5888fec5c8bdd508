import Compute
import GraphModel

/// Who belongs to which community, as text.
public enum MembershipText {
  /// `id,community` as CSV; the community is empty for people who belong to none.
  public static func csv(ids: TextList, _ partition: Partition) -> String {
    var text = ByteText(capacity: 16 * ids.count)
    text.append("id,community\n" as StaticString)
    for (person, part) in partition.parts.enumerated() {
      text.append(field: ids.utf8(of: person))
      text.append(0x2C as UInt8)
      if part > 0 { text.append(part) }
      text.append(0x0A as UInt8)
    }
    return text.string
  }
}
