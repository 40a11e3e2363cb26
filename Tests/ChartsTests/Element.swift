import Charts
import Foundation
import Testing
import Text

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a finished picture, found by an XML parser that knows nothing of how it was written.
struct Element {
  let name: String
  let attributes: [String: String]
  /// What stands directly between its tags.
  fileprivate(set) var text = ""
  fileprivate(set) var children: [Element] = []

  /// The root of a document; `nil` where it is not well-formed.
  static func root(of bytes: Bytes) -> Element? {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }

  /// The number that an attribute is.
  func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }

  /// The element and all below it.
  var everything: [Element] { [self] + children.flatMap(\.everything) }

  func all(_ name: String) -> [Element] { everything.filter { $0.name == name } }

  /// What a reader shows beside the pointer.
  var tooltip: String? { children.first { $0.name == "title" }?.text }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: Element?
    private var open: [Element] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      open.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      let ended = open.removeLast()
      if open.isEmpty { root = ended } else { open[open.count - 1].children.append(ended) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }
  }
}

extension Chart {
  /// The picture as it is read.
  var element: Element {
    if let root = Element.root(of: draw()) { return root }
    Issue.record("the picture is no XML")
    return Element(name: "", attributes: [:])
  }
}
