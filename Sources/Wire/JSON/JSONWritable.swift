/// Something that writes itself as JSON: each message, and what messages are made of.
///
/// A message writes one object, its members in order of their names. A member without a value is `null` through
/// ``JSONWriter/member(_:_:)``, and is left out through ``JSONWriter/member(_:ifPresent:)``.
package protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

extension String: JSONWritable {
  package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
  package func write(to json: inout JSONWriter) { json.integer(self) }
}

extension Double: JSONWritable {
  package func write(to json: inout JSONWriter) { json.number(self) }
}

extension Bool: JSONWritable {
  package func write(to json: inout JSONWriter) { json.boolean(self) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.null() }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to json: inout JSONWriter) { json.array(self) }
}

/// An object with a member for each key, in order of the keys.
extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in sorted(by: { $0.key < $1.key }) { json.member(name, value) }
    }
  }
}

/// A name from a list is written as a string.
extension JSONWritable where Self: RawRepresentable<String> {
  package func write(to json: inout JSONWriter) { json.string(rawValue) }
}
