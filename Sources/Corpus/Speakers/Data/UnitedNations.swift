extension SpeakerData {
  /// The United Nations, its organs, offices, funds and agencies, and the courts beside it.
  static let unitedNations = """
    un: United Nations; UN; UNO; U.N.; United Nations Organization
    un-general-assembly: General Assembly; United Nations General Assembly; UN General Assembly; UNGA
    un-security-council: Security Council; United Nations Security Council; UN Security Council; UNSC
    un-human-rights-council: Human Rights Council; HRC; UNHRC; UN Human Rights Council;
      United Nations Human Rights Council
    un-commission-on-human-rights: Commission on Human Rights {1946..2006};
      United Nations Commission on Human Rights {1946..2006}
    un-ecosoc: Economic and Social Council; ECOSOC
    un-peacebuilding-commission: Peacebuilding Commission; PBC; UN Peacebuilding Commission;
      United Nations Peacebuilding Commission
    un-secretariat: United Nations Secretariat; UN Secretariat
    joint-office: Joint Office; United Nations Office on Genocide Prevention and the Responsibility to Protect;
      UN Office on Genocide Prevention and the Responsibility to Protect; OSAPG;
      Office on Genocide Prevention and the Responsibility to Protect; UN Office on Genocide Prevention and R2P;
      Joint Office for the Prevention of Genocide and the Responsibility to Protect; UN Joint Office;
      Joint Office on Genocide Prevention and the Responsibility to Protect; Joint Office of the Special Advisers;
      Joint Office on the Prevention of Genocide and the Responsibility to Protect; OGPRtoP;
      Office of the Special Adviser on the Prevention of Genocide; Office of the Special Advisers;
      Office of the Special Adviser to the Secretary-General on the Prevention of Genocide
    ohchr: Office of the United Nations High Commissioner for Human Rights; OHCHR;
      Office of the High Commissioner for Human Rights; UN Human Rights Office; United Nations Human Rights Office
    ocha: Office for the Coordination of Humanitarian Affairs; OCHA; UNOCHA; UN OCHA;
      United Nations Office for the Coordination of Humanitarian Affairs
    unhcr-office: Office of the United Nations High Commissioner for Refugees; UNHCR; UN Refugee Agency
    dpa: Department of Political Affairs; DPA; UN Department of Political Affairs; DPPA;
      Department of Political and Peacebuilding Affairs
    dpko: Department of Peacekeeping Operations; DPKO; Department of Peace Operations
    unicef: United Nations Children's Fund; UNICEF
    undp: United Nations Development Programme; UNDP; UN Development Programme
    unfpa: United Nations Population Fund; UNFPA
    un-women: UN Women; UN-Women; United Nations Entity for Gender Equality and the Empowerment of Women
    unesco: United Nations Educational, Scientific and Cultural Organization; UNESCO
    unrwa: UNRWA; United Nations Relief and Works Agency
    unitar: United Nations Institute for Training and Research; UNITAR
    who: World Health Organization; WHO; World Health Organisation
    wfp: World Food Programme; WFP
    fao: Food and Agriculture Organization; FAO
    ilo: International Labour Organization; ILO; International Labour Organisation
    iom: International Organization for Migration; IOM
    iaea: International Atomic Energy Agency; IAEA
    opcw: Organisation for the Prohibition of Chemical Weapons; OPCW; Organization for the Prohibition of Chemical Weapons
    imf: International Monetary Fund; IMF
    world-bank: World Bank; World Bank Group; IBRD
    icc: International Criminal Court; ICC
    icj: International Court of Justice; ICJ
    icty: International Criminal Tribunal for the former Yugoslavia; ICTY; International Tribunal for the Former Yugoslavia
    ictr: International Criminal Tribunal for Rwanda; ICTR
    icc-office-of-the-prosecutor: Office of the Prosecutor; Office of the Prosecutor of the International Criminal Court
    """
}
