import Testing

@testable import IgraphKit

struct IgraphTests {
  @Test func `The library that is loaded is one of 0.10`() {
    #expect(Igraph.version.hasPrefix("0.10."))
  }
}
