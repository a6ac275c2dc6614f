"""Japanese names: kana, the commonest names in characters, and the ways to write them in Latin."""

from __future__ import annotations

import re
from functools import lru_cache

from netzwerkwandel.identity.tables import by_written, entries


_FAMILIES = """
sato:佐藤,左藤 suzuki:鈴木 takahashi:高橋,髙橋 tanaka:田中 ito:伊藤,伊東
watanabe:渡辺,渡邊,渡邉,渡部 yamamoto:山本 nakamura:中村 kobayashi:小林 kato:加藤 yoshida:吉田
yamada:山田 sasaki:佐々木 yamaguchi:山口 matsumoto:松本 inoue:井上 kimura:木村 hayashi:林
saito:斎藤,斉藤,齋藤,齊藤 shimizu:清水 yamazaki:山崎 mori:森 ikeda:池田 hashimoto:橋本
abe:阿部,安部 ishikawa:石川 yamashita:山下 ogawa:小川 ishii:石井 hasegawa:長谷川 okada:岡田
goto:後藤 maeda:前田 fujita:藤田 kondo:近藤 endo:遠藤 aoki:青木 sakamoto:坂本,阪本 murakami:村上
ota:太田,大田 kaneko:金子 fujii:藤井 fukuda:福田 nishimura:西村 miura:三浦 takeuchi:竹内,武内
nakagawa:中川 okamoto:岡本 matsuda:松田 harada:原田 nakano:中野 ono:小野,大野 tamura:田村
fujiwara:藤原 nakayama:中山 ishida:石田 kojima:小島,児島 wada:和田 morita:森田 uchida:内田
shibata:柴田 sakai:酒井,坂井 hara:原 takagi:高木 yokoyama:横山 miyazaki:宮崎 ueda:上田,植田
ueno:上野 miyamoto:宮本 sugiyama:杉山 imai:今井 maruyama:丸山 masuda:増田,益田 kono:河野
takada:高田 fujimoto:藤本 murata:村田 takeda:武田,竹田 sugawara:菅原 hirano:平野 otsuka:大塚
sano:佐野 arai:新井,荒井 kudo:工藤 chiba:千葉 kubo:久保 matsui:松井 nomura:野村 iwasaki:岩崎
sakurai:桜井,櫻井 kinoshita:木下 noguchi:野口 matsuo:松尾 kikuchi:菊地,菊池 sugimoto:杉本
furukawa:古川 shimada:島田,嶋田 mizuno:水野 nishida:西田 onishi:大西 kawaguchi:川口 kitamura:北村
yasuda:安田 kuroda:黒田 iwata:岩田 kawasaki:川崎 honda:本田 uehara:上原 higashi:東 hirata:平田
iida:飯田 minami:南 kawamura:川村,河村 tsuchiya:土屋 nakai:中井 yoshikawa:吉川 kubota:久保田
sekiguchi:関口 okuda:奥田 oshima:大島 nagai:永井,長井 asano:浅野 ishihara:石原 matsuura:松浦
hattori:服部 ando:安藤 hirose:広瀬,廣瀬 murai:村井 kawakami:川上,河上 oda:小田,織田 nishi:西
kuwahara:桑原 tsuji:辻 ozaki:尾崎 nagata:永田,長田 kitagawa:北川 tani:谷 koyama:小山 oyama:大山
seki:関 oishi:大石 miyake:三宅 katayama:片山 matsushita:松下 nakanishi:中西 nakajima:中島,中嶋
hamada:浜田,濱田 hori:堀 nagano:長野 okazaki:岡崎 mochizuki:望月 taniguchi:谷口 honma:本間
kawai:河合,川井 mizutani:水谷 matsuoka:松岡 baba:馬場 araki:荒木 tsuda:津田 nakata:中田
takano:高野 hotta:堀田 yano:矢野 ohashi:大橋 nishikawa:西川 nozaki:野崎 shimura:志村 oe:大江
ozawa:小沢,小澤 osawa:大沢,大澤 miyazawa:宮沢,宮澤
"""
_GIVEN = """
taro:太郎 ichiro:一郎 jiro:二郎,次郎 saburo:三郎 hanako:花子 kenichi:健一,賢一,謙一,憲一
kenji:健二,賢治,健司,健治 kenta:健太 ken:健,賢 takashi:隆,孝,崇,貴 takeshi:武,健,剛
hiroshi:浩,博,宏,寛,弘 makoto:誠,真 satoshi:聡,智 akira:明,彰,晃 osamu:修,治 shigeru:茂
minoru:実,稔 susumu:進 mamoru:守 isamu:勇 yutaka:豊,裕 tetsuya:哲也 tatsuya:達也,竜也 kazuya:和也
takuya:拓也,卓也 naoya:直也 shinya:真也,伸也 tomoya:智也,友也 yuya:裕也,優也 daisuke:大輔,大介
shunsuke:俊介,駿介 kosuke:浩介,康介 ryosuke:亮介,良介 keisuke:圭介,啓介 yusuke:祐介,雄介,裕介
shota:翔太 ryota:亮太,良太 yuta:雄太,優太 kota:康太 sota:颯太 daiki:大樹,大輝 naoki:直樹
hideki:秀樹,英樹 masaki:正樹,雅樹 yuki:雪,由紀,幸,優希,勇気,有紀,由貴 haruki:春樹 tomoki:智樹
masaru:勝 kazuo:和夫,一夫 yoshio:義雄,良夫 masao:正雄 hideo:英雄,秀雄 akio:昭夫 toshio:俊夫,敏夫
norio:紀夫,則夫 ryo:涼,亮,諒 jun:純,淳,潤 kenichiro:健一郎 shinichi:真一,伸一,慎一
koichi:浩一,光一,幸一 junichi:純一,順一,淳一 eiichi:栄一 ryuichi:龍一,竜一,隆一
kazuhiro:和弘,和宏,和博 yasuhiro:康弘,泰弘 masahiro:正弘,雅弘,政弘 takahiro:隆弘,貴弘,孝弘
akihiro:明弘 nobuhiro:信弘 yoshihiro:義弘,吉弘 kazuki:和樹,一樹 masato:正人,真人,雅人 hiroto:大翔
haruto:陽翔 ren:蓮 yuto:悠斗 minato:湊 hayato:隼人 naoto:直人 yukio:幸夫 shoji:昭二
koji:浩二,浩司,孝司 seiji:誠二,誠司 shuji:修司,修二 yuji:裕二,雄二 shinji:真司,伸二,慎二
kenzo:健三 shinzo:晋三 junko:順子,純子,淳子 keiko:恵子,圭子,啓子 yoko:洋子,陽子,容子
kyoko:京子,恭子 yuko:裕子,優子,祐子,夕子 noriko:典子,紀子,法子 kazuko:和子 sachiko:幸子
yoshiko:良子,佳子,芳子 michiko:道子,美智子 akiko:明子,晶子,秋子 fumiko:文子
hiroko:裕子,弘子,博子,浩子 takako:孝子,貴子 tomoko:智子,友子,朋子 masako:雅子,正子 reiko:玲子,礼子
eiko:栄子,英子 mariko:真理子,麻里子 yumiko:由美子,弓子 emiko:恵美子 kumiko:久美子 naoko:直子,尚子
ayako:綾子,彩子 atsuko:敦子 chieko:千恵子 setsuko:節子 kimiko:君子 miyuki:美幸,美雪 megumi:恵
misaki:美咲 haruka:遥,春香,遥香 sakura:桜 aoi:葵 yui:結衣 ai:愛 mai:舞,麻衣 emi:恵美,絵美
yumi:由美 mika:美香,美佳 naomi:直美 akemi:明美 tomomi:智美,友美 kazumi:和美 hitomi:瞳
kaori:香織,香 shiori:詩織,栞 midori:緑 aya:彩,綾 miho:美穂 maki:真紀,真希 mami:真美 rie:理恵
chika:千佳 nana:奈々 rina:里奈 mana:愛 hina:陽菜 asuka:明日香 ayaka:彩香,綾香 honoka:穂花
momoko:桃子 natsumi:夏美,菜摘 natsuki:夏樹 chihiro:千尋 kana:加奈 saori:沙織 yukari:由香里
eri:絵里,恵理 mayumi:真由美 mayu:真由 miki:美紀,美樹 tetsuo:哲夫 ikuo:郁夫 tsuyoshi:剛,毅
wataru:渉,亘 kaoru:薫 tsutomu:勉,努 hikaru:光 kei:圭,慶 rei:玲,礼 sho:翔 dai:大 shin:真,慎 go:豪
nozomi:希,望 ayumi:歩 izumi:泉 rumi:留美 risa:理沙 yasuko:康子,泰子 nobuko:信子 haruko:春子,晴子
etsuko:悦子 kayoko:佳代子 sumire:菫 chiyo:千代 kiyoshi:清 tadashi:正,忠 hajime:一,肇 manabu:学
noboru:昇 kaito:海斗 riku:陸 yamato:大和 itsuki:樹 sora:空 yua:結愛 mio:美桜,澪 rin:凛 himari:陽葵
"""

_KANA = dict(
    zip(
        "アイウエオカキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノハヒフヘホバビブベボパピプペポ"
        "マミムメモヤユヨラリルレロワヲンヴァィゥェォャュョッー",
        (
            "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te"
            " to da ji zu de do na ni nu ne no ha hi fu he ho ba bi bu be bo pa pi pu pe po ma mi"
            " mu me mo ya yu yo ra ri ru re ro wa o n vu _a _i _u _e _o _ya _yu _yo + -"
        ).split(),
        strict=True,
    )
)
# A small one takes the vowel's place: シ and ュ are shu, キ and ョ kyo; ッ doubles what follows.
_SMALL = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        *((r"(?<=sh|ch)i_y?", ""), (r"(?<=j)i_y?", ""), (r"[aiueo]_", ""), (r"\+(\w)", r"\1\1")),
        (r"(\w)-", r"\1\1"),
    )
)
_MORAS = re.compile(
    r"(?:(?:(?:sh|ch|ts|ss|tt|kk|pp|cch|tch|[kgsztdnhbpmrjfw]?y?)[aeiou]h?|n(?![aeiouy]))|m(?=[bp]))+"
)
_ONE_FORM = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        *((r"([aeiou])h(?![aeiou])", r"\1"), ("ou|oo", "o"), ("uu", "u"), ("ii", "i")),
        *(("s(?:h|y)(?=[auoei])|s(?=i)", "sh"), ("t(?:ch|y)|cch|ty|t(?=i)|ch", "ch")),
        *(("tsu|tu", "tsu"), ("hu", "fu"), ("d?z(?=i)|[jz]y|j|d(?=i)", "j"), ("dz", "z")),
        *(("m(?=[bp])", "n"), (r"([kstp])\1", r"\1"), ("l", "r")),
    )
)


@lru_cache(maxsize=65_536)
def japanese_form(text: str) -> str:
    """Bring the ways to write a Japanese name to one form; empty where it cannot be one.

    Examples
    --------
    >>> japanese_form("satoh"), japanese_form("sinichi"), japanese_form("schmidt")
    ('sato', 'shinichi', '')
    """
    if not _MORAS.fullmatch(text):
        return ""
    for pattern, form in _ONE_FORM:
        text = pattern.sub(form, text)
    return text


FAMILIES, GIVEN = (
    by_written(((japanese_form(head), written) for head, written in entries(table)), form=str)
    for table in (_FAMILIES, _GIVEN)
)


def in_romaji(kana: str) -> str:
    """Write kana in Latin letters; empty where there is another sign.

    Examples
    --------
    >>> in_romaji("たろう"), in_romaji("シュミット"), in_romaji("太郎")
    ('tarou', 'shumitto', '')
    """
    # Hiragana stand 96 places before the katakana of the same sound.
    text = (chr(ord(c) + 96) if "ぁ" <= c <= "ゖ" else c for c in kana)
    told = [_KANA.get(char) for char in text]
    word = "".join(each for each in told if each)
    for pattern, form in _SMALL:
        word = pattern.sub(form, word)
    return word if None not in told else ""


def parted_japanese(text: str) -> tuple[str, str]:
    """Part a name in characters after the longest family that is known; empty where none is.

    Examples
    --------
    >>> parted_japanese("長谷川太郎"), parted_japanese("王小明")
    (('長谷川', '太郎'), ('', ''))
    """
    for cut in range(min(3, len(text)), 0, -1):
        if text[:cut] in FAMILIES:
            return text[:cut], text[cut:]
    return "", ""


def japanese_readings(written: str, known: dict[str, frozenset[str]]) -> frozenset[str]:
    """How a word in characters or kana may be read, in the one form; by a table where it needs one.

    Examples
    --------
    >>> sorted(japanese_readings("裕子", GIVEN)), sorted(japanese_readings("さくら", GIVEN))
    (['hiroko', 'yuko'], ['sakura'])
    """
    told = japanese_form(in_romaji(written)) if written else ""
    return frozenset([told]) if told else known.get(written, frozenset())
