import Foundation
import Testing

@testable import Exports

struct JSONTextTests {
  private struct Sample: Codable {
    var meanOwnScore = 0.0
    var aPath = ""
    var missing: Double?
  }

  @Test(arguments: [
    0, 0.1, 1.0 / 3, -2.5, 350, 1e22, 123_456_789.123_456_79, 9_007_199_254_740_994, .leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -.pi, 1e-7, 0.1 + 0.2, 1.0.nextUp,
  ])
  func `A number reads back to the same bits`(number: Double) throws {
    let text = try JSONText.text(Sample(meanOwnScore: number))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let read = try decoder.decode(Sample.self, from: Data(text.utf8)).meanOwnScore
    #expect(read.bitPattern == number.bitPattern)
  }

  @Test func `Keys are in snake case and sorted, slashes are plain, missing values are left out`() throws {
    #expect(
      try JSONText.text(Sample(meanOwnScore: 1.5, aPath: "a/b")) == """
        {
          "a_path" : "a/b",
          "mean_own_score" : 1.5
        }

        """)
  }

  @Test func `A number that is none is an error, not a text`() {
    #expect(throws: ExportError.self) { try JSONText.text(Sample(meanOwnScore: .nan)) }
  }
}
