import Text

extension Query {
  /// This where a filter lets it pass, which joins it by AND.
  func restricted(to filter: Query) -> Query {
    if case .and(let operands) = self { return .and(operands + [filter]) }
    return .and([self, filter])
  }

  /// This in statements of one speaker, or of one of several: as if `speaker:` stood beside all that it asks.
  func restricted(toStatementsOf speaker: Query) -> Query {
    let operands = if case .and(let operands) = self { operands } else { [self] }
    var inside: [Query] = [speaker]
    var outside: [Query] = []
    for operand in operands {
      switch operand {
      case _ where operand.isOfDocuments: outside.append(operand)
      case .inStatement(.and(let asked)): inside += asked
      case .inStatement(let asked): inside.append(asked)
      default: inside.append(operand)
      }
    }
    let asked = Query.inStatement(inside.count > 1 ? .and(inside) : inside[0])
    return outside.isEmpty ? asked : .and([asked] + outside)
  }

  /// Whether it asks nothing but what is the same for all that stands in a document.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  private var isOfDocuments: Bool {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .dates: break
      case .document(let test): if test.field == .section { return false }
      case .and(let operands), .or(let operands): pending += operands
      case .not(let operand): pending.append(operand)
      default: return false
      }
    }
    return true
  }
}
