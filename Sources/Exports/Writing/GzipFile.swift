import CZlib
import Foundation
import GraphModel

/// Packing a finished file with gzip (RFC 1952).
///
/// The header notes neither a name nor a moment, so that the bytes depend on the content alone.
public enum GzipFile {
  private static let pieceSize = 1 << 20

  /// Packs a file into another one.
  ///
  /// - Parameters:
  ///   - source: the file; it stays.
  ///   - target: where; what stands there is replaced.
  public static func pack(_ source: String, into target: String) throws(ExportError) {
    guard let input = FileHandle(forReadingAtPath: source) else {
      throw ExportError(.writing, source, "the file to pack cannot be read")
    }
    defer { try? input.close() }
    var stream = unsafe z_stream()
    // 31: the largest window, in a gzip frame.
    guard
      unsafe deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ExportError(.writing, target, "packing could not begin; there may be too little memory") }
    defer { unsafe _ = deflateEnd(&stream) }
    let output = try OutputFile(creating: target)
    var packed = [UInt8](repeating: 0, count: pieceSize)
    var isOver = false
    while !isOver {
      guard let piece = try? input.read(upToCount: pieceSize) ?? Data() else {
        throw ExportError(.writing, source, "the file to pack cannot be read")
      }
      isOver = piece.isEmpty
      var bytes = [UInt8](piece)
      if bytes.isEmpty { bytes = [0] }
      let count = piece.count
      unsafe try deflate(&bytes, count, isLast: isOver, &stream, &packed, to: output)
    }
    try output.close()
  }

  /// Packs one piece.
  private static func deflate(
    _ bytes: inout [UInt8], _ count: Int, isLast: Bool, _ stream: inout z_stream, _ packed: inout [UInt8],
    to output: OutputFile
  ) throws(ExportError) {
    let result = unsafe bytes.withUnsafeMutableBufferPointer { input -> Result<Void, ExportError> in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(count)
      while true {
        let (status, written) = unsafe packed.withUnsafeMutableBufferPointer { room -> (Int32, Int) in
          unsafe stream.next_out = room.baseAddress
          unsafe stream.avail_out = UInt32(room.count)
          let status = unsafe CZlib.deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return unsafe (status, room.count - Int(stream.avail_out))
        }
        do throws(ExportError) {
          try output.write(packed.span.extracting(0..<written))
        } catch {
          return .failure(error)
        }
        let isDone = unsafe isLast ? status == Z_STREAM_END : stream.avail_out > 0
        if isDone { return .success(()) }
      }
    }
    try result.get()
  }
}
