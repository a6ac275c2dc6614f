"""More of what people are called, in the languages of Europe, the Near East and India."""

from __future__ import annotations


FURTHER = """
abdullah: apo; adam: adaś; adelheid: adele; adolf: adi dolfi; adriana: adri; adrianus: janus;
afonso: fonso; agata: agatka; ahmet: amo; aikaterini: kate cathy; albert: bertie albie; alberto:
albertino; albrecht: abbo; alejandra: ale jandra; aleksander: alex aleks sander sasha; aleksandr:
sanya shura; aleksandra: ola alka; aleksanteri: santtu santeri; aleksi: ale; alexander: sandy alec
alick lex eck sander xander aleks; alexandra: sandy ali allie lexie; alexandre: alex sacha; alexey:
lyosha alyosha; alfons: fonse fonsi alf; alfonso: foncho; alfred: alfie freddie; ali: alican; alois:
loisl lois; aloisia: loisi; amandine: amande; amelia: millie amy mel; amparo: amparito; ana: anica;
anastasia: stacey stacy ana; anders: ante; andrea: andi andy; andreas: anders andré; andrei:
andrjuscha; anežka: anna; angela: ange angel; angelo: angiolino; angelos: aggelos; anikó: ani;
anne-sophie: anso; anneliese: liesel; annemarie: annemie; anselm: selm; antero: antti; antoine:
tonio toine; antoinette: toni nettie; antonia: toñi; antonietta: tonina; antonina: tonya; antonio:
totò nino tonino; antonius: ton anton toon; antonín: tonda toník; antti: andreas; antónio: tó tozé;
anđela: anđa; arabella: bella bel; archibald: archie baldie; arkadi: arkascha; arman: armen;
armando: mando; arturo: turo; ashley: ash; ashot: ash; athanasios: tom thanos nasos; attila: ati;
audrey: aud; august: gustel; augusta: gussie; augustine: gus; augusto: guto; augustus: gus; aurélie:
lili; avraham: abraham abram; ayşe: ayşegül aysche; balthasar: hausl; balázs: bali blaise; baptiste:
bat; bartholomew: bart; beatrice: bee beattie trixie; beatriz: betty bea bia; benedetto: nino;
benedict: benny dix; benedikt: beni bene; bengt: benke; bernadette: detti; bernard: nanard;
bernardus: ben bernard; bernhard: bernie; bertold: bert; bertrand: bert; beverley: bev; bianca:
bibi; binyamin: benjamin benny; birger: bigge; birgitta: gitta; bjorn: bjorne; björn: bjössi; bo:
bosse; bogdan: boguś; bogusław: boguś; bohumil: bohouš; bojan: boki; bonifaz: boni; borbála: bori;
boris: borya; borislav: bora; bożena: bożenka; bradford: brad; branislav: bane; branko: brane;
brigitte: bri; bronwen: bron; bruno: brunetto; bálint: valentin; bénédicte: béné; bülent: bülo;
camille: cam; caoimhe: keeva; carl: kalle; carlo: carletto; carlos: charly carlitos; carmela: mela;
carmen: carmina menchu; carola: caro; carolina: carol; caroline: caro carrie carol lina line;
carolyn: caro carrie lyn; catriona: trina cat; cayetana: tana; cecil: cec; chaim: haim hayim chayim
haym; chana: hannah hana; charlotta: lotta; charlotte: charlie lottie lotte char lotta; chester:
chet; chiara: chiaretta; christabel: chris bel; christelle: chris; christer: krister; christiaan:
chris; christian: chris krischan; christiane: chris jane nane; christina: tina chris chrissy kirsty
stina; christine: chris tina chrissie christl; christoffer: stoffe kris; christoph: stoffel chris
toffi; christopher: topher kit kester chip; christos: chris hristos; chrysoula: chrysa; clarence:
clarrie; claudia: claudi; claudio: claudiuccio; clemens: clem; clement: clem; clementine: clem;
clinton: clint; cláudia: cacau; clémence: clem; clément: clem; consolación: chelo; constanze: stanzi
conny connie; cordelia: delia; corinne: coco; cornelia: conny nele nelly corni corrie nel; cornelis:
cees kees cor; cornelius: neil con corny cees kees nils; courtney: court; cristiano: cri; cristóbal:
tobal; cuthbert: bert; cyril: cy; czesław: czesiek; cäcilia: cilli; cäcilie: cilli; cédric: ced;
dagmar: dáša; daniel: danny dan dani; daniela: dani; daniele: dani; danielle: dani dannie; danuta:
danka; dariusz: darek; david: dudi dovid dave; davide: dave; davit: david; deborah: deb debbie debs
debra; deepa: dipa; deepak: dipak; dejan: deki; delilah: lila; denis: deni; detlev: detti; diana: di
dee; dieter: didi; diethelm: diet; dietmar: didi; dietrich: dieter; dimitrios: jimmy demetrios
dimitri; dinesh: dinu; dominic: nic nick; dominik: domi nick; donald: don donnie; donovan: don;
dorota: dorotka; dorothea: dörte dorle thea doro; dorothy: dot dottie dolly dodie; dorottya: dóri;
dragan: gagi; duncan: dunc; dušan: duško; ebenezer: eben; eberhard: ebi hardy ebbo; eckhard: ecki
eckart; eckhart: ecki; edeltraud: traudl traudel; edeltraut: traudl; edgar: ed eddie; edith: edie;
edmund: ed eddie ned ted edi; eduard: edi edy edik; eduardo: lalo guayo; edward: ned ted teddy ed
eddie edek; edwin: ed eddie win; eero: eric; eeva: eevi; einar: eini; eirini: irini irene rena;
eiríkur: eiki; ekaterina: katja katya katia katyusha; eleanor: nora lennie ella; elena: nena; eleni:
elena helen helena; eleonora: nora ele; eleonore: lore nora elli; elfriede: friedel elfi; elina:
elli; elisa: eli; elisabet: lisa betty; elisabeth: lisl lies liesl lisbeth sissi elli elsbeth else
ilse betti bettina lilli els liesbeth betje bep; eliyahu: elijah eli; elizabeth: betsy bessie
lisbeth libby lizbeth eliza elsie; elizaveta: lisa liza; elke: ellie; elísabet: beta; elżbieta: ela
elka; emanuel: mani manuel; emanuele: lele; emil: milo; emilio: milo; emily: em milly emmie; emine:
emoş; emmanuel: manu; emmeline: emmy emma; emre: emo; enriqueta: queta; eoin: owen john; erdoğan:
erdi; erich: ricky; erkki: eki; ernest: ernie; ernst: ernstl; erzsébet: erzsi bözsi zsóka elisabeth;
esther: essie hettie; eszter: eszti; ethel: eth; eugen: geni; eugenia: genie; eugénie: nini; eunice:
eunie; eva-lena: lena; evangeline: eva vangie; evelyn: evi; ewa: ewka; fabio: fabietto; fabrice:
fab; fatma: fatoş; felicitas: feli fee; felipe: pipe; ferdinand: ferdl ferdi nando fred; ferenc:
feri franz frank; fergus: fergie; fernanda: nanda fefa; fernando: nando; filippo: pippo; fiona: fi
fee; florence: flossie flo; florian: flo flori; flávia: fla; folke: focke; frances: frankie fran
franny; francesca: fran franci cesca chicca; francesco: checco ciccio franco cecco; francis:
frankie; francisca: paca paquita pancha; francisco: paco pancho kiko curro fran patxi; franciscus:
frans; franklin: frankie; franz: franzl; franziska: franzi fanny ziska; françois: fanfan francis;
françoise: fanchon; frederica: freddie rica; frederick: freddie fred fritz; fredrik: fredde freddy;
fredrika: frida; fridolin: fridel; friederike: rike fritzi rieke; friedrich: fritz fred friedel
fiete; fátima: fati; gabriel: gabe gab; gabriela: gabi; gabriele: lele gabri; gabriella: gabi;
gabrielle: gabby gabi gaby; gaetano: tanino; ganesh: ganu; gareth: gaz gary; gaëlle: gaga; gebhard:
gebi; geertruida: truus geertje trui; genadij: gena; genevieve: viv gen ginny evie; gennadi: gena;
gennady: gena; genoveva: veva; geoffroy: geo; georges: jojo; georgi: gosha zhora goscha; georgina:
georgie gina; georgios: george giorgos; geraldine: gerry; gerardo: jerry; gerardus: gerrit gé ger;
gertrud: traudel traude trudi gerti traudi; gertrude: trudy gertie; gertruida: truus; giacomo:
giacomino; gianluca: luca; gillian: gill jill jilly; giorgio: giò; giovanni: gianni nanni vanni giò;
gisela: gisi gila; giulia: giuly; giuseppe: beppe peppe pino peppino geppi bepi; giuseppina: pina
giusy; gloria: glo; godfrey: geoff; gonçalo: gonza; goran: gogi; gordon: gord; gottfried: friedel
götz; gottlieb: liebl; graciela: chela; graham: gray; gregor: gori; gregorio: goyo; gregory: greg
gregor; griselda: zelda; grzegorz: grzesiek; grégoire: greg; grégory: greg; guadalupe: lupe lupita;
guillaume: guillem; guillermo: memo guille; gumersindo: sindo; gunilla: nilla; gunnar: gunni;
gustaf: gurra gösta; gustav: gustl gösta; gustave: gus; gustavo: gugu guga; guðmundur: gummi mundi;
guðrún: gunna rúna gugga; gyula: julius; györgy: gyuri george; gábor: gabi gabriel; gérard: gégé;
gísli: gilli; göran: jöran; günter: günni günther; hakan: hako; halil: halo; halina: halinka;
halldór: dóri; hannah: hanna nan; hannelore: hanne lore hannerl; hans: hasse; hans-peter: hp hape;
haraldur: halli; harish: hari; harold: harry hal; harrison: harry; hartmut: hardy; hasan: haso;
hatice: hatiş; hedwig: hedi hedy; heidemarie: heidi; heikki: heka henrik; heinrich: heiner heinz
heini hinnerk hein; helena: lena nell helen nelly leninha; helga: hella; helmut: helle heli;
hendrik: henk rik hein; hendrika: riek rika; henri: riton; henrietta: hetty etta henny jette;
henriette: jette henni; henrik: henke hinke; henrique: rique; henry: hank harry hal; henryk: heniek;
herbert: herb bert herbie herbi; hermann: manni; hermine: mine hermi; herminia: minia; hilary: hil;
hildegard: hilde hilla gardi; hilkka: hilja; holger: holgi; horace: horry; hortensia: tencha;
howard: howie; hubert: bert hugh hubsi; hubertus: bert huub; hélène: leni; hüseyin: hüso; ian: iain;
ibrahim: ibo; ignacio: nacho iñaki; ignatius: iggy; ignaz: nazi igi; igor: igorek; ilaria: ila;
ildikó: ildi; ilkka: ile; ilona: ica ili helena; ilya: ilja iljuscha; imre: imi emmerich; ingeborg:
inge; ingegerd: inga; ingemar: ingo; ingibjörg: inga imba; ingrid: inga; inmaculada: inma; inna:
inka; ioannis: john yiannis; ireneusz: irek; irina: ira irotschka; irmgard: irmi; isabel: isa
chabela chavela bela; isabella: bella izzy ella isa belle; isabelle: isa belle zaza babelle;
isidore: izzy; ismail: isco; isolde: isi; istván: pista pisti steve stephen; ivan: vanya wanja
johann ivo; ivana: iva; iwan: wanja; iwona: iwonka; jaakko: jaska; jacob: jake jay jaap jascha;
jacoba: coby; jacobus: koos jaap cobus; jacqueline: jackie jacqui jacquie; jadwiga: jadzia; jakob:
jackl jockel jogi jaki jeppe ib; jan: honza; jan-philipp: jp; jan-willem: jw; jarosław: jarek;
jasmina: jasna; jasmine: jas jazz; javier: xavi; jayanti: jayanthi; jean: jeannie jeannot;
jean-baptiste: jb; jean-christophe: jc; jean-claude: jc; jean-luc: jl; jean-marc: jm; jean-michel:
jm; jean-paul: jp; jean-philippe: jp jiphi; jean-pierre: jp; jeffery: jeff; jelena: jela lena;
jennifer: jenny jen jenna; jens: jenne; jessica: jess jessie; jesús: chuy chucho suso; joachim:
jochen achim jo; joan: joanie; joaquim: quim; joaquín: quino ximo; johan: janne jojje; johann: hans
johannes hannes jan schani; johanna: hanna hanne jo joke annie hanneke jopie; johannes: hannes hans
jo johann jussi juha hannu joop; john: jack johnny jock ian; jonas: jonte; jonathan: jon nathan
jonny jo; jordi: jorge; jorge: coque jorginho; jorma: jore; josef: sepp jupp beppo pepi seppi pepík;
josefa: pepa pepita; josefina: fina; josefine: josi fine pepi finni; joseph: joe joey jody seppl;
josephine: posy fifi joey; josephus: jos sjef; joshua: josh; joséphine: jo; jovan: joca; joyce: joy;
joão: joãozito; juan: juanito; juana: juanita; judit: jutka; judith: judy jutta; juhani: jussi juha;
jukka: juki; julia: jule juli julita; julian: jules jule; juliana: jules jule; juliane: jule;
julianna: juli; julien: juju; juliet: jules; june: junie; justyna: justynka; jyoti: jyothi; jános:
jancsi jani john johann; jérôme: jé; jóhann: jói; jóhanna: jóka hanna; jón: nonni; józef: józek;
józsef: józsi; jörgen: jörn; jürgen: jogi; kaarina: kaija; kalevi: kale; karel: kája; kari: kalle;
karin: kajsa; karl: kalle charly karle; karl-heinz: kalle charly kh; karoline: line karo lina;
katalin: kati kata katherine; katarina: kajsa kaisa kati kata kaća; katharina: kathi käthe kati
trine kaethe nina katha; katherine: kitty kat kath kay kathie katya; kathleen: kath kathy; katrina:
kaisa kaja; katrín: kata; kazimierz: kazik kazek; kemal: kemo; kendrick: ken; kenneth: kenny;
kerstin: kicki; kilian: kili; kirill: kirja; kirsi: kirsti; kjell: kelle; klara: klärchen;
klaus-dieter: kd; klára: klári; knut: knutte; konrad: kurt konni; konstantin: kostya; konstantinos:
costas gus dino; konstanze: stanzi conny; korbinian: korbi korwi; kreszentia: zenzi; krishna: kris
krish; kristian: krille; kristina: kris tina stina kika kicki; kristinn: kiddi; kristján: stjáni;
kristoffer: kris stoffe krille; kristín: stína; kristýna: týna; krisztina: kriszti; krystyna:
krysia; kunigunde: gundi; károly: karcsi charles karl; laetitia: laeti; lajos: lali ludwig louis;
lakshmi: laxmi lakshmy; lambert: lampi; lambertus: bert; larissa: lara; lars: lasse lars-erik;
laura: lauri; laurence: lolo; laurits: lars; lawrence: laurie lars lawrie; leif: leffe; lennart:
lelle; leonard: lenny len leon; leonardus: leo; leonhard: hartl leo; leonid: lyonya ljonja; leonora:
nora leo; leopold: leo; leroy: roy; leszek: lech; leticia: leti; letitia: tish letty; lev: lyova
leo; liam: william; libuše: liba; lidia: lida; lieselotte: lilo; liisa: liisi; lilia: lilya;
lillian: lily lil lilly lilian; linnea: nea; ljiljana: lila; ljubica: ljuba; lloyd: loyd; lorena:
lore; lorenz: lenz; lorraine: lorrie lori; louisa: lou; lucia: luciella; lucien: lulu; lucinda:
cindy lucy; ludmila: lída; ludwig: lucki wiggl; luigi: gigi; luis: lucho luisito; luise: isi lulu;
lukáš: luky; luís: luisinho; lydia: liddy; lyudmila: lyuda mila; lászló: laci; léonard: léo;
mackenzie: kenzie; madeleine: mado; madeline: maddy; magali: mag; magdalena: malin lena malena magda
madzia; magdalene: lena; magdaléna: majda; magdolna: magdi; magnus: mange; magnús: maggi; mahesh:
mahi; maija: maikki; maksim: max maxim; manfred: fredi; manish: mani; manuel: manolo manu lolo;
marcel: celli; marcella: marcy; marcello: celo; marcelo: celo; marcin: martin; marek: mark;
margaret: mamie margie marge mimi; margareta: greta maggan märta; margarete: gretl marga meta;
margaretha: greet gré; margarethe: gretl gretel grete marga gretchen rita; margarita: rita margo
marga; margherita: rita; margit: gitte manci; margrethe: grete grethe; margrét: magga gréta;
marguerite: daisy margot; maria: mizzi mariele riet marijke mieke mia ria maja maj marie masha
manja; maria-grazia: mariagrazia; mariana: mari; marija: maja mara; marilyn: lyn; mario: mariolino;
mariusz: mario; marjatta: marja; marjorie: marge; marko: mare; markéta: markétka; marlies: lies;
marshall: marsh; marta: martusia; martin: martl máťa; martina: marti; martine: titine; martinus:
martin tinus; marvin: marv; mary: molly polly mollie mamie minnie may; maría-carmen: maricarmen
mamen; maría-dolores: lola; maría-luisa: marisa; maría-mar: marimar; massimiliano: max massi;
massimo: max massi; mateusz: mati matthew; mathieu: mat matt; mathilde: tilli; matilda: tilly mattie
tilda; matilde: mati; mats: matte; matteo: teo; matthew: matty matt mattie; matthias: hias mattes
matti; matthäus: hais mattes; matti: masa; mattias: matte; matvei: motja; maurice: mo morrie momo;
mauricio: mau; maximilian: maxl; maximiliane: maxi; maximilien: max; mehmet: memo memet; melchior:
melch; melinda: mindy; melvin: mel; mercè: mercedes; meredith: merry; michael: micky mikey michl
michi; michał: misiek michael; michel: mimi; miguel: miguelito miguelinho; mihailo: miša; mihály:
misi michael; mikael: micke mikko mika; mikhail: misha michail; mikko: mikael; miklós: miki nicholas
nikolaus; milagros: mila; milan: mića míla; milena: mila; millicent: millie milly; miloslav: míla;
miloš: miša; minerva: minnie; miranda: mandy randa; miriam: mimi mirjam; mirjana: mira; mohammed:
mohd mohamad mohammad muhamad mehmet; monika: moni monia; monique: momo; montserrat: montse;
mortimer: mort; moshe: moses mosche moische; murat: muro; murray: muz; mustafa: mustı; myron: ron;
máire: mary; márcio: marcinho; mária: mari marika; márton: marci martin; mátyás: matyi matthias;
mícheál: michael mick; mónika: móni; nadezhda: nadya; narendra: naren; natalia: natka; natalie: nat
talia; natalya: natasha nata natalie; nathan: nate nat; nathaniel: nate nathan; neeraj: niraj;
nelson: nels nelsinho; nepomuk: muk; niamh: neve; nicholas: klaus nicko nicol; nicodemus: nick;
nicola: nicò; nicolaas: klaas nico; nicolas: nico; nicolás: nico; niels: nils; nikhil: nick; nikola:
nidžo nikolaj; nikolai: niko; nikolaus: nickel klaus klas; nikolay: kolya nick; nikolina: nina;
nils: nisse; norbert: nobbi norb; nuno: nuninho; octavia: tavy; oksana: xana ksana; olaf: ole olav;
olav: ole; olga: olya; olivia: livvy liv ollie; olivier: oliv; olli: olavi; orsolya: orsi; oscar:
ossie ogge oscarín; oskar: ossi; osman: osmo; oswald: ozzie oz; otto: ottl; ottokar: otto; ove:
uffe; paavo: pave; pablo: pablito; pamela: pammy; pankraz: kraz; pantaleon: leo; paolo: paolino;
paraskevi: vivi voula evi; pascal: pasc; patrice: pat; patricio: pato; patrik: patte; patrizia:
patty patti; patrícia: paty; paulo: paulinho; pavel: pasha; paweł: pawełek; peder: per pelle; pedro:
perico; pekka: pete pietari; per: pelle peder; percival: percy; peregrine: perry; petar: pero pera
peter; peter: pelle petter; petra: péťa; petronella: nel nelly; petter: pelle; philipp: lipp fips;
philippine: pine; philomena: mena; phoebe: phebe; pia: pie; pierluigi: pigi; pierre: pierrot; pilar:
pilarica; pirjo: pirkko; piroska: piri; polina: polya; pooja: puja; pradeep: pradip; prakash:
prakaash; priscilla: cilla prissy; priyanka: priya; przemysław: przemek; purificación: puri; pyotr:
petya; pádraig: patrick paddy; pál: pali paul; páll: palli; péter: peti petya; pétur: pési; quentin:
quin quent; quirin: quirl; rachel: rach shelly; radhakrishnan: radha; radmila: rada; rafael: rafa;
rafaela: rafi; rafał: rafi; raffaele: raf; ragnheiður: ragga; ragnhild: ragni; raissa: raja;
rajendra: raj; rajesh: raj; ramachandran: ram; ramazan: ramo; ramesh: ram; ramón: moncho; randall:
randy; raphael: rafe; raphaela: rafi; raphaël: raph; raquel: raque; rasmus: rasse; ravindra: ravi;
raymond: ray; rebecca: becks bec reba bex; recep: reco; regina: reggie; regine: gine; reinhard:
reini hardi; reinhild: hilde; renata: renia; renate: reni nate; renato: renatinho; rhiannon: rhi;
ricardo: richi; riccardo: ricky richi; richard: richie rikard; riitta: ritu; rikard: rille; rivka:
rebecca rivkah; robert: bobbie rab robin robban robuś bob; roberta: bobbie robbie bertie; roberto:
beto; robin: rob; rodolfo: fito; roland: roly rollo roli rolle rolo; romain: rom; roman: roma;
ronald: ronny; rosa: rosinha; rosalie: rosie; rosalía: rosa; rosamund: roz ros; rosario: charo;
rosemarie: rosi romy; rosina: rosi; rostislav: slava; rowena: ro; rozália: rozi; rudolf: rolf rudi
ruedi; rui: ruizinho; rune: rulle; rupert: rupe; ruslan: rus; ryszard: rysiek richard; réka: réki;
rémi: rem; sabine: bine; sabrina: bree; sakari: saku; salome: sali; salvador: chava; salvatore: totò
turiddu; samantha: sammy sammie; sandeep: sandip; sandra: sandy; sandrine: sand; sanja: aleksandra;
sanjay: sanju; santiago: santi yago; sean: shaun shawn shane; sebastian: seb baz wastl bastl basti
seba; sebastiano: seba; sebastián: sebas; selim: selo; semjon: senja; semyon: syoma senja; seppo:
sepi; serena: rena sere; sergei: serge; sergey: seryozha serge; sergio: checo; serkan: serko;
seymour: sy; shashi: sashi; shimon: simon schimon; shirley: shirl; shiva: siva; shlomo: solomon
schlomo; shmuel: samuel schmuel; shreya: shrea; siddharth: sid siddhartha; sidney: sid; siegfried:
sigi fritz; sigismund: sigi; sigmund: sig; sigrid: siri; sigríður: sigga sirrý; sigurd: sigge;
sigurður: siggi; silvester: sly; silvia: silvi; silvio: silvietto; simon: simmerl; siobhán: shivaun
chevonne; snežana: sneža; socorro: coco; sofia: fia; sofya: sonya; soledad: sole; solomon: sol
solly; sophia: soph sophie; sophie: soso; soren: sorren; spyridon: spiros; stanislav: stas standa;
stavros: steve; stefan: steff steffl steffe stevo; stefania: stefa; stefano: ste; stefán: stebbi;
stepan: stjopa; stephanie: stevie steffie; stephen: steph; stig: stickan; stjepan: stipe stefan;
sture: stubben; stéphane: stef; subramanian: subbu mani; sudhir: sudheer; sunita: sunitha; suresh:
suri; susan: suzie suzy susi suzanne; susana: susi; susanna: sanna; susanne: sanne; suzanne: suzie
sue suzon; sveinn: svenni; sven: svempa; svetlana: sveta lana; svetozar: toza; swati: swathi;
sylvain: syl; sylvia: syl silvie silvi; sylwester: sylwek; szymon: simon; sándor: sanyi alexander;
séamus: james jim shamus; sébastien: seb bastien; süleyman: sülo; tabitha: tabby; tadhg: tim; tage:
tagge; taissia: taja; tamara: toma; tamás: tomi thomas; tapani: tapsa; taras: tarasik; terence: tel;
teresa: tess terri tracy tereska teté terry; thaddeus: tad thad; thaddäus: thaddl; thelma: thel;
theodora: teddy dora; theodorus: dorus; theresa: resi resl thesi; therese: resi resl; theresia:
trees resi; thiago: tiago; thibault: thib; thierry: titi; thomas: tommi thommy tommes tompa tom;
thérèse: théa; tibor: tibi; tiffany: tiff; tihomir: tiho; timo: timppa; timofei: tima; timothy:
timmy timo; timur: tim; tobias: tobi; tomas: tompa; tomasz: tomek; tomislav: tomo; tommaso: tommy
masi; tomáš: tom; torbjorn: tobbe; torsten: totte; tristan: tris; tuncay: tunç; tuomas: tumppi
tuomo; tünde: tündi; ulf: uffe; ulrich: uli ulli utz; ulrika: ulla rika; ulrike: uli rike; ulysses:
uly; umberto: berto; ursula: ursie ursl uschi urschel; urszula: ula; vadim: vadik; valentin: vale
valle; valentina: valya; valeri: valera; valeria: vale; valeriya: lera; valérie: val; vasili: vasya
wassja; vasilis: bill vasileios; vassily: vasya; veikko: veke; venkatesan: venkat; venkatesh: venky
venkat; vera: verotschka; verena: vreni vroni; veronica: ronnie vera nica roni; veronika: vroni
vera; vesna: vesnica; vicente: vicent chente; victor: vic; victoria: vicky toya; vijay: vijai;
vikram: vik vicky; viktor: vicke vitya; viktoria: vicki vicky; viktória: viki; vilhjálmur: villi;
ville: vilhelm; vincent: vince; vincenza: enza; vincenzo: vinny; vinzenz: zenz vinz; vinícius: vini;
virginia: ginny gin virgi; virginie: vivi ginie; vitali: vitalik; vivek: viv; vivienne: viv;
vjatscheslaw: slawa; vladimir: vlado vlada; vladimír: vláďa; vladislav: vlad slava; vojtěch: vojta;
vsevolod: seva; walburga: burgi; waldburga: burgl; waldemar: waldek; walter: walt wat; waltraud:
traudi wally; wanda: wandzia; wendelin: wendel; werner: wernsi; wiesław: wiesiek; wiktor: wiktorek;
wilfred: wilf fred will; wilhelmina: minnie billie willy mien; wilhelmine: minchen mina helma;
wilhelmus: willem wim; willem: wim; william: bill wim; winifred: freda; winston: winnie; wolfgang:
wolf wolfi gangerl; władysław: władek; xaver: xaverl veri; xavi: javier xavier; yaakov: jacob jakob
yakov; yakov: yasha; yaroslav: slava; yehuda: judah jehuda; yekaterina: katja katya ekaterina kate;
yevgeny: zhenya gene; yitzhak: isaac itzhak izhak yitzchak jizchak; yngve: yngwe; yosef: joseph
yossi josef; yujin: eugene eugenia; yuliya: yulia julia; yusuf: yuso; yves: yvon; yvonne: vonnie;
zacharias: zacki; zachary: zack zac; zdenka: zdena; zdzisław: zdzisiek; zenta: zenzi; zeynep: zeyno;
zinaida: zina; zoltán: zoli; zoran: zoki; zoya: zoja; zsuzsanna: zsuzsa zsuzsi susanna; zsófia:
zsófi sophie; zygmunt: zyga; ágnes: ági; édouard: doudou ed; élodie: elo; éric: ricou; étienne:
steph; éva: évi; ólafur: óli; ömer: ömo; özgür: özi; þorsteinn: steini; þórður: doddi; łukasz: lukas
luk; şükrü: şüko; željko: žele
"""
"""As in ``nicknames``: the full name, and what those who bear it are called."""
