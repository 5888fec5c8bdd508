import Testing

@testable import Exports

struct NameTokensTests {
  @Test(arguments: [
    ("own_score", "own_score"), ("a b", "a_b"), ("età", "et_"), ("", "_"), ("<x>", "_x_"), ("v1.2-b", "v1.2-b"),
    ("🙂", "_"), (String(repeating: "x", count: 100), String(repeating: "x", count: 64)),
  ])
  func `A token has only what XML and file systems allow`(name: String, token: String) {
    #expect(NameTokens.token(name) == token)
  }

  @Test(arguments: [
    ("own_score", "ownScore"), ("a b-c", "aBC"), ("_x", "x"), ("7up", "column7up"), ("", "column"), ("名", "column"),
    ("weight_friendship", "weightFriendship"), ("Label", "Label"),
  ])
  func `A key of GML has letters and digits`(name: String, key: String) { #expect(NameTokens.camel(name) == key) }

  @Test func `Names that become the same are numbered`() {
    #expect(NameTokens.unique(["a b", "a_b", "a-b"], NameTokens.token) == ["a_b", "a_b_2", "a-b"])
    #expect(NameTokens.unique(["Age", "age"], ignoresCase: true) == ["Age", "age_2"])
    #expect(NameTokens.unique(["age", "age_2", "age"]) == ["age", "age_2", "age_3"])
    #expect(NameTokens.unique(["id"], reserved: ["id"]) == ["id_2"])
  }
}
