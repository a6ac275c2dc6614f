from __future__ import annotations

from enum import StrEnum, unique


@unique
class Function(StrEnum):
    """What a contact can do for a person who changes career: the six functions of a network."""

    DOORS = "doors"
    SUPPORT = "support"
    ORIENTATION = "orientation"
    FEEDBACK = "feedback"
    IDEAS = "ideas"
    INFORMATION = "information"


@unique
class Relation(StrEnum):
    """How two people are related, as stated by a person or by an export."""

    COLLEAGUE = "colleague"
    FORMER_COLLEAGUE = "former colleague"
    BOSS = "boss"
    FORMER_BOSS = "former boss"
    REPORT = "report"
    FORMER_REPORT = "former report"
    CLIENT = "client"
    SUPPLIER = "supplier"
    COMPETITOR = "competitor"
    FRIEND = "friend"
    FAMILY = "family"
    PARTNER = "partner"
    NEIGHBOUR = "neighbour"
    CLASSMATE = "classmate"
    PEER = "peer"
    MENTOR = "mentor"
    ROLE_MODEL = "role model"
    ACQUAINTANCE = "acquaintance"
    CONNECTION = "connection"


@unique
class Channel(StrEnum):
    """How people were in contact: the way an interaction took."""

    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"
    MAIL = "mail"
    RECOMMENDATION = "recommendation"
    SIGNAL = "signal"


CHANNELS = tuple(Channel)
"""The channels by the number that a column has for each."""


@unique
class ExperimentKind(StrEnum):
    """Whether an experiment opens a field or tests a plan."""

    EXPLORATORY = "exploratory"
    CONFIRMATORY = "confirmatory"


@unique
class Answer(StrEnum):
    """What became of a suggestion to talk to somebody, as far as it is known."""

    OPEN = "open"
    NONE = "none"
    TALKED = "talked"
    DECLINED = "declined"
    NOT_NOW = "not now"


@unique
class SourceKind(StrEnum):
    """The kind of export that records came from, where it matters to more than its reader.

    A kind is any text: those of other readers are what they call themselves.
    """

    MAIL = "mail"
    CALENDAR = "calendar"
    LINKEDIN = "linkedin"
    ADDRESS_BOOK = "address book"
    WHATSAPP = "whatsapp"
    PHONE = "phone"
    TELEGRAM = "telegram"
    SIGNAL = "signal"
    GOOGLE_CHAT = "google chat"
    GOOGLE_VOICE = "google voice"
    IMESSAGE = "imessage"
    META = "meta"
    SLACK = "slack"
    DISCORD = "discord"
    TEAMS = "teams"
    FILES = "files"


@unique
class SkipReason(StrEnum):
    """Why a record of an export was not used."""

    ALL_DAY = "all-day entry"
    ANONYMOUS = "no name and no address"
    AUTOMATIC = "automatic or no-reply"
    BROKEN = "broken record"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    DRAFT = "draft"
    DUPLICATE = "already counted"
    FUTURE = "in the future"
    HIDDEN_PROFILE = "hidden profile"
    MAILING_LIST = "mailing list"
    MISSED = "missed call"
    NOBODY_ELSE = "nobody else took part"
    NOT_A_PERSON = "a group, room or organisation"
    NOT_AN_EXPORT = "not a known export"
    NO_DATE = "no usable date"
    OF_A_STRANGER = "unanswered message of a stranger"
    SPAM = "spam"
    SPONSORED = "advertisement"
    SYSTEM = "message of the service"
    TRASH = "trash"
    UNANSWERED = "not accepted"


@unique
class NobodyReason(StrEnum):
    """Why an address is no person's."""

    MANY_NAMES = "many names"
    LIST = "a list"
    MACHINE = "a machine"
    THING = "a room or note taker"


@unique
class MeEvidence(StrEnum):
    """How the owner of the data was recognised."""

    GIVEN = "given"
    PROFILE = "own profile in the archive"
    DELIVERED_TO = "mail was delivered to this address"
    CALENDAR = "own calendar"
    CHATS = "writes in every chat"
    MOST_FREQUENT = "takes part in most records"
    UNNAMED = "not named in the data"
