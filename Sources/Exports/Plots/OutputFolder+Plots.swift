extension OutputFolder {
  /// Writes pictures, and moves the folder to its place.
  ///
  /// - Parameters:
  ///   - plots: the pictures in SVG, each with the name of its file without an ending.
  ///   - converter: what makes PNG and PDF of them; `nil` if there is none.
  /// - Returns: the endings of the files.
  public func writePlots(
    _ plots: [(name: String, svg: String)], converter: PictureConverter?
  ) throws(ExportError) -> [String] {
    for plot in plots {
      let svg = "\(partialPath)/\(plot.name).svg"
      var sink = try ByteSink(creating: svg)
      try sink.write(plot.svg)
      try sink.close()
      for format in PictureConverter.Format.allCases {
        try converter?.convert(svg, to: "\(partialPath)/\(plot.name).\(format.rawValue)", format)
      }
    }
    try finish()
    return ["svg"] + (converter == nil ? [] : PictureConverter.Format.allCases.map(\.rawValue))
  }
}
