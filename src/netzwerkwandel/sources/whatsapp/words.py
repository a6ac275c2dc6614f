"""What WhatsApp itself writes into a chat, in the languages in which phones are set."""

from __future__ import annotations

import re
from enum import IntEnum


class Line(IntEnum):
    """What a line of a chat is, beside a plain message."""

    MESSAGE, SYSTEM, CALL, MISSED, MINE = range(5)


# "Voice call, 4 min": somebody called, and it was answered. In English, German, French, Spanish,
# Italian, Portuguese, Dutch, Polish and Turkish.
_CALLS = (
    *("Voice call", "Video call", "Group voice call", "Group video call", "Group call"),
    *("Sprachanruf", "Videoanruf", "Gruppensprachanruf", "Gruppenvideoanruf", "Gruppenanruf"),
    *("Appel vocal", "Appel vidéo", "Llamada de voz", "Videollamada", "Llamada", "Llamada grupal"),
    *("Chiamata vocale", "Videochiamata", "Chamada de voz", "Chamada de vídeo", "Videochamada"),
    *("Ligação de voz", "Ligação de vídeo", "Spraakoproep", "Video-oproep", "Videogesprek"),
    *("Połączenie głosowe", "Połączenie wideo", "Rozmowa głosowa", "Rozmowa wideo"),
    *("Sesli arama", "Görüntülü arama"),
)
_MISSED_BEGIN = (
    *("Missed ", "Silenced ", "Verpasst", "Stummgeschaltete", "Appel manqué", "Appel vocal manqué"),
    *("Appel vidéo manqué", "Llamada perdida", "Llamada de voz perdida", "Videollamada perdida"),
    *("Chiamata persa", "Chiamata vocale persa", "Videochiamata persa", "Chamada perdida"),
    *("Chamada de voz perdida", "Chamada de vídeo perdida", "Videochamada perdida"),
    *("Ligação de voz perdida", "Ligação de vídeo perdida", "Gemiste ", "Nieodebran", "Cevapsız "),
)
_MISSED = re.compile(
    r"(?:Missed|Silenced) (?:group )?(?:voice |video )?call\b"
    r"|(?:Verpasster|Stummgeschalteter) (?:Gruppen)?(?:Sprach|Video)?-?[aA]nruf\b"
    r"|Appel (?:vocal |vidéo )?manqué|(?:Llamada(?: de voz| grupal)?|Videollamada) perdida"
    r"|(?:Chiamata(?: vocale| di gruppo)?|Videochiamata) persa"
    r"|(?:(?:Chamada|Ligação)(?: de voz| de vídeo)?|Videochamada) perdida"
    r"|Gemiste? (?:spraak|video|groeps)?-?oproep|Gemist (?:video)?gesprek"
    r"|Nieodebran[ea] (?:połączenie|rozmowa)|Cevapsız (?:sesli |görüntülü )?arama",
)
_UNITS = {
    **dict.fromkeys(["h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure"], 3600),
    **dict.fromkeys(["heures", "hora", "horas", "ora", "ore", "uur", "u", "godz", "sa"], 3600),
    **dict.fromkeys(["saat", "min", "mins", "minute", "minutes", "minuten", "minuto", "dk"], 60),
    **dict.fromkeys(["minutos", "minuti", "minuut", "m", "s", "sec", "secs", "second"], 60),
    **dict.fromkeys(["s", "sec", "secs", "second", "seconds", "sek", "sekunden", "seg", "sn"], 1),
}
_AMOUNT = re.compile(r"(\d{1,4})[ \xa0\u202f]?([^\W\d_]+)\.?")
_CALL = re.compile(
    rf"(?:{'|'.join(sorted(_CALLS, key=len, reverse=True))})[,.:]?[ \xa0\u202f]+"
    r"(?P<long>(?:\d{1,4}[ \xa0\u202f]?[^\W\d_]+\.?,?[ \xa0\u202f]*){1,3})\Z"
)
# "Voice call, No answer": what follows WhatsApp's mark has no figures.
_CALLED = re.compile(rf"(?:{'|'.join(_CALLS)})[,.:][ \xa0\u202f]*(?P<how>[^\d\n]{{2,60}})\Z")
_NO_ANSWER = re.compile(
    r"no answer|declined|keine antwort|abgelehnt|pas de réponse|sin respuesta|nessuna risposta"
    r"|sem resposta|não atendida|geen antwoord|brak odpowiedzi|cevap yok|yanıt yok",
    re.IGNORECASE,
)

# Notices that an iPhone since 2024 puts into the mouth of whom they are about, or of the group.
_NOTICE = re.compile(
    r"(?:Messages (?:and calls|you send)|Nachrichten (?:und Anrufe|in diesem Chat|an diese Gruppe)"
    r"|Les messages|Los mensajes|I messaggi|As mensagens|Berichten en|Wiadomości i|Mesajlar ve)\b"
    r"[^\n]{0,80}(?:end-to-end|Ende-zu-Ende|bout en bout|extremo a extremo|ponta a ponta"
    r"|ponto a ponto|szyfrowan|uçtan uca)"
    r"|(?:Your security code|(?:Deine|Ihre) Sicherheitsnummer|(?:Dein|Ihr) Sicherheitscode"
    r"|(?:Votre|Ton) code de sécurité|(?:Tu|Su) código de seguridad|Il tuo codice di sicurezza"
    r"|(?:O )?[sS]eu código de segurança|Je beveiligingscode|Twój kod bezpieczeństwa"
    r"|[^\n]{0,80} ile güvenlik kodunuz)\b"
)
_YOU = (
    r"(?:You|Du hast|Sie haben|Vous avez|Tu as|Has|Hai|Você|Je hebt|U hebt)"
    r"|(?:Creaste|Añadiste|Agregaste|Eliminaste|Cambiaste|Saliste|Moderaste)"
)
_DID = (
    r"created (?:this |the )?(?:group|community)|added|removed|left|joined|changed"
    r"|turned (?:on|off)|pinned|started a|is now an admin|is no longer an admin|updated"
    r"|(?:is a|is your) contact|blocked|unblocked|were added|requested to join|was added|reset"
    r"|hat [^\n]{0,120}(?:hinzugefügt|entfernt|geändert|verlassen|erstellt|angeheftet|gestartet)"
    r"|hat (?:den Betreff|die Gruppe|das Gruppenbild|die Gruppenbeschreibung)\b"
    r"|hat zu [^\n]{0,60} gewechselt|hat eine neue Telefonnummer|hinzugefügt|entfernt|geändert"
    r"|erstellt|verlassen|ist (?:jetzt|kein|nun|der Gruppe|über|mit)\b|wurde|blockiert"
    r"|a (?:créé|ajouté|retiré|quitté|modifié|changé|rejoint|supprimé)|créé|ajouté|retiré|quitté"
    r"|(?:creó|añadió|agregó|eliminó a|quitó|salió|cambió|se unió)|creado|añadido|cambiado"
    r"|ha (?:creato|aggiunto|rimosso|abbandonato|lasciato|cambiato|modificato)|è entrat[oa]"
    r"|creato|aggiunto|rimosso|abbandonato|lasciato"
    r"|criou|adicionou|removeu|saiu|mudou|entrou|alterou"
    r"|heeft [^\n]{0,120}(?:toegevoegd|verwijderd|verlaten|gewijzigd|gemaakt|aangemaakt)"
    r"|toegevoegd|verwijderd|gewijzigd|neemt (?:nu )?deel|is toegetreden"
    r"|(?:utworzył|dodał|usunął|opuścił|zmienił|dołączył)(?:\(?[aą]\)?)?"
    r"|[^\n]{0,120}(?:grubunu? oluşturdu|ekledi|çıkardı|ayrıldı|değiştirdi|katıldı)"
)
_OF_A_GROUP = re.compile(
    rf"(?:{_YOU}) (?:[^\n]{{0,120}} )?(?:{_DID})\b|(?:{_YOU})\b[^\n]{{0,40}}group"
)
_DOES = re.compile(rf" (?:{_DID})\b")
_MINE = re.compile(
    r"You deleted this message|Du hast diese Nachricht gelöscht|Sie haben diese Nachricht gelöscht"
    r"|(?:Vous avez|Tu as) supprimé ce message|Eliminaste este mensaje|Has eliminado este mensaje"
    r"|Hai eliminato questo messaggio|Você apagou esta mensagem|Apagaste esta mensagem"
    r"|Je hebt dit bericht verwijderd|Usunięto tę wiadomość przez Ciebie|Bu mesajı sildiniz"
)
NOBODY = frozenset(["broadcast", "business"])
"""What a chat may be that is none between people."""
MACHINES = frozenset(["meta ai", "whatsapp", "whatsapp business"])
_GROUP = re.compile(r"group|Gruppe|groupe|grupo|gruppo|groep|grup|community", re.IGNORECASE)
_BROADCAST = re.compile(
    r"broadcast ?list|Broadcast-?Liste|lista de difusión|liste de diffusion|lista broadcast"
    r"|lista de transmissão|verzendlijst|lista (?:wysyłkowa|rozgłoszeniowa)|toplu mesaj listesi",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"(?:business account|Unternehmenskonto|Business-Account|compte professionnel"
    r"|cuenta de empresa|account (?:business|aziendale)|conta comercial|zakelijk account"
    r"|konto (?:firmowe|biznesowe)|işletme hesabı|uses a secure service from Meta)",
    re.IGNORECASE,
)

# How the text of a line begins that WhatsApp may have written; all others are not looked at.
BEGINNINGS = tuple(
    dict.fromkeys(
        (
            *_CALLS,
            *_MISSED_BEGIN,
            *("Messages ", "Nachrichten ", "Les messages ", "Los mensajes ", "I messaggi "),
            *("As mensagens ", "Berichten ", "Wiadomości ", "Mesajlar ", "Your security code "),
            *(
                "Deine Sicherheits",
                "Dein Sicherheits",
                "Ihre Sicherheits",
                "Votre code ",
                "Ton code ",
            ),
            *("Tu código ", "Su código ", "Il tuo codice ", "Seu código ", "O seu código "),
            *("Je beveiligings", "Twój kod ", "You ", "Du hast ", "Sie haben ", "Vous avez "),
            *("Tu as ", "Hai ", "Você ", "Apagaste ", "Je hebt ", "U hebt ", "Has eliminado "),
            *("Eliminaste ", "Usunięto ", "Bu mesajı "),
        )
    )
)


def what_it_is(text: str, author: str, *, is_marked: bool) -> tuple[Line, float | None]:
    """Say what a line with an author is, by its text, and how many hours a call took.

    Parameters
    ----------
    text : str
        Its first line, without marks.
    author : str
        Whom it names before the colon.
    is_marked : bool
        Whether WhatsApp's own mark (U+200E) stands before the text: what a person writes has none.

    Examples
    --------
    >>> what_it_is("Voice call, 30 min", "Ben", is_marked=True)
    (<Line.CALL: 2>, 0.5)
    >>> what_it_is("You added Priya.", "Priya", is_marked=False)[0]
    <Line.SYSTEM: 1>
    """
    if (call := _CALL.match(text)) is not None:
        units = [(int(n), _UNITS.get(unit.casefold())) for n, unit in _AMOUNT.findall(call["long"])]
        known = [n * seconds for n, seconds in units if seconds is not None]
        return (Line.CALL, sum(known) / 3600) if known else (Line.CALL, None)
    called = _CALLED.match(text)
    if _MISSED.match(text) or (called and (is_marked or _NO_ANSWER.match(called["how"]))):
        return Line.MISSED, None
    if _MINE.match(text):
        return Line.MINE, None
    if _NOTICE.match(text):
        return Line.SYSTEM, None
    # "Priya: You added Priya.", "Boris: Boris created group": the author is in the text again.
    if text.startswith(author) and _DOES.match(text, len(author)):
        return Line.SYSTEM, None
    if (author in text or is_marked) and _OF_A_GROUP.match(text):
        return Line.SYSTEM, None
    if is_marked and _DOES.search(text[:200]) and "<" not in text:
        return Line.SYSTEM, None
    return Line.MESSAGE, None


def is_notice(author: str) -> bool:
    """Say whether what stands before a colon is a notice of WhatsApp: a subject may have a colon.

    Examples
    --------
    >>> is_notice('Ben changed the subject from "A" to "B'), is_notice("Ben Okafor")
    (True, False)
    """
    return len(author) > 8 and (_DOES.search(author) is not None or bool(_NOTICE.match(author)))


def kind_of_chat(notice: str) -> str:
    """What does a notice show the chat to be: a group, a broadcast list, a business? Empty if none.

    Examples
    --------
    >>> kind_of_chat("This chat is with a business account."), kind_of_chat("Ben created group")
    ('business', 'group')
    """
    # "Messages to this group are encrypted" stands in groups, too.
    for kind, shows in (("broadcast", _BROADCAST), ("business", _BUSINESS), ("group", _GROUP)):
        if shows.search(notice):
            return kind
    return "group" if named_in_notice(notice) else ""


_NAMED = (
    re.compile(r"(?P<one>[^\n]{1,80}?) added (?P<many>[^\n]{1,4000})"),
    re.compile(r"(?P<one>[^\n]{1,80}?) hat (?P<many>[^\n]{1,4000}?) hinzugefügt\.?"),
    re.compile(r"(?P<one>[^\n]{1,80}?) (?:left|removed [^\n]+|created (?:this )?group[^\n]*)"),
    re.compile(r"(?P<one>[^\n]{1,80}?) hat (?:die Gruppe [^\n]*|[^\n]+ entfernt)\.?"),
    re.compile(r"(?P<one>[^\n]{1,80}?) joined using [^\n]*"),
    re.compile(r"(?P<one>[^\n]{1,80}?) ist (?:\w+ Gruppe )?(?:mit|über) [^\n]*(?:Link|link)[^\n]*"),
    re.compile(
        r"(?P<one>[^\n]{1,80}?) (?:salió|a quitté|saiu|ha abbandonato|heeft de groep)[^\n]*"
    ),
)
_BETWEEN = re.compile(r", | and | und |\u060c ")
OWNERS_NAMES = frozenset(["you", "du", "sie", "vous", "tú", "você", "jij", "siz", "dich", "te"])


def named_in_notice(text: str) -> list[str]:
    """Whom does a notice name as one of the group? Those too who never wrote.

    Examples
    --------
    >>> named_in_notice("Ben added Carla and Emil")
    ['Ben', 'Carla', 'Emil']
    """
    for pattern in _NAMED:
        if (found := pattern.fullmatch(text.rstrip("."))) is not None:
            told = found.groupdict()
            names = [told["one"], *_BETWEEN.split(told.get("many") or "")]
            return [n for name in names if (n := name.strip()) and n.casefold() not in OWNERS_NAMES]
    return []
