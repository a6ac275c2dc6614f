"""Words that stand beside a name and are no part of it, in their folded form."""

from __future__ import annotations

from netzwerkwandel.identity.spelling import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


TITLES = _words(
    "dr drs dres prof professor professorin doktor dipl ing kfm kff kffr inf psych bw univ mag med"
    " phil rer nat jur oec pol habil hc h c mr mrs ms miss herr herrn frau fräulein hr fr sir dame"
    " lady mme mlle monsieur madame pd priv doz fh tu ra rain stb dott dra sra señor señora sr"
    " rev reverend pastor pfr pfarrer pater rabbi sheikh scheich mgr msgr dottssa ir judr mudr mvdr"
    " phdr rndr thdr paeddr hon capt sgt cpt doña signor signora kyrios kyria hanım univprof hofrat"
    " bakk dkfm"
)
"""Before a name, or between its words."""

TITLES_CUT_SHORT = _words("eng arq lic abg avv rag geom cav on maj col gen lt dir doc bc")
"""Titles with a dot behind them only: without it they are names."""

NOBILITY = _words("freiherr freifrau graf gräfin baron baronin baroness fürst fürstin ritter edler")
"""As titles, but a family may be called so as well: never the last word."""

CREDENTIALS = _words(
    "phd msc bsc mba emba llm llb meng beng mph pmp cpa cfa esq md jd rn mfa mp ma ba bcom dds dmd"
    " cissp csm cspo pcc acc mcc icf shrm pe msw jp dipling mag ra dmin dphil edd psyd pharmd dnp"
    " msc mres mphil bed med bsn mlitt fcca acca aca cia cism ceng fcma obe mbe cbe kc qc frcs mrcp"
    " lcsw lpc prince2 itil pgmp psm pspo cbap mhrm phr sphr gphr ccna rpt"
)
"""Behind a name."""

SUFFIXES = {
    fold(word): kind
    for kind, words in (
        ("senior", "sen senior sr snr père d.ä. dä"),
        ("junior", "jun junior jr jnr fils d.j. dj"),
        ("ii", "ii"),
        ("iii", "iii"),
        ("iv", "iv"),
    )
    for word in words.split()
}
"""What tells father and son apart."""

PARTICLES = _words(
    "von vom van der den de del della di da dos das du la le zu zum zur ten ter tot af av bin ibn"
    " el al v d vd vdh st"
)
"""What a family name may begin with."""

BOOK_WORDS = _words(
    "privat private persönlich handy mobil mobile mobiltelefon arbeit büro office work home zuhause"
    " daheim neu new neue alt alte old tel telefon phone cell iphone festnetz geschäftlich dienst"
    " dienstlich extern external ext intern internal nummer nr firma job email mail whatsapp signal"
)
"""What people type into address books beside a name."""

BESIDE_A_NAME = BOOK_WORDS - _words("neu new neue alt alte old signal firma job mail arbeit ext nr")
"""Of them those that are hardly anybody's family name."""

FAMILIES_TOO = _words("home work office private phone cell tel extern intern external internal")
"""Of these those that may be the second of two words of a name."""

SALUTATIONS = _words("mr mrs ms miss herr herrn frau fräulein hr fr mme mlle monsieur madame señor")
"""Before a name, and no part of it, as a title is."""

RELATIVES = _words(
    "mama papa mutti vati mutter vater mami papi oma opa omi opi tante onkel schwester bruder"
    " cousin cousine chef chefin boss vermieter vermieterin hausmeister schatz schatzi"
    " liebling nachbar nachbarin mom mum mommy dad daddy mother father grandma grandpa granny"
    " aunt uncle sister brother wife husband landlord maman mamá papá mamma babbo nonna nonno"
    " abuela abuelo"
)
"""What the owner calls somebody: a word in place of a name, or before one."""

SEVERAL = _words(
    "familie fam family families eheleute ehepaar paar famille familia família famiglia geschwister"
    " gebrüder zwillinge gezin familj familjen perhe család ailesi ailesi rodzina rodina obitelj"
    " porodica couple household coppia pareja matrimonio casal wg семья родина οικογένεια"
)
"""A card for more than one person."""

PLURAL_ARTICLES = _words("the die los las gli")
"""Before a family as a whole: ``The Smiths``, ``Die Krauses``, ``Los García``."""

AND = frozenset("und and & + u et och og oraz ve és es и та й και".split())
AND_OF_GIVEN = frozenset("y e i en ja a".split())
"""Between two given names the same; elsewhere a part of a name: ``Ortega y Gasset``."""

NO_NAMES = _words(
    "info team mail post office und and the news no not reply noreply kontakt contact hello service"
    " support sales presse admin webmaster newsletter buchhaltung rechnung verwaltung sekretariat"
)
"""In a mail address: no name of a person."""

REMARKS = _words(
    "coach consultant berater beraterin manager lead head senior junior designer trainer ux hr it"
    " product agile systemischer business executive assistenz assistentin assistant vertretung"
    " she her he him they sie er ihr hers his them gmbh ag kg ug inc ltd llc mbh ev se co corp"
    " sekretariat via expert experte speaker autor author founder gründer ceo cto cfo coo"
)
"""In brackets or behind a comma: a remark about somebody."""

SHARED_WORDS = _words(
    "anfrage anfragen anmeldung assistant assistenz ausbildung beratung bestellung bewerbung"
    " bewerbungen board buchhaltung buero cafe chair edv einkauf empfang fam familie family"
    " frontdesk gemeinde gemeindebuero geschaeftsfuehrung gf group gruppe hausverwaltung hotel"
    " hotline info it jobs kanzlei karriere kassenwart kassier kita kundendienst laden lager"
    " leitung mitglieder office order orders personal pfarramt pflegedienst praktikum praxis"
    " president presse reception rechnung recruiting redaktion restaurant rezeption"
    " schatzmeister schule schulleitung sekr sekretariat shop studio team technik termine"
    " treasurer verein verkauf vertrieb verwaltung vorsitz vorsitzende vorsitzender vorstand"
    " werkstatt wir"
)
"""In a mail address: whoever has the post answers it, or all of a family."""
