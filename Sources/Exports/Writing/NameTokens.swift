/// Names that other programs take, made from names that people have given.
enum NameTokens {
  /// Every name spelt anew, each once.
  ///
  /// Where two become the same, the later one gets a number: `age`, `age_2`.
  ///
  /// - Parameters:
  ///   - names: the names.
  ///   - prefix: what each begins with.
  ///   - reserved: names that must not come out.
  ///   - separator: what stands in front of a number.
  ///   - ignoresCase: whether names that differ in letter case only are the same.
  ///   - spelling: how a name is spelt.
  static func unique(
    _ names: [String], prefix: String = "", reserved: [String] = [], separator: String = "_", ignoresCase: Bool = false,
    _ spelling: (String) -> String = { $0 }
  ) -> [String] {
    func known(_ name: String) -> String { ignoresCase ? name.lowercased() : name }
    var taken = Set(reserved.map(known))
    return names.map { name in
      let stem = prefix + spelling(name)
      var token = stem
      var number = 1
      while !taken.insert(known(token)).inserted {
        number += 1
        token = "\(stem)\(separator)\(number)"
      }
      return token
    }
  }

  /// A name of ASCII letters, digits, `.`, `-` and `_`, at most 64 long: what XML calls a name token, and a file name on
  /// every system behind a prefix.
  static func token(_ name: String) -> String {
    let token = name.unicodeScalars.prefix(64).map { scalar in
      isWord(scalar) || scalar == "." || scalar == "-" ? Character(scalar) : "_"
    }
    return token.isEmpty ? "_" : String(token)
  }

  /// A name of ASCII letters and digits that begins with a letter, words after the first one with a capital, at most 64
  /// long: `own_score` becomes `ownScore`.
  static func camel(_ name: String) -> String {
    var text = ""
    var isStart = false
    for scalar in name.unicodeScalars.prefix(64) {
      guard isWord(scalar), scalar != "_" else {
        isStart = !text.isEmpty
        continue
      }
      text += isStart ? String(scalar).uppercased() : String(scalar)
      isStart = false
    }
    guard let first = text.unicodeScalars.first else { return "column" }
    return ("0"..."9").contains(first) ? "column" + text : text
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
  }
}
