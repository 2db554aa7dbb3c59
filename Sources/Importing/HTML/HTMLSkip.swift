/// An element that is being passed over with all that it holds.
struct HTMLSkip {
  let name: String
  /// How many containers were open around it.
  let height: Int
  /// How many elements of its name are open within it.
  var depth = 0
}
