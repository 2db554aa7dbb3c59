extension SpeakerData {
  /// Member states of the United Nations in Oceania.
  static let oceania = """
    AUS AU: Australia; Commonwealth of Australia / Australian
    FJI FJ: Fiji; Republic of Fiji; Fiji Islands / Fijian
    KIR KI: Kiribati; Republic of Kiribati; Gilbert Islands {..1979} / I-Kiribati
    MHL MH: Marshall Islands; Republic of the Marshall Islands; RMI / Marshallese
    FSM FM: Micronesia; Federated States of Micronesia; Micronesia (Federated States of);
      Micronesia, Federated States of; FSM / Micronesian
    NRU NR: Nauru; Republic of Nauru / Nauruan
    NZL NZ: New Zealand; Aotearoa New Zealand; Aotearoa; NZ / New Zealander
    PLW PW: Palau; Republic of Palau; Belau / Palauan
    PNG PG: Papua New Guinea; Independent State of Papua New Guinea; PNG / Papua New Guinean; Papuan
    WSM WS: Samoa; Independent State of Samoa; Western Samoa {..1997} / Samoan
    SLB SB: Solomon Islands; The Solomons; British Solomon Islands {..1975} / Solomon Islander
    TON TO: Tonga; Kingdom of Tonga; Friendly Islands / Tongan
    TUV TV: Tuvalu; Ellice Islands {..1978} / Tuvaluan
    VUT VU: Vanuatu; Republic of Vanuatu; New Hebrides {..1980} / Ni-Vanuatu; Vanuatuan
    """
}
