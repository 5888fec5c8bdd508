import GraphModel
import Testing

@testable import IgraphKit

struct IgraphErrorTests {
  @Test func `A call that igraph refuses throws and says what was attempted`() {
    let error = #expect(throws: IgraphError.self) {
      try Igraph.modularity(KarateClub.unweighted, KarateClub.clubs, resolution: -1)
    }
    #expect(error?.description == "igraph could not compute the modularity at resolution -1.0: Invalid value")
  }

  @Test func `An edge to a vertex that is not there throws`() {
    #expect(throws: IgraphError(attempt: "make a graph (vertices: 2, edges: 1)", reason: "Invalid vertex ID")) {
      try Igraph.locked { session throws(IgraphError) in
        var ends = try IntegerVector.zeros(2, session)
        do {
          var values = ends.values
          values[1] = -1
        }
        _ = try UndirectedGraph.make(vertexCount: 2, ends: &ends, session)
      }
    }
  }

  @Test func `Memory that cannot be had throws`() {
    #expect(throws: IgraphError.self) {
      try Igraph.locked { session throws(IgraphError) in _ = try RealVector.zeros(1 << 59, session) }
    }
  }

  @Test func `The library works on after an error`() throws {
    _ = try? Igraph.modularity(KarateClub.unweighted, KarateClub.clubs, resolution: -1)
    #expect(try Igraph.modularity(KarateClub.unweighted, KarateClub.clubs) != nil)
  }
}
