import Compute

/// Who lives in which circle and household of a village.
///
/// Circles are lists of places; a household is a stretch of places within one circle.
struct Dwellings: Sendable {
  /// How likely a household of one to six people is, in hundredths.
  ///
  /// About as in many European countries, where one or two people live in most households; a design, not data.
  static let householdSizes = [30, 30, 16, 14, 7, 3]

  private let circles: [Int32]
  private let circleStarts: [Int]
  private let people: [Int32]
  private let households: [Int32]
  private let householdStarts: [Int32]

  /// How many households there are.
  var householdCount: Int { householdStarts.count - 1 }

  init(people count: Int, circles circleCount: Int, seed: UInt64, threads: ThreadCount) {
    circles = Self.drawCircles(count, circleCount, seed: seed, threads: threads)
    var starts = [Int](repeating: 0, count: circleCount + 1)
    for circle in circles { starts[Int(circle) + 1] += 1 }
    for circle in 0..<circleCount { starts[circle + 1] += starts[circle] }
    circleStarts = starts
    var places = [Int32](repeating: 0, count: count)
    for (person, circle) in circles.enumerated() {
      places[starts[Int(circle)]] = Int32(person)
      starts[Int(circle)] += 1
    }
    people = places
    let bounds = Self.drawHouseholds(circleStarts, seed: seed, threads: threads)
    var households = [Int32](repeating: 0, count: count)
    for household in 0..<bounds.count - 1 {
      for place in bounds[household]..<bounds[household + 1] { households[Int(places[Int(place)])] = Int32(household) }
    }
    self.households = households
    householdStarts = bounds
  }

  /// Circle c has a chance in proportion to 1 / sqrt(c + 1): a few large ones, more small ones.
  private static func drawCircles(_ people: Int, _ circles: Int, seed: UInt64, threads: ThreadCount) -> [Int32] {
    var sums: [Double] = []
    var sum = 0.0
    for circle in 0..<circles {
      sum += 1 / Double(circle + 1).squareRoot()
      sums.append(sum)
    }
    var result = [Int32](repeating: 0, count: people)
    Parallel.fill(&result, blocks: TieSet.blocks(of: people), threads: threads) { range, part in
      for person in range {
        // The first people found one circle each, so that none is empty.
        var low = person
        if person >= circles {
          var stream = GeneratingStream.circle.of(person, seed: seed)
          let point = stream.uniform() * sum
          low = 0
          var high = circles - 1
          while low < high {
            let middle = (low + high) / 2
            if sums[middle] > point { high = middle } else { low = middle + 1 }
          }
        }
        part[person - range.lowerBound] = Int32(low)
      }
    }
    return result
  }

  /// Where each household starts, and after the last one the number of people.
  private static func drawHouseholds(_ circleStarts: [Int], seed: UInt64, threads: ThreadCount) -> [Int32] {
    let circles = circleStarts.count - 1
    let blocks = Blocks.ranges(count: circles, target: TieSet.blockSize) { circleStarts[$0 + 1] - circleStarts[$0] }
    let parts = Parallel.map(blocks.count, threads: threads) { block in
      var starts: [Int32] = []
      for circle in blocks[block] {
        var stream = GeneratingStream.households.of(circle, seed: seed)
        var place = circleStarts[circle]
        while place < circleStarts[circle + 1] {
          starts.append(Int32(place))
          var point = stream.integer(below: 100)
          var size = 1
          for chance in householdSizes {
            if point < chance { break }
            point -= chance
            size += 1
          }
          // The last household of a circle takes who is left.
          place += size
        }
      }
      return starts
    }
    return parts.flatMap { $0 } + [Int32(circleStarts[circles])]
  }

  /// The circle of a person, from 0.
  func circle(of person: Int) -> Int { Int(circles[person]) }

  /// The household of a person, from 0.
  func household(of person: Int) -> Int { Int(households[person]) }

  /// The places of a circle.
  func members(of circle: Int) -> Range<Int> { circleStarts[circle]..<circleStarts[circle + 1] }

  /// The places of a household.
  func members(ofHousehold household: Int) -> Range<Int> {
    Int(householdStarts[household])..<Int(householdStarts[household + 1])
  }

  /// Who has a place.
  func person(at place: Int) -> Int { Int(people[place]) }
}
