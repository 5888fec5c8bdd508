/// A block of plain values that never changes once made and is shared without copying.
///
/// Readers see a `Span`. The memory belongs to an owner object that lives as long as any copy of the buffer; today the
/// owner is the heap. Nothing outside this file sees a pointer.
@safe public struct SharedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // @unchecked: the memory is written only inside `init`, before any other thread can have a copy.
  @usableFromInline let base: UnsafePointer<Element>
  /// How many values there are.
  public let count: Int
  private let owner: HeapBlock<Element>

  /// A buffer of `count` values, all zero bits, that `fill` writes.
  public init(count: Int, fill: (inout MutableSpan<Element>) throws -> Void) rethrows {
    let block = HeapBlock<Element>(count: count)
    var span = unsafe MutableSpan(_unsafeStart: block.base, count: count)
    try fill(&span)
    unsafe base = UnsafePointer(block.base)
    self.count = count
    owner = block
  }

  /// A buffer with the same values as an array.
  public init(_ values: [Element]) {
    let block = HeapBlock<Element>(count: values.count)
    unsafe values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe block.base.update(from: start, count: values.count) }
    }
    unsafe base = UnsafePointer(block.base)
    count = values.count
    owner = block
  }

  /// The values.
  @inlinable public var span: Span<Element> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// One value.
  ///
  /// - Precondition: `index` is in 0..<count.
  @inlinable public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "index out of range")
    return unsafe base[index]
  }
}

/// Heap memory with one owner.
@safe private final class HeapBlock<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>

  init(count: Int) {
    let bytes = count * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(bytes, 1), alignment: max(64, MemoryLayout<Element>.alignment))
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    unsafe base = memory.bindMemory(to: Element.self, capacity: count)
  }

  deinit { unsafe base.deallocate() }
}
