import Foundation

/// A block of plain values that never changes once made and is shared without copying.
///
/// Readers see a `Span`. The memory belongs to an owner object that lives as long as any copy of the buffer: the heap, or
/// a mapped file. Nothing outside this module sees a pointer.
@safe public struct SharedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // @unchecked: the memory is written only before any other thread can have a copy.
  @usableFromInline let base: UnsafePointer<Element>
  /// How many values there are.
  public let count: Int
  private let owner: AnyObject

  /// A buffer of `count` values, all zero bits, that `fill` writes.
  public init(count: Int, fill: (inout MutableSpan<Element>) throws -> Void) rethrows {
    let workspace = Workspace<Element>(count: count)
    var span = workspace.mutableSpan(0..<count)
    try fill(&span)
    self = workspace.frozen(count)
  }

  /// A buffer with the same values as an array.
  public init(_ values: [Element]) {
    let workspace = Workspace<Element>(count: values.count)
    unsafe values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe workspace.base.update(from: start, count: source.count) }
    }
    self = workspace.frozen(values.count)
  }

  /// The values of a part of a mapped file.
  ///
  /// - Returns: `nil` if the part does not lie in the file or is not aligned for the values.
  public init?(_ file: MappedFile, byteOffset: Int, count: Int) {
    let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard byteOffset >= 0, count >= 0, !isTooMuch, byteOffset <= file.count, bytes <= file.count - byteOffset,
      byteOffset % MemoryLayout<Element>.alignment == 0
    else { return nil }
    unsafe base = (file.base + byteOffset).assumingMemoryBound(to: Element.self)
    self.count = count
    owner = file
  }

  init(base: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    unsafe self.base = unsafe base
    self.count = count
    self.owner = owner
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

  /// The address of the first value, for a kernel in C.
  package var address: UnsafePointer<Element> { unsafe base }
}

extension SharedBuffer: RandomAccessCollection {
  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// How many values there are.
  @inlinable public var endIndex: Int { count }
}
