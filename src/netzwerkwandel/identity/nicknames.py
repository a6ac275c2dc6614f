"""Given names and what the people who bear them are called: German, English, some beyond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from netzwerkwandel.identity.common_names import COMMON_GIVEN
from netzwerkwandel.identity.spelling import fold


_CALLED = """
abigail: abby gail; abraham: abe; adelheid: heidi; agnieszka: aga; ahmed: ahmad ahmet;
albert: al bert; alejandro: alex ale jandro; aleksandr: sascha sasha sanja alexander;
aleksandra: sascha sasha ola alexandra; aleksei: aljoscha lyosha alexei alexey;
alexander: alex sascha sasha xander sandro; alexandra: alex sandra sascha sasha lexi;
alfred: alf fred freddy; alice: ali; amanda: mandy; anastasia: nastja nastya stasia;
andreas: andi andy andre; andrew: andy drew; andrzej: andreas; angela: angie angi;
angelika: angie geli; ann-kathrin: anka; anna: anne anni annie anja; annemarie: anne annemie;
annika: anni; anthony: tony; anton: toni tony; antonia: toni toni; antonio: toni tony toño nino;
arnold: arno arnie; arthur: art artur; august: gustl; barbara: babs barb bärbel babsi;
bartholomäus: barthel; beate: bea; beatrice: bea trixi; beatriz: bea; benedetta: benni;
benedikt: ben bene benedict; benjamin: ben benny benni benji; bernadette: berni;
bernhard: bernd berni hardy; birgit: biggi gitte; brigitte: gitte biggi; carmen: carmela;
carolin: caro; caroline: carol carrie caro line; carsten: karsten;
catherine: cathy kathy kate cate katie; charles: charlie chuck carl;
charlotte: charlie lotte lotti lotta; christian: chris krischan kristian;
christiane: chris christa; christina: chris tina christine kristina;
christine: chris tina christa; christoph: chris christof toffi; christopher: chris kit topher;
claudia: claudi; cornelia: conny conni nele; cornelis: kees cor; cornelius: conny;
daniel: dan danny dani; daniela: dani; david: dave; deborah: debbie debra; dieter: didi;
dietrich: dieter; dimitri: dima mitja dmitri; dmitri: dima mitja dimitri dmitrij;
dolores: lola lolita; dominik: dom nik; donald: don donny; dorothea: doro dora thea dörte;
dorothy: dot dottie; eberhard: ebi; eduard: edi eddy; edward: ed eddie ted ned; ekkehard: ekki;
eleonore: leonore nora lore lenore;
elisabeth: lisa elli elisa ella betti lisbeth lilli else elsbeth sissi liesel;
elizabeth: liz lisa beth betty eliza lizzie libby elisabeth; emanuel: manuel mani;
emilia: emmi milli; enrique: quique; erich: eric erik; ernst: erni; eva: evi evchen;
fatma: fatos fatoş; felicitas: feli fee; ferdinand: ferdi nand ferdl fernando; filippo: pippo;
florian: flo; francesca: franca; francesco: franco cesco checco;
francisco: paco pancho curro fran kiko; franz: franzl; franziska: franzi ziska sissi;
françois: fanfan; frederick: fred freddie rick; friederike: rike fritzi; friedhelm: fritz;
friedrich: fritz fred frieder frederick; gabriel: gabe; gabriele: gabi gaby;
georg: schorsch jörg; george: georgie; gerhard: gerd gert hardy gerdi; gerlinde: linde gerli;
gertrud: trude gerti; giovanni: gianni vanni nino; giuseppe: beppe peppe pino; giuseppina: pina;
gottfried: friedl; gregor: greg; gregorio: goyo; gregory: greg; gretchen: greta;
guadalupe: lupe lupita; guillermo: memo guille; gustav: gustl; günther: günter;
hannelore: hanne lore hanni; hans-peter: hape; harold: harry hal; hatice: hatis;
heidemarie: heidi; heinrich: heiner heinz hinnerk heini; helene: leni lena helena;
hendrik: henk rik; henriette: jette henni; henry: harry hank hal; henryk: heniek;
herbert: herb bert; hermann: manni; hildegard: hilde; hubert: hubi bert; hüseyin: hüso;
ibrahim: ibo ibi abraham; ignacio: nacho; ignaz: naz naze; igor: gosha; ingeborg: inge inga;
irina: ira; irmgard: irmi; isabel: isa bella isi; isabella: bella isa isabel;
ivan: wanja vanya johann; jacob: jake; jacobus: jaap kobus; jacqueline: jacky jackie;
jakob: jack jockel; james: jim jimmy jamie; jan: johannes janek; janet: jan; jean-pierre: jp;
jekaterina: katja katya katharina ekaterina; jelena: lena elena lenka; jennifer: jen jenny;
jessica: jess jessie; jesús: chus chuy; joachim: jochen achim jo; johann: hans hannes;
johanna: hanna hannah jo; johannes: hans hannes johann jo joe jan jannes joop;
john: jack johnny jon; jonathan: jon jonny nathan; jorge: coque;
josef: sepp jupp beppo joe joseph; josefa: pepa; josep: pep; joseph: joe joey;
josephine: josie fine josi; joshua: josh; josé: pepe chepe; juan: juanito; judith: judy;
julia: jule julchen juli; juliane: jule; jürgen: jürg; karl: carl kalle;
karl-heinz: kalle heinz charly; karoline: karo line caro; katarzyna: kasia kaska;
katharina: kathi käthe kathrin katrin katja kati katharine käthchen trine; kenneth: ken kenny;
kimberly: kim; klaus: claus nikolaus; klaus-peter: kp; konrad: conrad conny;
konstantin: kosta kostja kostya; korbinian: korbi; kreszenz: zenzi zenz; kristin: kris;
krzysztof: krzysiek kris christoph; lawrence: larry; leonard: leo len lenny; leonhard: leo;
leopold: leo poldi; lieselotte: lilo lotte liesel; lorenz: laurenz lawrence;
ludwig: lutz lui lucki; luigi: gigi gino luis; luis: lucho; lukas: luki luke;
magdalena: lena leni magda; magdalene: leni lena; manfred: manni fred; manuel: manolo manu;
manuela: manu ela; marcus: mark marc markus; margaret: maggie meg peggy marge;
margarete: gretchen grete greta rita gretel margret; margherita: rita;
maria: mia marie ria mitzi; marianne: mari janne; martin: marty; martina: tina;
maría: mari mariquita; matthew: matt; matthias: matze hias mathias matti; maximilian: max maxi;
małgorzata: gosia małgosia margarethe; mechthild: mechti; mehmet: memo mehmed mohammed;
melanie: mel melli; melissa: mel missy; michael: mike michi mick micha michel mikey;
michaela: michi ela; michail: mischa misha michael; michelle: shelly; miguel: migue michael;
mikhail: misha mischa michael; mohammed: mo mohamed muhammad mohammad mehmet; monika: moni;
mustafa: mustaf musti; nancy: nan; natalia: natascha natasha nata;
natalja: natascha natasha natalia; nathalie: nat; nathaniel: nat nate; nicholas: nick nicky;
nicole: nicki nikki nico; nikolai: kolja kolya nikolaj; nikolas: nick nico niko;
nikolaus: klaus niko nick nico; oleksandr: sascha sasha alexander; oliver: olli oli ollie;
olivia: liv livi; otto: ottl; pamela: pam; patricia: pat patty trish tricia;
patrick: pat paddy rick; paweł: pawel paul; peter: pete; petra: peti; philip: phil pip;
philipp: phil philip phillip filip; pietro: piero peter; piotr: peter; quirin: quirl;
rachel: rae; rafael: rafa rafi; raimund: mundi; rainer: reiner; raphael: rafa rafi; raymond: ray;
rebecca: becky becca; rebekka: becky; regina: gina; reinhard: hardy; reinhold: holdi;
richard: rick rich dick ricky richie; robert: bob rob bobby robby bert robbie;
roberto: robi beto; roland: rolli; ronald: ron ronnie; rosa: rosi rosita; rosario: charo;
rosemarie: rosi romy; rudolf: rudi rolf; rupert: ruppi; rüdiger: rüdi;
salvatore: toto turi salvo; samantha: sam; samuel: sam sammy; santiago: santi; sarah: sara sally;
sebastian: basti bastian seb wastl; sergej: serjoscha sergei sergey; siegfried: siggi sigi;
sieglinde: linde; sigmar: siggi; sigrid: siggi; simone: mone; sofia: sofie sonja;
sophie: sofie sophia sofia; stanislaus: stani; stefan: stephan steffen steve;
stefanie: steffi stephanie; stephanie: steph steffi; stephen: steve; steven: steve;
susan: sue susie; susanne: susi sanne susanna susann; svetlana: sweta sveta; tabea: tabi;
tadeusz: tadek; tatjana: tanja tanya tatiana; theodor: theo teddy; theodora: dora thea;
theresa: resi tess terry teresa; therese: resi tess; thomas: tom tommy thom;
thorsten: totte torsten; timotheus: tim timo; timothy: tim timmy; tobias: tobi;
tomasz: tomek thomas; torsten: totte; ulrich: uli ulli ulf; ulrike: uli ulli rike; ursel: uschi;
ursula: uschi ulla; valentin: valli; veronika: vroni vera; vicente: chente; victoria: vicky tori;
viktor: vitja victor; viktoria: vicky; vincent: vince vinny;
vladimir: wolodja vova wowa wladimir; volker: volki; walburga: burgl burgi; waldemar: waldi;
walter: wally walther; waltraud: traudl traudel traude; waltraut: traudl traudel traude;
wilhelm: willi willy helm wim; wilhelmina: mina wil; wilhelmine: mine minna;
william: bill will billy willy liam; wladimir: wolodja vova wowa; wojciech: wojtek adalbert;
wolfgang: wolf wolfi; xaver: xaverl; yusuf: yussuf josef; zacharias: zach; zdzisław: zdzich;
zoë: zoe
"""


def _joined(name: str) -> str:
    """One word of a given name, ``Hans-Peter`` as it is without the stroke."""
    return fold(name).replace("-", "")


def _full_names() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in _CALLED.split(";"):
        full, _, short = line.strip().partition(":")
        for name in [full, *short.split()]:
            found[_joined(name)].add(_joined(full))
    return MappingProxyType({name: frozenset(full) for name, full in found.items() if name})


_FULL_NAMES = _full_names()


def full_names(given: str) -> frozenset[str]:
    """Say which full names a given name may stand for; itself where none is known.

    Examples
    --------
    >>> sorted(full_names("bob"))
    ['robert']
    >>> full_names("ngozi")
    frozenset({'ngozi'})
    """
    return _FULL_NAMES.get(given) or frozenset([given])


def may_be_called(a: str, b: str) -> bool:
    """Say whether two given names, folded, may be names of one person.

    Examples
    --------
    >>> may_be_called("bob", "robert"), may_be_called("alexander", "alexandra")
    (True, False)
    """
    return a == b or not full_names(a).isdisjoint(full_names(b))


def is_given_name(word: str) -> bool:
    """Say whether a folded word is known to be a given name; many are not known.

    Examples
    --------
    >>> is_given_name("bob"), is_given_name("okafor")
    (True, False)
    """
    return word in _FULL_NAMES or word in COMMON_GIVEN
