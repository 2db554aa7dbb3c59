import TestSupport
import Testing

@testable import Importing

/// HTML is cut as the standard says, whatever the bytes.
struct TokenizerTests {
  /// Tokens in short: `<a x=1>`, `</a>`, text as it stands, raw text in brackets.
  private func tokens(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    var tokenizer = HTMLTokenizer(bytes)
    var result: [String] = []
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): result.append(String(decoding: bytes[range], as: UTF8.self))
      case .rawText(let range): result.append("[" + String(decoding: bytes[range], as: UTF8.self) + "]")
      case .endTag(let name): result.append("</\(name)>")
      case .startTag(let tag):
        let attributes = tag.attributes.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          " \($0.key.rawValue)=" + String(decoding: bytes[$0.value], as: UTF8.self)
        }
        result.append("<\(tag.name)\(attributes.joined())\(tag.isSelfClosing ? "/" : "")>")
      }
    }
    return result
  }

  @Test(arguments: [
    ("a<b>c</b>", ["a", "<b>", "c", "</b>"]),
    ("<P Lang=\"en\" LANG='fr' content=a/b hidden>", ["<p content=a/b hidden= lang=en>"]),
    ("<p lang = en ><p lang=\"a>b\">", ["<p lang=en>", "<p lang=a>b>"]),
    ("<p =lang name=\"\"x>", ["<p name=>"]),
    ("<br/><p/>text", ["<br>", "<p>", "text"]),
    ("<svg/><svg><a/></svg><a/>", ["<svg/>", "<svg>", "<a/>", "</svg>", "<a>"]),
    ("1 < 2 <> <3 </> </ x>y", ["1 ", "< 2 ", "<> ", "<3 ", " ", "y"]),
    ("a<!-- b -- > --->c<!-->d<!--->e<!--x--!>f", ["a", "c", "d", "e", "f"]),
    ("<!DOCTYPE html \"a\">a<![CDATA[x]]>b<?php x ?>c", ["a", "b", "c"]),
    ("<title>a<b>&amp;</title >c", ["<title>", "a<b>&amp;", "</title>", "c"]),
    ("<style></p></styles></STYLE>", ["<style>", "[</p></styles>]", "</style>"]),
    ("<script>if (a</b/) \"</script\"</script>", ["<script>", "[if (a</b/) \"</script\"]", "</script>"]),
    (
      "<script><!-- <script> </script> --></script>x",
      ["<script>", "[<!-- <script> </script> -->]", "</script>", "x"]
    ),
    ("<script><!--></script>x", ["<script>", "[<!-->]", "</script>", "x"]),
    ("<script>a", ["<script>", "[a]"]), ("<plaintext></plaintext>", ["<plaintext>", "[</plaintext>]"]),
    ("<?xml version='1.0'?><script/>x", ["<script/>", "x"]),
    ("a<b", ["a"]), ("a<b c=\"d", ["a"]), ("a<!-- b", ["a"]), ("a</", ["a", "</"]), ("a<", ["a", "<"]),
  ])
  func sourcesAreCut(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&amp &lt&gtx &copy2013", "& <>x ©2013"),
    ("&rsquo; &rsquo", "’ &rsquo"),
    ("&notin; &notit; &not", "∉ ¬it; ¬"), ("&#65;&#x42;&#X43&#68", "ABCD"), ("&#146;&#x80;&#150;", "’€–"),
    ("&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&#;&#x;& &; &nosuch; &", "&#;&#x;& &; &nosuch; &"),
    ("&Scaron;&scaron;&ccaron;&Lstrok;&hellip;", "ŠščŁ…"),
    ("&AMP;&Eacute;&eacute;&ETH;", "&ÉéÐ"), ("&alpha;&Omega;&thetasym;&euro;&nbsp;&shy;", "αΩϑ€\u{A0}\u{AD}"),
  ])
  func referencesAreReplaced(source: String, expected: String) {
    let bytes = Array(source.utf8)
    #expect(
      String(decoding: CharacterReferences.text(0..<bytes.count, of: bytes.span), as: UTF8.self) == expected)
  }

  @Test func inAttributesALetterKeepsANameFromMeaning() {
    let bytes = Array("?a=1&copy=2&lt;&regx&reg".utf8)
    let text = CharacterReferences.text(0..<bytes.count, of: bytes.span, isAttribute: true)
    #expect(String(decoding: text, as: UTF8.self) == "?a=1&copy=2<&regx®")
  }

  /// The set of HTML 4 is 252 names; each means one character, and only those of Latin-1 and five more need no `;`.
  @Test func namesAreWhole() {
    #expect(NamedReferences.legacy.count == 96 + 10 && NamedReferences.all.count > 400)
    for (name, scalar) in [
      ("yuml", 0xFF), ("sigmaf", 0x3C2), ("upsih", 0x3D2), ("hArr", 0x21D4), ("rfloor", 0x230B),
      ("diams", 0x2666), ("zcaron", 0x17E), ("ffllig", 0xFB04),
    ] as [(String, UInt32)] {
      #expect(NamedReferences.all[name]?.value == scalar, "\(name)")
    }
    #expect(
      NamedReferences.legacy.keys.allSatisfy { (2...NamedReferences.mostLegacyBytes).contains($0.utf8.count) }
    )
  }
}
