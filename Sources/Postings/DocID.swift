/// The dense number of a unit inside one segment, in corpus order from 0.
package typealias DocID = UInt32

extension DocID {
  /// What a cursor stands on when its list is used up; greater than every id.
  package static let end = DocID.max
}
