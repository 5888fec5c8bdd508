import Analysis

/// What a model is called.
enum ModelText {
  static func name(_ moved: PropagationFindings) -> String {
    switch moved.model {
    case .friedkinJohnsen: "susceptibility \(moved.susceptibility)"
    case .deGroot: "DeGroot"
    case .downwardDrag: "downward drag, susceptibility \(moved.susceptibility)"
    }
  }
}
