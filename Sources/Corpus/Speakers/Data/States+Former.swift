extension SpeakerData {
  /// States that are no more, and whose seat no single state took over.
  static let formerStates = """
    CSK CS: Czechoslovakia {..1992}; Czechoslovak Socialist Republic {1960..1990}; Czecho-Slovakia;
      Czech and Slovak Federal Republic {1990..1992}; Czechoslovak Republic / Czechoslovak; Czechoslovakian
    DDR DD GDR: German Democratic Republic {1949..1990}; GDR {1949..1990}; DDR {1949..1990}; East Germany {1949..1990} /
      East German
    YUG YU SCG: Yugoslavia {..2003}; Socialist Federal Republic of Yugoslavia {1963..1992}; SFRY;
      Federal People's Republic of Yugoslavia {1945..1963}; Federal Republic of Yugoslavia {1992..2003}; FRY;
      Serbia and Montenegro {2003..2006} / Yugoslav; Yugoslavian
    YMD YD: Democratic Yemen {1967..1990}; People's Democratic Republic of Yemen {1970..1990}; South Yemen {1967..1990};
      People's Republic of Southern Yemen {1967..1970}; Southern Yemen {1967..1970} / South Yemeni
    VDR: Republic of Viet-Nam {1955..1975}; Republic of South Vietnam {1975..1976}; South Viet-Nam {1955..1976};
      South Vietnam {1955..1976} / South Vietnamese
    """

  /// Places that speak for themselves but are neither members nor observers of the United Nations.
  static let territories = """
    COK CK: Cook Islands
    NIU NU: Niue / Niuean
    ESH EH: Western Sahara; Sahrawi Arab Democratic Republic; Polisario Front; POLISARIO / Sahrawi
    HKG HK: Hong Kong
    XKX XK: Kosovo; Republic of Kosovo / Kosovar
    TWN TW: Taiwan; Taiwan Province of China; Chinese Taipei / Taiwanese
    """
}
