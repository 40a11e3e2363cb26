import Diagnostics
import JSON

/// Parameters that are read together, and the one value that is made of them: a whole scheduler, or what several kinds of
/// a family have in common.
struct Parameters<Result>: Sendable {
  /// What may be written, in the framework's order.
  let descriptions: [ParameterDescription]
  private let make: @Sendable (Fields, inout Reading) -> Result?

  /// Parameters, and a function that takes them in the same order.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> Result
  ) {
    var descriptions: [ParameterDescription] = []
    repeat descriptions.append((each parameter).description)
    self.descriptions = descriptions
    self.make = { fields, reading in
      let values = (repeat (each parameter).read(from: fields, &reading))
      return Parameters.made(of: fields, &reading) { () throws(Diagnostic) in
        try make(repeat try Parameters.present(each values))
      }
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private init(_ descriptions: [ParameterDescription], make: @escaping @Sendable (Fields, inout Reading) -> Result?) {
    self.descriptions = descriptions
    self.make = make
  }

  /// The same parameters, and something else that is made of them.
  @_semantics("optimize.sil.specialize.generic.never")
  func map<Other>(_ transform: @escaping @Sendable (Result) -> Other) -> Parameters<Other> {
    Parameters<Other>(descriptions) { fields, reading in read(from: fields, &reading).map(transform) }
  }

  /// These parameters, others after them, and what is made of both.
  @_semantics("optimize.sil.specialize.generic.never")
  func and<Second, Both>(
    _ second: Parameters<Second>, make: @escaping @Sendable (Result, Second) -> Both
  ) -> Parameters<Both> {
    Parameters<Both>(descriptions + second.descriptions) { fields, reading in
      let (mine, theirs) = (read(from: fields, &reading), second.read(from: fields, &reading))
      guard let mine, let theirs else { return nil }
      return make(mine, theirs)
    }
  }

  /// The value; `nil` after everything wrong with the parameters has been reported.
  @_semantics("optimize.sil.specialize.generic.never")
  func read(from fields: Fields, _ reading: inout Reading) -> Result? { make(fields, &reading) }

  /// What is made, or `nil` after the reason has been reported at the parameter that it names.
  @_semantics("optimize.sil.specialize.generic.never")
  static func made(of fields: Fields, _ reading: inout Reading, _ make: () throws(Diagnostic) -> Result) -> Result? {
    do throws(Diagnostic) {
      return try make()
    } catch {
      if error.code != .reported {
        let member = error.parameter.flatMap { fields[$0] }
        reading.report(error.located(at: member?.value.range ?? fields.nameRange))
      }
      return nil
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private static func present<Value>(_ value: Value?) throws(Diagnostic) -> Value {
    guard let value else { throw .reported }
    return value
  }
}
