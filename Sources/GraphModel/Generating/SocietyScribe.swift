import Compute
import Crypto

/// Writes the files of a generated society to a sink and keeps their checksums for the README.
struct SocietyScribe<Sink: SocietySink> {
  private(set) var sink: Sink
  let threads: ThreadCount
  private var sums: [String] = []

  init(_ sink: Sink, threads: ThreadCount) {
    self.sink = sink
    self.threads = threads
  }

  /// Writes a file in blocks of lines that are made in parallel and written in order.
  mutating func write(
    _ name: String, header: String, blocks: Int, _ make: (Int, inout ByteText) -> Void
  ) throws {
    var hash = SHA256()
    try sink.begin(name)
    func take(_ bytes: Span<UInt8>) throws {
      unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
      try sink.write(bytes)
    }
    try take(([UInt8](header.utf8) + [0x0A]).span)
    _ = try OrderedText.write((0..<blocks).map { $0..<$0 + 1 }, threads: threads) { block, text, _ in
      make(block.lowerBound, &text)
    } to: {
      try take($0)
    }
    try sink.end()
    note(name, hash.finalize())
  }

  /// Writes a short file.
  mutating func write(_ name: String, text: String) throws {
    let bytes = [UInt8](text.utf8)
    try sink.begin(name)
    try sink.write(bytes.span)
    try sink.end()
    note(name, SHA256.hash(data: bytes))
  }

  /// Writes the README: a title, what it is, the command, what was drawn, and the checksums of all files before it.
  mutating func writeReadme(title: String, command: String, account: [String]) throws {
    try write(
      "README.md",
      text: """
        # \(title)

        Nobody here exists. This society was made by

            \(command)

        and the same command makes the same bytes again, with any number of threads. It is there to try the program on;
        nothing in it is calibrated on real people.

        \(account.map(Listing.item).joined(separator: "\n"))

        No licence is claimed on the data. Checksums (`sha256sum --check README.md`):

        ```
        \(sums.joined(separator: "\n"))
        ```

        """)
  }

  private mutating func note(_ name: String, _ digest: SHA256.Digest) {
    let hexadecimal = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    sums.append("\(hexadecimal)  \(name)")
  }
}

/// Lists in a README.
private enum Listing {
  /// An item in lines of up to 120 characters.
  static func item(_ text: String) -> String {
    var lines = ["-"]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + 1 + word.count > 120 { lines.append(" ") }
      lines[lines.count - 1] += " " + word
    }
    return lines.joined(separator: "\n")
  }
}
