extension StatementGold {
  /// The ministerial round table of 2009, which names no speaker at all.
  static let ministerialRoundTable = StatementGold(
    file: "000",
    lines: """
      11:231+35 + nobody
      17:91+55 ? nobody
      19:109+22 + nobody
      19:237+36 + nobody
      21:84+29 + nobody
      21:319+41 - au,asean,rio-group,non-aligned-movement
      21:438+38 + nobody
      23:16+34 + nobody
      27:126+31 + nobody
      29:63+37 + nobody
      29:63+37 - un-general-assembly
      31:25+32 + nobody
      31:150+34 ? nobody
      35:97+34 + nobody
      35:97+34 - au,eu
      35:214+42 - eu
      39:74+48 + nobody
      39:74+48 - un-security-council,p5
      39:251+38 - p5
      39:357+57 + nobody
      39:555+41 - s5
      39:883+38 + nobody
      39:883+38 - un-general-assembly
      43:135+43 + nobody
      43:682+58 + nobody
      45:142+39 - au
      53:7+45 - un,un-secretary-general
      54:112+26 - TLS,SLE,au
      56:51+27 + nobody
      56:51+27 - un
      60:60+37 + nobody
      62:432+35 + nobody
      62:432+35 - au,au-peace-and-security-council
      66:62+45 + nobody
      66:442+34 - dpa,un
      66:845+37 + nobody
      66:947+18 + nobody
      66:947+18 - icc
      68:135+25 - gcr2p
      """)
}
