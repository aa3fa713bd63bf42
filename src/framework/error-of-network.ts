import type { ErrorKind } from "./error-kind.ts";

/** Failures of what is fetched from elsewhere, and of what others send here. */
export const errorsOfNetwork = {
  "outbound-refused": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "{host} staat binnen je eigen netwerk ({address}) en wordt niet opgevraagd. Hoort dat wel? Zet {host} in helder.yaml onder network: {allow: […]}.",
      en: "{host} is inside your own network ({address}) and is not asked for anything. If it should be, put {host} in helder.yaml under network: {allow: […]}.",
    },
  },
  "outbound-failed": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "{host} is niet te bereiken of brak af ({reason}). Wat er al was blijft staan. Probeer het later opnieuw.",
      en: "{host} cannot be reached or broke off ({reason}). What was there before stays. Try again later.",
    },
  },
  "outbound-denied": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "{host} weigert de toegang ({status}): {reason}. Controleer de sleutel of het wachtwoord in de omgevingsvariabele.",
      en: "{host} denies access ({status}): {reason}. Check the key or the password in the environment variable.",
    },
  },
  "outbound-status": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "{host} antwoordt met fout {status}: {reason}. Controleer de instellingen van de connector, of probeer het later opnieuw.",
      en: "{host} answers with error {status}: {reason}. Check the connector's settings, or try again later.",
    },
  },
  "outbound-too-large": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "Het antwoord van {host} is groter dan {most} MB. Vraag een kortere periode of minder kolommen.",
      en: "The answer of {host} is larger than {most} MB. Ask for a shorter period or fewer columns.",
    },
  },
  "connector-broken": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: de connector {type} is niet goed ingesteld: {reason}. Pas “connector” aan.",
      en: "Dataset “{dataset}”: the connector {type} is not set up well: {reason}. Change “connector”.",
    },
  },
  "source-broken": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "Dataset “{dataset}”: {type} gaf een antwoord dat niet klopt: {reason}. Wat er al was blijft staan. Probeer het opnieuw.",
      en: "Dataset “{dataset}”: {type} gave an answer that is not right: {reason}. What was there before stays. Try again.",
    },
  },
  "not-fetched": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}” is nog niet opgehaald. Doe dat met: helder load {dataset}",
      en: "Dataset “{dataset}” has not been fetched yet. Do so with: helder load {dataset}",
    },
  },
  "write-key-refused": {
    exit: 2,
    http: 401,
    sentences: {
      nl: "Deze schrijfsleutel is niet bekend. Maak er een met: helder key create <naam> --write",
      en: "This write key is not known. Make one with: helder key create <name> --write",
    },
  },
  "event-refused": {
    exit: 2,
    http: 400,
    sentences: {
      nl: "Gebeurtenis {index} kan zo niet: {reason}. Er is niets van deze aanvraag bewaard.",
      en: "Event {index} will not do: {reason}. Nothing of this request was kept.",
    },
  },
  "events-too-large": {
    exit: 2,
    http: 413,
    sentences: {
      nl: "Een gebeurtenis is hooguit 32 kB en een aanvraag hooguit 500 kB. Verdeel ze over meer aanvragen.",
      en: "An event is at most 32 kB and a request at most 500 kB. Spread them over more requests.",
    },
  },
  "events-busy": {
    exit: 2,
    http: 429,
    sentences: {
      nl: "Er komen meer gebeurtenissen binnen dan de schijf aankan. Stuur deze over {seconds} s opnieuw.",
      en: "More events come in than the disk can take. Send these again in {seconds} s.",
    },
  },
  "token-refused": {
    exit: 2,
    http: 401,
    sentences: {
      nl: "Deze link klopt niet of is verlopen. Vraag een nieuwe aan wie je hem gaf.",
      en: "This link is not right or is over. Ask whoever gave it to you for a new one.",
    },
  },
  "customer-unknown": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "Van deze klant is niets (meer) bekend. Zijn gegevens gewist, dan blijven ze weg.",
      en: "Nothing is known of this customer, or not any more. Data that were erased stay away.",
    },
  },
  "secret-too-short": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "{name} is te kort om mee te ondertekenen. Neem minstens {least} willekeurige tekens, zoals van “openssl rand -hex 32”.",
      en: "{name} is too short to sign with. Take at least {least} random characters, such as those of “openssl rand -hex 32”.",
    },
  },
  undelivered: {
    exit: 2,
    http: 502,
    sentences: {
      nl: "{count} keer kwam een bericht niet aan: {reason} Het gaat de volgende keer mee.",
      en: "{count} times a message did not arrive: {reason} It goes along the next time.",
    },
  },
} as const satisfies Record<string, ErrorKind>;
