import { all, meanings, numbered, phrases, words } from "./phrases.ts";
import type { MetricKind, Vocabulary, Way } from "./vocabulary.ts";

const participle = /^(?:ge|ver|be|ont|her|aan|in|uit|op|af|door|over|mee|terug|binnen|weg|toe)\p{L}{2,}(?:d|t|en)$/u;
const notParticiples = words(
  "aantal minuut bericht product contact bestand uitval inzet verlies winst gezicht recht overzicht beeld bod gebied gebruikt",
);
const month = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

export const nl: Vocabulary = {
  language: "nl",
  marks: words(
    "de het een van en wij we ze ons onze zijn wordt worden voor met bij naar uit tot niet geen meer minder dan dat die dit deze elke binnen eind jaar maand kwartaal week dagen uur minuten procent halen willen gaan moet moeten nieuwe hoger lager omzet klanten bezoekers aantal gemiddeld gemiddelde per doel periode akkoord directie naar hoogstens minstens maximaal minimaal mrt mei okt wk komende volgend volgende verkocht verkopen is verhogen verlagen verbeteren stijgt daalt tussen stijgen dalen badkamers uiterlijk ultimo al te er wat hebben heeft",
  ),
  shape: /ij|aa|uu|eeuw|sch|uren$|ingen$|ings\p{L}{2}|lijk|heid$|[^e]ers?t$|zaam/u,
  stop: words(
    "de het een ik weet zoals van en of maar want dus wij we ze zij ons onze mijn mij me jij je jullie hij zich hun haar iedereen iemand niemand men wie wat waar waarmee waarin welke is zijn was waren ben wordt worden werd werden geworden heeft hebben had hadden kan kunnen moet moeten mag mogen wil willen wilt zal zullen gaat gaan ging voor met bij naar uit tot niet geen nooit al nog ook dan dat die dit deze daar daarvan hier er elke elk per op in aan om te over onder boven na sinds vanaf tijdens gedurende binnen door dankzij wegens tegen zonder als toen nu zo wel meer minder gemiddeld ongeveer circa ca ruim rond bijna zeker graag samen heel hele gehele alle allemaal ieder iedere hoe hoeveel wanneer zodat hierover hiermee hiervan daarmee daarin volgens tussen via eind einde medio begin uiterlijk minimaal maximaal minstens hoogstens max min hooguit t/m tevens plus ten opzichte gesteld ligt staat komt blijft bedraagt dient zit hij weer terug elkaar eens dus echt flink veel totaal staan liggen zitten zijn uitkomen eindigen uitgekomen uit",
  ),
  articles: words("de het een onze ons alle haar hun mijn je deze die dit dat elke iedere"),
  verbs: words(
    "verkopen halen behalen krijgen maken doen sluiten afsluiten binnenhalen realiseren plaatsen versturen sturen voeren werven houden hebben zetten bereiken scoren winnen ontvangen uitgeven leveren afleveren organiseren publiceren plannen boeken inplannen ophalen opleveren verwerken afhandelen afnemen aannemen verwelkomen trekken tellen noteren kopen lopen draaien geven aanbieden bezoeken komen zien spreken bellen openen genereren aantrekken ontvingen verkochten haalden werven bedienen begeleiden helpen plaatsvinden beantwoorden oplossen vragen stijgen dalen groeien toenemen afnemen bedragen oplevert ronden afronden werken presteren sparen besparen verdienen omzetten downloaden registreren inschrijven aanmelden starten vervullen verlagen verhogen installeren schrijven tillen brengen",
  ),
  adjectives: words(
    "extra tevreden online offline eigen open gesloten verschillende unieke meer minder betalend gratis digitale zakelijke particuliere inactieve actieve nieuwe terugkerende heel nog nieuw gewone bestaande betalende trouwe maandelijkse jaarlijkse wekelijkse dagelijkse",
  ),
  isAdjective: (word) => /\p{L}{3,}e$/u.test(word) && !/(?:tie|ie|ee|ete|age|ale|ase|uce|ite|ine|ize)$/u.test(word),
  isQuality: (word) => /(?:gericht|isch|ief|baar|lijk|ig|zaam|vol|loos|ient|ant|eel)$/.test(word),
  isComparative: (word) => /(?:enter|ijker|iger|voller|zamer|aarder|iever|ischer)$/.test(word),
  isPlural: (word) => word.length > 3 && /(?:en|'s|[^s]s)$/u.test(word) && !/(?:heids|ings)$/u.test(word),
  isParticiple: (word) => participle.test(word) && !notParticiples.has(word),
  headLast: false,

  numerals: new Map(
    numbered(
      "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
    ),
  ),
  tens: new Map(
    numbered("tien twintig dertig veertig vijftig zestig zeventig tachtig negentig").map(([word, value]) => [word, (value + 1) * 10]),
  ),
  dozen: "dozijn",
  hundred: "honderd",
  thousand: "duizend",
  compounds: /honderd|duizend|en(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)$/,
  magnitudes: new Map([
    ["k", 3],
    ["miljoen", 6],
    ["mln", 6],
    ["mio", 6],
    ["miljard", 9],
    ["mrd", 9],
  ]),
  and: "en",
  one: words("een"),
  halves: phrases({ "1.5": "anderhalf|anderhalve", "0.5": "half|halve|een half|een halve" }),
  quarters: phrases({ quarter: "een kwart|kwart" }),
  andAHalf: phrases({ half: "en een half|en een halve" }),
  fractions: phrases({
    "0.5": "de helft|helft",
    "0.25": "een kwart|kwart|een vierde",
    "0.75": "driekwart|drie kwart",
    "0.3333333333333333": "een derde|eenderde",
    "0.6666666666666666": "twee derde|tweederde",
    "0.2": "een vijfde",
    "0.4": "twee vijfde",
    "0.6": "drie vijfde",
    "0.8": "vier vijfde",
    "0.1": "een tiende",
  }),
  rangeLinks: words("- – a tot"),
  outOf: phrases({ share: "van de|op de|op elke|van elke", one: "op" }),
  scale: phrases({ scale: "op een schaal van|uit|schaal" }),
  groups: ".",
  factors: new Map([
    ...all("verdubbelen verdubbelt verdubbeld verdubbeling dubbele", "2"),
    ...all("halveren halveert gehalveerd halvering", "0.5"),
    ...all("verdrievoudigen verdrievoudigt verdrievoudigd", "3"),
    ...all("verviervoudigen verviervoudigt", "4"),
  ]),
  multipliers: new Map([
    ["dubbel", 2],
    ["tweemaal", 2],
    ["driemaal", 3],
  ]),
  multiples: phrases({ multiple: "zo veel|zoveel|zo groot|zo hoog|zo vaak" }),
  vagueAmounts: phrases({
    vague:
      "honderden|tientallen|duizenden|miljoenen|een paar|enkele|een aantal|zo veel mogelijk|zoveel mogelijk|veel|meerdere|voldoende|genoeg|een hoop|zo weinig mogelijk|weinig",
  }),

  percent: phrases({
    percent: "%|procent|pct|percent|proc",
    points: "procentpunt|procentpunten|procent punt|%-punt|pp|% punt|% - punt|% -punt",
  }),
  currencies: new Map([
    ...all("€ eur euro euro's euros", "EUR"),
    ...all("$ usd dollar dollars", "USD"),
    ...all("£ gbp pond ponden", "GBP"),
    ["chf", "CHF"],
  ]),
  times: meanings({
    millisecond: "ms milliseconde milliseconden",
    second: "s sec seconde seconden secs",
    minute: "min minuut minuten minuutje mins",
    hour: "uur uren uurtje u",
    day: "dag dagen werkdag werkdagen kalenderdagen kalenderdag etmaal",
    week: "week weken wk",
    month: "maand maanden mnd",
    quarter: "kwartaal kwartalen",
    year: "jaar jaren jr",
  }),
  timeNames: new Map([
    ["millisecond", ["milliseconde", "milliseconden"]],
    ["second", ["seconde", "seconden"]],
    ["minute", ["minuut", "minuten"]],
    ["hour", ["uur", "uur"]],
    ["day", ["dag", "dagen"]],
    ["week", ["week", "weken"]],
    ["month", ["maand", "maanden"]],
    ["quarter", ["kwartaal", "kwartalen"]],
    ["year", ["jaar", "jaar"]],
  ]),
  quarterHour: words("kwartier"),
  occasions: words("keer maal x keren"),
  none: phrases({ none: "geen enkele|geen een|geen" }),
  numbered: words(
    "top fase stap versie niveau maat tier nr nummer nummers kpi klasse groep regio cluster zone model formule tip deel stage q",
  ),

  months: new Map([
    ...month.map((name, index) => [name, index + 1] as const),
    ...numbered("x jan feb mrt apr mei jun jul aug sep okt nov dec").slice(1),
    ["sept", 9],
    ["october", 10],
    ["oct", 10],
    ["januarie", 1],
  ]),
  monthNames: month,
  doubtfulMonths: words("jan"),
  seasons: new Map([
    ["lente", 3],
    ["voorjaar", 3],
    ["zomer", 6],
    ["herfst", 9],
    ["najaar", 9],
    ["winter", 12],
    ["zomermaanden", 6],
    ["wintermaanden", 12],
  ]),
  periodUnits: meanings({
    day: "dag dagen",
    week: "week weken wk",
    month: "maand maanden mnd",
    quarter: "kwartaal kwartalen kw",
    half: "halfjaar halve-jaar",
    year: "jaar jaren boekjaar kalenderjaar",
  }),
  ordinals: new Map([
    ["eerste", 1],
    ["tweede", 2],
    ["derde", 3],
    ["vierde", 4],
    ["laatste", -1],
  ]),
  halfYears: words("half helft halfjaar"),
  ordinalEnds: words("e ste de st nd rd th"),
  every: words("elke per iedere om"),
  current: words("dit deze huidige huidig lopende lopend"),
  next: words("volgend volgende komend komende aankomend aankomende aanstaande"),
  past: words("vorig vorige afgelopen verleden voorgaand voorgaande"),
  coming: phrases({ coming: "de komende|het komende|de eerstvolgende|komende|komend|de aankomende|de volgende" }),
  edges: phrases({
    end: "het einde van|het eind van|einde van|eind van|eind|einde|ultimo|ult|ult .|het einde|het eind|eind het",
    middle: "medio|halverwege|midden|midden in|het midden van",
    start: "het begin van|begin van|begin",
  }),
  yearEnd: phrases({
    "year-end":
      "jaareinde|het jaareinde|einde jaar|eind jaar|eoy|het einde van het jaar|het eind van het jaar|eind van het jaar|einde van het jaar|einde boekjaar|oud en nieuw",
  }),
  holidays: new Map([
    ...all("kerst kerstmis", { month: 12, first: 25, last: 26 }),
    ["sinterklaas", { month: 12, first: 5, last: 5 }],
    ["koningsdag", { month: 4, first: 27, last: 27 }],
    ["valentijnsdag", { month: 2, first: 14, last: 14 }],
    ["nieuwjaar", { month: 1, first: 1, last: 1 }],
  ]),
  leads: phrases({
    in: "in|op|gedurende|tijdens|over|per|gemeten in|gemeten over|met|van|vanuit",
    until:
      "tot en met|t/m|tm|deadline :|einddatum :|eind :|einde :|gereed :|klaar :|gereed|klaar|gereed per|klaar per|gereed op|klaar op|deadline =|einddatum|uiterlijk|uiterlijk op|uiterlijk in|uiterlijk per|tegen|niet later dan|deadline|deadline is|ten laatste",
    before: "tot|voor|tot aan",
    since:
      "start|startdatum|start per|start op|begindatum|ingangsdatum|start :|startdatum :|begin :|begindatum :|ingangsdatum :|vanaf|sinds|met ingang van|ingaande|startend",
    after: "na",
    between: "tussen",
  }),
  fillers: words("de het heel hele gehele maand jaar periode loop van op volledige kalenderjaar maanden dag zomaar"),
  links: phrases({ until: "tot en met|t/m|tm|–|-|->", before: "tot" }),
  yearLinks: words("van in , '"),
  within: phrases({ within: "binnen|in", later: "over" }),
  fromNow: phrases({ later: "vanaf nu" }),
  today: phrases({ today: "nu|vandaag|heden" }),
  goals: words(
    "doel doelstelling doelstellingen target targets kpi kpi's norm streefwaarde ambitie begroting budget plan planning prognose verwachting ons doelen eis",
  ),

  levels: phrases({
    now: "nu|nu nog|momenteel|huidige|huidig|thans|op dit moment|vandaag|nulmeting|uitgangspunt|startwaarde|baseline|uitgangswaarde|nulwaarde|inmiddels|tot nu toe|staat nu op|staat op|ligt op|zit op",
    then: "was|waren|vorig jaar|vorige maand|vorig kwartaal|afgelopen jaar|voorheen|vorige week|voorgaand jaar|een jaar eerder|hadden|had|verloren|verleden jaar|afgelopen kwartaal|afgelopen maand|eerder|kwam van|komend van|komt van",
  }),
  comparisons: phrases({
    compare:
      "als in|als vorig|t.o.v.|t.o.v|tov|ten opzichte van|vergeleken met|vergeleken bij|in vergelijking met|in vergelijking tot|versus|vs|tegenover|in plaats van|i.p.v.|gelijk aan|gelijk te blijven aan|gelijk blijven aan|gelijk blijft aan|blijft gelijk aan|tegen",
    than: "dan",
  }),
  towards: phrases({ to: "naar|->|tot|nu naar|tot aan" }),
  from: words("van vanaf"),
  reasons: phrases({
    clause:
      "omdat|doordat|aangezien|want|immers|nu we|reden is dat|de reden is dat|gezien het feit dat|op grond van|op basis van|gebaseerd op|gezien de|gezien het",
    phrase:
      "dankzij|vanwege|wegens|door middel van|als gevolg van|met behulp van|met hulp van|als resultaat van|te danken aan|het gevolg van|d.m.v.|dmv|o.b.v.|obv|i.v.m.|ivm|in verband met",
    agent: "door",
    enabling:
      "maken dit haalbaar|maakt dit haalbaar|maken dit mogelijk|maakt dit mogelijk|maken het haalbaar|maakt het haalbaar|maken het mogelijk|maakt het mogelijk|maakt dat haalbaar|maken dat haalbaar|maakt dit realistisch|maken dit realistisch",
  }),
  agreeing: phrases({
    agree:
      "akkoord|akkoord gekregen|akkoord ontvangen|akkoord gegeven|acoord|accoord|akkoord gegaan|akkoord bevonden|afgesproken|toestemming|ja gezegd tegen|zegt ja tegen|zeggen ja tegen|groen licht|zegen van|toegezegd|toezegging|tekenen voor|tekenen hiervoor|tekenen hier|sluit zich aan|sluiten zich aan|schaart zich achter|scharen zich achter|spreekt af|spreken af|sprak af|spraken af|vinden in|staat achter|staan achter|overeengekomen|goedgekeurd|ingestemd|instemming|instemt|instemmen|stemt in|stemmen in|onderschrijft|onderschrijven|onderschreven|gedragen|gesteund|steunt|steunen|omarmt|omarmd|bekrachtigd|geaccordeerd|goedkeuring|fiat|eens|eensgezind|overeenstemming|afgestemd|hierachter|erachter|daarachter|verbonden aan|gecommitteerd|committeert|committeren|commitment|getekend|ondertekend|keurt goed|keuren goed|accordeert|acceptabel voor|aanvaardbaar voor|geaccepteerd|aanvaard|commiteert|akkoordverklaring|zegt ja|ja gezegd|vinden dit acceptabel|vindt dit acceptabel|handtekening|draagvlak|achter|tekent voor|tekende voor|tekenden voor|unaniem aangenomen|samenspraak met|consensus|steun van|blij mee|staat erachter|vastgelegd met",
    weak: "vastgesteld|ok|oke|okay|bepaald|vastgelegd|bevestigd|ja",
  }),
  contesting: phrases({
    contest:
      "oneens|betwist|betwisten|omstreden|afgewezen|wijst af|wijzen af|wijst dit af|wijst het af|wijst dit doel af|wijzen dit af|afgekeurd|keurt af|keurt dit af|keuren dit af|verwerpt|verwerpen|verworpen|weigert|weigeren|geweigerd|bezwaar|verzet|verzetten|protesteert|protesteren|tegen de zin|tegen de wil|tegen de wens|onacceptabel|onaanvaardbaar|ziet dit niet zitten|zien dit niet zitten|ziet het niet zitten|zien het niet zitten|niet zitten|niet zien zitten|meningen zijn verdeeld|is verdeeld|zijn verdeeld|intern verdeeld|veto|hiertegen|daartegen|ertegen|tegenstand|tegenstander|tegenstanders|onenigheid|discussie over|ondanks bezwaren|ondanks bezwaar|ondanks protest|onder protest|te hoog gegrepen|vindt dit te hoog|vinden dit te hoog|vindt het te hoog|vinden het te hoog|vindt dit te veel|vinden dit te veel|vindt dit onrealistisch|vinden dit onrealistisch|vindt dit onhaalbaar|vinden dit onhaalbaar|vindt het onhaalbaar|vinden het onhaalbaar|lopen uiteen|wil dit niet|willen dit niet|wil hier niet aan|willen hier niet aan|ruzie|gekant|afwijzen|afkeuren|aanvechten|tegenhouden|bestrijden|geen steun|niet mee instemmen|bestrijdt|bestrijden|vecht aan|vechten aan|afwijzend|niet meewerken|er niet in mee|niet blij met|niet gelukkig met|niet gecharmeerd|niet enthousiast|niet bereid|niet van plan|gaat niet mee|gaan niet mee|niet leven met|niet mogelijk|onmogelijk|goedkeuring onthouden|onthoudt goedkeuring|onthouden goedkeuring|adviseert negatief|adviseren negatief|negatief advies|raadt af|raden af|ontraadt|ontraden|afgeraden|haakt af|haken af|afgehaakt|keert zich tegen|keren zich tegen|kant zich|kanten zich|geen heil in|petitie tegen|in beroep tegen|boycot|boycotten|geschil|conflict over|onvrede|afgeserveerd|gesneuveld|van tafel|is nee|te veel|te hoog|te zwaar|te krap|te streng|verschillen van mening|van mening verschillen|luidt nee|ageert|ageren|stribbelt|stribbelen|in actie tegen|van de hand|ligt dwars|liggen dwars|dwarsliggen|trekt zijn steun in|trekt haar steun in|trekken hun steun in|steun ingetrokken|hakken in het zand|weerstand|stuit op|in opstand|dreigt te staken|dreigen te staken|staakt|staken tegen|vertikt|vertikken|voelt niets voor|voelen niets voor|voelt er niets voor|ziet niets in|zien niets in|niet haalbaar|onhaalbaar|onwerkbaar|niet realistisch|te ambitieus|veel te hoog|geen vertrouwen in|kritiek op|tegengehouden|teruggefloten|afgeschoten|past ervoor|passen ervoor|bedankt ervoor|boos over|morren|mort|werkt niet mee|werken niet mee|zegt nee|zeggen nee|zei nee|nee gezegd|ziet er niets in|zien er niets in|hekelt|ter discussie|weggestemd|tegengestemd|tegenstem|steekt er een stokje voor|blokkeert|blokkeren|geblokkeerd",
    against: "tegen",
  }),
  separable: new Map<string, ReadonlyMap<string, "agree" | "contest">>([
    ...all("stem stemt stemmen stemde stemden", new Map([["in", "agree"]] as const)),
    ...all(
      "keur keurt keuren keurde keurden",
      new Map([
        ["goed", "agree"],
        ["af", "contest"],
      ] as const),
    ),
    ...all("wijs wijst wijzen wees wezen", new Map([["af", "contest"]] as const)),
    ...all("accepteert accepteren aanvaardt aanvaarden", new Map([["niet", "contest"]] as const)),
    ...all("vecht vechten vocht", new Map([["aan", "contest"]] as const)),
  ]),
  negations: words("niet geen zonder nee nooit nog-niet noch niemand"),
  pending: phrases({
    pending:
      "nog te bespreken|te bespreken|wacht op|wachten op|in afwachting van|onder voorbehoud|wie gaat|moet nog|moeten nog|vragen om|vraagt om|vraag om|nog af te stemmen|af te stemmen|nog voorleggen|nog voor te leggen|ter goedkeuring|gaat er|willen we afstemmen|nog in overleg|zodra|mits|indien",
  }),
  parties: words(
    "directie bestuur board mt management managementteam leiding team teams sales verkoop marketing finance financien inkoop logistiek receptie redactie operations klantenservice service serviceteam hr it ict communicatie or ondernemingsraad raad afdeling afdelingen eigenaar eigenaars eigenaren aandeelhouders commissarissen wethouder college gemeenteraad klant klanten leverancier leveranciers partner partners medewerkers personeel collega's collega iedereen allen allemaal vakbond vakbonden bond bonden chauffeurs planners artsen verpleegkundigen docenten ceo cfo cmo coo cto cio vp directeur directeuren manager managers teamleiders teamleider teamlead teamleads opdrachtgever stuurgroep projectgroep werkgroep stakeholders betrokkenen vestigingen winkels controller accountant jurist juristen juridisch legal support agenten adviseurs verkopers buitendienst binnendienst winkelteam webteam bestuurder bestuurders toezichthouder concessieverlener vereniging cx inwoners leden huisartsen vergadering boeren burgers omwonenden bewoners huisbaas burgemeester penningmeester ouders studenten huurders vrijwilligers",
  ),
  partySuffixes:
    "manager managers team teams leider leiders directeur directie raad houder houders afdeling hoofd bestuur baas lead leads chef coordinator adviseur adviseurs commissie comite".split(
      " ",
    ),
  partyLeads: words("met van door bij aan voor"),
  agents: words("met door"),
  of: words("van"),
  idioms: new Map([
    ["eens", words("het mee")],
    ["achter", words("er hier daar waar")],
    ["blij", words("er hier daar")],
    ["vinden", words("zich")],
    ["als", words("zowel")],
    ["te", words("vindt vinden vond vonden noemt noemen acht achten")],
  ]),
  wills: words("zin wil wens wensen advies"),
  stands: words("is zijn was waren daar hier er fel stemt stemmen"),
  exceptions: words("behalve uitgezonderd"),
  infinitive: words("te"),
  channels: new Set(),
  gerundLeads: new Set(),
  turns: phrases({ turn: "maar|al|hoewel|ook al|ofschoon|terwijl|echter|alhoewel|waar|waarmee|alleen" }),

  conditions: words("met voor per na uit bij in op van aan onder over boven vanaf elke om onder"),
  by: words("met"),
  restating: words("waarvan waaronder ofwel oftewel dus dat stijging daling groei toename afname"),
  people: /(?:ers|eurs|isten|anten|enten|leden|mensen|klanten|collega's|ons|hen)$/u,

  bounds: phrases({
    up: "minimaal|minstens|tenminste|ten minste|op zijn minst|op z'n minst|meer dan|niet minder dan|niet lager dan|niet onder|boven|boven de|>|>=|hoger dan|groter dan|vanaf|ruim|ruim boven|min|of meer|langer dan|groter zijn dan|hoger zijn dan|meer zijn dan|hoger liggen dan|hoger uitkomen dan|niet korter dan|ouder dan",
    down: "maximaal|hoogstens|hooguit|ten hoogste|max|niet meer dan|niet hoger dan|niet langer dan|niet groter dan|niet boven|minder dan|onder|onder de|lager dan|kleiner dan|korter dan|<|<=|binnen|niet later dan|sneller dan|beneden|beneden de|kleiner zijn dan|lager zijn dan|korter zijn dan|minder zijn dan|lager liggen dan|lager uitkomen dan|op zijn hoogst|begrensd op|beperkt tot|afgetopt op|jonger dan",
    about:
      "ongeveer|circa|ca|rond|rond de|zo'n|bijna|exact|precies|gemiddeld|een gemiddelde van|±|~|in totaal|totaal|plusminus|tussen|tussen de",
  }),
  scoring: words("geven geeft geef scoren scoort scoorden beoordelen beoordeelt waarderen waardeert krijgen krijgt"),
  ellipsis: words("er"),
  quantifiers: new Map<string, Way>([
    ...all("meer hogere hoger grotere langere langer snellere betere", "up"),
    ...all("minder lagere lager kortere korter snellere kleinere", "down"),
  ]),
  changes: new Map<string, Way>([
    ...all(
      "stijgen stijgt gestegen stijging groeien groeit gegroeid groei toenemen toename verhogen verhoogt verhoog verhoogd verhoging omhoog vergroten vergroot vermeerderen verdubbel groei laten-groeien hoger meer winnen verdubbelen verdubbelt uitbreiden plus erbij",
      "up",
    ),
    ...all(
      "dalen daalt gedaald daling verlagen verlaagt verlaag verlaagd verlaging verminderen vermindert verminder verminderd vermindering afnemen neemt-af afname omlaag terugbrengen teruggebracht terugdringen verkorten verkort verkorting minder lager krimpen krimpt halveren halveert reduceren reduceert korter besparen beperken beperk reduceer halveer verkort",
      "down",
    ),
  ]),
  numberOf: phrases({ number: "aantal|het aantal|aantallen" }),
  joiners: phrases({ joins: "en|&|+|,|;|evenals|alsmede|plus|of|terwijl|als|maar ook" }),
  labels: phrases({
    metric: "kpi|naam|wat|indicator|metriek|meting|maatstaf|onderwerp|naam kpi|kpi naam|specifiek",
    objective: "doelstelling|doelstellingen",
    target: "doel|target|norm|streefwaarde|hoeveel|meetbaar|waarde|doelwaarde|streefgetal|streven|resultaat",
    period:
      "t|periode|start|startdatum|begin|begindatum|eind|gereed|klaar|wanneer|tijd|deadline|tijdgebonden|tijdsgebonden|termijn|looptijd|einddatum|einde|datum|tijdpad",
    baseline: "nulmeting|baseline|nulwaarde|huidig|huidige waarde|startwaarde|uitgangswaarde|nu|vorig jaar|uitgangspunt|stand nu",
    agreement:
      "a|akkoord|akkoord door|akkoord van|afgesproken met|goedgekeurd door|acceptabel|afgestemd met|geaccepteerd|draagvlak|goedkeuring|akkoord gegeven door|acceptatie",
    reason: "r|reden|onderbouwing|waarom|omdat|realistisch|realiseerbaar|haalbaar|toelichting|motivatie|aanpak|haalbaarheid",
    note: "s|m|eigenaar|actie|acties|bron|team|wie|verantwoordelijke|fase|afdeling|opmerking|nb|trekker|meetwijze",
  }),

  metrics: new Map<string, MetricKind>([
    ...all(
      "conversie conversieratio conversiepercentage cvr ctr openratio klikratio retentie respons responspercentage doorklikratio bezettingsgraad bezetting marktaandeel aandeel dekking dekkingsgraad dekkingspercentage punctualiteit marge winstmarge brutomarge slagingspercentage naamsbekendheid merkbekendheid herhaalaankooppercentage omzetdeel omzetaandeel klantbehoud klantloyaliteit heractivatie beschikbaarheid uptime stiptheid leverbetrouwbaarheid levertrouw winkansen percentage scoringskans hitrate konversie herhaalaankopen-percentage tijdigheid opkomst fcr ftr",
      "share/up",
    ),
    ...all(
      "no-show no-shows noshow noshows bounce bouncepercentage churn uitval uitvalpercentage foutmarge opzegpercentage verzuim ziekteverzuim verloop retourpercentage foutpercentage afhakers uitstroom klantverloop personeelsverloop",
      "share/down",
    ),
    ...all(
      "omzet winst orderwaarde bestelwaarde orderbedrag bestelbedrag aov clv ltv inkomsten opbrengst opbrengsten inkomen besteding bestedingen gift giftbedrag omzetgroei winkelomzet inkoopwaarde klantwaarde mrr arr ebitda resultaat spend",
      "money/up",
    ),
    ...all(
      "kosten cpa cac cpl cpc klantkosten advertentiekosten verzendkosten schadelast uitgaven budgetoverschrijding kostprijs schuld",
      "money/down",
    ),
    ...all(
      "doorlooptijd levertijd wachttijd reactietijd responstijd laadtijd laadsnelheid antwoordtijd reistijd verwerkingstijd afhandeltijd oplostijd behandeltijd lcp inp ttfb terugverdientijd wachtrij",
      "time/down",
    ),
    ...all("time-on-site leestijd sessieduur kijktijd bezoekduur verblijfsduur bezoektijd", "time/up"),
    ...all(
      "nps enps csat klanttevredenheid medewerkerstevredenheid tevredenheid cijfer rapportcijfer reviewscore score rating klantcijfer waardering beoordeling gebruikersscore tevredenheidsscore merkvoorkeur",
      "score/up",
    ),
    ...all("ces cls klantinspanning", "score/down"),
    ...all("roas", "ratio/up"),
    ...all("roi nrr omzetretentie rendement", "growth/up"),
    ...all(
      "leads offertes offerteaanvragen bezoekers verkopen aanmeldingen inschrijvingen orders bestellingen boekingen downloads reviews aankopen transacties abonnees abonnementen leden klanten donateurs gebruikers sessies pageviews impressies likes volgers shares herhaalaankopen conversies polissen uitleningen weergaven kliks klikken",
      "count/up",
    ),
    ...all(
      "klachten klacht retouren opzeggingen storingen storing fouten incidenten escalaties bugs schades schade afmeldingen ongevallen vertragingen retourzendingen",
      "count/down",
    ),
  ]),
  metricPhrases: phrases<MetricKind>({
    "share/up": "first time resolution|first time right|open rate|click through rate|conversion rate",
    "share/down": "bounce rate|churn rate",
    "time/up": "time on site|tijd op de site|tijd op site",
    "time/down": "snellere site|lead time",
    "score/up": "net promoter score|customer satisfaction|ces-score|review score|gemiddeld cijfer",
    "score/down": "customer effort score",
    "growth/up": "net revenue retention|return on investment",
    "ratio/up": "return on ad spend",
    "ratio/-": "viral coefficient|virale coefficient",
    "money/up": "customer lifetime value|gemiddelde orderwaarde|gemiddelde bestelwaarde|average order value",
    "money/down":
      "kosten per lead|kosten per klant|kosten per aanvraag|kosten per order|cost per lead|kosten per acquisitie|kosten per conversie",
    "count/up": "website bezoeken|offerte aanvragen",
  }),
  metricEnds: new Map<string, MetricKind>([
    ...all("percentage ratio graad aandeel quote retentie conversie marge bekendheid bezetting", "share/up"),
    ...all("verzuim uitval churn verloop", "share/down"),
    ...all("omzet waarde bedrag winst opbrengst inkomsten inkomen", "money/up"),
    ...all("kosten", "money/down"),
    ...all("tijden", "time/down"),
    ...all("percentages ratio's", "share/up"),
    ...all("tijd snelheid duur termijn", "time/down"),
    ...all("score cijfer tevredenheid rating", "score/up"),
    ...all("klachten retouren opzeggingen storingen", "count/down"),
    ...all("index", "score/-"),
    ...all("frequentie bezoek", "growth/up"),
    ...all("verbruik uitstoot verspilling", "growth/down"),
  ]),
  marksOutOfTen: words("cijfer rapportcijfer klantcijfer"),
  vague: words(
    "beter beste plan peil klantervaring klantbeleving beleving ervaring service dienstverlening kwaliteit samenwerking communicatie imago uitstraling sfeer innovatie processen proces organisatie cultuur klantgerichtheid klantgeluk gastvrijheid gebruiksvriendelijkheid betrokkenheid toekomst missie visie verschil niveau topjaar klant inwoner jaar markt beste leukste goud schouders wereld ambitie klantvriendelijkheid duurzaamheid werk bedrijf merk website site team groei resultaat doel doelen dingen zaken mensen vertrouwen aandacht plezier geluk inzicht focus energie creativiteit professionaliteit flexibiliteit transparantie verbinding klantrelatie uitdaging stap stappen waarde toegevoegde-waarde excellentie efficientie strategie aanpak werkwijze manier klantfocus customer-journey journey thema kracht begrip naam",
  ),
  vagueEnds: "beleving ervaring plezier geluk kwaliteit cultuur sfeer heid kracht samenwerking imago".split(" "),
  mended: words(
    "kwartaal procent percent akkoord conversie minimaal maximaal uiterlijk januari februari augustus september oktober november december afgesproken goedgekeurd badkamers bezoekers gemiddeld percentage hoogstens minstens klanttevredenheid omzet directie kwartalen minuten seconden maanden",
  ),
};
