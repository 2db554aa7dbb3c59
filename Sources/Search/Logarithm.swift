#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// ln `value`; the one function of the C library that this room needs.
func naturalLogarithm(_ value: Double) -> Double { log(value) }
