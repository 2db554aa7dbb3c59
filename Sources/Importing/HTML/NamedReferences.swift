/// The names of characters that documents use: those of HTML 4 with `apos`, and of HTML 5 those of Central European letters,
/// punctuation and spaces.
///
/// A number opens a run of code points, one for each word behind it; a slash parts names of the same one.
enum NamedReferences {
  /// Every name, which its `;` follows.
  static let all = legacy.merging(read(names)) { first, _ in first }

  /// The names that mean something without a `;` too.
  static let legacy = read(latin1).merging(read("22 quot/QUOT 26 amp/AMP 3C lt/LT 3E gt/GT A9 COPY AE REG")) {
    first, _ in
    first
  }

  /// The longest name in ``legacy``, in bytes.
  static let mostLegacyBytes = 6

  private static func read(_ text: String) -> [String: Unicode.Scalar] {
    var scalars: [String: Unicode.Scalar] = [:]
    var next: UInt32 = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let number = UInt32(word, radix: 16), word.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }) {
        next = number
        continue
      }
      for name in word.split(separator: "/") { scalars[String(name)] = Unicode.Scalar(next) }
      next += 1
    }
    return scalars
  }

  private static let latin1 = """
    A0 nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
    yacute thorn yuml
    """

  private static let names = """
    9 Tab NewLine 21 excl QUOT/quot num dollar percnt AMP/amp apos lpar rpar ast plus comma 2E
    period sol 3A colon semi LT/lt equals GT/gt quest commat 5B lbrack/lsqb bsol rbrack/rsqb Hat
    lowbar grave 7B lbrace/lcub verbar/vert rbrace/rcub A0 NonBreakingSpace A9 COPY AE REG BD half
    100 Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron
    Dcaron dcaron Dstrok dstrok Emacr emacr 116 Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc
    Gbreve gbreve Gdot gdot Gcedil 124 Hcirc hcirc Hstrok hstrok Itilde itilde Imacr imacr 12E Iogon
    iogon Idot imath/inodot IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil
    Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG
    eng Omacr omacr 150 Odblac odblac OElig oelig Racute racute Rcedil rcedil Rcaron rcaron Sacute
    sacute Scirc scirc Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde
    utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc
    Yuml Zacute zacute Zdot zdot Zcaron zcaron 192 fnof 2C6 circ caron 2D8 breve dot ring ogon tilde
    dblac 391 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi
    Rho 3A3 Sigma Tau Upsilon Phi Chi Psi Omega 3B1 alpha beta gamma delta epsilon zeta eta theta
    iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega 3D1
    thetasym upsih 3D6 piv 2002 ensp emsp emsp13 emsp14 2007 numsp puncsp thinsp hairsp
    ZeroWidthSpace zwnj zwj lrm rlm dash/hyphen 2013 ndash mdash horbar 2018 lsquo rsquo/rsquor
    lsquor/sbquo 201C ldquo rdquo/rdquor bdquo/ldquor 2020 dagger Dagger bull/bullet 2025 nldr
    hellip/mldr 2030 permil 2032 prime Prime 2039 lsaquo rsaquo 203E oline 2044 frasl 2060 NoBreak
    20AC euro 2111 image 2116 numero copysr weierp 211C real 2122 trade 2135 alefsym 2153 frac13
    frac23 frac15 215B frac18 frac38 frac58 frac78 2190 larr uarr rarr darr harr 21B5 crarr 21D0
    lArr uArr rArr dArr hArr 2200 forall 2202 part exist 2205 empty 2207 nabla isin notin 220B ni
    220F prod 2211 sum minus 2217 lowast 221A radic 221D prop infin 2220 ang 2227 and or cap cup int
    2234 there4 223C sim 2245 cong 2248 asymp 2260 ne equiv 2264 le ge 2282 sub sup nsub 2286 sube
    supe 2295 oplus 2297 otimes 22A5 perp 22C5 sdot 2308 lceil rceil lfloor rfloor 25CA loz 2606
    star 2660 spades 2663 clubs 2665 hearts diams 2713 check 2717 cross 27E8 lang rang FB00 fflig
    filig fllig ffilig ffllig
    """
}
