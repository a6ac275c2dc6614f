"""Chinese names: which syllable of pinyin did Wade and Giles, or a clerk in Hong Kong, write?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from netzwerkwandel.identity.pinyin import PINYIN
from netzwerkwandel.identity.tables import by_written, entries


_MOST_SYLLABLES = 3
_MOST_READINGS = 24
_LONGEST = 6

_FINALS = """
-:a,ai,an,ang,ao,e,ei,en,er,ou
b:a,o,ai,ei,ao,an,en,ang,eng,i,ie,iao,ian,in,ing,u
p:a,o,ai,ei,ao,ou,an,en,ang,eng,i,ie,iao,ian,in,ing,u
m:a,o,e,ai,ei,ao,ou,an,en,ang,eng,i,ie,iao,iu,ian,in,ing,u f:a,o,ei,ou,an,en,ang,eng,u
d:a,e,ai,ei,ao,ou,an,en,ang,eng,ong,i,ie,iao,iu,ian,ing,u,uo,ui,uan,un
t:a,e,ai,ao,ou,an,ang,eng,ong,i,ie,iao,ian,ing,u,uo,ui,uan,un
n:a,e,ai,ei,ao,ou,an,en,ang,eng,ong,i,ie,iao,iu,ian,in,iang,ing,u,uo,uan,v,ve
l:a,e,ai,ei,ao,ou,an,ang,eng,ong,i,ia,ie,iao,iu,ian,in,iang,ing,u,uo,uan,un,v,ve
g,k,h:a,e,ai,ei,ao,ou,an,en,ang,eng,ong,u,ua,uo,uai,ui,uan,un,uang
j,q,x:i,ia,ie,iao,iu,ian,in,iang,ing,iong,u,ue,uan,un
zh,ch,sh:i,a,e,ai,ei,ao,ou,an,en,ang,eng,ong,u,ua,uo,uai,ui,uan,un,uang
r:i,e,ao,ou,an,en,ang,eng,ong,u,uo,ui,uan,un
z,c,s:i,a,e,ai,ei,ao,ou,an,en,ang,eng,ong,u,uo,ui,uan,un
y:a,e,ao,ou,an,in,ang,ing,ong,i,u,ue,uan,un w:a,o,ai,ei,an,en,ang,eng,u
"""
PINYIN_SYLLABLES = frozenset(
    f"{initial.strip('-')}{final}"
    for line in _FINALS.split()
    for initial in line.partition(":")[0].split(",")
    for final in line.partition(":")[2].split(",")
)

# What Wade and Giles wrote before the vowel, without its apostrophe, and the whole syllables that
# they wrote otherwise; then the vowels, of which the longest that fits is taken.
_WADE_INITIALS = {
    "zh": "ch",
    "j": "ch",
    "q": "ch",
    "z": "ts",
    "c": "ts",
    "x": "hs",
    "r": "j",
    "b": "p",
    "d": "t",
    "g": "k",
}
_WADE_WHOLE = {
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tzu",
    "si": "szu",
    "ye": "yeh",
    "yue": "yueh",
    "yan": "yen",
    "yong": "yung",
    "you": "yu",
    "er": "erh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "gui": "kuei",
    "kui": "kuei",
    "guo": "kuo",
    "kuo": "kuo",
    "huo": "huo",
    "shuo": "shuo",
    "yi": "i",
    "lve": "lueh",
}
_WADE_FINALS = (
    *(("iong", "iung"), ("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh")),
    *(("ve", "ueh"), ("uo", "o"), ("v", "u")),
)

# By the ear of Canton, Hong Kong, Taiwan and Singapore: the syllables of given names.
_BY_EAR = """
ka:jia,ga kar:jia ing:ying wai:wei,hui man:wen,min,man chi:zhi,ci,qi tai:da,dai,tai ho:hao,he,ke
keung:qiang,jiang kwok:guo wah:hua chun:jun,zhen,chun,quan yee:yi,er,yu yin:yan,yin,xian
siu:xiao,shao,zhao kin:jian fai:hui hing:xing,qing hung:hong,xiong,kong kit:jie lok:le,luo
lung:long nam:nan on:an pak:bai,bo pui:pei,bei sang:sheng shing:cheng,sheng,xing sau:xiu,shou
sing:xing,sheng,cheng sum:xin,shen sze:si tak:de tin:tian,ting tsz:zi,zhi tung:dong,tong,dong
wing:yong,rong yan:ren,en,xin,yin yat:yi,ri yiu:yao yuk:yu,yue yuen:yuan,yuan,yan kei:qi,ji
kwan:jun,kun,guan,qun lam:lan,lin wan:yun,wen,huan chiu:chao,zhao,qiu,qiao cheuk:zhuo
chung:zhong,cong,song fung:feng hoi:hai,kai hon:han kam:jin,gan kong:gang,guang,jiang kwong:guang
leung:liang mo:wu,mu oi:ai po:bao,bo,pu shun:shun suet:xue tsun:jun,zun wa:hua yeuk:ruo
yung:rong,yong,yong choi:cai ching:qing,jing,zheng,cheng,zhen,zhang cheung:zhang,xiang,chang,xiang
hei:xi him:qian kiu:qiao,jiao kuen:quan,juan lik:li ngai:yi,wei nga:ya shuk:shu sin:shan,xian,qian
wo:he,huo yui:rui kui:ju kai:jie,qi,kai,ji pang:peng,pang biu:biao bun:bin yau:you yip:ye,ye
fan:fen,fan fong:fang,huang fu:fu,fu hau:hou,xiao hiu:xiao hok:xue,he mei:mei,wei ying:ying
lai:li,lai lee:li ling:ling ming:ming sui:shui,rui tat:da yim:yan,yan yik:yi yun:yun,ren,en chak:ze
kim:jian,jin heng:xing,heng boon:wen beng:ming hock:fu choo:zhu kheng:qing kiat:jie
seng:cheng,sheng siew:xiu,xiao swee:rui,shui teck:de thiam:tian huat:fa hwee:hui geok:yu bee:mei,mi
eng:ying,rong guan:yuan,guan hoon:yun,fen joo:ru lay:li leng:ling meng:ming peng:ping phaik:bi
poh:bao,bo soon:shun tiong:zhong wee:wei,huang yew:yao,you chin:zhen,jin,qin,zhan lian:lian
shiu:shao shu:shu jie:jie chien:jian,qian,jian chieh:jie hsiao:xiao lun:lun wen:wen jung:rong
yuh:yu ruey:rui shiou:xiu jiun:jun jiunn:jun jyun:jun shyan:xian chyi:qi jia:jia yeou:you
"""

_FAMILIES = """
chen:chan,tan,chern,chin,dan li:lee,lei,ly zhang:chang,cheung,teo,chong,cheong,jang,teoh
wang:wong,heng huang:hwang,wong,ng,wee,ooi,hoang,hwong lin:lam,lim liu:lau,low,liew,lew,lieu
yang:yeung,yeo,yong,young wu:ng,goh,woo,go zhou:chou,chow,chew,joe,jow,chau,chiu
xu:hsu,tsui,hui,koh,chui,shyu,shu sun:suen,soon,sung ma:mah zhu:chu,choo,chue,ju hu:woo,foo,ou
guo:kuo,kwok,quek,kwek,kok,quach he:ho,hoe gao:kao,ko,kor luo:lo,law,loh,lor zheng:cheng,tay,tee
liang:leung,leong,neo,niew,leang xie:hsieh,tse,chia,cheah,shieh,hsie song:sung,soong,shong
tang:tong,thong deng:teng,tang han:hon,hang feng:fung,foong,pang cao:tsao,cho,tso,tsaur
peng:pang,phang,pung zeng:tseng,tsang,chan,chang,jeng xiao:hsiao,siu,siew,shiau,shaw tian:tien,tin
dong:tung,toong pan:poon,phua,pun,phoon yuan:yuen,yuon cai:tsai,choi,chua,choy,tsay,chai
jiang:chiang,keung,kong,kiang,chiong,geung yu:yue,yee,yoo,u,yui du:tu,to,toh ye:yeh,yeap,yip,yap,ip
cheng:ching,cherng,tseng,zeng wei:ngai,gwee,wai su:so,soh,soo,sou lv:lui,loo,lu,lyu,leu
ding:ting,deng ren:jen,yam,yum lu:loke,luk,loo,look yao:yiu,yau shen:sum,sim,sham,shum
zhong:chung,choong,tsung fu:foo,poh,fuh cui:tsui,chui,chwei fan:faan,huan,farn jin:chin,kam,king
wan:man,wann qiu:chiu,yau,khoo,chiou,hiew,chew,koo hong:hung,ang,horng shi:shih,sze,see,sy,szeto
kong:hung,koong bai:pai,pak,peh hou:hau,hao ou:au,ow,ao ouyang:owyang,auyeung,aoyang,auyang
situ:seetho,szeto,seto mo:mok,moh mai:mak guan:kwan,kuan,kwun kuang:kwong,kong gu:ku,koo
xue:hsueh,sit,siet lei:lui,looi yan:yim,gan,ngan,yen,ngiam mei:mui,moy,boey
qian:chien,tsin,chin,chyan yin:wan,yan,wen tao:tow,toh zou:tsou,chau,chow qi:chi,tsik,chai
xiong:hsiung,hung,shiung kang:hong shao:siu,shiu,shaw meng:mang,mong qin:chin,chun,tsin
jia:chia,ka,gu xia:hsia,ha,har fang:fong,hong,png long:lung,loong duan:tuan,tuen shang:seung,sheung
tan:tam,hom,thum lai:lye,laai liao:leow,liaw,liew,liu,lio zhan:chim,jim,tjam,chan
zhuang:chuang,chong,ching,chng gan:kam,kan cen:shum,sum pang:pong ke:ko,qua,kwa
ruan:yuen,nguyen,juan ning:neng niu:ngau nie:nip,nieh wen:man,boon,wan tu:to,two shu:su shui:sui
sima:szema,ssuma zhuge:chuko,chukot huangfu:hwangfu shangguan:sheungkwun zhan:chan miao:miu
yue:ngok zhai:chak,jack bao:pao,pau,bau ji:chi,kwai,kei,gi qiao:kiu,chiao hao:kok,hau gong:kung
ge:kot,ko xiang:hsiang,heung,hong xin:sun,hsin rong:jung,yung zhi:chih dai:tai,tay bian:pin,pien
yi:yik,i
"""

# Characters of names as they are written in Taiwan and Hong Kong, each before its short form.
_LONG_FORMS = (
    "陳陈張张劉刘黃黄楊杨趙赵吳吴孫孙馬马鄭郑謝谢許许韓韩馮冯鄧邓蕭萧呂吕蘇苏盧卢蔣蒋賈贾葉叶閻阎餘余鍾钟鐘钟譚谭陸陆範范韋韦"
    "鄒邹龍龙萬万錢钱湯汤賴赖龐庞歐欧嚴严偉伟強强傑杰華华麗丽鳳凤蘭兰國国軍军寶宝貴贵榮荣慶庆曉晓雲云鵬鹏飛飞靜静潔洁瓊琼穎颖"
    "瑩莹愛爱夢梦藝艺詩诗語语義义禮礼誠诚豐丰澤泽濤涛瀟潇濱滨東东興兴學学賢贤進进運运連连達达遠远銘铭鋒锋錦锦鈞钧鋼钢長长開开"
    "陽阳雙双順顺鴻鸿鶴鹤齊齐勝胜勳勋園园圓圆堅坚壽寿嬌娇寧宁嶺岭師师廣广張张後后從从懷怀應应揚扬擇择權权棟栋樂乐樺桦橋桥櫻樱"
    "歡欢漢汉潤润為为煥焕爾尔獻献瑤瑶環环畢毕發发碩硕禎祯穩稳純纯紅红紋纹紹绍維维綺绮緒绪績绩繼继羅罗聖圣聰聪聯联肅肃莊庄蓮莲"
    "藍蓝蘊蕴衛卫觀观詠咏誼谊談谈諾诺謙谦謹谨譽誉豔艳貞贞財财貝贝賓宾資资賀贺贊赞輝辉軒轩輔辅適适遙遥邁迈鄉乡鐵铁鑒鉴銀银銳锐鎮镇"
    "鏡镜閔闵閱阅關关際际隨随雋隽霽霁靈灵韻韵項项頤颐顏颜願愿顧顾風风馳驰駿骏魯鲁鮑鲍鳴鸣鵑鹃鶯莺麥麦黨党龔龚書书劍剑當当"
    "會会見见記记訓训計计詹詹嘯啸雖虽娛娱婭娅媽妈孃娘將将實实專专尋寻對对導导岡冈島岛樹树檜桧歷历歸归氣气"
)
SHORT_FORM = dict(zip(_LONG_FORMS[::2], _LONG_FORMS[1::2], strict=True))

_COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 司徒 夏侯 东方 皇甫 尉迟 公孙 令狐 慕容 端木 宇文 长孙 南宫 百里".split()
)


def _wade(syllable: str) -> str:
    """A syllable of pinyin as Wade and Giles write it, without apostrophes."""
    if syllable in _WADE_WHOLE:
        return _WADE_WHOLE[syllable]
    initial = next((i for i in ("zh", "ch", "sh") if syllable.startswith(i)), syllable[:1])
    final = syllable.removeprefix(initial)
    for pinyin, wade in _WADE_FINALS:
        if final.endswith(pinyin):
            final = final.removesuffix(pinyin) + wade
            break
    return _WADE_INITIALS.get(initial, initial) + final


_MEANINGS = by_written(
    [
        *((each, (each, _wade(each), each.replace("v", "u"))) for each in PINYIN_SYLLABLES),
        *((each, [written]) for written, meant in entries(_BY_EAR) for each in meant),
    ]
)
FAMILIES = by_written(
    (each, (each, _wade(each) if each in PINYIN_SYLLABLES else each, *others))
    for each, others in entries(_FAMILIES)
)
"""For a folded family name, in any of the ways to write it, what it is in pinyin."""


def given_readings(words: Sequence[str]) -> frozenset[str]:
    """Say what a given name of one to three syllables may be in pinyin; nothing for other words.

    Examples
    --------
    >>> sorted(given_readings(("hsiao", "ping")))
    ['xiaobing', 'xiaoping']
    >>> given_readings(("ngozi",))
    frozenset()
    """
    told: set[str] = set()
    for parts in _parted("".join(words), _MOST_SYLLABLES):
        options = [_MEANINGS[part] for part in parts]
        told.update(map("".join, islice(product(*options), _MOST_READINGS)))
    return frozenset(told)


def _parted(text: str, most: int) -> Iterator[tuple[str, ...]]:
    """All ways to part a text into syllables."""
    if text in _MEANINGS:
        yield (text,)
    for cut in range(1, min(_LONGEST + 1, len(text))) if most > 1 else ():
        if text[:cut] in _MEANINGS:
            yield from ((text[:cut], *rest) for rest in _parted(text[cut:], most - 1))


def parted_chinese(text: str) -> tuple[str, str]:
    """Part a name in characters into family and given name; some families have two of them.

    Examples
    --------
    >>> parted_chinese("王小明"), parted_chinese("歐陽娜娜")
    (('王', '小明'), ('欧阳', '娜娜'))
    """
    short = "".join(SHORT_FORM.get(char, char) for char in text)
    cut = 2 if short[:2] in _COMPOUND else 1
    return short[:cut], short[cut:]


def in_pinyin(characters: str) -> str:
    """How some characters are read; empty where one is not known."""
    told = [PINYIN.get(char, "") for char in characters]
    return "".join(told) if all(told) else ""
