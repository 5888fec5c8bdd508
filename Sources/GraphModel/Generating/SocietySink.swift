/// Takes the files of a generated society, one after another, each in pieces.
///
/// The libraries make bytes; where they go is the business of whoever gives the sink.
public protocol SocietySink {
  /// Begins a file; the one before has been ended.
  mutating func begin(_ name: String) throws
  /// Takes the next bytes of the file.
  mutating func write(_ bytes: Span<UInt8>) throws
  /// Ends the file.
  mutating func end() throws
}
