import Testing

@testable import GraphModel

struct ArrayHeaderTests {
  @Test func `a header is the very bytes that NumPy writes`() {
    // numpy.save of numpy.zeros(5), NumPy 2.4.
    let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (5,), }"
    let expected = [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(text.utf8)
    #expect(
      ArrayHeader.bytes(.float64, count: 5) == expected
        + [UInt8](repeating: 0x20, count: 128 - 10 - text.utf8.count - 1) + [0x0A])
  }

  @Test(arguments: [0, 1, 5, 999_999_999, Int(Int32.max), Int.max])
  func `elements begin at a multiple of 64 bytes, and the header reads back`(count: Int) throws {
    for kind: ArrayHeader.Kind in [.byte, .int32, .uint32, .int64, .float32, .float64] {
      let bytes = ArrayHeader.bytes(kind, count: count)
      let header = try ArrayHeader(bytes.span)
      #expect(bytes.count % 64 == 0)
      #expect(header.dataOffset == bytes.count)
      #expect(header.shape == [count])
      #expect(header.dtype == kind.rawValue)
    }
  }

  @Test func `keys may stand in any order`() throws {
    let text = "{'shape': (3, 4), 'fortran_order': False, 'descr': '|u1'}\n"
    let bytes = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
    let header = try ArrayHeader(bytes.span)
    #expect(header.shape == [3, 4])
    #expect(header.dtype == "|u1")
  }

  @Test func `no bytes whatever lead out of the header`() {
    var random = SystemRandomNumberGenerator()
    let sound = ArrayHeader.bytes(.int32, count: 77)
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
      if let header = try? ArrayHeader(bytes.span) {
        #expect(header.dataOffset <= bytes.count)
        #expect(header.shape.allSatisfy { $0 >= 0 })
      }
    }
  }
}
