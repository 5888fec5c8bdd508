/// Where a layer comes from and what it is, before it is read.
struct LayerSource {
  let name: String
  /// The path of the file.
  let path: String
  /// The name of the file in messages.
  let fileName: String
  let kind: Layer.Kind
  let isDirected: Bool
  let share: Double?
}
