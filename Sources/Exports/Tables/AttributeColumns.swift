import GraphModel

extension People {
  /// The society's own columns, under names that are still free.
  func attributeColumns(beside columns: [Column]) -> [Column] {
    var taken = Set(columns.map(\.name))
    return attributes.map { attribute in
      var name = attribute.name
      while !taken.insert(name).inserted { name = "input_" + name }
      let meaning = name == attribute.name ? "as read" : "column \"\(attribute.name)\" as read"
      return Column(name, attribute.exportKind, meaning, .attribute(attribute))
    }
  }
}

extension AttributeColumn {
  var exportKind: Column.Kind { kind.exportKind }
}

extension AttributeColumn.Kind {
  var exportKind: Column.Kind {
    switch self {
    case .integer: .long
    case .number: .double
    case .boolean: .boolean
    case .text: .string
    }
  }
}
