import Testing
import Text

@testable import Importing

/// What of a page is read, and as what.
struct HTMLImportTests {
  /// Blocks in short, one a line: `# heading`, `- bullet`, `1. item`, prose; without escapes.
  private func blocks(_ html: String) -> [String] {
    HTMLImport(Array(html.utf8)).blocks.map { block in
      let text = String(decoding: block.text, as: UTF8.self)
      switch block.kind {
      case .prose: return text
      case .bullet: return "- " + text
      case .item: return "+ " + text
      case .heading(let level): return String(repeating: "#", count: level) + " " + text
      }
    }
  }

  @Test(arguments: [
    ("<p>One\n  two&nbsp;<b>thr</b>ee<p>Four", ["One two three", "Four"]),
    ("<h1>A</h1>text<h2>B<br>C</h2>more", ["# A", "text", "## B C", "more"]),
    ("<div>a<div>b</div>c</div>d", ["a", "b", "c", "d"]),
    ("a<br>b<br><br>c<br> &nbsp; <br>d", ["a b", "c", "d"]),
    ("<ul><li>a<li><p>b</p><p>c</p></ul>d", ["- a", "- b", "c", "d"]),
    ("<ul><li>a</li><li><p>b</p><p>c</p></li>\n<li></li></ul>d", ["- a", "- b", "c", "d"]),
    (
      "<ol>\n<li>a</li>\n<li>b<ul><li>c</li></ul>d</li><li>e</li></ol>f",
      ["+ 1. a", "+ 2. b", "- c", "d", "+ 3. e", "f"]
    ),
    ("<ul><li>a<li></ul>b<ol><li></ol>c", ["- a", "b", "c"]),
    ("<ul><li><h3>a</h3>b</li></ul>", ["### a", "- b"]),
    ("<ol start=3><li>a<li value=9>b<li>c</ol>", ["+ 3. a", "+ 9. b", "+ 10. c"]),
    ("<ol type=a><li>x<li>y<ol type=i><li>z</ol><li>w</ol>", ["+ a. x", "+ b. y", "+ i. z", "+ c. w"]),
    ("<ol><li>a<ul><li>b</ul><li>c</ol>", ["+ 1. a", "- b", "+ 2. c"]),
    ("<p>&bull;&nbsp;a</p><p>- b</p><p>***</p><hr>", ["- a", "- b"]),
    ("<dl><dt>a<dd>b</dl><blockquote>c<p>d</blockquote>", ["a", "b", "c", "d"]),
    (
      "<table><tr><th>State<th>Vote<tr><td>France</td><td><p>Yes</p></td></table>",
      ["State | Vote", "France | Yes"]
    ),
    ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></table>", ["a", "b", "c"]),
    ("<table><tr><td></td><td>a</td></tr></table>", ["a"]),
    ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
    ("a<script>x</script>b<style>y</style>c<!-- z -->d", ["abcd"]),
    ("<nav>a<nav>b</nav>c</nav>d<aside>e</aside>", ["d"]),
    ("<header>a</header><p>b</p><footer>c</footer>", ["b"]),
    ("a<article><header><h1>b</h1></header>c</article>d", ["# b", "c"]),
    ("<article>a</article><article>b</article>", ["a", "b"]),
    ("x<main>a<div>b</main>c", ["a", "b"]),
    ("<p>x</p><main></main>", ["x"]),
    ("<p hidden>a<p>b<div hidden><div>c</div>d</div>e<span hidden>f</span>", ["b", "e"]),
    ("<ul><li hidden>a<li>b</ul><div><span hidden>c</div>d", ["- b", "d"]),
    ("<p>a</p><form><input><p>b</p></form>", ["a"]),
    ("<p>a</p><form><p>Most of the page</p><select><option>b</select></form>", ["a", "Most of the page"]),
    ("<svg><title>a</title><style/><text>b</text></svg>c", ["c"]),
    ("<title>a</title><textarea><p>b</textarea><iframe><p>c</iframe>d", ["d"]),
    ("<p>1 &lt; 2 &amp; so", ["1 < 2 & so"]), ("a\u{0}b\u{AD}c", ["abc"]), ("", []), ("<p>", []),
  ])
  func pagesAreRead(html: String, expected: [String]) {
    #expect(blocks(html) == expected)
  }

  @Test func whatIsLeftOutIsCounted() {
    let page = HTMLImport(
      Array("<title>t</title><script>a</script><nav><script>b</script></nav><nav>c</nav><p hidden>d<p>e".utf8)
    )
    #expect(page.leftOut == ["script": 1, "nav": 2, "hidden": 1])
  }

  @Test(arguments: [
    ("<title> A &amp; B </title><h1>C</h1>", "A & B"),
    ("<meta property=og:title content=X><title>A</title>", "X"),
    ("<h2>B</h2><h1>C</h1>", "C"), ("<p>d", nil),
    ("<svg><title>no</title></svg><p>d", "no"),
  ])
  func titlesAreFound(html: String, title: String?) {
    #expect(HTMLImport(Array(html.utf8)).facts.title == title)
  }

  @Test(arguments: [
    ("<meta name=date content=2013-09-11>", "2013-09-11"),
    ("<meta name=DC.date content='2013/9/1'>", "2013-09-01"),
    ("<meta name=dcterms.issued content=2013>", "2013"),
    ("<meta name=dcterms.date content=2013-09>", "2013-09"),
    ("<meta property='article:published_time' content='2013-09-11T10:00:00+02:00'>", "2013-09-11"),
    ("<meta name=citation_publication_date content='11 September 2013'>", "2013-09-11"),
    ("<meta name=date content=20130911>", "2013-09-11"), ("<meta name=date content=11/09/2013>", nil),
    ("<meta name=date content=2013-02-30>", nil),
    ("<p><time datetime='2013-09-11 10:00'>x</time>", "2013-09-11"),
    ("<nav><time datetime=2012></time></nav><p><time datetime=2013>x</time>", "2013"),
    ("<meta name=date content=soon><time datetime=2013>x</time>", "2013"), ("<p>d", nil),
  ])
  func datesAreFound(html: String, date: String?) {
    #expect(HTMLImport(Array(html.utf8)).facts.date?.description == date)
  }

  @Test func languageAndPublisherAreFound() {
    let facts = HTMLImport(
      Array("<html lang='en-GB'><meta property='og:site_name' content='Example Institute'><p>a".utf8)
    ).facts
    #expect(facts.language == "en-GB" && facts.publisher == "Example Institute")
    #expect(
      HTMLImport(Array("<html xml:lang=fr><meta name='DC.Publisher' content=P>".utf8)).facts.publisher == "P")
  }
}
