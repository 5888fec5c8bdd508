import GraphModel

extension Scenario {
  /// The JSON Schema of scenario files (draft 2020-12), for editors.
  ///
  /// It knows each value's kind and range. What must fit together, such as a twin and its rule, only reading knows.
  public static var schema: String {
    guard case .object(let members) = schema(of: ScenarioSection.top) else { return "" }
    let top: [(String, JSONValue)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A scenario of graph-tool simulate")),
    ]
    let source: [(String, JSONValue)] = [
      ("oneOf", .list(["society", "generate"].map { .object([("required", .list([.text($0)]))]) }))
    ]
    return JSONValue.object(top + members + source).lines() + "\n"
  }

  private static func schema(of section: ScenarioSection) -> JSONValue {
    let properties =
      section.settings.map { ($0.key, $0.schema) } + section.parts.map { ($0.key, schema(of: $0)) }
    let isTop = section.path.isEmpty
    var members: [(String, JSONValue)] = [("description", .text(section.doc))]
    members.append(("type", isTop ? .text("object") : .list([.text("object"), .text("null")])))
    members += [("properties", .object(properties)), ("additionalProperties", .flag(false))]
    guard section.toggle != nil else { return .object(members) }
    let off = JSONValue.object([("const", .text("none"))])
    return .object([members[0], ("anyOf", .list([.object(Array(members.dropFirst())), off]))])
  }
}

extension ScenarioSetting {
  /// What the setting takes, as a schema.
  fileprivate var schema: JSONValue {
    var description = doc
    if let absence { description += " \(absence.word): \(absence.meaning)." }
    if let unit { description += " Unit: \(unit)." }
    var members: [(String, JSONValue)] = [("description", .text(description))]
    var words = Set(absence.map { ["none", $0.word] } ?? [])
    switch kind {
    case .choices, .laws, .texts(_, isNeeded: false): words.insert("none")
    default: break
    }
    let isText =
      switch kind {
      case .text, .susceptibility: true
      default: false
      }
    if words.isEmpty || isText {
      members += kind.schema
    } else {
      let absent = JSONValue.object([("enum", .list(words.sorted().map(JSONValue.text)))])
      members.append(("anyOf", .list([.object(kind.schema), absent])))
    }
    if let standard = standard.json(absence: absence?.word) { members.append(("default", standard)) }
    return .object(members)
  }
}

extension SettingKind {
  /// The members of a schema for the kind.
  fileprivate var schema: [(String, JSONValue)] {
    switch self {
    case .number(let bounds): return [("type", .text("number"))] + bounds.schema
    case .whole(let bounds): return [("type", .text("integer"))] + bounds.schema
    case .seed: return [("type", .text("integer")), ("minimum", .whole(0)), ("maximum", .seed(.max))]
    case .flag: return [("type", .text("boolean"))]
    case .choice(let words): return [("enum", .list(words.map(JSONValue.text)))]
    case .text(ScenarioSection.layerName): return Self.layerName
    case .text: return [("type", .list([.text("string"), .text("number")])), ("minLength", .whole(1))]
    case .rising: return Self.list([("type", .text("number"))], isNeeded: true)
    case .texts(ScenarioSection.layerName, let isNeeded): return Self.list(Self.layerName, isNeeded: isNeeded)
    case .texts(_, let isNeeded):
      return Self.list([("type", .list([.text("string"), .text("number")]))], isNeeded: isNeeded)
    case .choices(let words): return Self.list([("enum", .list(words.map(JSONValue.text)))], isNeeded: false)
    case .weights:
      return [
        ("type", .text("object")), ("propertyNames", .object(Self.layerName)),
        ("additionalProperties", .object([("type", .text("number"))] + SettingBounds.zeroOrMore.schema)),
      ]
    case .laws:
      let law: [(String, SettingBounds)] = [("rate", ScenarioSection.deedRate), ("mean", .any), ("sd", .zeroOrMore)]
      let properties = law.map { ($0.0, JSONValue.object([("type", .text("number"))] + $0.1.schema)) }
      return [
        ("type", .text("object")),
        (
          "additionalProperties",
          .object([
            ("type", .text("object")), ("properties", .object(properties)), ("additionalProperties", .flag(false)),
          ])
        ),
      ]
    case .susceptibility:
      return [("type", .list([.text("number"), .text("string")]))] + SettingBounds.share.schema
    case .scale:
      return [("type", .text("string")), ("pattern", .text("^([zZ]hima|[fF]ico|[uU]nit|[^:]+:[^:]+)$"))]
    case .time: return [("type", .list([.text("string"), .text("number")]))]
    }
  }

  /// A layer's name: letters, digits, `-` and `_`.
  private static var layerName: [(String, JSONValue)] {
    [("type", .text("string")), ("pattern", .text("^[A-Za-z0-9_-]+$"))]
  }

  private static func list(_ element: [(String, JSONValue)], isNeeded: Bool) -> [(String, JSONValue)] {
    [("type", .text("array")), ("items", .object(element)), ("uniqueItems", .flag(true))]
      + (isNeeded ? [("minItems", .whole(1))] : [])
  }
}

extension SettingBounds {
  fileprivate var schema: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if let low { members.append((isAbove ? "exclusiveMinimum" : "minimum", .number(low))) }
    if let high { members.append((isBelow ? "exclusiveMaximum" : "maximum", .number(high))) }
    return members
  }
}

extension SettingValue {
  /// The value as JSON, or `nil` if there is none to show.
  fileprivate func json(absence: String?) -> JSONValue? {
    switch self {
    case .absent: absence.map(JSONValue.text)
    case .number(let value): .number(value)
    case .whole(let value): .whole(value)
    case .seed(let value): .seed(value)
    case .flag(let value): .flag(value)
    case .text(let value): value.isEmpty ? nil : .text(value)
    case .numbers(let values): .list(values.map(JSONValue.number))
    case .texts(let values): .list(values.map(JSONValue.text))
    case .weights(let values): .object(values.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
    case .laws: .object([])
    }
  }
}
