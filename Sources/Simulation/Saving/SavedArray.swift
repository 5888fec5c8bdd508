import Compute

/// One array of a saved simulation, whatever its elements.
package enum SavedArray: Sendable {
  /// Bytes.
  case bytes(SharedBuffer<UInt8>)
  /// Whole numbers of 32 bits.
  case int32(SharedBuffer<Int32>)
  /// Whole numbers of 32 bits without a sign.
  case uint32(SharedBuffer<UInt32>)
  /// Whole numbers of 64 bits.
  case int64(SharedBuffer<Int64>)
  /// Numbers of 32 bits.
  case float32(SharedBuffer<Float>)
  /// Numbers of 64 bits.
  case float64(SharedBuffer<Double>)

  package init(_ values: [UInt8]) { self = .bytes(SharedBuffer(values)) }
  package init(_ values: [Int32]) { self = .int32(SharedBuffer(values)) }
  package init(_ values: [Double]) { self = .float64(SharedBuffer(values)) }
  /// Whole numbers that fit 32 bits.
  package init(_ values: [Int]) { self.init(values.map { Int32($0) }) }
}

/// The arrays of a saved simulation, by name.
package struct SavedArrays: Sendable {
  /// All of them.
  package private(set) var byName: [String: SavedArray] = [:]

  /// None.
  package init() {}

  /// An array that is missing, or has other elements than it should.
  package struct Damage: Error, Sendable {
    /// The array's name.
    package let name: String
  }

  /// The names, sorted.
  package var names: [String] { byName.keys.sorted() }

  /// Gives a name to an array, or reads it.
  package subscript(_ name: String) -> SavedArray? {
    get { byName[name] }
    set { byName[name] = newValue }
  }

  package func bytes(_ name: String, count: Int? = nil) throws(Damage) -> [UInt8] {
    guard case .bytes(let buffer)? = byName[name], count ?? buffer.count == buffer.count else {
      throw Damage(name: name)
    }
    return Array(buffer)
  }

  package func int32(_ name: String, count: Int? = nil) throws(Damage) -> [Int32] {
    guard case .int32(let buffer)? = byName[name], count ?? buffer.count == buffer.count else {
      throw Damage(name: name)
    }
    return Array(buffer)
  }

  package func integers(_ name: String, count: Int? = nil) throws(Damage) -> [Int] {
    try int32(name, count: count).map { Int($0) }
  }

  package func numbers(_ name: String, count: Int? = nil) throws(Damage) -> [Double] {
    guard case .float64(let buffer)? = byName[name], count ?? buffer.count == buffer.count else {
      throw Damage(name: name)
    }
    return Array(buffer)
  }
}
