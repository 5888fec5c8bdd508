import GraphModel

/// Income per head of the 32 Mexican states, and the region each lies in.
///
/// Source: the example `mexico` of libpysal (BSD-3), columns pcgdp1940 to pcgdp1970 and hanson98; Rey and Sastre Gutierrez
/// 2010, Spatial Economic Analysis 5:277-298.
enum Mexico {
  private struct State {
    let name: String
    let incomes: [Double]
    let region: Int
  }

  static let years = [1940, 1950, 1960, 1970]

  /// The incomes of one year, by state.
  static func incomes(_ year: Int) -> [Double] { states.map { $0.incomes[(year - 1940) / 10] } }

  /// The regions of Hanson 1998 (column hanson98: the numbers of reference numbers, `measures.json` are by this one).
  static let regions = Partition(bySize: states.map { Optional($0.region) })

  private static let states = [
    State(name: "Aguascalientes", incomes: [10384, 6234, 8714, 16078], region: 2),
    State(name: "Baja California", incomes: [22361, 20977, 17865, 25321], region: 1),
    State(name: "Baja California Sur", incomes: [9573, 16013, 16707, 24384], region: 2),
    State(name: "Campeche", incomes: [3758, 4929, 5925, 10274], region: 5),
    State(name: "Chiapas", incomes: [2934, 4138, 5280, 7015], region: 5),
    State(name: "Chihuahua", incomes: [8578, 13997, 16265, 19178], region: 1),
    State(name: "Coahuila", incomes: [8537, 9673, 12318, 20562], region: 1),
    State(name: "Colima", incomes: [6909, 6049, 6036, 12551], region: 3),
    State(name: "Distrito Federal", incomes: [17816, 17119, 23174, 32386], region: 4),
    State(name: "Durango", incomes: [12132, 8859, 9323, 12700], region: 2),
    State(name: "Guanajuato", incomes: [4359, 5686, 8209, 11635], region: 3),
    State(name: "Guerrero", incomes: [2181, 3629, 4991, 6497], region: 5),
    State(name: "Hidalgo", incomes: [4414, 5194, 6399, 7767], region: 3),
    State(name: "Jalisco", incomes: [5309, 8232, 9953, 16288], region: 3),
    State(name: "Mexico", incomes: [3408, 4972, 9053, 17164], region: 4),
    State(name: "Michoacan", incomes: [3327, 5272, 5244, 8109], region: 3),
    State(name: "Morelos", incomes: [6936, 8962, 10499, 13892], region: 3),
    State(name: "Nayarit", incomes: [4836, 7515, 7621, 10880], region: 2),
    State(name: "Nuevo Leon", incomes: [9073, 11490, 20117, 28206], region: 1),
    State(name: "Oaxaca", incomes: [1892, 4538, 4140, 5230], region: 5),
    State(name: "Puebla", incomes: [3569, 6415, 6542, 9775], region: 3),
    State(name: "Queretaro", incomes: [11016, 5560, 7110, 14073], region: 3),
    State(name: "Quintana Roo", incomes: [21965, 28747, 9677, 17046], region: 5),
    State(name: "San Luis Potosi", incomes: [4372, 7533, 6440, 9721], region: 2),
    State(name: "Sinaloa", incomes: [4840, 6663, 9613, 14477], region: 2),
    State(name: "Sonora", incomes: [6399, 10345, 12134, 22662], region: 1),
    State(name: "Tabasco", incomes: [2459, 3857, 6494, 9367], region: 5),
    State(name: "Tamaulipas", incomes: [7508, 8536, 8383, 17128], region: 1),
    State(name: "Tlaxcala", incomes: [3605, 4178, 4357, 6245], region: 3),
    State(name: "Veracruz", incomes: [5203, 10143, 11404, 12240], region: 3),
    State(name: "Yucatan", incomes: [7990, 8428, 10067, 11665], region: 5),
    State(name: "Zacatecas", incomes: [3734, 6435, 5821, 7426], region: 2),
  ]
}
