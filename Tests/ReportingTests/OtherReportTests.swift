import Analysis
import Foundation
import Testing

@testable import GraphModel
@testable import Reporting

struct OtherReportTests {
  private func description(_ society: Society = Fixture.town(), width: Int = 80) throws -> String {
    let read = ReadSociety(society: society, notices: Fixture.notices, files: [])
    return DescriptionReport(try SocietyDescription(read, AnalysisSettings()), width: width, ink: .plain).text()
  }

  private func communities(_ society: Society = Fixture.town(), width: Int = 80, file: String? = nil) throws -> String {
    let read = ReadSociety(society: society, notices: Fixture.notices, files: [])
    let search = try CommunitySearch(read, AnalysisSettings())
    return CommunityReport(search.findings, width: width, ink: .plain).text(file: file)
  }

  private static let long = String(repeating: "long-", count: 30)

  @Test(arguments: [72, 80, 120])
  func `No line of a description is wider than the width`(width: Int) throws {
    for society in [Fixture.town(), Fixture.town(name: Self.long, houses: Self.long)] {
      #expect(try description(society, width: width).split(separator: "\n").filter { $0.count > width } == [])
    }
  }

  @Test(arguments: [72, 80, 120])
  func `No line on communities is wider than the width`(width: Int) throws {
    for society in [Fixture.town(), Fixture.town(name: Self.long)] {
      #expect(try communities(society, width: width).split(separator: "\n").filter { $0.count > width } == [])
    }
  }

  @Test func `A description has the society, its scores, its columns and what reading did`() throws {
    let heads = try description().split(separator: "\n").filter { $0.first != " " }.map {
      $0.components(separatedBy: "  ")[0]
    }
    #expect(heads == ["town", "OWN SCORES", "COLUMNS OF THE PEOPLE FILE", "WHAT WAS DONE TO THE INPUT"])
  }

  @Test func `A description tells a column with its values`() throws {
    #expect(
      try description().contains(
        """
        COLUMNS OF THE PEOPLE FILE

          column  values  different  missing
          house   text            2        0

        """))
  }

  @Test func `Communities tell how many people are in none`() throws {
    #expect(try communities().contains("\n  1 person without ties: in no community.\n"))
  }

  @Test func `Communities tell where the membership was written`() throws {
    #expect(try communities(file: "membership.csv").contains("\n\n  membership written to membership.csv\n"))
  }

  @Test func `Every community has a line`() throws {
    let lines = try communities().split(separator: "\n").filter { $0.hasSuffix("%") }
    #expect(lines.map { $0.split(separator: " ")[0] } == ["1", "2", "3"])
  }
}
