"""The tables of a LinkedIn archive, each known by the names of its columns."""

from __future__ import annotations

import attrs

from netzwerkwandel.sources.tools import plain


@attrs.frozen
class TableKind:
    """A kind of table: the columns that make it known, and those it may have besides.

    Parameters
    ----------
    name : str
        As the file is called, for reports.
    required, optional : frozenset of str
        Names of columns, in the form of ``column_name``.
    """

    name: str
    required: frozenset[str]
    optional: frozenset[str] = frozenset()


def column_name(cell: str) -> str:
    """Reduce the heading of a column to what stays the same in all eras, in English.

    Examples
    --------
    >>> column_name("First Name"), column_name("inviterProfileUrl"), column_name("Verbunden am")
    ('firstname', 'inviterprofileurl', 'connectedon')
    """
    name = plain(cell)
    return _ALIASES.get(name, name)


# A program that re-saves the list in another language translates the headings.
_ALIASES = {
    **dict.fromkeys(
        "prénom nombre nome voornaam förnamn fornavn imię jméno meno utónév etunimi adı ad имя"
        " 名 名字".split(),
        "firstname",
    ),
    **dict.fromkeys(
        "nom nomdefamille apellido apellidos cognome sobrenome apelido achternaam efternamn"
        " efternavn etternavn nazwisko příjmení priezvisko vezetéknév sukunimi soyadı soyad фамилия"
        " 姓 姓氏".split(),
        "lastname",
    ),
    **dict.fromkeys(
        "adresseemail adressemail adresseélectronique courriel correoelectrónico"
        " direccióndecorreoelectrónico direccióndecorreo indirizzoemail endereçodeemail emailadres"
        " epost epostadress adresemail emailováadresa sähköpostiosoite epostaadresi адресэлпочты"
        " メールアドレス 电子邮件地址 電子郵件地址".split(),
        "emailaddress",
    ),
    **dict.fromkeys(
        "entreprise société empresa azienda bedrijf företag firma společnost spoločnosť virksomhed"
        " bedrift yritys şirket компания 会社 公司".split(),
        "company",
    ),
    **dict.fromkeys(
        "poste fonction cargo puesto posizione qualifica posição functie befattning stilling"
        " stanowisko pozice pozícia beosztás tehtävänimike pozisyon ünvan должность 役職 职位"
        " 職位".split(),
        "position",
    ),
    **dict.fromkeys(
        "connectéle connectéele connexionle datedeconnexion conectadoel conexiónel"
        " fechadeconexión collegatoil datacollegamento conectadoem conexãoem verbondenop"
        " verbondensinds kontaktsedan datanawiązaniakontaktu spojenodne forbundetden"
        " bağlantıtarihi датаустановленияконтакта つながった日 加为好友的时间 建立聯繫日期".split(),
        "connectedon",
    ),
    "vorname": "firstname",
    "nachname": "lastname",
    "email": "emailaddress",
    "emailadresse": "emailaddress",
    "profilurl": "url",
    "profileurl": "url",
    "unternehmen": "company",
    "jobtitel": "position",
    "verbundenam": "connectedon",
    "vernetztam": "connectedon",
    "vernetztseit": "connectedon",
}


TEXTS = frozenset(["content", "description", "message", "note", "subject", "summary", "text"])
"""The columns of what people wrote."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONNECTIONS = TableKind(
    "Connections",
    _names("firstname lastname connectedon"),
    _names("url emailaddress company position"),
)
MESSAGES = TableKind(
    "messages",
    _names("conversationid from to date"),
    _names(
        "conversationtitle senderprofileurl recipientprofileurls subject content folder attachments"
        " ismessagedraft isconversationdraft isconversationarchived"
    ),
)
INVITATIONS = TableKind(
    "Invitations",
    _names("from to sentat direction"),
    _names("message inviterprofileurl inviteeprofileurl"),
)
PROFILE = TableKind(
    "Profile",
    _names("firstname lastname maidenname headline"),
    _names(
        "address birthdate summary industry zipcode geolocation twitterhandles websites"
        " instantmessengers"
    ),
)
POSITIONS = TableKind(
    "Positions",
    _names("companyname title startedon finishedon"),
    _names("description location"),
)
EMAIL_ADDRESSES = TableKind(
    "Email Addresses", _names("emailaddress confirmed primary"), _names("updatedon")
)
CONTACTS = TableKind(
    "Contacts",
    _names("firstname lastname emails phonenumbers"),
    _names(
        "source companies title createdat addresses sites instantmessagehandles fullname birthday"
        " location bookmarkedat profiles"
    ),
)
ENDORSEMENTS_RECEIVED = TableKind(
    "Endorsement_Received_Info",
    _names("endorsementdate skillname endorserfirstname endorserlastname"),
    _names("endorserpublicurl endorsementstatus"),
)
ENDORSEMENTS_GIVEN = TableKind(
    "Endorsement_Given_Info",
    _names("endorsementdate skillname endorseefirstname endorseelastname"),
    _names("endorseepublicurl endorsementstatus"),
)
RECOMMENDATIONS = TableKind(
    "Recommendations",
    _names("firstname lastname text creationdate"),
    _names("company jobtitle status"),
)
NOTES = TableKind(
    "Notes",
    _names("connectionfirstname connectionlastname note"),
    _names("connectionprofileurl createdon editedon"),
)

READ = (
    CONNECTIONS,
    MESSAGES,
    INVITATIONS,
    PROFILE,
    POSITIONS,
    EMAIL_ADDRESSES,
    CONTACTS,
    ENDORSEMENTS_RECEIVED,
    ENDORSEMENTS_GIVEN,
    RECOMMENDATIONS,
    NOTES,
)

PASSED_OVER = tuple(
    TableKind(name, _names(columns))
    for name, columns in (
        ("Ad_Targeting", "membertags companynames"),
        ("Certifications", "name url authority startedon finishedon"),
        ("Comments", "date link message"),
        ("Company Follows", "organization followedon"),
        ("Education", "schoolname startdate enddate degreename"),
        ("Events", "eventname eventtime"),
        ("Honors", "title description issuedon"),
        ("Job Applications", "applicationdate jobname"),
        ("Languages", "name proficiency"),
        ("Learning", "contenttitle contenttype"),
        ("Logins", "logindate ipaddress"),
        ("Member_Follows", "date status fullname"),
        ("Organizations", "name description startedon finishedon"),
        ("PhoneNumbers", "extension number type"),
        ("Projects", "title description startedon finishedon"),
        ("Publications", "name publishedon"),
        ("Reactions", "date type link"),
        ("Registration", "registeredat registrationip"),
        ("Rich_Media", "datetime medialink"),
        ("Saved Jobs", "saveddate jobtitle"),
        ("SearchQueries", "time searchquery"),
        ("Shares", "date sharelink"),
        ("Volunteering", "companyname role cause"),
        ("Votes", "date link optiontext"),
    )
)

PASSED_OVER_FILES = _names(
    "adsclicked adtargeting articles causesyoucareabout certifications comments"
    " companyfollows courses education engagements events hashtagfollows honors"
    " inferencesaboutyou instantreposts jobapplicantsavedanswers"
    " jobapplicantsavedscreeningquestionresponses jobapplications jobseekerpreferences languages"
    " lanadsengagement learning logins"
    " memberfollows opportunities organizations patents phonenumbers privateidentityasset"
    " profilesummary projects providers publications reactions receipts receiptsv registration"
    " reviews richmedia savedjobalerts savedjobs saveditems searchqueries securitychallenges"
    " services shares skills testscores verifications volunteering votes whatsappphonenumbers"
)

# What a member writes to a machine has the columns of what people write to each other.
MACHINE_MESSAGE_FILES = _names(
    "coachmessages guidemessages learningcoachmessages learningroleplaymessages"
)
