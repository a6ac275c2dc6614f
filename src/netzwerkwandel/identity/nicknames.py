"""Given names and what the people who bear them are called: German, English, some beyond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from netzwerkwandel.identity.common_names import COMMON_GIVEN
from netzwerkwandel.identity.further_nicknames import FURTHER
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.identity.tables import by_written


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
ludwig: lutz lui wiggerl; luigi: gigi gino luis; luis: lucho; lukas: luki luke;
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
nicole: nicki nikki; nikolai: kolja kolya nikolaj; nikolas: nick nico niko;
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

# Beyond German and English, and the names of two words that have a short one of their own.
_CALLED_ELSEWHERE = """
alžběta: běta bětka eliška; anatolij: tolja tolya anatoly anatoli; andrej: andrei andrey andriy;
barbora: bára bara; bartłomiej: bartek; bartosz: bartek; borys: borja borya boris; daria: dascha
dasha darja darya; elena: lena jelena olena yelena; elżbieta: ela; evgenia: zhenya schenja jewgenia
yevgenia; evgeni: zhenya schenja jewgeni evgeny yevgeny yevhen; fjodor: fedja fedya fedor fyodor;
františek: franta; galina: galja galya halyna; grigorij: grischa grisha grigory grigori hryhoriy
hryhorii; grzegorz: grzesiek grzesiu; hana: hanka hanička; hanna: hania; jakub: kuba kubuś; jan:
honza jenda janek janko; jaroslav: jarda jarek slava; jerzy: jurek; jiří: jirka george; joanna:
asia aśka; jolanta: jola; josef: pepa; jurij: jura yura yuri yury iurii juri; kateřina: katka
kačka; kateryna: katja katya; ksenia: ksjuscha ksyusha xenia; ladislav: láďa lada; lech: leszek;
ljubow: ljuba lyuba lyubov; ljudmila: ljuda lyuda lyudmila ludmila; maciej: maciek; marija: mascha
masha maria; matěj: matej; michal: míša michael; mieczysław: mietek; mirosław: mirek miroslav;
miroslav: mirek mirko; mykhailo: mikhail michail mykhaylo; mykola: nikolai nikolay nikolaj;
nadeschda: nadja nadya nadezhda; nadezhda: nadja nadya; oleh: oleg; oleksii: alexei alexey aleksei
oleksiy; olga: olja olya olha; ondřej: ondra andreas; pavel: pascha pasha pavlo pawel paul; petr:
péťa petja petya petro peter pyotr; piotr: piotrek; radosław: radek radoslav; serhii: sergej sergei
sergey serhiy; sofija: sonja sonya sofia; stanislav: standa slava; stanisław: staszek stach stan;
svjatoslaw: slava; sławomir: sławek; tetiana: tanja tanya tatjana; tetyana: tetiana tatjana;
václav: vašek venca; veronika: verča; volodymyr: vladimir wolodja vova; vyacheslav: slava
wjatscheslaw; zbigniew: zbyszek zbych; zdeněk: zdenda; zofia: zosia sofia; zuzana: zuzka susanna;
đorđe: djole george; aleksandar: saša sasha sascha aca alexander; nebojša: neša; slobodan: boban;
milica: mica; dragana: gaga; dimitar: mitko; gheorghe: gigi george; ioan: ion nelu johann; mihai:
misu michael; alexandru: alex sandu; constantin: costel costin; ștefan: fane stefan; andrás: bandi
andreas; istván: pista pisti stefan; józsef: józsi jozsi josef; lászló: laci; sándor: sanyi; jános:
jancsi johann; ferenc: feri franz; györgy: gyuri georg; katalin: kati; erzsébet: erzsi bözsi;
zsuzsanna: zsuzsa zsuzsi;

aikaterini: katerina katina; alexandros: alekos alexis alexander; anastasios: tasos; apostolos:
tolis; athanasios: thanasis sakis; charalampos: babis haris harris; christos: chris; dimitrios:
dimitris dimos jim; dimitra: mimi; efstathios: stathis; eftychia: effie; eleftherios: lefteris;
emmanouil: manolis; evangelos: vangelis; evangelia: litsa eva; georgios: giorgos yiorgos yorgos
jorgos george; georgia: gogo; ilias: elias; ioannis: giannis yannis yiannis jannis; ioanna: gianna;
konstantina: dina ntina; konstantinos: kostas costas dinos kostis; michail: michalis; nikolaos:
nikos; panagiotis: panos takis panayiotis; panagiota: giota; spyridon: spyros; stylianos: stelios;
theodoros: thodoris theo; vasileios: vasilis vassilis bill; vasiliki: vaso vicky; stavroula: voula;
eleni: helene lena; sofia: fofi;

abdallah: abdullah abdalla; abdelkader: kader; abdurrahman: abdulrahman abdelrahman abderrahman
rahman; abdul: abdel; aischa: aisha aicha aysha ayşe; amina: emine; amir: ameer emir; fatima: fatma
fatemeh fatimah fatoumata; habib: habibou; hassan: hasan; hossein: hussein hussain husain hüseyin
hosein; ibrahim: brahim ebrahim; ismail: ismael esmail; jamal: gamal cemal djamal; kadir: qadir;
karim: kareem; khadija: hatice khadidja; khaled: khalid chalid halid; laila: layla leila leyla;
mahmoud: mahmud mehmood; maryam: mariam meryem miriam; mohammed: muhammed mohamad mohammad mehmed
muhammet; mostafa: mustafa moustafa; mourad: murad murat; nasser: nasir naser; nour: noor nur;
omar: umar ömer; osman: uthman othman; rachid: rashid raschid; said: saeed sayed saïd; salim: selim
saleem; sami: samy; sulaiman: suleiman süleyman soliman sulayman; tarek: tariq tarik tareq; walid:
waleed; yasmin: jasmin yasemin yasmine; yousef: youssef yusuf yousuf josef yussuf joseph; zainab:
zeynep zeinab zaynab; zakaria: zakariya zacharias; ziad: ziyad;

josé-antonio: josean; josé-luis: joselu; josé-manuel: josema; josé-maría: chema josema;
juan-antonio: juanan; juan-carlos: juanca; juan-josé: juanjo; juan-manuel: juanma; luis-miguel:
luismi; maría-antonia: mariantonia; maría-dolores: lola loli; maría-isabel: maribel; maría-josé:
mariajo majo; maría-luisa: marilu; maría-teresa: maite mayte; maría-jesús: chus; miguel-ángel:
miguelan; alberto: beto; alfonso: fonsi poncho; alfredo: fredo; asunción: asun; ana-maría: anita;
concepción: concha conchita; consuelo: chelo; cristina: cris tina; dolores: loles loli; eduardo:
edu lalo; encarnación: encarna; enrique: kike; esperanza: espe; ernesto: neto; estefanía: estefi;
federico: fede; fernando: fer nando; gabriela: gabi; gonzalo: gonza; graciela: chela; isabel:
chabela; jaime: jimmy jaume; javier: javi xavier; jorge: jordi; lourdes: lulu; manuela: manoli;
mercedes: merche; montserrat: montse; natividad: nati; nicolás: nico; patricia: patri; pilar: pili;
rafael: fael; ramón: moncho; remedios: reme; rosario: chayo; salvador: salva chava; susana: susi;
teresa: tere maite; trinidad: trini; antônio: toninho tonho toni; joão: joãozinho jota johann;
josé: zé zeca; francisco: chico; fernanda: nanda; luís: lula luisinho; manuel: manel; sebastião:
tião; guilherme: gui; margarida: guida; leonor: nonô; eduarda: duda; rodrigo: digo; ricardo: rico;
pedro: pedrinho;

katherine: kate kathy katie kathryn kit catherine katharine; kathleen: kathy kate katie; kathryn:
kathy kate katie; theodore: ted teddy theo; alexandra: allie; alison: allie ali; andrew: dru; anne:
annie nancy; arnold: arnie; barnaby: barney; bernard: bernie; bradley: brad; bridget: biddy bridie;
calvin: cal; cassandra: cass cassie; cecilia: cissy celia; clifford: cliff; constance: connie;
cynthia: cindy; dominic: dom; douglas: doug dougie; eileen: elly; eleanor: ellie nell nellie nora
lennie; emily: em emmy; eugene: gene; evelyn: evie; florence: flo florrie; frances: fran fanny
francie; francis: frank fran; franklin: frank; gerald: gerry jerry; geoffrey: geoff jeff; jeffrey:
jeff; gilbert: gil bert; gwendolyn: gwen; harriet: hattie; helen: nell nellie; imogen: immy; isaac:
ike zac; isabelle: izzy bella; jeremiah: jerry jem; jeremy: jez jem; jonathan: jonny; josephine: jo
josie; joanne: jo; judith: jude; kevin: kev; leslie: les; lewis: lew; louis: lou louie; louise: lou
lulu; lucille: lucy; madeleine: maddie; malcolm: mal; margaret: daisy greta madge mags marjorie;
martha: patty marty; maureen: mo; maxwell: max; mildred: millie; mitchell: mitch; mohandas: mohan;
montgomery: monty; nigel: nige; norman: norm; penelope: penny; peter: petey; philippa: pippa;
prudence: prue; ralph: ralphie; randolph: randy; raymond: ray; reginald: reg reggie; roderick: rod
roddy; rodney: rod; roger: rodge; rosalind: roz; rosemary: rose rosie romy; russell: russ; sandra:
sandy; sharon: shaz; sheila: shel; stanley: stan; stuart: stu; susannah: sue suzy; sylvester: sly;
terence: terry; theresa: tessa tracy; tobias: toby; valerie: val; vanessa: nessa; vernon: vern;
victor: vic; vivian: viv; wallace: wally; wesley: wes; winifred: winnie fred; winston: win;
zachary: zach zack zak;

giacomo: jack mimmo; domenico: mimmo nico; alessandro: sandro ale; alessandra: sandra ale;
antonella: anto; caterina: rina katia; concetta: tina; elisabetta: betta lisa; enrico: rico chicco;
federico: fede chicco; filippo: pippo; gaetano: tano; giovanna: gianna vanna; giuliano: giulio;
leonardo: leo nardo; lorenzo: renzo enzo; margherita: marghe; michele: lele michelino; nicola: nico
nicolino; raffaele: lello lele; roberta: robi; stefania: stefi; valentina: vale; vincenzo: enzo;
andré: dédé; benoît: ben; bernadette: bernie; catherine: cathou; christophe: kris tof; dominique:
domi; élisabeth: babette lise zabeth; emmanuel: manu; emmanuelle: manu; frédéric: fred; frédérique:
fred; geneviève: ginette; guillaume: guigui will; jean-baptiste: jibé; jean-françois: jeff;
jacques: jacquot; laurent: lolo laurens; marie-hélène: malène; marie-thérèse: maïté; nathalie:
nath; nicolas: nico; philippe: phil; sébastien: seb; stéphane: steph; stéphanie: steph; thérèse:
tess; véronique: véro; xavier: xav; johannes: jannes johan; willem: wim pim; pieter: piet;
hendrikus: henk; adrianus: ad arie; gerardus: gerard gerrit; theodorus: theo; petrus: piet peter;
catharina: trijn toos; wilhelmina: willemijn mien; margaretha: greet greetje; lars: lasse;
karl-erik: kalle; gunnar: gurra; bertil: berra; birgitta: gittan; margareta: greta; mikael: micke;
sven: svenne; tor-björn: tobbe; christoph: stoffel; dagobert: bert; detlef: detti; ekkehard: eckart
eckhard; engelbert: engel; gottlieb: liebl; henning: henni; ilse: ilsebill; irene: reni; joachim:
jo achim; jolanthe: jola; kunigunde: gundi kuni; leopoldine: poldi; liselotte: lilo lotte; lukas:
lukasz; marlene: leni lene; mathilde: tilda tilde thilde; michaela: michi; notburga: burgi;
ottilie: tilli otti; roswitha: rosi; sabine: bine biene; silvester: vest; simon: simmerl; tilman:
til till; ulrike: ricke rike; valerie: valli; viktor: vik; wendelin: wendel; wenzel: vaclav;
wolfram: wolf; zenta: zenzi; hans-joachim: hajo hajü; hans-jürgen: hajü hajo; hans-georg: hage
schorsch; karl-friedrich: kalle; eva-maria: evi; anna-lena: anni leni; annegret: anne; anneliese:
anne liesel; annette: anne nette; annerose: anne rosi; anna-maria: annamirl annemie; marie-luise:
malu marlu; maria-theresia: resi; franz-josef: sepp;
"""


def _joined(name: str) -> str:
    """One word of a given name, ``Hans-Peter`` as it is without the stroke."""
    return fold(name).replace("-", "")


def _lines(*tables: str) -> Iterator[tuple[str, Sequence[str]]]:
    for line in ";".join(tables).split(";"):
        full, _, short = line.strip().partition(":")
        if full:
            yield _joined(full), (full, *short.split())


# Thousands of names are brought into one form when the first name is asked about, not on import.
@cache
def _surely() -> dict[str, frozenset[str]]:
    return by_written(_lines(_CALLED, _CALLED_ELSEWHERE), _joined)


@cache
def _perhaps() -> dict[str, frozenset[str]]:
    told, further = _surely(), by_written(_lines(FURTHER), _joined)
    return told | {name: full | told.get(name, full) for name, full in further.items()}


@lru_cache(maxsize=65_536)
def full_names(given: str) -> frozenset[str]:
    """Say which full names a given name may stand for; itself where none is known.

    Examples
    --------
    >>> sorted(full_names("bill")), full_names("ngozi")
    (['vasileios', 'vasilis', 'william'], frozenset({'ngozi'}))
    """
    return _perhaps().get(given) or frozenset([given])


def may_be_called(a: str, b: str) -> bool:
    """Say whether two given names, folded, may be names of one person.

    Examples
    --------
    >>> may_be_called("bob", "robert"), may_be_called("alexander", "alexandra")
    (True, False)
    """
    return a == b or not full_names(a).isdisjoint(full_names(b))


def is_called(a: str, b: str) -> bool:
    """As ``may_be_called``, but for short names that are given names of their own.

    Examples
    --------
    >>> is_called("bob", "robert"), is_called("robin", "robert"), may_be_called("robin", "robert")
    (True, False, True)
    """
    one, other = (_surely().get(name) or frozenset([name]) for name in (a, b))
    return a == b or not one.isdisjoint(other)


def is_given_name(word: str) -> bool:
    """Say whether a folded word is known to be a given name; many are not known.

    Examples
    --------
    >>> is_given_name("bob"), is_given_name("okafor")
    (True, False)
    """
    return word in _perhaps() or word in COMMON_GIVEN
