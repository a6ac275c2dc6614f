"""What mail programs call the folders and labels of trash, spam and drafts, in many languages.

Thunderbird, Apple Mail and Outlook in the languages of those who may send an export, and Gmail in
all of its own; they are compared by
``label_key``.
"""

from __future__ import annotations

import re
import unicodedata


TRASH = (
    *("trash", "deleted", "deleted items", "deleted messages", "corbeille", "cestino", "kosz"),
    *("recoverable items", "deletions", "purges", "trash can", "wastebasket", "recycle bin"),
    *("mülleimer", "müll", "supprimés", "verwijderd", "prullenmand", "eliminados", "reciclagem"),
    *("elementos borrados", "itens eliminados", "esborrats", "raderade", "borttagna objekt"),
    *("slettede elementer", "slettet", "poistetut", "usunięte", "elementy usunięte", "vymazané"),
    *("odstraněná pošta", "törölt elemek", "lomtár", "smetnjak", "izbrisano", "izbrisane stavke"),
    *("kustutatud", "ištrinta", "dzēstie vienumi", "șterse", "elemente șterse", "coşul de gunoi"),
    *("удалённые", "видалені", "изтрити", "διαγραμμένα", "silinmiş öğeler", "פח אשפה"),
    *("حذف\u200cشده\u200cها", "垃圾箱", "已删除的邮件", "削除済みアイテム", "지운 편지함"),
    *("elementi eliminati", "elementos eliminados", "éléments supprimés", "messages supprimés"),
    *("gelöscht", "gelöschte elemente", "gelöschte objekte", "papierkorb", "itens excluídos"),
    *("lixeira", "lixo", "papelera", "posta eliminata", "prullenbak", "verwijderde items"),
    *("papperskorgen", "borttaget", "papirkurv", "papirkurven", "slettet post", "roskakori"),
    *("rusl", "prügikast", "miskaste", "šiukšliadėžė", "koš", "kôš", "kuka", "coș de gunoi"),
    *("otpad", "smeće", "отпад", "кошче", "корзина", "удаленные", "кошик", "сметнік"),
    *("κάδος απορριμμάτων", "κάδος", "çöp kutusu", "çöp", "paperera", "papeleira"),
    *("zakarrontzia", "sampah", "tong sampah", "basurahan", "thùng rác", "ถังขยะ", "tupio"),
    *("asblik", "sbwriel", "bruscar", "ゴミ箱", "垃圾桶", "已删除邮件", "已删除", "휴지통"),
    *("المهملات", "سلة المهملات", "אשפה", "زباله‌دان", "سطل زباله", "ردی کی ٹوکری", "रद्दी"),
    *("ट्रैश", "कचरा", "ট্র্যাশ", "குப்பை", "ట్రాష్", "ટ્રૅશ", "ಟ್ರ್ಯಾಶ್", "ട്രാഷ്"),
    *("කුණු කූඩය", "աղբարկղ", "ნაგავი", "хогийн сав", "ធុងសំរាម", "ຖັງຂີ້ເຫຍື້ອ"),
)
SPAM = (
    *("spam", "junk", "junk e-mail", "junk email", "junk mail", "junk-e-mail", "bulk mail"),
    *("probably spam", "certain spam", "likely spam", "spam mail", "spamordner", "spam pošta"),
    *("no deseado", "spam y correo no deseado", "indesiderata", "ongewenst", "uønsket"),
    *("lixo eletrônico", "lixo eletrónico", "lixo electrónico", "correio não solicitado"),
    *("wiadomości-śmieci", "wiadomości śmieci", "niechciane", "nevyžádané", "neželena pošta"),
    *("mesaje nesolicitate", "nesolicitat", "e-mail nedorit", "небажана пошта", "нежелана поща"),
    *("ανεπιθύμητη αλληλογραφία", "gereksiz e-posta", "önemsiz e-posta", "อีเมลขยะ"),
    *("스팸메일함", "정크 메일", "스팸 편지함", "البريد العشوائي", "البريد غير الهام"),
    *("correo no deseado", "courrier indésirable", "indésirables", "pourriel", "correu brossa"),
    *("ongewenste e-mail", "posta indesiderata", "spamverdacht", "unerwünscht"),
    *("unerwünschte werbung", "skräppost", "søppelpost", "uønsket e-post", "uønsket mail"),
    *("roskaposti", "ruslpóstur", "rämpspost", "mēstules", "šlamštas", "nevyžádaná pošta"),
    *("nevyžiadaná pošta", "levélszemét", "neželjena pošta", "vsiljena pošta", "спам"),
    *("непожељно", "нежелана пошта", "нежелательная почта", "ανεπιθύμητα", "ανεπιθύμητη"),
    *("istenmeyen", "önemsiz", "gereksiz", "spama", "thư rác", "จดหมายขยะ", "barua taka"),
    *("gemors", "sbam", "turscar", "迷惑メール", "垃圾邮件", "垃圾郵件", "스팸함", "스팸"),
    *("الرسائل غير المرغوب فيها", "غير مرغوب فيه", "דואר זבל", "ספאם", "هرزنامه"),
    *("سپیم", "स्पैम", "स्पॅम", "স্প্যাম", "ஸ்பேம்", "స్పామ్", "સ્પામ", "ಸ್ಪ್ಯಾಮ್", "സ്‌പാം", "സ്പാം"),
    *("අයාචිත තැපෑල", "սպամ", "სპამი", "សារឥតបានការ", "ສະແປມ"),
)
DRAFTS = (
    *(
        "draft",
        "drafts",
        "draftbox",
        "postponed",
        "postponed-msgs",
        "templates",
        "unsent messages",
        "borrador",
        "borradores",
        "bozza",
    ),
    *("bozze", "brouillon", "brouillons", "modèles", "concepten", "entwurf", "entwürfe"),
    *("vorlagen", "rascunho", "rascunhos", "wersje robocze", "utkast", "kladder", "luonnokset"),
    *("drög", "mustandid", "melnraksti", "juodraščiai", "koncepty", "piszkozatok", "kladde"),
    *("koncepti", "návrhy", "rozepsané", "nacrti", "konsep", "robocze", "kopie robocze", "szkice"),
    *("แบบร่าง", "草稿箱", "임시 보관함"),
    *("mesaje nefinalizate", "ciorne", "skice", "osnutki", "недовршене", "чернови"),
    *("черновики", "чернетки", "πρόχειρα", "taslaklar", "esborranys", "zirriborroak", "draf"),
    *("mga draft", "thư nháp", "ร่างจดหมาย", "rasimu", "konsepte", "drafftiau", "dréachtaí"),
    *("下書き", "草稿", "임시보관함", "المسودات", "טיוטות", "پیش‌نویس‌ها", "ڈرافٹس", "ड्राफ़्ट"),
    *("मसुदे", "খসড়াগুলি", "வரைவுகள்", "డ్రాఫ్ట్‌లు", "ડ્રાફ્ટ", "ಡ್ರಾಫ್ಟ್‌ಗಳು", "ഡ്രാഫ്‌റ്റുകൾ"),
    *("කෙටුම්පත්", "սևագրեր", "დრაფტები", "សេចក្ដីព្រាង", "ສະບັບຮ່າງ"),
)
CHATS = ("chat", "chats")

# How programs begin the subject of what nobody wrote, up to a colon: that somebody is away, that a
# mail was read, or could not be delivered, and what somebody answered to an invitation by a click.
_SUBJECTS = (
    *("automatic reply", "automatische antwort", "out of office", "out of office autoreply"),
    *(
        "ooo",
        "out of the office",
        "autoreply",
        "auto reply",
        "auto-reply",
        "automated reply",
        "auto response",
        "vacation reply",
    ),
    *("abwesenheitsnotiz", "abwesend", "abwesenheitsbenachrichtigung"),
    *("réponse automatique", "réponse automatisée", "absence du bureau", "absent du bureau"),
    *("risposta automatica", "fuori sede", "fuori ufficio", "respuesta automática"),
    *("fuera de la oficina", "fuera de oficina", "resposta automática", "ausência temporária"),
    *("fora do escritório", "automatisch antwoord", "afwezig", "afwezigheidsbericht"),
    *("automatiskt svar", "autosvar", "automatisk svar", "frånvaro", "ikke til stede"),
    *("automaattinen vastaus", "odpowiedź automatyczna", "autoodpowiedź"),
    *("automatická odpověď", "automatická odpoveď", "automatikus válasz", "răspuns automat"),
    *("samodejni odgovor", "automatski odgovor", "аутоматски одговор", "автоматичен отговор"),
    *("автоматический ответ", "автоответ", "автоматична відповідь", "αυτόματη απάντηση"),
    *("automaatvastus", "automātiska atbilde", "automatinis atsakymas", "otomatik yanıt"),
    *("自動応答", "自動返信", "自动回复", "自动答复", "自動回覆", "자동 회신", "자동 응답"),
    *("رد تلقائي", "תשובה אוטומטית", "ตอบกลับอัตโนมัติ", "trả lời tự động"),
    *("gelesen", "ungelesen gelöscht", "nicht gelesen", "lesebestätigung", "read", "not read"),
    *("read receipt", "lu", "non lu", "accusé de lecture", "leído", "no leído", "letto"),
    *("non letto", "lido", "não lida", "lida", "gelezen", "niet gelezen", "przeczytano"),
    *("undeliverable", "undelivered", "unzustellbar", "zugestellt", "delivered", "non remis"),
    *("delivery delayed", "delivery failure", "no se puede entregar", "non recapitabile"),
    *("returned mail", "message delayed", "relayed", "onbestelbaar"),
    *("new time proposed", "neuer zeitvorschlag", "meeting forward notification", "recall"),
    *("accepted", "tentatively accepted", "tentative", "declined", "zugesagt", "mit vorbehalt"),
    *("abgelehnt", "accepté", "provisoire", "refusé", "aceptado", "aceptada", "provisional"),
    *("rechazado", "rechazada", "accettato", "provvisorio", "rifiutato", "aceito", "aceite"),
    *("recusado", "recusada", "geaccepteerd", "voorlopig", "afgewezen", "zaakceptowano"),
    *("resposta automàtica", "poissa", "poza biurem", "mimo kancelář", "házon kívül"),
    *("ofis dışında", "вне офиса", "нет на работе", "fraværsmelding"),
    *("avböjt", "preliminärt", "avslått", "foreløpig", "afvist", "foreløbig", "hylätty"),
    *("alustava", "přijato", "odmítnuto", "předběžně přijato", "elfogadva", "elutasítva"),
    *("принято", "отклонено", "под вопросом", "kabul edildi", "reddedildi", "belirsiz"),
    *("已接受", "已拒绝", "暂定", "承諾", "辞退", "仮承諾", "수락됨", "거절됨", "미정"),
    *("odrzucono", "accepterat", "accepteret", "godtatt", "avvisat", "hyväksytty"),
)
# The same where no colon follows.
_BEGINNINGS = (
    *("delivery status notification", "mail delivery failed", "undelivered mail returned"),
    *("failure notice", "returned mail: ", "mail system error", "return receipt ("),
    *("empfangsbestätigung (", "warning: could not send message", "undeliverable mail"),
    *("message could not be delivered", "mail could not be delivered", "unzustellbare nachricht"),
    *("rückmeldung: unzustellbar", "nachricht nicht zugestellt", "delivery failure"),
)
# Notes says that Anna Berg is out of the office, or that Anna Berg/Contoso is, with no colon.
_AWAY = re.compile(
    r"(?:auto:\s*)?(?:\S+\s){1,4}?(?:(?:is|am|will be) (?:currently )?out of (?:the )?office"
    r"|ist (?:au(?:ß|ss)er haus|abwesend|nicht im (?:b(?:ü|ue)ro|haus))|est absente?\b)"
)
_AWAY_WORD = re.compile("office|haus|b(?:ü|ue)ro|abwesend|absent")


def label_key(name: str) -> str:
    """Write a name so that two spellings of it compare equal.

    Examples
    --------
    >>> label_key(" Κάδος") == label_key("ΚΆΔΟΣ")
    True
    """
    # In lower case the dot of a Turkish capital is a letter of its own.
    return unicodedata.normalize("NFC", name).strip().casefold().replace("i\u0307", "i")


_AUTOMATIC = frozenset(map(label_key, _SUBJECTS))


def is_automatic_subject(subject: str) -> bool:
    """Say whether a subject is one of those of which nobody writes a mail.

    Examples
    --------
    >>> is_automatic_subject("Gelesen: Hallo"), is_automatic_subject("Re: Hello")
    (True, False)
    """
    begins = label_key(subject).replace("\uff1a", ":")
    if begins.partition(":")[0].rstrip() in _AUTOMATIC or begins.startswith(_BEGINNINGS):
        return True
    return _AWAY_WORD.search(begins) is not None and _AWAY.match(begins) is not None
