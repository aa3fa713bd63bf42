import type { Lexicon } from "./lexicon.ts";

/** Dutch. Chosen by hand for what customers write about products, service, delivery, food and price. */
export const dutch: Lexicon = {
  valued: [
    [
      3,
      `uitstekend fantastisch geweldig perfect subliem magnifiek schitterend briljant voortreffelijk formidabel sensationeel fenomenaal
      wereldklasse topklasse onovertroffen onvergetelijk weergaloos grandioos overheerlijk verrukkelijk goddelijk hemels super
      superlekker superleuk supergoed supersnel superblij supertevreden superfijn supermooi supervriendelijk superservice dolblij
      dolenthousiast dolgelukkig excellent exceptioneel ongeëvenaard meesterlijk meesterwerk uitmuntend prachtig wonderschoon
      beeldschoon allerbeste topper toppertje topservice topbedrijf topproduct tiptop vlekkeloos feilloos foutloos verbluffend
      adembenemend betoverend fabelachtig wonderbaarlijk onberispelijk onverslaanbaar hartverwarmend lyrisch overweldigend optimaal
      ideaal geniaal feestje smullen smulden gesmuld heerlijk zalig aanrader aanradertje toptent droomkeuken droombadkamer
      juweel juweeltje superbe pareltje parel`,
    ],
    [
      2,
      `goed goede beter beste top mooi leuk fijn lekker lekkerder lekkerste prima netjes vriendelijk behulpzaam vakkundig deskundig
      professioneel kundig correct tevreden blij gelukkig enthousiast enthousiasme positief geslaagd succes succesvol vlot vlug rap
      soepel gemakkelijk makkelijk handig duidelijk helder overzichtelijk betrouwbaar stevig degelijk solide duurzaam gezellig sfeervol
      knus warm hartelijk gastvrij gastvrijheid attent voorkomend beleefd zorgzaam zorgvuldig nauwkeurig stipt punctueel eerlijk oprecht
      betaalbaar voordelig goedkoop vers smaakvol smakelijk verfijnd mals sappig krokant kruidig hygiënisch schoon fris rustig
      comfortabel ruim luxe luxueus stijlvol elegant modern origineel creatief verrassend bijzonder uniek authentiek charmant sympathiek
      aardig lief schattig knap slim intelligent vernuftig doordacht efficiënt doeltreffend effectief nuttig waardevol waardering
      complimenten compliment chapeau bravo hulde respect dank dankbaar bedankt dankjewel dankuwel genieten genoten geniet genoot genot
      plezier plezierig pret lol lachen vrolijk opgewekt ontspannen ontspannend veilig vertrouwd vertrouwen vertrouwenwekkend
      klantvriendelijk klantgericht servicegericht meedenkend meegedacht flexibel bereidwillig kwalitatief hoogwaardig hoogstaand
      verzorgd glimlach glimlachend voldaan opgetogen verheugd trots bewondering bewonderenswaardig indrukwekkend inspirerend leerzaam
      boeiend interessant meeslepend spannend vermakelijk grappig humor humoristisch feestelijk romantisch idyllisch pittoresk sfeer
      pluspunt pluspunten voordelen meerwaarde aanwinst winst kansrijk veelbelovend overtuigd overtuigend loyaal trouw hou verliefd
      geliefd favoriet lievelings liefde liefdevol passie gepassioneerd gedreven toegewijd vakmanschap vakmensen vakwerk meesterschap
      vakman kanjer kanjers held helden schat schatten topkwaliteit kwaliteitsproduct aanbevelen aanbevolen aanbeveling aangenaam
      prettig verwend verwennerij verwennen weldadig heilzaam geruststellend hulpvaardig hulpvaardigheid vriendelijkheid gemak
      gebruiksvriendelijk gebruiksgemak intuïtief moeiteloos probleemloos storingsvrij geruisloos zuinig milieuvriendelijk
      verbeterd verbetering vooruitgang opgelost oplossing oplossingsgericht adequaat passend
      aangrijpend meeslepende geboeid bevlogen ontroerend pakkend snel verslavend geinig krachtig`,
    ],
    [
      1,
      `ok oké oke okay redelijk acceptabel voldoende behoorlijk werkt werken werkte werkend klopt klopte past paste functioneert bevalt
      beviel bevallen aansluit graag welkom zacht soepele compleet volledig vlotte ordelijk geordend geregeld tijdig bereikbaar
      toegankelijk centraal dichtbij gratis cadeau cadeautje extraatje bonus korting actie aanbieding kans kansen hopelijk benieuwd
      nieuwsgierig gewaardeerd waardeer waarderen respectvol geduldig geduld rustgevend simpel eenvoudig begrijpelijk begrip begripvol
      bekwaam ervaren gespecialiseerd overzicht keuze assortiment gevarieerd variatie veelzijdig uitgebreid royaal ruimschoots genoeg
      gevuld gul vlotjes keurig proper ordentelijk actueel eigentijds hip trendy gaaf cool tof chill relaxed sterk robuust stabiel
      accuraat precies exact juist betere voorspoedig gunstig positieve beloning beloond belonen verdiend bedankje herhaling terugkomen
      terugkomer weerkomen stamgast fan liefhebber gerust veiligheid zorg zorgeloos ontzorgd sportief levendig bruisend energiek
      gemotiveerd betrokken betrokkenheid persoonlijk maatwerk transparant communicatief hielp helpen geholpen helpt meedenken meedacht
      inlevend empathisch vergoed vergoeding gerepareerd hersteld knapperig romig geurig gebalanceerd evenwichtig kleurrijk sierlijk
      decoratief opgeknapt vernieuwd harmonieus vredig grappige zonnig prijswaardig prijswinnend bekroond genieter lof loven geprezen
      prijzenswaardig oplossen verholpen meevaller meegevallen meevalt meeviel waard`,
    ],
    [
      -1,
      `matig middelmatig saai duur duurder prijzig pittig druk lawaaiig rumoerig krap beperkt weinig karig schaars traag langzaam sloom
      stroef lastig moeilijk ingewikkeld onhandig omslachtig rommelig onoverzichtelijk onduidelijk vaag verwarrend verwarring kil koud
      lauw afgekoeld flauw smakeloos taai vettig zoutig waterig slap bitter muf bedompt somber gedateerd ouderwets
      verouderd versleten krassen kras kraakt krakend wiebelt wiebelig scheef breekbaar kwetsbaar vlek vlekken vlekkerig
      stoffig wachten wachttijd wachttijden wachtrij gewacht vertraging vertraagd helaas jammer twijfel twijfels twijfelachtig betwijfel
      onzeker onzekerheid zorgen bezorgd moe vermoeiend gemist missen mis ontbreekt ontbreken ontbrak ontbrekend vergeten incompleet
      onvolledig onjuist afwijkend afwijking fout foutje fouten foutief vergissing probleem probleempje minpunt minpunten minpuntje
      nadeel nadelen kritiek kritisch tegenslag hinder hinderlijk gehinderd storend gestoord storing storingen herhaaldelijk gezeur
      gezanik zeuren mopperen onwennig onpersoonlijk afstandelijk ongeïnteresseerd nonchalant verstrooid ongeduldig gehaast haastig
      gejaagd stress stressvol kostbaar onnodig overbodig minder mindere slechter 
      eentonig fantasieloos gewoontjes onrustig chaos chaotisch ongezellig sfeerloos kaal afgezaagd uitverkocht gesloten
      onbereikbaar verlopen verouderde bijbetalen bijbetaald
      langdradig voorspelbaar overdreven ongeloofwaardige goedkope kinderachtig`,
    ],
    [
      -2,
      `slecht teleurgesteld teleurstelling teleurstellend ontevreden ontevredenheid boos kwaad geïrriteerd irritant irritatie irriteert
      irriteren vervelend akelig stom dom belachelijk lachwekkend ridicuul onvriendelijk onbeleefd onbeschoft brutaal bot lomp nors
      chagrijnig arrogant neerbuigend hautain ongastvrij onbehulpzaam onprofessioneel ondeskundig onkundig incompetent onbekwaam
      klungelig klungels prutswerk prutser prutsers knoeiwerk broddelwerk amateuristisch slordig onzorgvuldig nalatig laks onbetrouwbaar
      onveilig gevaarlijk gevaar ongezond vies smerig goor vuil vervuild onhygiënisch schimmel stank stinkt stinken stonk oneetbaar
      bedorven rot verrot zompig aangebrand rauw ziek misselijk kapot gebroken defect beschadigd beschadiging schade gescheurd scheurt
      lekt lekkage lek verkeerd mislukt mislukking faalt falen faalde gefaald klacht klachten klaagt klagen geklaagd klaag weigert
      weigeren weigerde geweigerd genegeerd negeren negeert afgescheept afgewimpeld wegwerp rommel troep prul prullaria zooi zootje
      puinhoop bende ellende ellendig nutteloos zinloos onbruikbaar onwerkbaar onacceptabel onaanvaardbaar onbegrijpelijk
      ongeloofwaardig ongehoord misleidend misleid misleiding leugen leugens liegen gelogen loog oneerlijk woeker afzetterij afzetters
      afgezet overprijsd peperduur schandalige schreeuwend verspilling verspild zonde weggegooid weggooien verlies verloren kwijt
      kwijtgeraakt gestolen diefstal geannuleerd annuleren afgezegd opgezegd retourneren teruggestuurd terugsturen geweld agressief
      agressie intimiderend bedreigd bedreiging discriminatie discrimineert racistisch frustrerend frustratie gefrustreerd wanhopig
      wanhoop hopeloos verdrietig verdriet huilen gehuild angst angstig bang schrik geschrokken pijn pijnlijk hekel haat haten gehaat
      afkeer afschuw weerzin afgrijzen spijt betreur betreuren betreurenswaardig mismoedig lelijk foeilijk wanstaltig afgrijselijk
      onmogelijk tekort tekortkoming tekortkomingen tekortschiet gebrek gebreken gebrekkig ondermaats onvoldoende onderbemand wanorde
      wanordelijk wanprestatie ruzie conflict problemen bedroevend treurig triest armoedig armzalig lamlendig ondoordacht pover onzin
      flop misser miskoop kwalijk verwaarloosd verwaarlozing onverzorgd spookfactuur incasso aanmaning opgelicht gedupeerd gedoe
      geklungel gezeik balen baal baalde gebaald
      tegenviel tegenvalt tegenvallen tegenvallend tegengevallen tegenvaller oppervlakkig slaapverwekkend ongemakkelijk onbegrip onduidelijkheid geldklopperij aanfluiting ondermaatse afrader wanbeleid teleurstellingen genaaid bekocht duurkoop`,
    ],
    [
      -3,
      `verschrikkelijk vreselijk afschuwelijk waardeloos dramatisch drama rampzalig ramp catastrofe catastrofaal schandalig schandelijk
      schande walgelijk walging walg ranzig gruwelijk horror hel nachtmerrie belabberd beroerd abominabel erbarmelijk allerslechtste
      slechtste oplichting oplichter oplichters oplichten fraude frauduleus bedrog bedrieger bedriegers bedriegen bedrogen boeven
      criminelen crimineel dieven zakkenvullers woedend woest razend furieus hondsbrutaal schofterig klote kut klere shit bagger
      godgeklaagd mensonterend mensonwaardig wansmakelijk weerzinwekkend misdadig levensgevaarlijk snertbedrijf rotbedrijf rotzooi
      rotzak wanhopige tenenkrommend wanproduct kotsen voedselvergiftiging onvergeeflijk verafschuw`,
    ],
  ],
  phrases: [
    [
      3,
      `niets dan lof, niks dan lof, een en al, dikke tien, dikke 10, vijf sterren, 5 sterren, om te smullen, vingers bij aflikken,
      kan niet beter, kon niet beter, boven verwachting, overtrof mijn verwachtingen, nooit zo`,
    ],
    [
      2,
      `aan te raden, aan te bevelen, in de smaak, op tijd, zoals beloofd, zoals verwacht, zoals afgesproken, ga zo door,
      voor herhaling vatbaar, kom graag terug, komen graag terug, kom ik graag, komen zeker terug, kom zeker terug, niks mis mee,
      niets mis mee, niks op aan te merken, niets op aan te merken, niets te klagen, niks te klagen, geen klachten, geen problemen,
      geen probleem, geen enkel probleem, zonder problemen, zonder gedoe, waar voor je geld, waar voor mijn geld, veel voor je geld,
      denken mee, dacht mee, thuis voelen, op mijn gemak, op je gemak, raad het iedereen aan, raad ik iedereen aan, raad ik aan,
      liep gesmeerd, loopt gesmeerd, kwam als geroepen, voor weinig geld, viel mee, valt mee, niet te duur, niet duur, een tien,
      niet stuk te krijgen, niet meer wegleggen, in één adem, in een adem, in één ruk, in een ruk, onder de indruk, te gek,
      laat je niet meer los`,
    ],
    [
      -1,
      `kan beter, kon beter, had beter gekund, te laat, te lang, te lang duurde, te duur, te veel, te weinig, te klein, te groot,
      te hard, te zacht, te zout, te zoet, te druk, te warm, te koud, te traag, liet op zich wachten, laat op zich wachten,
      lang wachten, lang gewacht, lang duren, duurde lang, duurt lang, weinig keuze, weinig keus, niet veel soeps, te simpel,
      te makkelijk, te snel, te goedkoop, te vol, te moeilijk, niet kapot, niet stuk`,
    ],
    [
      -2,
      `kwam laat, kwamen laat, is stuk, ging stuk, gaat stuk, was stuk, te wensen over, viel tegen, valt tegen, vielen tegen,
      vallen tegen, viel erg tegen, viel nogal tegen, viel me tegen, viel ons tegen, aan zijn lot overgelaten,
      aan ons lot overgelaten, van het kastje naar de muur, geen antwoord, geen reactie, geen gehoor, geen excuses, nooit ontvangen,
      niet ontvangen, niet geleverd, nooit geleverd, nog steeds niet, nog altijd niet, geen zin, geen idee, raad het af, raad ik af,
      af te raden, geld terug, niet normaal, zonde van het geld, zonde van mijn geld, zonde van je geld, weggegooid geld,
      nooit meer, nooit weer, eens maar nooit weer, laatste keer, kwam niet opdagen, houden zich niet aan, houdt zich niet aan,
      slaat nergens op, nergens op, niet aan te raden, niet aan te bevelen, geen aanrader, ver te zoeken, goedkoop is duurkoop,
      niks aan, niets aan, niet onder de indruk, niet terug, weg ermee, weg er mee, kom hier niet meer, komen hier niet meer,
      kom hier nooit meer, lang op zich wachten, één ster, 1 ster, geen sterren, bel niet terug, belt niet terug, belde niet terug,
      ging mis, gaat mis`,
    ],
    [
      -3,
      `om te huilen, blijf weg, blijf hier weg, niet te eten, niet te vreten, beneden alle peil, onder alle peil, onder de maat,
      laat je niet oplichten, een ramp`,
    ],
    [0, `goede morgen, goede middag, niet goed geld terug, best wel, ten goede, van harte, past in de`],
  ],
  turnedAfter: `werkt werken werkte klopt klopte past paste passen functioneert bevalt beviel bevallen hou houd houden helpt hielp helpen
    geniet genoot waardeer smaakt smaakte aanbevelen lukt lukte`,
  negators: `niet geen nooit niets niks nergens niemand noch zonder nauwelijks amper geenszins allesbehalve nimmer nie nt`,
  notDenied: `alleen slechts enkel zomaar te`,
  stronger: `heel erg zeer super enorm echt ontzettend ongelooflijk ongelofelijk bijzonder buitengewoon uiterst extreem hartstikke mega
    absoluut volkomen compleet totaal helemaal zo verdomd vreselijk verschrikkelijk waanzinnig onwijs supers hele erge dik bere
    uitermate zeker werkelijk gewoonweg ronduit veel nog allemaal altijd`,
  weaker: `beetje redelijk vrij nogal tamelijk enigszins iets ietwat best wel soms af toe lichtelijk licht matig min meer bijna`,
  contrasts: `maar echter toch desondanks desalniettemin niettemin`,
  functionWords: `de het een en van ik te dat die in is was met voor op aan er maar om hem ook als dan zijn bij of uit tot je jij naar door
    over ze zij wij we mijn jullie hun haar me mij ons onze hij zich deze dit daar hier waar wat wie welke wordt worden werd kan kunnen kon
    moet moeten moest zal zullen zou zouden wil willen had hebben heb heeft hadden geweest geworden gehad ben bent waren nog al niet geen
    wel zeer heel erg zo toen nu altijd omdat want dus terwijl hoewel na sinds tussen tegen zonder onder boven iets niets alles iemand
    niemand elke alle veel meer weer gewoon echt even keer ging gaan gaat ga komen kom komt kwam maakt maken doet doen deed
    alleen toch steeds binnen achter jaar dag dagen mensen u uw eens echter zelf eigen andere ander eerste twee`,
  forms: (word) => {
    const forms: string[] = [];
    for (const ending of ["e", "er", "ste", "st", "s", "heid"]) {
      if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
      const stem = word.slice(0, -ending.length);
      const hardened = stem.replace(/v$/, "f").replace(/z$/, "s");
      // “trage” is “traag”, “slappe” is “slap”.
      forms.push(stem, hardened, stem.replace(/([^aeiou])\1$/, "$1"), hardened.replace(/([^aeiou])([aeou])([^aeiouwxy])$/, "$1$2$2$3"));
    }
    return forms;
  },
};
