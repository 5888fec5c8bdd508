import Compute
import Foundation

/// The people file of a generated society: ids, the place in the model, own scores, susceptibilities.
struct GeneratedPeople: Sendable {
  /// A column that says where a person stands in the model.
  struct Place: Sendable {
    /// The column's name.
    let name: String
    /// The value of each person.
    let values: [Int32]
    /// What is added to a value: 1 for communities, which count from 1.
    let offset: Int
  }

  private static let blockSize = 1 << 14

  let count: Int
  let labels: PersonLabels
  let place: Place?
  let scores: ScoreModel
  let homophily: Double
  let seed: UInt64
  /// The part of the own score that people at one place share, by the place's value; mean 0 and variance 1 over people.
  let shared: @Sendable (Int) -> Double

  /// Writes `people.csv`.
  func write<Sink: SocietySink>(to scribe: inout SocietyScribe<Sink>) throws {
    var columns = ["id"]
    if let place { columns.append(place.name) }
    if scores.scale != nil { columns.append("score") }
    if scores.susceptibility != nil { columns.append("susceptibility") }
    let blocks = TieSet.blocks(of: count, size: Self.blockSize)
    try scribe.write(
      "people.csv", header: columns.joined(separator: ","), blocks: blocks.count
    ) { block, buffer in
      for person in blocks[block] { add(person, to: &buffer) }
    }
  }

  private func add(_ person: Int, to buffer: inout ByteText) {
    labels.add(person, to: &buffer)
    let value = place.map { Int($0.values[person]) } ?? 0
    if let place {
      buffer.comma()
      buffer.append(value + place.offset)
    }
    if let scale = scores.scale {
      let places = ScoreModel.places(scale)
      let score = ScoreModel.score(
        of: person, on: scale, places: places, homophily: homophily, shared: homophily > 0 ? shared(value) : 0,
        seed: seed)
      buffer.comma()
      buffer.append(score, places: places)
    }
    if let range = scores.susceptibility {
      var stream = GeneratingStream.susceptibility.of(person, seed: seed)
      let drawn = range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
      buffer.comma()
      buffer.append(Int((drawn * 10_000).rounded()), places: 4)
    }
    buffer.newline()
  }
}
