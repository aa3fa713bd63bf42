import { all, meanings, numbered, phrases, words } from "./phrases.ts";
import type { MetricKind, Vocabulary, Way } from "./vocabulary.ts";

const month = "January February March April May June July August September October November December".split(" ");
const irregularPlurals = words("people men women children staff feet data media sales news personnel");

export const en: Vocabulary = {
  language: "en",
  marks: words(
    "the a an of and we our us are will be with for by at from to not no more less fewer than that this these every each within end year month quarter week days hours minutes percent new higher lower revenue customers visitors number average per target period agreed board until before after during between rises falls drops grows increase decrease improve reduce sold sell on should must have has had their it its now last next coming through have as or out least most half early late all",
  ),
  shape: /th|tion|ght|^wh|ough|[^aeiou]y$|ness|ow/,
  stop: words(
    "the a an of and or but because since so we us our ours they them their theirs he she his her him it its you your i me my is are was were be been being am has have had do does did doing done can could may might must should shall will would with within for by at from to up down not no none never on in into onto as than that this these those there here every each all any some who whom whose what which when where why how if then else while although though even yet still also only just about over under above below after before until till during between through across per via against without around again very really much many more less fewer least most at min max maximum minimum exactly average averages averaging total please let let's get gets go goes going come comes became become becomes reach reaches reached want wants aim aims need needs make makes made keep keeps stay stays remain remains see expect hit now today currently end start beginning mid halfway eoy whole entire out off too both either own same such plus",
  ),
  articles: words("the a an our their its his her this that these those every each all your my"),
  verbs: words(
    "improve improves improved optimise optimize sell sold buy bought win won gain gained draw draws welcome welcomes install installed installs issue issued issues publish published held hold holds host hosted sign signed signs ship shipped ships deliver delivered close closed closes interview interviewed hire hired fill filled fills take took taken receive received receives visit visited convert converted download downloaded downloads open opened opens pay paid pays renew renewed rebook rebooks reorder reorders subscribe subscribes switch switches switched sent send sends answered solved handled attend attended booked book complete completed register registered recommend recommends rate rated rating call called run runs arrive arrives arrived increase increases increased decrease decreased decreases rise rises rose fall falls fell grow grows grew drop drops dropped counts count come comes know knows use uses used watch watched watches bring brings last lasts stays leave leaves left report reports return returns returned work works achieve achieved generate generated acquire acquired collect collected raise raised save saved launch launched post posted place placed process processed meet meets happen happens",
  ),
  adjectives: words(
    "new extra happy satisfied active inactive paid paying returning unique online more less fewer additional guided lapsed top repeat",
  ),
  isAdjective: (word) => /(?:ive|able|ful|ous|ic|al|ing|ed|ary|less)$/u.test(word) && word.length > 4,
  isQuality: (word) => /(?:ient|ant|ive|able|ful|ous|ary|less|centric)$/.test(word),
  isComparative: (word) => /(?:ier|aster|etter)$/.test(word),
  isPlural: (word) => irregularPlurals.has(word) || (word.length > 2 && /[^su'i]s$/u.test(word) && word !== "times"),
  isParticiple: (word) =>
    (word.length > 4 && word.endsWith("ed")) ||
    /^(?:sold|sent|won|bought|paid|seen|held|read|taken|made|given|filled|shown|built|met|run)$/u.test(word),
  headLast: true,

  numerals: new Map(
    numbered(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    ),
  ),
  tens: new Map(numbered("ten twenty thirty forty fifty sixty seventy eighty ninety").map(([word, value]) => [word, (value + 1) * 10])),
  dozen: "dozen",
  hundred: "hundred",
  thousand: "thousand",
  compounds: null,
  magnitudes: new Map([
    ["k", 3],
    ["million", 6],
    ["mln", 6],
    ["mn", 6],
    ["mio", 6],
    ["billion", 9],
    ["bn", 9],
  ]),
  and: "and",
  one: words("a an"),
  halves: phrases({ "0.5": "half a|half an|half" }),
  quarters: phrases({ quarter: "a quarter|quarter" }),
  andAHalf: phrases({ half: "and a half" }),
  fractions: phrases({
    "0.5": "half|a half|one half",
    "0.25": "a quarter|one quarter",
    "0.75": "three quarters|three-quarters",
    "0.3333333333333333": "a third|one third|one-third",
    "0.6666666666666666": "two thirds|two-thirds",
    "0.2": "a fifth|one fifth|one-fifth",
    "0.4": "two fifths|two-fifths",
    "0.6": "three fifths|three-fifths",
    "0.8": "four fifths|four-fifths",
    "0.1": "a tenth|one tenth",
  }),
  rangeLinks: words("- – to"),
  outOf: phrases({ share: "out of|in every|of every|in|out of every" }),
  scale: phrases({ scale: "out of|on a scale of|scale of" }),
  groups: ",",
  factors: new Map([
    ...all("double doubles doubled doubling", "2"),
    ...all("halve halves halved halving", "0.5"),
    ...all("triple triples tripled tripling", "3"),
    ...all("quadruple quadruples quadrupled", "4"),
  ]),
  multipliers: new Map([
    ["twice", 2],
    ["thrice", 3],
  ]),
  multiples: phrases({ multiple: "as many|as much|as often|as high|more|higher" }),
  vagueAmounts: phrases({
    vague:
      "hundreds of|dozens of|thousands of|millions of|a few|several|as many|as much|many|plenty of|a lot of|lots of|some|a number of|enough|as few|a couple of|tens of|a handful of",
  }),

  percent: phrases({
    percent: "%|percent|per cent|pct",
    points: "percentage points|percentage point|% points|%-points|pp|ppt|percent points",
  }),
  currencies: new Map([
    ...all("€ eur euro euros euro's", "EUR"),
    ...all("$ usd dollar dollars", "USD"),
    ...all("£ gbp pound pounds sterling", "GBP"),
    ["chf", "CHF"],
  ]),
  times: meanings({
    millisecond: "ms millisecond milliseconds",
    second: "s sec secs second seconds",
    minute: "min mins minute minutes",
    hour: "h hr hrs hour hours",
    day: "d day days workday workdays weekday weekdays",
    week: "week weeks wk wks",
    month: "month months mo",
    quarter: "quarter quarters",
    year: "year years yr yrs",
  }),
  timeNames: new Map([
    ["millisecond", ["millisecond", "milliseconds"]],
    ["second", ["second", "seconds"]],
    ["minute", ["minute", "minutes"]],
    ["hour", ["hour", "hours"]],
    ["day", ["day", "days"]],
    ["week", ["week", "weeks"]],
    ["month", ["month", "months"]],
    ["quarter", ["quarter", "quarters"]],
    ["year", ["year", "years"]],
  ]),
  quarterHour: words("quarter-hour"),
  occasions: words("times x"),
  none: phrases({ none: "no|not a single|not one" }),
  numbered: words("top stage phase step version level tier nr number kpi class group region zone model part tip generation round day"),

  months: new Map([
    ...month.map((name, index) => [name.toLowerCase(), index + 1] as const),
    ...numbered("x jan feb mar apr may jun jul aug sep oct nov dec").slice(1),
    ["sept", 9],
  ]),
  monthNames: month,
  doubtfulMonths: words("may march mar fall spring"),
  seasons: new Map([
    ["spring", 3],
    ["summer", 6],
    ["autumn", 9],
    ["fall", 9],
    ["winter", 12],
  ]),
  periodUnits: meanings({
    day: "day days",
    week: "week weeks wk",
    month: "month months",
    quarter: "quarter quarters",
    half: "half-year",
    year: "year years yr yrs",
  }),
  ordinals: new Map([
    ["first", 1],
    ["second", 2],
    ["third", 3],
    ["fourth", 4],
    ["last", -1],
    ["final", -1],
  ]),
  halfYears: words("half half-year"),
  ordinalEnds: words("st nd rd th"),
  every: words("every each per a"),
  current: words("this current present"),
  next: words("next coming following upcoming"),
  past: words("last previous past prior"),
  coming: phrases({ coming: "the next|the coming|the following|next|coming|the upcoming" }),
  edges: phrases({
    end: "the end of the|the end of|end of the|end of|end|the close of|close of|late|end-of|ultimo|ult|ult .",
    middle: "mid|the middle of|halfway through|middle of|halfway",
    start: "the start of|start of|the beginning of|beginning of|early",
  }),
  yearEnd: phrases({
    "year-end":
      "year-end|year end|eoy|end of year|the year end|the year-end|end of the year|the end of the year|yearend|years end|year's end|the turn of the year|end-of-year",
  }),
  holidays: new Map([...all("christmas xmas", { month: 12, first: 25, last: 26 }), ["halloween", { month: 10, first: 31, last: 31 }]]),
  leads: phrases({
    in: "in|on|during|for|over|throughout|across|at|within|of|with",
    until:
      "deadline :|due :|due date :|end date :|end :|end date|by :|ready by|done by|deadline =|t/m|to|until|till|by|through|no later than|not later than|up to and including|up to|at the latest|at the latest by|deadline|deadline is|due|due by|on or before|latest by|ultimately|by no later than|by the latest",
    before: "before|prior to|ahead of",
    since: "start|start date|start :|start date :|from :|from|since|starting|as of|as from|starting from|beginning|effective",
    after: "after",
    between: "between",
  }),
  fillers: words("the whole entire month year of period course on in about full calendar time"),
  links: phrases({ until: "to|until|till|through|up to and including|up to|–|-|thru|->", before: "before" }),
  yearLinks: words("of in , '"),
  within: phrases({ within: "within", later: "in" }),
  fromNow: phrases({ later: "from now|from today" }),
  today: phrases({ today: "now|today" }),
  goals: words("goal target targets objective kpi kpis aim norm budget plan planning forecast"),

  levels: phrases({
    now: "now|currently|current|today|at present|presently|baseline|starting point|at the moment|so far|right now|nowadays|as of today|stands at|is at|sits at",
    then: "was|were|last year|last month|last quarter|last week|previously|previous|the year before|a year ago|formerly|used to be|had|lost|a year earlier|prior year|coming from|the previous year|earlier",
  }),
  comparisons: phrases({
    compare:
      "as in|as last|compared with|compared to|in comparison with|in comparison to|versus|vs|relative to|instead of|against|as opposed to|up from|down from|equal to|same as|rather than|with respect to",
    than: "than",
  }),
  towards: phrases({ to: "to|->|up to|down to|now to" }),
  from: words("from"),
  reasons: phrases({
    clause:
      "because|given that|as we|as our|as the new|considering that|seeing that|now that|on the grounds that|based on|on the basis of|the reason is|since we|since our|since the|since it|since they|since there|since this|since a|since|given the|given our|given a|given this",
    phrase:
      "thanks to|due to|owing to|as a result of|because of|by means of|driven by|on account of|with the help of|enabled by|made possible by|as a consequence of|supported by the",
    agent: "by|through",
    enabling:
      "makes this possible|make this possible|makes this feasible|make this feasible|makes it possible|make it possible|makes this realistic|make this realistic|makes this achievable|make this achievable|makes it feasible|make it feasible",
  }),
  agreeing: phrases({
    agree:
      "agreed|agree|agrees|agreement|approved|approve|approves|approval|accepted by|acceptance|endorses|endorsed|endorse|endorsement|supports|support this|support it|support the target|backs|backed|back this|signed off|sign-off|signs off|signed-off|consent|committed|commits|commit|commitment|ratified|okayed|on board|permission of|permission from|acceptable to|acceptable for|consents|consented|concurs|blessing|bought in|buy-in|subscribes to this|has signed|stands behind|stand behind|greenlit|green light|support of|unanimously adopted|adopted by the|consensus|happy with this|happy with it|happy with the|signed up to|subscribe to this|subscribed to this|stand by this|stands by this|buys into|buy into|fully behind|is behind|are behind|firmly behind|has the support of|have the support of|with the support of|sign off|go-ahead|thumbs up|gave the nod|the nod from|rubber-stamped|gives its blessing|gave its blessing|said yes to|says yes to|say yes to|stands by|stand by the",
    weak: "accept|accepts|accepted|ok|okay|oke|confirmed|yes|set",
  }),
  contesting: phrases({
    contest:
      "disagree|disagrees|disagreed|disagreement|dispute|disputes|disputed|contested|contests|reject|rejects|rejected|rejecting|oppose|opposes|opposed|opposing|object|objects|objected|refuse|refuses|refused|veto|vetoes|vetoed|unacceptable|turned down|turned it down|turned this down|turns down|pushes back|pushed back|push back|objections from|objection from|despite objections|against the wishes|against the will|against their will|against their wishes|protests|protest|protested|voted against|divided|resists|resist|resisted|controversial|challenges this|challenged by|won't hear of|raised objections|objections of|dismissed|dismisses|voted down|votes down|vote down|balk at|balks at|balked at|decline|declines|declined|unwilling|threatens to strike|threaten to strike|strike over|not feasible|unfeasible|infeasible|unrealistic|unattainable|unachievable|not achievable|not realistic|can't be done|cannot be done|too ambitious|too high for|withdraws support|withdrew support|withdrew its support|withdraws its support|fought|digs in|dig in|resent|resents|grumble|complain about|complains about|criticises|criticised|up in arms|blocked|blocks|blocking|disapprove|disapproves|disapproved|disapproval|condemn|condemns|condemned|denounce|denounces|denounced|withholds approval|withheld approval|withhold approval|shot down|shoots down|thumbs down|advises against|advised against|advise against|argues against|argue against|lobby against|petition against|backs out|backed out|pulled out|walked out|unhappy with|unhappy about|not happy with|not happy about|not keen|not thrilled|not prepared to|displeased|outraged|angry about|no faith in|no confidence in|in dispute|in conflict|quarrel|boycott|boycotts|rebel|rebels|impossible|not possible|non-starter|no way|too much|too many|too high|too steep|split on|split over|are split|differ on|differ over|answer is no|is a no|is a firm no|not go along|not live with|refusal|rejection|overruled|says no|say no|said no|saying no|resistance|unhappy with this|thinks this is too|think this is too|finds this too|find this too|considers this too|consider this too|finds this unrealistic|find this unrealistic|considers this unrealistic|calls this unrealistic|calls this unreachable|under protest|contest the|contest this|contest it|contests the|contests this|contests it|fighting it|fighting this|fights this|fight this|fights it|no support|do not support|opposition|at odds|pushback|concerns from|does not want this|do not want this|is not willing|not willing to",
    against: "against",
  }),
  separable: new Map(),
  negations: words(
    "not no without never don't doesn't didn't won't isn't aren't hasn't haven't cannot can't nobody neither nor wasn't wouldn't",
  ),
  pending: phrases({
    pending:
      "pending|to be discussed|to be agreed|to be approved|awaiting|waiting for|subject to|still to be|who agrees|needs approval|asking for|ask for|needs to be|has to be|have to be|must be approved|must be agreed|yet to be discussed|up for|seeking|seek|once|if",
  }),
  parties: words(
    "board management leadership team teams sales marketing finance procurement purchasing logistics operations support service communications hr legal council department departments owner owners shareholders alderman customer customers client clients supplier suppliers partner partners staff employees everyone everybody all union unions drivers planners doctors nurses teachers ceo cfo cmo coo cto cio vp director directors manager managers lead leads steering stakeholders branches stores controller authority association librarians editors agents executives committee hq crew colleagues trustees investors regulator works engineering success chair president landlord mayor treasurer residents tenants cpo cco mt exec execs",
  ),
  partySuffixes: "manager managers team director board lead leads owner council committee union officer head".split(" "),
  partyLeads: words("with by from of to for"),
  agents: words("with by"),
  of: words("of from"),
  idioms: new Map([["too", words("find finds found consider considers think thinks call calls deem deems")]]),
  wills: words("wishes will wish advice"),
  stands: words("is are was were be votes vote voted strongly firmly"),
  exceptions: words("except excluding"),
  infinitive: new Set(),
  channels: words("through"),
  gerundLeads: words("by"),
  turns: phrases({ turn: "but|although|though|even though|even if|while|however|yet|which|whereas|only" }),

  conditions: words("with for per after in on at of from over across among every above under within"),
  by: words("by with"),
  restating: words("which including i.e. ie meaning increase decrease growth rise drop that"),
  people: /(?:ers|ors|ists|ants|people|us|them|staff)$/u,

  bounds: phrases({
    up: "at least|older than|no less than|no fewer than|not less than|not fewer than|more than|over|above|>|>=|higher than|greater than|min|minimum|minimum of|a minimum of|upwards of|or more|longer than|no lower than|not lower than|exceed|exceeds|just over|not below|well over",
    down: "at most|capped at|a cap of|limited to|younger than|no more than|not more than|maximum|maximum of|a maximum of|max|less than|fewer than|under|below|<|<=|lower than|no higher than|not higher than|not exceed|not exceeding|no longer than|not longer than|up to|within|shorter than|faster than|smaller than|not above|not over",
    about:
      "about|around|approximately|roughly|nearly|almost|exactly|average|on average|an average of|average of|averages|±|~|some|a total of|total of|in total|between",
  }),
  scoring: words("rate rates rated score scores scoring give gives"),
  ellipsis: new Set(),
  quantifiers: new Map<string, Way>([
    ...all("more higher longer faster greater better bigger", "up"),
    ...all("fewer less lower shorter smaller faster", "down"),
  ]),
  changes: new Map<string, Way>([
    ...all(
      "increase increases increased increasing rise rises rising rose grow grows growing growth grew raise raises higher more gain gains up boost boosts lift lifts double doubles expand climb climbs extra additional add adds",
      "up",
    ),
    ...all(
      "decrease decreases decreased decreasing fall falls fell falling drop drops dropped dropping reduce reduces reduced reducing reduction cut cuts lower lowers shorten shortened shortens less fewer down decline declines shrink halve halves save saves",
      "down",
    ),
  ]),
  numberOf: phrases({ number: "number of|the number of|amount of|count of|# of" }),
  joiners: phrases({ joins: "and|&|+|,|;|plus|or|while|as well as|along with|but also" }),
  labels: phrases({
    metric: "kpi|name|what|indicator|metric|measure|subject|kpi name|specific",
    objective: "objective|objectives",
    target: "goal|target|norm|how much|how many|measurable|value|target value|aim|result",
    period:
      "t|period|when|time|deadline|time-bound|time bound|timebound|timely|due|due date|term|end date|date|timeframe|timeline|by|by when|start|start date|from|end",
    baseline: "baseline|current|current value|starting value|last year|now|today|starting point|as is",
    agreement:
      "a|agreed|agreed by|agreed with|approved by|approval|acceptable|accepted by|agreement|sign-off|signed off by|support|accepted|endorsed by|assignable",
    reason: "r|reason|rationale|because|why|realistic|achievable|attainable|explanation|motivation|approach|relevant|feasible",
    note: "s|m|owner|action|actions|source|team|who|responsible|phase|department|note|remark|nb",
  }),

  metrics: new Map<string, MetricKind>([
    ...all(
      "conversion cvr ctr retention occupancy uptime punctuality margin margins awareness engagement-rate coverage availability reactivation response utilisation utilization adoption timeliness attendance on-time percentage proportion findability fcr ftr",
      "share/up",
    ),
    ...all("bounce churn dropout abandonment absenteeism attrition turnover no-shows", "share/down"),
    ...all("revenue revenues profit profits donation donations aov clv ltv income earnings mrr arr sales ebitda spend", "money/up"),
    ...all("cost costs cpa cac cpl cpc expenses spending debt", "money/down"),
    ...all("lcp inp ttfb latency aht wait", "time/down"),
    ...all("time-on-site", "time/up"),
    ...all("nps enps csat satisfaction rating", "score/up"),
    ...all("ces effort", "score/down"),
    ...all("roas", "ratio/up"),
    ...all("roi nrr ndr", "growth/up"),
    ...all(
      "leads quotes visitors signups sign-ups registrations orders bookings downloads reviews purchases transactions subscribers subscriptions members customers users sessions pageviews impressions likes followers shares conversions policies loans clicks donors enrolments enrollments applications demos trials borrowers passengers units tours",
      "count/up",
    ),
    ...all(
      "complaints complaint returns cancellations cancelations outages errors incidents escalations bugs defects unsubscribes accidents delays refunds",
      "count/down",
    ),
  ]),
  metricPhrases: phrases<MetricKind>({
    "share/up":
      "share of voice|share of wallet|on-time delivery|on time delivery|next-day delivery|open rate|click rate|click-through rate|click through rate|conversion rate|market share|repeat purchase rate|retention rate|response rate|trial conversion|brand awareness|first time resolution|first-time resolution|customer retention",
    "share/down":
      "bounce rate|churn rate|cancellation rate|dropout rate|sick leave|error rate|return rate|refund rate|abandonment rate|cart abandonment|staff turnover",
    "time/up": "time on site|reading time|session duration|watch time|time on page",
    "time/down":
      "faster site|lead time|delivery time|waiting time|wait time|response time|load time|travel time|handling time|first response|time to value|time to market|time to hire|resolution time|phone wait|payback period|turnaround time|cycle time",
    "score/up": "net promoter score|customer satisfaction|review score|employee satisfaction",
    "score/down": "customer effort score|effort score",
    "growth/up": "net revenue retention|net dollar retention|net retention|return on investment",
    "ratio/up": "return on ad spend",
    "ratio/-": "viral coefficient",
    "money/up":
      "customer lifetime value|lifetime value|average order value|order value|basket value|revenue per employee|annual recurring revenue",
    "money/down": "cost per lead|cost per acquisition|cost per order|cost per click|cost per customer|acquisition cost",
  }),
  metricEnds: new Map<string, MetricKind>([
    ...all("rate rates share ratio ratios percentage", "share/up"),
    ...all("value revenue profit income", "money/up"),
    ...all("costs cost", "money/down"),
    ...all("time times duration durations", "time/down"),
    ...all("score scores rating ratings", "score/up"),
    ...all("index", "score/-"),
    ...all("frequency traffic footfall", "growth/up"),
    ...all("consumption usage emissions waste", "growth/down"),
  ]),
  marksOutOfTen: words("mark"),
  vague: words(
    "better best experience service quality collaboration communication image look atmosphere innovation processes process organisation organization culture focus happiness hospitality usability engagement future mission vision difference level best nicest gold ambition sustainability work business brand website site team growth result goal goals things people trust attention fun energy creativity professionalism flexibility transparency relationship challenge step value excellence efficiency strategy approach way journey theme world market customer resident year name",
  ),
  vagueEnds: [],
  mended: words(
    "quarter percent percentage conversion minimum maximum january february august september october november december agreed approved bathrooms visitors customers average minutes seconds months revenue satisfaction",
  ),
};
