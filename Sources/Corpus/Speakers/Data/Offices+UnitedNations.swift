extension SpeakerData {
  /// Offices of the United Nations and who held them. A year alone is the whole year: two holders may share it.
  static let unitedNationsOffices = """
    un-secretary-general: Secretary-General of the United Nations; Secretary-General; UN Secretary-General; UNSG;
      United Nations Secretary-General; Secretary General; SG; UN SG
    - 1945-10-24..1946-02-01 Gladwyn Jebb; Sir Gladwyn Jebb
    - 1946-02-02..1952-11-10 Trygve Lie
    - 1953-04-10..1961-09-18 Dag Hammarskjöld
    - 1961-11-03..1971-12-31 U Thant; ~Thant
    - 1972-01-01..1981-12-31 Kurt Waldheim
    - 1982-01-01..1991-12-31 Javier Pérez de Cuéllar; ~Pérez de Cuéllar; Perez de Cuellar
    - 1992-01-01..1996-12-31 Boutros Boutros-Ghali; ~Boutros-Ghali; Boutros Ghali
    - 1997-01-01..2006-12-31 Kofi Annan; Kofi A. Annan
    - 2007-01-01..2016-12-31 Ban Ki-moon; Ban Ki Moon; ~Ban
    - 2017-01-01.. António Guterres; Antonio Manuel de Oliveira Guterres; António Manuel de Oliveira Guterres
    un-deputy-secretary-general: Deputy Secretary-General; Deputy Secretary-General of the United Nations;
      UN Deputy Secretary-General; Deputy UN Secretary-General; United Nations Deputy Secretary-General; DSG
    - 1998-03-02..2006-03-31 Louise Fréchette
    - 2006-04-01..2006-12-31 Mark Malloch Brown; ~Malloch Brown
    - 2007-02-05..2012-06-30 Asha-Rose Migiro; Asha Rose Migiro
    - 2012-07-01..2016-12-31 Jan Eliasson
    - 2017-01-01.. Amina J. Mohammed; Amina Mohammed
    special-adviser-genocide: Special Adviser on the Prevention of Genocide;
      Special Adviser to the Secretary-General on the Prevention of Genocide; SAPG;
      Special Adviser of the Secretary-General on the Prevention of Genocide;
      United Nations Special Adviser on the Prevention of Genocide; UN Special Adviser on the Prevention of Genocide;
      Special Advisor on the Prevention of Genocide; Special Advisor to the Secretary-General on the Prevention of Genocide;
      Special Adviser for the Prevention of Genocide; UN Special Adviser for the Prevention of Genocide;
      UN Special Advisor on the Prevention of Genocide; Special Adviser on Genocide Prevention;
      Special Adviser to the UN Secretary-General on the Prevention of Genocide
    - 2004-07..2007-03 Juan Méndez; Juan E. Méndez
    - 2007-05..2012-07 Francis Deng; Francis M. Deng
    - 2012-07..2020-07 Adama Dieng
    - 2020-11..2024-11 Alice Wairimu Nderitu; Alice Nderitu
    special-adviser-r2p: Special Adviser on the Responsibility to Protect; Special Adviser on R2P; Special Adviser on RtoP;
      Special Adviser to the Secretary-General on the Responsibility to Protect;
      Special Adviser of the Secretary-General on the Responsibility to Protect;
      United Nations Special Adviser on the Responsibility to Protect; UN Special Adviser on the Responsibility to Protect;
      UN Special Adviser on R2P; Special Advisor on the Responsibility to Protect; Special Advisor on R2P;
      Special Adviser for the Responsibility to Protect; UN Special Advisor on the Responsibility to Protect;
      Special Advisor to the Secretary-General on the Responsibility to Protect;
      Special Adviser to the UN Secretary-General on the Responsibility to Protect
    - 2008-02..2012-07 Edward Luck; Edward C. Luck; Ed Luck
    - 2013-07..2016-08 Jennifer Welsh
    - 2016-09..2018-12 Ivan Šimonović
    - 2019-01..2021-12 Karen Smith
    un-high-commissioner-human-rights > ohchr: High Commissioner for Human Rights; United Nations High Commissioner for Human Rights;
      UN High Commissioner for Human Rights; UNHCHR
    - 1994-04..1997-03 José Ayala Lasso; ~Ayala Lasso
    - 1997-09-12..2002-09-11 Mary Robinson
    - 2002-09-12..2003-08-19 Sérgio Vieira de Mello; ~Vieira de Mello
    - 2004-07-01..2008-06-30 Louise Arbour
    - 2008-09-01..2014-08-31 Navi Pillay; Navanethem Pillay
    - 2014-09-01..2018-08-31 Zeid Ra'ad Al Hussein; Zeid Ra'ad Zeid Al-Hussein; ~Zeid; Zeid Ra'ad Al-Hussein
    - 2018-09-01..2022-08-31 Michelle Bachelet; Michelle Bachelet Jeria
    - 2022-10-17.. Volker Türk
    un-high-commissioner-refugees > unhcr-office: High Commissioner for Refugees; United Nations High Commissioner for Refugees;
      UN High Commissioner for Refugees
    - 1991..2000 Sadako Ogata
    - 2001..2005-02 Ruud Lubbers
    - 2005-06..2015 António Guterres
    - 2016..2025 Filippo Grandi
    emergency-relief-coordinator > ocha: Emergency Relief Coordinator; Under-Secretary-General for Humanitarian Affairs;
      Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator; UN Emergency Relief Coordinator
    - 2003..2006 Jan Egeland
    - 2007..2010-08 John Holmes; Sir John Holmes
    - 2010-09..2015-05 Valerie Amos; Baroness Amos
    - 2015-06..2017-08 Stephen O'Brien; ~O'Brien
    - 2017-09..2021-06 Mark Lowcock
    - 2021-07..2024-06 Martin Griffiths
    - 2024-11.. Tom Fletcher
    usg-political-affairs > dpa: Under-Secretary-General for Political Affairs;
      Under-Secretary-General for Political and Peacebuilding Affairs
    - 2005-07..2007-02 Ibrahim Gambari
    - 2007-03..2012-06 B. Lynn Pascoe; Lynn Pascoe
    - 2012-07..2018-03 Jeffrey Feltman
    - 2018-05.. Rosemary DiCarlo; Rosemary A. DiCarlo
    srsg-sexual-violence: Special Representative of the Secretary-General on Sexual Violence in Conflict;
      Special Representative on Sexual Violence in Conflict
    - 2010-04..2012-05 Margot Wallström
    - 2012-09..2017-04 Zainab Bangura; Zainab Hawa Bangura
    - 2017-06.. Pramila Patten
    srsg-children: Special Representative of the Secretary-General for Children and Armed Conflict;
      Special Representative for Children and Armed Conflict
    - 1997-09..2005 Olara Otunnu; Olara A. Otunnu
    - 2006-04..2012-07 Radhika Coomaraswamy
    - 2012-09..2017-04 Leila Zerrougui
    - 2017-05.. Virginia Gamba
    un-women-executive-director > un-women: Executive Director of UN Women; UN Women Executive Director;
      Executive Director of UN-Women
    - 2010-09..2013-03 Michelle Bachelet
    - 2013-08..2021-08 Phumzile Mlambo-Ngcuka; ~Mlambo-Ngcuka
    - 2021-09.. Sima Bahous; Sima Sami Bahous
    icc-prosecutor > icc: Prosecutor of the International Criminal Court; ICC Prosecutor; Chief Prosecutor of the ICC;
      Chief Prosecutor of the International Criminal Court; ICC Chief Prosecutor; Prosecutor of the ICC
    - 2003-06..2012-06-15 Luis Moreno-Ocampo; Luis Moreno Ocampo; ~Moreno-Ocampo
    - 2012-06-15..2021-06-15 Fatou Bensouda
    - 2021-06-16.. Karim Khan; Karim A. A. Khan
    un-security-council-president: President of the Security Council; Security Council President;
      President of the UN Security Council
    un-general-assembly-vice-president: Vice-President of the General Assembly; Vice President of the General Assembly
    un-human-rights-council-president: President of the Human Rights Council
    presiding-officer: President; Acting President; Chair; Chairman; Chairperson; Acting Chair; Co-Chair; Temporary President;
      Temporary Chairman; Moderator
    """
}
