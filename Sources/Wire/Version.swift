/// The version of the programs, told by `--version`, `hello` and `status`.
package enum Version {
  package static let current = "0.1.0"
}
