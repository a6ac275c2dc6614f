"""Words for one thing in two languages: by which fields of work are found whatever they are called.

Each line is one thing. A word that ends in ``~`` may stand anywhere in a compound, as in
``Nutzerforschung``; all others are whole words, or the stems of such. The first word of a line is
what the thing is called.
"""

from __future__ import annotations


WORDS = """
user ux usability nutzer~ anwender~ benutzer~
research researcher forsch~ wissenschaft~ science scientist
design designer gestalt~ entwurf
interface ui oberfläche~ frontend
product produkt~
project projekt~
management manager leitung~ leiter~ führung~ lead head steuerung~
software programmier~ developer development entwickl~ coding engineer
data daten~ analytics analyst analyse~ statistik~ statistics
machine maschinell~ ai ki intelligenz~
security sicherheit~ cybersecurity datenschutz~ privacy
cloud infrastruktur~ infrastructure devops
marketing vermarkt~ werbung~ werbe~ advertising campaign kampagne~
brand branding marke marken~
sales vertrieb~ verkauf~ verkäuf~ account
customer kunde kunden~ client
service kundendienst~ support
communication kommunikation~ communications öffentlichkeitsarbeit~ pr presse~ press
journalism journalis~ redaktion~ redakteur~ editor editorial reporter
writing schreiben author autor~ copywriter texter~
publishing verlag~ publisher lektor~ lektorat~
translation übersetz~ translator dolmetsch~ interpreter
film kino~ cinema video regie~ director
photo fotograf~ photographer photography
music musik~ musician
theatre theater~ bühne~ stage
art kunst artist künstler~
museum museen galerie~ gallery kurator~ curator
game games spiele~ gaming
architecture architekt~ architect
building bau bauwesen~ construction baustelle~
civil bauingenieur~
interior innenarchitekt~ raumgestalt~
urban stadtplan~ städtebau~ stadtentwickl~
landscape landschaft~ gartenbau~ gärtner garden
environment umwelt~ ökologie~ ecology
sustainability nachhaltig~ sustainable esg
climate klima~
energy energie~ strom~ power
solar photovoltaik~ wind windkraft~
agriculture landwirt~ farming bauernhof~
food lebensmittel~ ernährung~ nutrition
cooking koch köch~ gastronomie~ restaurant~ chef
hotel hotel~ hospitality gastgewerbe~
tourism tourismus~ reise~ travel
sport fitness trainer training
health gesundheit~ healthcare
medicine medizin~ arzt ärzt~ doctor physician klinik~ krankenhaus~ hospital
nursing pflege~ nurse
therapy therapie~ therapeut~ therapist
psychology psycholog~
psychotherapy psychotherapie~
pharma pharma~ apotheke~ pharmacy
biology biolog~ biotech biotechnologie~
chemistry chemie~ chemi~ chemist
physics physik~ physicist
mathematics mathemat~ maths math
education bildung~ pädagog~ pedagogy
teaching lehrer~ unterricht~ teacher lehre schule~ school
university hochschule~ universität~ academia akademi~ professor
childcare kita erzieher~ kindergarten~
coaching coach coachings
consulting beratung~ berater~ consultant advisory
mediation mediat~ konfliktmanagement~
organisation organisationsentwickl~ organisational organization
change wandel veränderung~ transformation
hr personal personalreferent~ personalleit~ personalentwickl~ personalwesen~ human people
training weiterbild~ fortbild~ schulung~
law recht~ jura jurist~ legal lawyer anwalt~ anwält~ attorney
notary notar~
compliance regulier~ regulatory
finance finanz~ financial
accounting buchhaltung~ buchhalter~ accountant bilanz~ rechnungswesen~
controlling controll~
tax steuer steuern steuerberat~
audit revision~ prüfung~ auditor
bank bank banking banken bankwesen~
insurance versicherung~ versicherer~ underwriting
investment investor~ venture fonds
trading handel~ trader händler~
risk risiko~ risiken
property immobilie~ estate makler~
purchasing einkauf~ einkäuf~ procurement beschaffung~
logistics logistik~ supply lieferkette~
transport verkehr~ mobilität~ mobility spedition~
aviation luftfahrt~ flug pilot
space raumfahrt~ aerospace
automotive automobil~ fahrzeug~ auto car
mechanical maschinenbau~ mechanik~
electrical elektro~ elektrotechnik~ electronics
production produktion~ fertigung~ manufacturing
quality qualität~
crafts handwerk~ tischler~ schreiner~ carpenter
textile textil~ mode fashion
retail einzelhandel~ laden store
startup gründ~ founder entrepreneur unternehm~
strategy strateg~ strategic
innovation innovation~
policy politik~ politisch~ political
public verwaltung~ administration behörde~ öffentlich~
social sozial~ sozialarbeit~
nonprofit gemeinnützig~ ngo stiftung~ foundation verein~
development entwicklungszusammenarbeit~ humanitarian humanitär~
religion kirche~ theolog~ pfarr~ church
library bibliothek~ archiv~ archive
event veranstaltung~ events messe~
mentoring mentor~
freelance freiberuf~ selbständig~ selbstständig~
content inhalte~
digital digital~
agile agil~ scrum
testing test~ tester
animal tier tiere tierarzt~ veterinary tierschutz~
"""

GENERAL = """
work arbeit job jobs beruf berufe bereich branche feld arbeitsfeld berufsfeld tätigkeit field area
sector industry profession career
"""
"""Words for work of any kind: beside another word they say nothing."""
