import Foundation
import Testing

/// Something that can happen to a packed society, and what is said of it.
struct PackDamage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The exit code.
  var code: Int32 = 65
  /// Whether only `check --verify` can see it.
  var isHidden = false
  /// All that is printed, without the last line end.
  let message: String
  let act: @Sendable (SmallPack) throws -> Void

  init(
    _ name: String, _ message: String, code: Int32 = 65, isHidden: Bool = false,
    act: @escaping @Sendable (SmallPack) throws -> Void
  ) {
    testDescription = name
    self.message = message
    self.code = code
    self.isHidden = isHidden
    self.act = act
  }

  static let all = files + headers + ties + texts + order + description + hidden

  private static let files = [
    PackDamage(
      "a file is missing", "own_scores.npy: there is no such file, which a packed society needs", code: 66
    ) { try $0.remove("own_scores.npy") },
    PackDamage(
      "a file is cut short", "friendship.neighbors.npy: the file has 151 bytes; 152 were expected"
    ) { try $0.write("friendship.neighbors.npy", $0.bytes("friendship.neighbors.npy").dropLast()) },
    PackDamage(
      "a file is cut in its header", "friendship.neighbors.npy: the file ends in the header of the array"
    ) { try $0.write("friendship.neighbors.npy", Array($0.bytes("friendship.neighbors.npy")[..<60])) },
    PackDamage(
      "a file is cut in its magic", "ids.bytes.npy: the file ends in the header of the array"
    ) { try $0.write("ids.bytes.npy", Array($0.bytes("ids.bytes.npy")[..<7])) },
    PackDamage("a file is empty", "ids.bytes.npy: the file ends in the header of the array") {
      try $0.write("ids.bytes.npy", [])
    },
    PackDamage("junk behind the elements", "own_scores.npy: the file has 169 bytes; 168 were expected") {
      try $0.write("own_scores.npy", $0.bytes("own_scores.npy") + [0])
    },
    PackDamage("a folder in place of a file", "ids.sorted.npy: this is a folder; a file was expected") {
      try $0.remove("ids.sorted.npy")
      try $0.folder.makeFolder("pack/ids.sorted.npy")
    },
    PackDamage("a link in place of a file", "ids.sorted.npy: this is a link; a file was expected") {
      try $0.folder.write("elsewhere.npy", $0.bytes("ids.sorted.npy"))
      try $0.remove("ids.sorted.npy")
      try $0.folder.link("pack/ids.sorted.npy", to: $0.folder.path("elsewhere.npy"))
    },
    PackDamage(
      "a pipe in place of a file", "ids.sorted.npy: this is neither a file nor a folder; a file was expected"
    ) { pack in
      try pack.remove("ids.sorted.npy")
      try #require(unsafe mkfifo(pack.folder.path("pack/ids.sorted.npy"), 0o600) == 0)
    },
  ]

  private static let headers = [
    PackDamage("another magic", "own_scores.npy: this is no array of NumPy: \\x93NUMPY was expected at its start") {
      try $0.write("own_scores.npy", [0x92] + $0.bytes("own_scores.npy").dropFirst())
    },
    PackDamage("another format", "own_scores.npy: the array is of format 2.0; 1.0 was expected") {
      var bytes = try $0.bytes("own_scores.npy")
      bytes[6] = 2
      try $0.write("own_scores.npy", bytes)
    },
    PackDamage("a header longer than the file", "own_scores.npy: the file ends in the header of the array") {
      var bytes = try $0.bytes("own_scores.npy")
      bytes[9] = 0xFF
      try $0.write("own_scores.npy", bytes)
    },
    PackDamage("a header of nonsense", "own_scores.npy: the header of the array is not understood") {
      try $0.editHeader("own_scores.npy", "'descr':", "'decsr':")
    },
    PackDamage("another kind of elements", "friendship.weights.npy: the elements are <i8; <f8 was expected") {
      try $0.editHeader("friendship.weights.npy", "<f8", "<i8")
    },
    PackDamage("big-endian elements", "own_scores.npy: the elements are >f8; <f8 was expected") {
      try $0.editHeader("own_scores.npy", "<f8", ">f8")
    },
    PackDamage(
      "a kind of elements that does not fit, in both places",
      "own_scores.npy: society.json says that the elements are >f8; <f8 was expected"
    ) {
      try $0.editHeader("own_scores.npy", "<f8", ">f8")
      try $0.edit("\"<f8\",\n    \"file\" : \"own_scores.npy\"", "\">f8\",\n    \"file\" : \"own_scores.npy\"")
    },
    PackDamage("Fortran order", "own_scores.npy: the array is in Fortran order; C order was expected") {
      try $0.editHeader("own_scores.npy", "False,", "True ,")
    },
    PackDamage("another shape", "own_scores.npy: the shape is (4), (5) in society.json; (5) was expected") {
      try $0.editHeader("own_scores.npy", "(5,)", "(4,)")
    },
    PackDamage("two dimensions", "own_scores.npy: the shape is (5, 1), (5) in society.json; (5) was expected") {
      try $0.editHeader("own_scores.npy", "(5,), }  ", "(5, 1), }")
    },
    PackDamage(
      "a shape beyond all numbers",
      "own_scores.npy: the shape of the array is (99999999999999999999,); numbers of 0 or more that fit 63 bits were expected"
    ) {
      try $0.editHeader("own_scores.npy", "(5,), }" + String(repeating: " ", count: 19), "(99999999999999999999,), }")
    },
    PackDamage(
      "a negative shape",
      "own_scores.npy: the shape of the array is (-5,); numbers of 0 or more that fit 63 bits were expected"
    ) {
      try $0.editHeader("own_scores.npy", "(5,), } ", "(-5,), }")
    },
    PackDamage(
      "so many arcs that their size overflows",
      "friendship.neighbors.npy: the shape is (6), (6) in society.json; (4611686018427387904) was expected"
    ) { try $0.edit("\"arcs\" : 6", "\"arcs\" : 4611686018427387904") },
    PackDamage(
      "an array of bytes as large as all memory, in both places",
      "ids.bytes.npy: 9223372036854775807 elements do not fit in any memory"
    ) {
      try $0.editHeader("ids.bytes.npy", "(16,), }" + String(repeating: " ", count: 17), "(9223372036854775807,), }")
      try $0.edit("16\n      ]", "9223372036854775807\n      ]")
    },
  ]

  private static let ties = [
    PackDamage(
      "offsets that fall", "friendship.offsets.npy: offset 2 is 1, below the one before it; 2 or more was expected"
    ) {
      try $0.set("friendship.offsets.npy", 2, UInt32(1))
    },
    PackDamage("offsets not from 0", "friendship.offsets.npy: the first offset is 1; 0 was expected") {
      try $0.set("friendship.offsets.npy", 0, UInt32(1))
    },
    PackDamage("offsets that end elsewhere", "friendship.offsets.npy: the last offset is 7; 6 was expected") {
      try $0.set("friendship.offsets.npy", 5, UInt32(7))
    },
    PackDamage(
      "offsets past the end in the middle",
      "friendship.offsets.npy: offset 4 is 6, below the one before it; 4294967295 or more was expected"
    ) { try $0.set("friendship.offsets.npy", 3, UInt32.max) },
    PackDamage("a neighbour below 0", "friendship.neighbors.npy: element 1 is -1; 0 to 4 was expected") {
      try $0.set("friendship.neighbors.npy", 1, Int32(-1))
    },
    PackDamage("a neighbour beyond the people", "friendship.neighbors.npy: element 1 is 5; 0 to 4 was expected") {
      try $0.set("friendship.neighbors.npy", 1, Int32(5))
    },
    PackDamage(
      "neighbours that do not rise",
      "friendship.neighbors.npy: element 1 is 1 behind 1 in row 0; rising neighbours were expected"
    ) { try $0.set("friendship.neighbors.npy", 1, Int32(1)) },
    PackDamage(
      "an undirected tie without its other half",
      "friendship.neighbors.npy: 3 stands in row 0, but 0 not in row 3; an undirected layer has both"
    ) { try $0.set("friendship.neighbors.npy", 1, Int32(3)) },
    PackDamage(
      "an undirected tie of two weights",
      "friendship.neighbors.npy: 0 and 1 are tied with two weights; an undirected layer has one"
    ) { try $0.set("friendship.weights.npy", 0, 0.4) },
    PackDamage(
      "a weight that is no number",
      "friendship.weights.npy: element 2 is nan; a number from 1e-199 to 1e120 was expected"
    ) {
      try $0.set("friendship.weights.npy", 2, Double.nan)
    },
    PackDamage(
      "a weight below 0", "friendship.weights.npy: element 2 is -1; a number from 1e-199 to 1e120 was expected"
    ) {
      try $0.set("friendship.weights.npy", 2, -1.0)
    },
    PackDamage("a weight of 0", "work.weights.npy: element 0 is 0; a number from 1e-199 to 1e120 was expected") {
      try $0.set("work.weights.npy", 0, Float(0))
    },
    PackDamage(
      "an infinite weight",
      "transaction.rows.weights.npy: element 0 is inf; a number from 1e-199 to 1e120 was expected"
    ) {
      try $0.set("transaction.rows.weights.npy", 0, Double.infinity)
    },
    PackDamage(
      "fewer weights than ties", "friendship.weights.npy: the shape is (5), (6) in society.json; (6) was expected"
    ) {
      try $0.editHeader("friendship.weights.npy", "(6,)", "(5,)")
      try $0.write("friendship.weights.npy", $0.bytes("friendship.weights.npy").dropLast(8))
    },
    PackDamage(
      "a neighbour of a directed layer beyond the people",
      "work.neighbors.npy: element 0 is 2147483647; 0 to 4 was expected"
    ) {
      try $0.set("work.neighbors.npy", 0, Int32.max)
    },
  ]

  private static let texts = [
    PackDamage(
      "offsets of ids that fall", "ids.offsets.npy: offset 2 is 2, below the one before it; 3 or more was expected"
    ) {
      try $0.set("ids.offsets.npy", 2, Int64(2))
    },
    PackDamage(
      "a negative offset of ids", "ids.offsets.npy: offset 1 is -3, below the one before it; 0 or more was expected"
    ) {
      try $0.set("ids.offsets.npy", 1, Int64(-3))
    },
    PackDamage("offsets of a column past its end", "columns.1.offsets.npy: the last offset is 9999; 14 was expected") {
      try $0.set("columns.1.offsets.npy", 5, Int64(9999))
    },
    PackDamage("an id that is not UTF-8", "ids.bytes.npy: text 1 is not valid UTF-8") {
      try $0.set("ids.bytes.npy", 3, UInt8(0xFF))
    },
    PackDamage("an id that ends inside a character", "ids.bytes.npy: text 3 is not valid UTF-8") {
      try $0.set("ids.offsets.npy", 4, Int64(13))
    },
    PackDamage(
      "an id with a control character", "ids.bytes.npy: text 0 holds a control character; plain text was expected"
    ) {
      try $0.set("ids.bytes.npy", 0, UInt8(0x1B))
    },
    PackDamage("an empty id", "ids.offsets.npy: text 0 is empty; a person's id was expected") {
      try $0.set("ids.offsets.npy", 1, Int64(0))
    },
    PackDamage(
      "an id twice", "ids.sorted.npy: \"ann\" stands there twice, at elements 0 and 1; each id once was expected"
    ) {
      for (index, byte) in "ann".utf8.enumerated() { try $0.set("ids.bytes.npy", 3 + index, byte) }
    },
    PackDamage(
      "an order of ids that is none",
      "ids.sorted.npy: element 1 is \"ann\", behind \"bob\"; the order of the ids' bytes was expected"
    ) {
      try $0.set("ids.sorted.npy", 0, Int32(1))
      try $0.set("ids.sorted.npy", 1, Int32(0))
    },
    PackDamage("somebody beyond the people in the order of ids", "ids.sorted.npy: element 4 is 5; 0 to 4 was expected")
    {
      try $0.set("ids.sorted.npy", 4, Int32(5))
    },
    PackDamage(
      "a person twice in the order of ids",
      "ids.sorted.npy: \"ann\" stands there twice, at elements 0 and 1; each id once was expected"
    ) {
      try $0.set("ids.sorted.npy", 1, Int32(0))
    },
    PackDamage("an own score that is no number", "own_scores.npy: element 3 is nan; 350 to 950 was expected") {
      try $0.set("own_scores.npy", 3, Double.nan)
    },
    PackDamage("an own score off the scale", "own_scores.npy: element 3 is 951; 350 to 950 was expected") {
      try $0.set("own_scores.npy", 3, 951.0)
    },
  ]

  private static let order = [
    PackDamage("an order that is not there", "order.npy: there is no such file, which a packed society needs", code: 66)
    { try $0.remove("order.npy") },
    PackDamage("an order of fewer people", "order.npy: the file has 147 bytes; 148 were expected") {
      try $0.write("order.npy", $0.bytes("order.npy").dropLast())
    },
    PackDamage("an order with somebody beyond the people", "order.npy: element 4 is 5; 0 to 4 was expected") {
      try $0.set("order.npy", 4, Int32(5))
    },
    PackDamage("an order with a negative person", "order.npy: element 0 is -1; 0 to 4 was expected") {
      try $0.set("order.npy", 0, Int32(-1))
    },
    PackDamage(
      "a person twice in the order", "order.npy: element 1 is 2 again; each person once was expected"
    ) {
      try $0.set("order.npy", 0, Int32(2))
      try $0.set("order.npy", 1, Int32(2))
    },
    PackDamage(
      "a share of near ties that is none",
      "society.json: a share of near ties is 1e+300; a number from 0 to 1 was expected"
    ) { try $0.edit("\"near_before\" : 1", "\"near_before\" : 1e300") },
  ]

  private static let description = [
    PackDamage("JSON that is none", "society.json: this is not valid JSON") {
      try $0.write("society.json", Array("{".utf8))
    },
    PackDamage(
      "JSON of another program", "society.json: the format is missing; \"graph-tool packed society\" was expected"
    ) { try $0.write("society.json", Array("{}".utf8)) },
    PackDamage("JSON of another version", "society.json: the version is 2; 1 was expected") {
      try $0.edit("\"version\" : 1", "\"version\" : 2")
    },
    PackDamage("JSON in which something is missing", "society.json: \"scale\" is missing") {
      try $0.edit("\"scale\"", "\"skale\"")
    },
    PackDamage("JSON with a word for a number", "society.json: \"people\" is not of the kind that was expected (Int)") {
      try $0.edit("\"people\" : 5", "\"people\" : \"five\"")
    },
    PackDamage("nobody", "society.json: there are 0 people; 1 to 2147483647 were expected") {
      try $0.edit("\"people\" : 5", "\"people\" : 0")
    },
    PackDamage("another number of people", "ids.offsets.npy: the shape is (6), (6) in society.json; (7) was expected") {
      try $0.edit("\"people\" : 5", "\"people\" : 6")
    },
    PackDamage(
      "a layer called as a path",
      "society.json: \"../work\" is not a layer's name; letters, digits, - and _ were expected"
    ) {
      try $0.edit("\"name\" : \"work\"", "\"name\" : \"../work\"")
    },
    PackDamage(
      "a file outside the folder",
      "society.json: \"../own_scores.npy\" is not a file's name; letters, digits, -, _ and ., and .npy at the end were expected"
    ) { try $0.edit("\"own_scores.npy\"", "\"../own_scores.npy\"") },
    PackDamage("one file for two arrays", "society.json: \"own_scores.npy\" stands for two arrays; one was expected") {
      try $0.edit("\"ids.sorted.npy\"", "\"own_scores.npy\"")
    },
    PackDamage("a layer twice", "society.json: layer \"Friendship\" stands there twice; each name once was expected") {
      try $0.edit("\"name\" : \"work\"", "\"name\" : \"Friendship\"")
    },
    PackDamage(
      "a scale that is none", "society.json: \"moon\" is not a scale; zhima, fico, unit or LOW:HIGH was expected"
    ) {
      try $0.edit("\"scale\" : \"zhima\"", "\"scale\" : \"moon\"")
    },
    PackDamage(
      "a share below 0", "society.json: the share of layer \"work\" is -0.2; a number of 0 or more was expected"
    ) {
      try $0.edit("\"share\" : 0.2", "\"share\" : -0.2")
    },
    PackDamage(
      "a directed layer that says it is not",
      "society.json: layer \"work\": directed layers, and no others, have \"reverse\""
    ) { try $0.edit("\"directed\" : true", "\"directed\" : false") },
    PackDamage(
      "a name that writes to the terminal", "society.json: a text holds a control character; plain text was expected"
    ) {
      try $0.edit("\"name\" : \"society\"", "\"name\" : \"so\\u001b[2Jciety\"")
    },
    PackDamage(
      "a susceptibility out of range",
      "society.json: \"susceptibility\" is \"4\"; a number from 0 to 1, a column or degree was expected"
    ) {
      try $0.edit("\"susceptibility\" : \"0.4\"", "\"susceptibility\" : \"4\"")
    },
  ]

  private static let hidden = [
    PackDamage(
      "a bit that nothing else notices",
      "columns.0.bytes.npy: the SHA-256 digest is DIGEST; DIGEST was expected", isHidden: true
    ) { try $0.set("columns.0.bytes.npy", 0, UInt8(ascii: "4")) },
    PackDamage(
      "reverse ties that are others",
      """
      work.reverse.weights.npy: the SHA-256 digest is DIGEST; DIGEST was expected
      work.reverse.neighbors.npy: these are not the ties of layer work turned round, as was expected
      """, isHidden: true
    ) { try $0.set("work.reverse.weights.npy", 0, Float(3)) },
    PackDamage(
      "reverse ties that lead nowhere",
      """
      work.reverse.neighbors.npy: the SHA-256 digest is DIGEST; DIGEST was expected
      work.reverse.neighbors.npy: element 0 is -7; 0 to 4 was expected
      """, isHidden: true
    ) { try $0.set("work.reverse.neighbors.npy", 0, Int32(-7)) },
    PackDamage(
      "row sums that are others",
      """
      work.reciprocals.npy: the SHA-256 digest is DIGEST; DIGEST was expected
      work.reciprocals.npy: element 0 is 3; 2 was expected
      """, isHidden: true
    ) { try $0.set("work.reciprocals.npy", 0, 3.0) },
    PackDamage(
      "a column of another kind",
      "columns.0.bytes.npy: column \"score\" is of kind integer; text was expected", isHidden: true
    ) { try $0.edit("\"kind\" : \"integer\"", "\"kind\" : \"text\"") },
    PackDamage(
      "a checksum that is another", "own_scores.npy: the SHA-256 digest is DIGEST; 00 was expected", isHidden: true
    ) { pack in
      let digest = try #require(
        try JSON(pack.folder.text("pack/society.json"))["own_scores", "sha256"], "the array has a digest")
      guard case .text(let text) = digest else { return }
      try pack.edit(text, "00")
    },
  ]
}
