"""Given names and what the people who bear them are called: German, English, some beyond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from netzwerkwandel.identity.common_names import COMMON_GIVEN
from netzwerkwandel.identity.spelling import fold


_CALLED = """
abigail: abby gail
abraham: abe
adelheid: heidi
albert: al bert
alexander: alex sascha sasha xander sandro
alexandra: alex sandra sascha sasha lexi
alfred: alf fred freddy
alice: ali
amanda: mandy
andreas: andi andy andre
andrew: andy drew
angela: angie angi
angelika: angie geli
anna: anne anni annie anja
annemarie: anne annemie
anthony: tony
anton: toni tony
antonia: toni toni
arnold: arno arnie
arthur: art artur
august: gustl
barbara: babs barb bärbel babsi
beate: bea
beatrice: bea trixi
benedikt: ben bene benedict
benjamin: ben benny benni benji
bernhard: bernd berni hardy
bernadette: berni
birgit: biggi gitte
brigitte: gitte biggi
caroline: carol carrie caro line
katharina: kathi käthe kathrin katrin katja kati katharine
catherine: cathy kathy kate cate katie
charles: charlie chuck carl
charlotte: charlie lotte lotti
christian: chris krischan
christiane: chris christa
christina: chris tina christine kristina
christine: chris tina christa
christopher: chris kit topher
christoph: chris christof toffi
claudia: claudi
klaus: claus nikolaus
cornelia: conny conni nele
cornelius: conny
daniel: dan danny dani
daniela: dani
david: dave
deborah: debbie debra
dieter: didi
dietrich: dieter
dominik: dom nik
donald: don donny
dorothea: doro dora thea dörte
edward: ed eddie ted ned
eduard: edi eddy
eleonore: leonore nora lore
elisabeth: lisa elli elisa ella betti lisbeth lilli else elsbeth sissi liesel
elizabeth: liz lisa beth betty eliza lizzie libby elisabeth
emanuel: manuel mani
erich: eric erik
eva: evi evchen
felicitas: feli fee
ferdinand: ferdi nand
florian: flo
franz: franzl
franziska: franzi ziska sissi
frederick: fred freddie rick
friederike: rike fritzi
friedrich: fritz fred frieder frederick
gabriele: gabi gaby
gabriel: gabe
georg: schorsch jörg
george: georgie
gerhard: gerd gert hardy
gertrud: trude gerti
gottfried: friedl
gregory: greg
gregor: greg
günther: günter
gustav: gustl
hannelore: hanne lore hanni
harold: harry hal
heinrich: heiner heinz hinnerk
helene: leni lena helena
henriette: jette henni
henry: harry hank hal
herbert: herb bert
hermann: manni
hildegard: hilde
hubert: hubi bert
ignaz: naz naze
ingeborg: inge inga
irmgard: irmi
isabella: bella isa isabel
isabel: isa bella
jacob: jake
jakob: jack jockel
jacqueline: jacky jackie
james: jim jimmy jamie
janet: jan
jennifer: jen jenny
jessica: jess jessie
joachim: jochen achim jo
johanna: hanna hannah jo
johannes: hans hannes johann jo joe
john: jack johnny jon
johann: hans hannes
jonathan: jon jonny nathan
josef: sepp jupp beppo joe joseph
joseph: joe joey
josephine: josie fine josi
joshua: josh
judith: judy
julia: jule julchen juli
juliane: jule
jürgen: jürg
karl: carl kalle
karoline: karo line caro
kenneth: ken kenny
kimberly: kim
konrad: conrad conny
konstantin: kosta
kristin: kris
lawrence: larry
leonard: leo len lenny
leonhard: leo
leopold: leo poldi
lieselotte: lilo lotte liesel
lorenz: laurenz lawrence
ludwig: lutz lui
magdalena: lena leni magda
manfred: manni fred
manuela: manu ela
margaret: maggie meg peggy marge
margarete: gretchen grete greta rita gretel margret
maria: mia marie ria mitzi
marianne: mari janne
marcus: mark marc markus
martin: marty
martina: tina
matthew: matt
matthias: matze hias mathias matti
maximilian: max maxi
mechthild: mechti
melanie: mel melli
melissa: mel missy
michael: mike michi mick micha michel mikey
michaela: michi ela
michelle: shelly
monika: moni
nancy: nan
nathaniel: nat nate
nicholas: nick nicky
nicole: nicki nikki nico
nikolaus: klaus niko nick nico
nikolas: nick nico niko
olivia: liv livi
oliver: olli oli ollie
pamela: pam
patricia: pat patty trish tricia
patrick: pat paddy rick
peter: pete
petra: peti
philipp: phil philip phillip filip
rachel: rae
raimund: mundi
rainer: reiner
raymond: ray
rebecca: becky becca
rebekka: becky
reinhard: hardy
reinhold: holdi
regina: gina
richard: rick rich dick ricky richie
robert: bob rob bobby robby bert robbie
roland: rolli
ronald: ron ronnie
rosemarie: rosi romy
rudolf: rudi rolf
rüdiger: rüdi
rupert: ruppi
samantha: sam
samuel: sam sammy
sarah: sara sally
sebastian: basti bastian seb wastl
siegfried: siggi sigi
sigrid: siggi
sigmar: siggi
simone: mone
sophie: sofie sophia sofia
stanislaus: stani
stefan: stephan steffen steve
stefanie: steffi stephanie
stephanie: steph steffi
stephen: steve
steven: steve
susan: sue susie
susanne: susi sanne susanna susann
tabea: tabi
theodor: theo teddy
theresa: resi tess terry teresa
therese: resi
thomas: tom tommy thom
timothy: tim timmy
timotheus: tim timo
tobias: tobi
ulrich: uli ulli ulf
ulrike: uli ulli rike
ursula: uschi ulla
valentin: valli
veronika: vroni vera
victoria: vicky tori
viktoria: vicky
vincent: vince vinny
volker: volki
waldemar: waldi
walter: wally walther
wilhelm: willi willy helm wim
wilhelmine: mine minna
william: bill will billy willy liam
wolfgang: wolf wolfi
xaver: xaverl
zacharias: zach
aleksandr: sascha sasha sanja alexander
aleksandra: sascha sasha ola alexandra
aleksei: aljoscha lyosha alexei alexey
agnieszka: aga
ahmed: ahmad ahmet
alejandro: alex ale jandro
anastasia: nastja nastya stasia
andrzej: andreas
ann-kathrin: anka
annika: anni
antonio: toni tony toño nino
bartholomäus: barthel
beatriz: bea
benedetta: benni
carmen: carmela
carolin: caro
charlotte: lotta
cornelis: kees cor
dimitri: dima mitja dmitri
dmitri: dima mitja dimitri dmitrij
dolores: lola lolita
dorothy: dot dottie
eberhard: ebi
ekkehard: ekki
emilia: emmi milli
enrique: quique
ernst: erni
fatma: fatos fatoş
ferdinand: ferdl fernando
filippo: pippo
francesco: franco cesco checco
francesca: franca
francisco: paco pancho curro fran kiko
françois: fanfan
friedhelm: fritz
gerlinde: linde gerli
gerhard: gerdi
giovanni: gianni vanni nino
giuseppe: beppe peppe pino
giuseppina: pina
gregorio: goyo
gretchen: greta
guadalupe: lupe lupita
guillermo: memo guille
hans-peter: hape
hatice: hatis
heidemarie: heidi
hendrik: henk rik
henryk: heniek
hüseyin: hüso
ibrahim: ibo ibi abraham
ignacio: nacho
igor: gosha
irina: ira
isabel: isi
ivan: wanja vanya johann
jacobus: jaap kobus
jan: johannes janek
jean-pierre: jp
jekaterina: katja katya katharina ekaterina
jelena: lena elena lenka
jesús: chus chuy
johannes: jan jannes joop
jorge: coque
josé: pepe chepe
josefa: pepa
josep: pep
juan: juanito
karl-heinz: kalle heinz charly
katarzyna: kasia kaska
klaus-peter: kp
krzysztof: krzysiek kris christoph
luigi: gigi gino luis
luis: lucho
lukas: luki luke
maría: mari mariquita
małgorzata: gosia małgosia margarethe
manuel: manolo manu
margherita: rita
mehmet: memo mehmed mohammed
michail: mischa misha michael
mikhail: misha mischa michael
miguel: migue michael
mohammed: mo mohamed muhammad mohammad mehmet
mustafa: mustaf musti
nathalie: nat
natalja: natascha natasha natalia
natalia: natascha natasha nata
nikolai: kolja kolya nikolaj
oleksandr: sascha sasha alexander
otto: ottl
paweł: pawel paul
pietro: piero peter
piotr: peter
rafael: rafa rafi
raphael: rafa rafi
roberto: robi beto
rosario: charo
rosa: rosi rosita
salvatore: toto turi salvo
santiago: santi
sergej: serjoscha sergei sergey
sofia: sofie sonja
svetlana: sweta sveta
tadeusz: tadek
tatjana: tanja tanya tatiana
therese: tess
theodora: dora thea
tomasz: tomek thomas
ursel: uschi
vicente: chente
viktor: vitja victor
vladimir: wolodja vova wowa wladimir
waltraud: traudl traudel traude
waltraut: traudl traudel traude
wilhelmina: mina wil
wladimir: wolodja vova wowa
wojciech: wojtek adalbert
yusuf: yussuf josef
zdzisław: zdzich
zoë: zoe
konstantin: kostja kostya
eleonore: lenore
ferdinand: ferdl
ludwig: lucki
magdalene: leni lena
katharina: kati käthchen trine
philip: phil pip
heinrich: heini
walburga: burgl burgi
kreszenz: zenzi zenz
korbinian: korbi
quirin: quirl
sieglinde: linde
thorsten: totte torsten
torsten: totte
carsten: karsten
christian: kristian
marcus: markus
"""


def _joined(name: str) -> str:
    """One word of a given name, ``Hans-Peter`` as it is without the stroke."""
    return fold(name).replace("-", "")


def _full_names() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in _CALLED.split("\n"):
        full, _, short = line.partition(":")
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
