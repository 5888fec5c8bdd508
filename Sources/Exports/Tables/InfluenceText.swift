import Analysis
import Compute
import GraphModel
import Propagation

/// Everyone's influence as text.
public enum InfluenceText {
  /// `id,influence,own_score,public_score` as CSV, one line a person in the order of the society.
  ///
  /// - Parameters:
  ///   - settled: the society.
  ///   - influence: one share a person.
  public static func csv(_ settled: SettledSociety, _ influence: [Double]) -> String {
    var text = ByteText(capacity: 64 * influence.count)
    text.append("id,influence,own_score,public_score\n" as StaticString)
    for person in influence.indices {
      text.append(field: settled.society.people.ids.utf8(of: person))
      for value in [influence[person], settled.society.ownScores[person], settled.equilibrium.scores[person]] {
        text.append(0x2C as UInt8)
        text.append(value)
      }
      text.append(0x0A as UInt8)
    }
    return text.string
  }
}

/// Everyone's change after a shock as text.
public enum ShockText {
  /// `id,before,after,change,distance` as CSV, one line a person in the order of the society; no distance where no tie
  /// leads.
  public static func csv(ids: TextList, _ shock: Shock) -> String {
    var text = ByteText(capacity: 64 * ids.count)
    text.append("id,before,after,change,distance\n" as StaticString)
    for person in ids.indices {
      text.append(field: ids.utf8(of: person))
      for value in [shock.before[person], shock.after[person], shock.after[person] - shock.before[person]] {
        text.append(0x2C as UInt8)
        text.append(value)
      }
      text.append(0x2C as UInt8)
      if let distance = shock.distances[person] { text.append(distance) }
      text.append(0x0A as UInt8)
    }
    return text.string
  }
}
