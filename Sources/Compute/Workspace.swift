import Foundation

/// Memory that blocks of parallel work fill in, each its own part, before it becomes a `SharedBuffer`.
///
/// Made of zero bits. Large ones lie on huge pages where the system has them, so that reading them in no order is
/// cheaper, and are touched first by whoever writes them.
///
/// What two threads write must not overlap; nothing checks that.
@usableFromInline @safe package final class Workspace<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // @unchecked: callers write disjoint parts.
  @usableFromInline package let base: UnsafeMutablePointer<Element>
  /// How many values there are.
  @usableFromInline package let count: Int
  private let mappedBytes: Int

  /// Memory for a number of values.
  package init(count: Int) {
    self.count = count
    let bytes = count * MemoryLayout<Element>.stride
    if bytes >= HugePages.size, let memory = unsafe HugePages.map(bytes) {
      mappedBytes = HugePages.roundedUp(bytes)
      unsafe base = memory.bindMemory(to: Element.self, capacity: count)
      return
    }
    mappedBytes = 0
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(bytes, 1), alignment: max(64, MemoryLayout<Element>.alignment))
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    unsafe base = memory.bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    if mappedBytes > 0 {
      unsafe munmap(UnsafeMutableRawPointer(base), mappedBytes)
    } else {
      unsafe base.deallocate()
    }
  }

  /// One value.
  ///
  /// - Precondition: `index` is in 0..<count.
  @inlinable package subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "index out of range")
      return unsafe base[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count, "index out of range")
      unsafe base[index] = newValue
    }
  }

  /// A part to write to.
  @_lifetime(borrow self)
  @inlinable package func mutableSpan(_ range: Range<Int>) -> MutableSpan<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
    let span = unsafe MutableSpan(_unsafeStart: base + range.lowerBound, count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// A part to read.
  @_lifetime(borrow self)
  @inlinable package func span(_ range: Range<Int>) -> Span<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
    let span = unsafe Span(_unsafeStart: UnsafePointer(base) + range.lowerBound, count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// Copies values to another place; the two may overlap.
  package func move(_ range: Range<Int>, to start: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count && start >= 0 && start + range.count <= count)
    guard start != range.lowerBound, !range.isEmpty else { return }
    unsafe (base + start).update(from: base + range.lowerBound, count: range.count)
  }

  /// Copies a part of a buffer to a place here.
  @inlinable package func copy(_ values: SharedBuffer<Element>, _ range: Range<Int>, to start: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= values.count, "range out of bounds")
    precondition(start >= 0 && range.count <= count - start, "the values do not fit")
    unsafe (base + start).update(from: values.base + range.lowerBound, count: range.count)
  }

  /// Copies the values of a buffer to a place here.
  package func copy(_ values: SharedBuffer<Element>, to start: Int) {
    precondition(start >= 0 && values.count <= count - start, "the values do not fit")
    unsafe (base + start).update(from: values.address, count: values.count)
  }

  /// The first `count` values, for good: nobody writes here from now on.
  package func frozen(_ count: Int) -> SharedBuffer<Element> {
    precondition(count <= self.count, "more values than there are")
    return unsafe SharedBuffer(base: UnsafePointer(base), count: count, owner: self)
  }

  /// Gives pages of values that are not needed any more back to the system; they read as zero bits afterwards.
  package func release(_ range: Range<Int>) {
    guard mappedBytes > 0 else { return }
    let stride = MemoryLayout<Element>.stride
    let start = HugePages.roundedUp(range.lowerBound * stride)
    let end = range.upperBound * stride & ~(HugePages.size - 1)
    if start < end { _ = unsafe madvise(UnsafeMutableRawPointer(base) + start, end - start, MADV_DONTNEED) }
  }
}

/// Memory in pages of two megabytes: fewer misses when it is read in no order.
package enum HugePages {
  static let size = 1 << 21
  /// `MADV_HUGEPAGE`, which the system's module does not name.
  private static let adviceHugePage: Int32 = 14

  static func roundedUp(_ bytes: Int) -> Int { (bytes + size - 1) & ~(size - 1) }

  /// Fresh zero memory on huge pages where the system grants them.
  static func map(_ bytes: Int) -> UnsafeMutableRawPointer? {
    // One page more than needed, so that the start can be moved to a page's start and the rest given back.
    let length = roundedUp(bytes)
    let whole = length + size
    guard
      let memory = unsafe mmap(nil, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      unsafe memory != MAP_FAILED
    else { return nil }
    let offset = (size - Int(bitPattern: memory) % size) % size
    if offset > 0 { unsafe munmap(memory, offset) }
    if size - offset > 0 { unsafe munmap(memory + offset + length, size - offset) }
    let start = unsafe memory + offset
    _ = unsafe madvise(start, length, adviceHugePage)
    return unsafe start
  }

  /// An array with the values of another one, on huge pages where the system grants them: for vectors that are read in
  /// no order.
  ///
  /// The pages are asked for before anything is written there, when it has an effect.
  package static func array<Element: BitwiseCopyable>(copying values: [Element]) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: values.count) { room, count in
      unsafe advise(UnsafeMutableRawBufferPointer(room))
      _ = unsafe room.update(fromContentsOf: values)
      count = values.count
    }
  }

  private static func advise(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count >= 2 * size else { return }
    let offset = (size - Int(bitPattern: base) % size) % size
    let length = (bytes.count - offset) & ~(size - 1)
    if length > 0 { _ = unsafe madvise(base + offset, length, adviceHugePage) }
  }
}
