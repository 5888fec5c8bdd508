import GraphModel

extension OutputFolder {
  /// Writes a generated society and moves the folder to its place.
  public func write(_ files: [SocietyText]) throws(ExportError) {
    for file in files {
      var sink = try ByteSink(creating: partialPath + "/" + file.name)
      try sink.write(file.text)
      try sink.close()
    }
    try finish()
  }
}
