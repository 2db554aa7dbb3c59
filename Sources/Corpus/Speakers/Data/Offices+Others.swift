extension SpeakerData {
  /// Offices of regional and civil-society organisations that matter in this field.
  static let otherOffices = """
    eu-high-representative > eu: High Representative of the European Union for Foreign Affairs and Security Policy;
      EU High Representative; High Representative of the Union for Foreign Affairs and Security Policy;
      High Representative for Foreign Affairs and Security Policy
    - 1999-10..2009-11 Javier Solana
    - 2009-12..2014-10 Catherine Ashton; Baroness Ashton
    - 2014-11..2019-11 Federica Mogherini
    - 2019-12..2024-11 Josep Borrell; Josep Borrell Fontelles
    - 2024-12.. Kaja Kallas
    au-commission-chairperson > au: Chairperson of the African Union Commission; African Union Commission Chairperson;
      Chairperson of the AU Commission; AU Commission Chairperson
    - 2003-09..2008-04 Alpha Oumar Konaré; ~Konaré
    - 2008-04..2012-10 Jean Ping
    - 2012-10..2017-03 Nkosazana Dlamini-Zuma; ~Dlamini-Zuma; Nkosazana Dlamini Zuma
    - 2017-03..2025-03 Moussa Faki Mahamat; ~Faki
    gcr2p-executive-director > gcr2p: Executive Director of the Global Centre for the Responsibility to Protect;
      Executive Director of the GCR2P; Executive Director of the Global Centre for R2P
    - 2011..2021 Simon Adams
    nato-secretary-general > nato: Secretary-General of NATO; NATO Secretary General; NATO Secretary-General
    - 2004..2009-07 Jaap de Hoop Scheffer; ~de Hoop Scheffer
    - 2009-08..2014-09 Anders Fogh Rasmussen; ~Rasmussen
    - 2014-10..2024-09 Jens Stoltenberg
    - 2024-10.. Mark Rutte
    arab-league-secretary-general > arab-league: Secretary-General of the League of Arab States; Secretary-General of the Arab League;
      Arab League Secretary-General
    - 2001-05..2011-05 Amr Moussa
    - 2011-07..2016-06 Nabil Elaraby; Nabil El-Araby; Nabil el-Arabi
    - 2016-07.. Ahmed Aboul Gheit; ~Aboul Gheit
    oas-secretary-general > oas: Secretary General of the Organization of American States; OAS Secretary General;
      Secretary General of the OAS
    - 2005-05..2015-05 José Miguel Insulza
    - 2015-05..2025-05 Luis Almagro
    oic-secretary-general > oic: Secretary General of the Organisation of Islamic Cooperation; OIC Secretary General;
      Secretary-General of the Organization of the Islamic Conference
    - 2005..2013 Ekmeleddin İhsanoğlu; Ekmeleddin Ihsanoglu
    asean-secretary-general > asean: Secretary-General of ASEAN; ASEAN Secretary-General
    - 2008..2012 Surin Pitsuwan
    - 2013..2017 Le Luong Minh; ~Minh
    """
}
