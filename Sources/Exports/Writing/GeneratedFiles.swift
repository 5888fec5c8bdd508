import GraphModel

/// Files of a generated society on their way to a disk.
public final class GeneratedFiles: SocietySink {
  private let path: (String) -> String
  private var sink: ByteSink?

  private init(_ path: @escaping (String) -> String) { self.path = path }

  /// Files in the folder that is being built; `OutputFolder.finish()` then moves it to its place.
  public convenience init(in folder: OutputFolder) { self.init { folder.partialPath + "/" + $0 } }

  /// One file at a path, whatever its name.
  public convenience init(at path: String) { self.init { _ in path } }

  /// Makes a file, or empties it.
  ///
  /// - Throws: `ExportError` if it cannot be made.
  public func begin(_ name: String) throws { sink = try ByteSink(creating: path(name)) }

  /// Adds bytes to the file.
  ///
  /// - Throws: `ExportError` if they cannot be written.
  public func write(_ bytes: Span<UInt8>) throws { try sink?.write(bytes) }

  /// Closes the file.
  ///
  /// - Throws: `ExportError` if what is left cannot be written.
  public func end() throws { try sink.take()?.close() }
}
