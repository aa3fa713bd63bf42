import type { Phrase } from "./phrase.ts";
import type { OwnWords, WebWords } from "./web-words.ts";

const numbers = ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
const count = (number: number) => numbers[number] ?? String(number);
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`);
const kpis = (number: number) => (number === 1 ? "KPI" : "KPI’s");

const methods: Record<string, string> = {
  "contextual-inquiry": "Meegekeken in het dagelijks leven",
  observation: "Geobserveerd",
  interview: "Interview",
  survey: "Enquête",
  "focus-group": "Focusgroep",
  expert: "Mening van een expert",
  copied: "Overgenomen van een ander",
};

const increments: Record<string, string> = {
  time: "tijd",
  ease: "gemak",
  options: "keuze",
  money: "geld",
  recognition: "erkenning",
  safety: "veiligheid",
  certainty: "zekerheid",
  quality: "kwaliteit",
  health: "gezondheid",
  belonging: "erbij horen",
  knowledge: "kennis",
  control: "grip",
  convenience: "gemak",
  enjoyment: "plezier",
  status: "aanzien",
};

const statusInSentence: WebWords["statusInSentence"] = {
  achieved: "behaald",
  ahead: "voor op het pad",
  "on-track": "op koers",
  "at-risk": "aandacht",
  behind: "achter",
  missed: "gemist",
  immature: "nog niet rijp",
  "no-data": "geen gegevens",
  "no-target": "geen doel",
};

const states: Record<keyof WebWords["status"], string> = {
  achieved: "heeft het doel gehaald",
  "on-track": "ligt op koers",
  "at-risk": "vraagt aandacht",
  behind: "loopt achter",
  missed: "heeft het doel gemist",
  immature: "is nog niet rijp",
  "no-data": "heeft nog geen gegevens",
  "no-target": "heeft nog geen doel",
};

export const webNl: OwnWords = {
  nav: {
    label: "Pagina’s",
    skip: "Naar de inhoud",
    trail: "Waar je bent",
    overview: "Overzicht",
    tree: "Doelenboom",
    treeShort: "Boom",
    framework: "Raamwerk",
    discover: "Ontdek",
    language: "Taal",
    theme: "Weergave",
    auto: "Automatisch",
    light: "Licht",
    dark: "Donker",
  },
  statusInSentence,
  per: { day: "per dag", week: "per week", month: "per maand", quarter: "per kwartaal", year: "per jaar", total: "in totaal" },
  target: "doel",
  ofTarget: (target, kind) => (kind === "total" ? `van ${target}` : `· doel ${target}`),
  abovePath: (difference) => `${difference} boven het pad`,
  belowPath: (difference) => `${difference} onder het pad`,
  onPath: "precies op het pad",
  none: "–",
  noChance: "Nog geen kans berekend: daarvoor zijn acht volle perioden nodig. De status vergelijkt nu de waarde met het pad.",
  chance: (percent) => `kans op het doel ${percent}`,
  copyTable: "Kopieer tabel",
  copied: "Gekopieerd",
  notCopied: "Kopiëren lukte niet. Selecteer de tabel en kopieer zelf.",
  and: "en",
  time: {
    quarter: (quarter, year, day, days) => `${quarter}e kwartaal ${year} · dag ${day} van ${days}`,
    dataThrough: (day) => `Gegevens t/m ${day}`,
    noData: "Nog geen gegevens",
    phases: "Stand per fase",
  },
  overview: {
    title: "Overzicht",
    super: {
      none: "Nog geen super-KPI",
      teach:
        "De super-KPI is het ene getal dat laat zien of klanten waarde krijgen. Kies hem in helder.yaml met superKpi: en het id van de KPI.",
      open: "Bekijk de KPI",
      path: (expected) => `pad ${expected}`,
    },
    since: {
      title: "Sinds je vorige bezoek",
      first: "Dit is je eerste bezoek. Verandert de status van een KPI, dan lees je dat hier de volgende keer.",
      nothing: (day) => `Geen KPI veranderde van status sinds ${day}.`,
      changed: (from, to) => `ging van ${from} naar ${to}`,
      achieved: (target) => `haalde het doel van ${target}`,
      back: "is terug op koers",
      missed: (target) => `miste het doel van ${target}`,
      fresh: "is nieuw",
    },
    waiting: {
      title: "Wacht op",
      nothing: "Er wacht niets. Acties met een moment (when) verschijnen hier als de status erbij past.",
      do: { start: "Start", stop: "Stop", continue: "Ga door" },
      by: (kpi) => `bij ${kpi}`,
      noAction: (kpi, status) => `${kpi}: ${status}, maar er is nog geen actie voor afgesproken.`,
      nobody: "Nog niemand",
    },
    table: {
      finding: (phases, judged) => {
        const late = phases.filter((phase) => phase.late > 0);
        const attention = phases.filter((phase) => phase.attention > 0);
        if (judged === 0) return "Nog geen KPI heeft een oordeel";
        if (late.length === 0 && attention.length === 0) return "In geen enkele fase vraagt een KPI aandacht";
        const sum = (rows: readonly { readonly late: number; readonly attention: number }[], key: "late" | "attention") =>
          rows.reduce((total, row) => total + row[key], 0);
        const lateCount = sum(late, "late");
        const attentionCount = sum(attention, "attention");
        const parts = [];
        if (lateCount > 0)
          parts.push(
            `bij ${list(late.map((row) => row.phase))} ${lateCount === 1 ? "loopt" : "lopen"} ${count(lateCount)} ${kpis(lateCount)} achter`,
          );
        if (attentionCount > 0)
          parts.push(
            `bij ${list(attention.map((row) => row.phase))} ${attentionCount === 1 ? "vraagt" : "vragen"} ${count(attentionCount)} ${
              lateCount > 0 ? "" : `${kpis(attentionCount)} `
            }aandacht`,
          );
        return first(parts.join("; "));
      },
      phase: "Fase",
      kpi: "KPI",
      cpi: "CPI, in woorden van de klant",
      status: "Status",
      value: "Nu en doel",
      course: "Verloop; streepjes: pad",
      chance: "Kans op doel",
      owner: "Eigenaar",
      note: "Kans: hoe vaak deze verwachting het doel haalt; het streepje staat op 60 %, de grens van op koers. Een – betekent: nog te weinig historie. Verloop: volle perioden; het pad loopt tot de einddatum.",
      spark: (name, grain) => `${name} ${grain}, tegen het pad naar het doel`,
    },
    cpis: {
      finding: (late, attention, total) =>
        late.length > 0
          ? `Wat de klant ervan merkt: ${list(late)} ${late.length === 1 ? "loopt" : "lopen"} achter`
          : attention > 0
            ? `Wat de klant ervan merkt: ${count(attention)} van de ${count(total)} CPI’s ${attention === 1 ? "vraagt" : "vragen"} aandacht`
            : "Wat de klant ervan merkt: het gaat zoals beloofd",
      teach:
        "Een CPI meet wat je voor de klant presteert, in zijn woorden. Voeg er een toe onder cpis: met outcome: en de uitspraak van een klant.",
    },
    findings: (errors, warnings) =>
      errors > 0
        ? `${first(count(errors))} ${errors === 1 ? "fout" : "fouten"} in het raamwerk${warnings > 0 ? ` en ${count(warnings)} ${warnings === 1 ? "advies" : "adviezen"}` : ""}`
        : `${first(count(warnings))} ${warnings === 1 ? "advies" : "adviezen"} voor het raamwerk`,
    findingsTitle: "Wat de controle vond",
    where: (file, line) => (line === null ? file : `${file}, regel ${line}`),
    severity: { error: "Fout", warning: "Advies", info: "Ter info" },
    data: {
      title: (sources, day) =>
        day === null
          ? "De bronnen hebben nog geen gegevens"
          : `Gegevens uit ${count(sources)} ${sources === 1 ? "bron" : "bronnen"}, de nieuwste t/m ${day}`,
      source: "Bron",
      rows: "Rijen",
      rejected: "Niet leesbaar",
      from: "Vanaf",
      through: "Tot en met",
    },
  },
  empty: {
    kpisTitle: "Nog geen KPI’s",
    kpisText: "Een KPI zegt of een doel dichterbij komt: één getal, een doel met een datum, en iemand die erover gaat. Begin met één.",
    kpisHow: "Zet dit in helder.yaml en laad deze pagina opnieuw:",
    dataTitle: "Nog geen gegevens",
    dataText: "De KPI’s staan klaar, maar geen bron heeft rijen. Zet je bestanden in de map data en lees ze in:",
    dataHow: "Daarna staan hier waarden, paden en statussen.",
    treeTitle: "Nog geen doelenboom",
    treeText:
      "De boom laat zien waarom je iets doet: een doel, daaronder doelstellingen, daaronder contacten met de klant. Begin met één doel.",
    treeHow: "Zet dit in helder.yaml en laad deze pagina opnieuw:",
  },
  tree: {
    title: "Doelenboom",
    sentence: ({ super: name, value, weakest, supported, links }) => {
      const phrases: Phrase[] = [];
      if (name !== null) {
        phrases.push({ text: "Alles draait om " }, { text: name, strong: true }, { text: value === null ? ". " : `: ${value}. ` });
      } else phrases.push({ text: "Elk doel, met wat eraan bijdraagt. " });
      if (weakest)
        phrases.push(
          { text: "De zwakste schakel op het pad is ", tone: "muted" },
          { text: weakest.name, strong: true },
          { text: `: ${weakest.value}.`, tone: "muted" },
        );
      else if (links > 0)
        phrases.push({
          text: `${first(count(supported))} van de ${count(links)} verbanden ${supported === 1 ? "is" : "zijn"} bewezen.`,
          tone: "muted",
        });
      return phrases;
    },
    finding: (lit) => (lit ? "Van waarom naar wat; het pad van de super-KPI is uitgelicht" : "Van waarom naar wat"),
    outline: "De boom als lijst",
    canvas: "De boom als tekening; de lijst geeft dezelfde inhoud",
    layers: {
      goal: { name: "Waarom", why: "doelen" },
      objective: { name: "Hoe", why: "doelstellingen" },
      interaction: { name: "Wat", why: "interacties" },
      kpi: { name: "KPI", why: "waaraan je het ziet" },
      cpi: { name: "CPI", why: "wat de klant merkt" },
      enabler: { name: "Middel", why: "wat het mogelijk maakt" },
    },
    evidence: {
      structure: "hoort erbij",
      hypothesis: "vermoeden",
      supported: "gesteund",
      refuted: "weerlegd",
      inconclusive: "onbeslist",
      expired: "verlopen",
    },
    effect: { helps: "helpt", hurts: "schaadt" },
    noKpi: "Nog geen KPI",
    more: (number) => `en nog ${count(number)}`,
    zoomIn: "Vergroot",
    zoomOut: "Verklein",
    fit: "Toon alles",
    hint: "Sleep om te schuiven, Ctrl + scrollen om te zoomen.",
    close: "Sluit",
    openKpi: "Open de KPI",
    openCpi: "Open de CPI",
    above: "Draagt bij aan",
    below: "Leunt op",
    stakeholders: "Belang van",
    forWhom: "Voor wie",
    owner: "Eigenaar",
    counts: "Hoe het meetelt",
    proof: "Bewijs",
    noProof: "Nog geen verband vastgelegd. Zet een vermoeden onder links: en toets het met een experiment.",
    links: {
      finding: (supported, total) =>
        supported === 0
          ? `Nog geen van de ${count(total)} ${total === 1 ? "vermoede verbanden" : "verbanden"} is bewezen`
          : `${first(count(supported))} van de ${count(total)} verbanden ${supported === 1 ? "is" : "zijn"} bewezen`,
      none: "Er zijn nog geen verbanden vastgelegd. Een verband zegt: als deze CPI beter wordt, beweegt die KPI mee. Tot een experiment het toont blijft het een vermoeden.",
      from: "Van",
      to: "Naar",
      effect: "Werking",
      evidence: "Bewijs",
      experiments: "Experimenten",
      noExperiment: "nog geen experiment",
      until: "Geldig tot",
    },
  },
  kpi: {
    sentence: ({ name, status, value, target, expected, kind, chance, lower }) => {
      const bad = status === "behind" || status === "missed";
      const phrases: Phrase[] = [
        { text: name, strong: true },
        { text: " " },
        bad ? { text: states[status], tone: status } : { text: states[status] },
      ];
      if (status === "no-data")
        return [...phrases, { text: "." }, { text: " Laad de bron, dan verschijnt hier de waarde.", tone: "muted" }];
      if (value === null) return [...phrases, { text: "." }];
      if (target === null) return [...phrases, { text: `: ${value}.` }, { text: " Spreek een doel af met een einddatum.", tone: "muted" }];
      const reached = kind === "total" ? `${value} van ${target}` : `${value}, doel ${lower ? "hooguit " : ""}${target}`;
      const path = expected !== null && status !== "achieved" && status !== "missed" ? `, waar het pad ${expected} vraagt` : "";
      phrases.push({ text: `: ${reached}${path}.` });
      if (chance !== null) phrases.push({ text: ` De kans op het doel is ${chance}.`, tone: "muted" });
      return phrases;
    },
    finding: ({ name, status, kind, trend, difference, above, target }) => {
      if (status === "no-data") return `${name} heeft nog geen gegevens`;
      if (status === "achieved") return `${name} heeft het doel van ${target ?? ""} gehaald`;
      if (status === "missed") return `${name} heeft het doel van ${target ?? ""} niet gehaald`;
      const course = trend === "up" ? "stijgt" : trend === "down" ? "daalt" : "blijft gelijk";
      if (target === null || difference === null) return trend === null ? name : `${name} ${course}`;
      if (kind === "total") return `${name} ligt ${difference} ${above ? "voor" : "achter"} op het pad naar ${target}`;
      return `${name} ${trend === null ? "ligt" : `${course} en ligt`} ${difference} ${above ? "boven" : "onder"} het pad naar ${target}`;
    },
    owner: "Eigenaar",
    guardrail: "Mag niet verslechteren",
    summed: (from) => `opgeteld sinds ${from}`,
    behaviour: "meet gedrag",
    experience: "meet beleving",
    leading: "loopt vooruit",
    lagging: "volgt achteraf",
    agreement: "Wat we hebben afgesproken",
    smart: {
      score: (right) => (right === 5 ? "alle vijf in orde" : `${count(right)} van vijf in orde`),
      letters: { S: "Specifiek", M: "Meetbaar", A: "Afgesproken", R: "Realistisch", T: "Tijdgebonden" },
      yes: "in orde",
      no: "niet in orde",
      unsaid: "nog niet gezegd",
    },
    reasons: "Waarom dit oordeel",
    definition: "Hoe het getal wordt gemaakt",
    customers: (number) => `n = ${number}`,
    actions: "Wat we dan doen",
    why: {
      title: "Waarom",
      from: "Vergelijk",
      to: "met",
      busy: "De verandering wordt uit elkaar gehaald…",
      failed: (reason) => `Waarom het veranderde, is nu niet te zeggen: ${reason}`,
      row: (value, period) => `${period}: ${value}`,
      note: "Dit zegt waar de verandering zit. Waardoor ze komt, weet je pas na een proef.",
    },
    noActions:
      "Er is nog geen actie afgesproken. Een KPI zonder actie verandert niets: zet onder actions: wat je start, stopt of voortzet, en wie dat doet.",
    when: (status) => `bij ${status}`,
    now: "nu aan de orde",
    values: "De waarden",
    period: "Periode",
    value: "Waarde",
    path: "Pad",
    n: "n",
    nWhy: "aantal rijen of klanten achter de waarde",
    showAll: (count) => `Toon alle ${count}`,
    complete: "Vol",
    running: "loopt nog",
    evidence: "Waar dit vandaan komt",
    noEvidence:
      "Nog geen bewijs dat klanten dit belangrijk vinden. Kijk mee in hun dagelijks leven en leg vast wie, wanneer en in welke situatie.",
    method: (method) => methods[method] ?? method,
    increment: (increment) => `Wint de klant: ${increments[increment] ?? increment}`,
    evidenceCustomers: (customers) => `${customers} ${customers === 1 ? "klant" : "klanten"}`,
    unknownTitle: "Deze KPI is er niet",
    unknownText: (id) => `Er is geen KPI of CPI met het id ‘${id}’. Misschien is hij hernoemd.`,
    chart: {
      path: "pad naar het doel",
      target: (value) => `doel ${value}`,
      expected: (value) => `verwacht ${value}`,
      interval: (level, low, high) => `${level} kans: ${low}–${high}`,
      immature: "nog niet rijp",
      onDay: (value, day) => `${value} op ${day}`,
      pathIs: (value) => `pad ${value}`,
      behind: (difference) => `${difference} achter`,
      ahead: (difference) => `${difference} voor`,
      floor: (value) => `ondergrens ${value}`,
      stretch: (value) => `uitdaging ${value}`,
      label: (name, value, target) =>
        `${name}${value === null ? "" : `: nu ${value}`}${target === null ? "" : `, doel ${target}`}. De tabel met waarden staat op de pagina.`,
    },
  },
  failure: {
    title: "Helder is even niet bereikbaar",
    gone: "De server geeft geen antwoord. Staat het programma nog aan?",
    kept: "Er is niets verloren gegaan.",
    refused: (message) => message,
    retry: "Probeer opnieuw",
    stale: "De server geeft geen antwoord. Je ziet de laatste stand die wel binnenkwam.",
    broken: "Deze pagina liep vast",
    brokenText: "Dat is een fout in Helder, niet in je gegevens. Laad de pagina opnieuw; blijft het, meld het dan.",
    reload: "Laad opnieuw",
  },
  notFound: {
    title: "Deze pagina is er niet",
    text: "Misschien is de KPI hernoemd of is het adres niet compleet. Vanaf het overzicht vind je alles terug.",
    back: "Naar het overzicht",
  },
  loading: "Aan het laden",
};
