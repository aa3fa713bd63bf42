import type { Lexicon } from "./lexicon.ts";

/** English. Chosen by hand for what customers write about products, service, delivery, food and price. */
export const english: Lexicon = {
  valued: [
    [
      3,
      `excellent fantastic amazing awesome outstanding superb perfect perfection wonderful brilliant magnificent marvellous marvelous
      phenomenal exceptional extraordinary stunning breathtaking spectacular terrific incredible unbeatable unforgettable flawless
      impeccable exquisite sublime glorious heavenly divine delightful delight delighted thrilled ecstatic overjoyed elated gorgeous
      masterpiece masterful best finest stellar sensational splendid fabulous love loved loves loving adore adored adores superior
      first-class world-class top-notch mind-blowing delicious scrumptious mouthwatering faultless spotless ideal genius legendary
      raving hero lifesaver gem exemplary unrivalled unrivaled unmatched matchless wow
      jewel`,
    ],
    [
      2,
      `top super good great nice lovely beautiful charming attractive elegant stylish friendly friendliness helpful kind kindness polite
      courteous caring considerate thoughtful attentive welcoming hospitable hospitality warm gracious professional professionalism
      knowledgeable skilled expert competent capable efficient effective reliable dependable trustworthy trusted trust honest honesty
      genuine sincere happy happiness happier happiest glad pleased pleasing pleasant pleasure satisfied satisfying satisfaction enjoy
      enjoyed enjoyable enjoying enjoys enjoyment fun funny amusing entertaining fascinating interesting engaging exciting excited
      enthusiastic enthusiasm impressed impressive inspiring inspired grateful thankful thanks thank appreciate appreciated appreciates
      appreciation recommend recommended recommends recommending recommendation quick fast speedy prompt swift smooth seamless
      effortless easy easier easiest simple straightforward intuitive convenient convenience handy useful valuable worthwhile affordable
      bargain inexpensive fresh tasty flavorful flavourful flavorsome juicy tender crispy savory savoury yummy clean tidy hygienic
      comfortable comfy cozy cosy relaxing relaxed peaceful spacious luxurious luxury modern unique original creative innovative
      clever smart ingenious sturdy solid durable robust premium improved improvement improves success successful successfully win
      winner winning advantage advantages benefit benefits beneficial strength strengths proud confident confidence empowered safe
      secure positive favorite favourite fan generous generosity fair reasonable accurate precise correct punctual responsive
      accommodating flexible patient resolved solved praise praised kudos compliments complimented bravo congratulations congrats cool
      classy neat amazingly gift treat treasure joy joyful joyous cheerful smile smiling laughed hilarious magical romantic charm
      passion passionate dedicated devoted loyal welcome welcomed refreshing rewarding rewarded remarkable notable admirable admire
      admired respect respected respectful versatile powerful superfast eager uplifting heartwarming comforting reassuring reassured
      painless hassle-free user-friendly must-have cute adorable sweet rich crisp vibrant lively motivating productive transformative
      invaluable instrumental thorough meticulous polished insightful
      authentic sexy excel excels infatuated outstandingly`,
    ],
    [
      1,
      `ok okay fine decent acceptable adequate alright satisfactory sufficient suitable works worked working fits fit functional helps
      help helped liked likes willing available accessible nearby discount offer complimentary bonus variety varied diverse plenty
      enough ample complete clear clearly understandable organized organised orderly structured timely soft gentle bright airy personal
      personalised personalized tailored transparent informative informed educational gained familiar popular trendy hip colorful
      colourful balanced consistent stable steady strong repaired refunded replaced compensated hopeful hopefully curious interested
      promising potential facilitate faster quicker responsible understanding listened listens attentively agreeable civil cooperative
      supportive encouraged encouraging encourages energetic active sporty healthy organic hearty homemade filling creamy aromatic
      fragrant scenic green sunny worth valued deserve deserved deserving credit fortunate fortunately lucky luckily satisfy pleasantly
      gladly kindly cheaper improve improving achieve achieved accomplished accomplish assured
      better comfort wise`,
    ],
    [
      -1,
      `mediocre so-so boring dull bland tasteless dry tough chewy greasy oily salty watery soggy stale cold lukewarm chilly noisy loud
      crowded busy cramped limited lacking lack lacks lacked scarce little slow slower sluggish delay delayed delays wait waited waiting
      queue queues difficult complicated confusing confused confusion unclear vague messy cluttered clumsy awkward inconvenient
      cumbersome expensive pricey costly overpay dated outdated old-fashioned worn scratched scratch scratches loose crooked flimsy
      fragile stain stains stained dusty unfortunate unfortunately sadly regrettably pity doubt doubts doubtful unsure uncertain
      uncertainty concern concerns concerned worried worry tired tiring missed missing miss forgot forgotten forgets incomplete
      incorrect wrong mistake mistakes error errors typo issue issues problem problems downside drawback drawbacks disadvantage cons
      criticism critical setback nuisance bother bothered bothersome interrupted interruption impersonal distant indifferent
      disinterested careless rushed hurried stress stressful pressure unnecessary redundant weaker underwhelming underwhelmed monotonous
      repetitive chaotic chaos uninspired dark gloomy closed unavailable unreachable expired hesitant reluctant struggle struggled
      struggling overly unlike unusual odd strange weird steep annoying stiff cheaply noise meh blah patchy intermittent inconsistent
      glitch glitchy buggy bug bugs crash crashes crashed freezes lag lags laggy
      stopped hurt hurts flavorless flavourless tepid doughy rubbery heavy`,
    ],
    [
      -2,
      `bad poor poorly disappointed disappointing disappointment disappoints disappointingly unhappy dissatisfied dissatisfaction
      unsatisfied unsatisfactory upset upsetting angry annoyed anger irritating irritated irritation frustrating frustrated frustration
      rude impolite unfriendly unhelpful disrespectful arrogant condescending dismissive hostile aggressive grumpy unprofessional
      incompetent incompetence inept unskilled amateurish sloppy negligent negligence lazy inattentive unreliable untrustworthy
      dishonest unsafe dangerous danger hazard hazardous unhealthy dirty filthy grubby grimy mold mouldy moldy smelly stinks stink stank
      smells inedible rotten spoiled burnt burned raw undercooked overcooked sick nausea nauseous broken broke breaks defective defect
      defects faulty damaged damage torn ripped leaks leaking leaked fail failed fails failing failure fault flaw flawed flaws complain
      complained complaint complaints complaining refuse refused refuses refusing ignored ignoring ignore unanswered unresponsive junk
      trash rubbish crap crappy mess misery miserable useless pointless worthless unusable unacceptable inexcusable unreasonable unfair
      misleading misled mislead lied lies deceptive deceived deceitful overpriced rip-off ripoff waste wasted wasting loss lost stolen
      theft steal cancelled canceled returned refund threatened threat threatening discrimination discriminated racist sexist hopeless
      despair desperate sad sadness crying cried fear afraid scared scary shock shocked shocking pain painful hate hated hates hating
      dislike disliked dislikes detest regret regretted regrets ugly hideous impossible shortage shortcoming shortcomings inadequate
      insufficient substandard inferior subpar deficient understaffed disorganized disorganised argument conflict dismal pathetic weak
      nonsense flop dud neglected neglect unwelcome unwelcoming uncomfortable discomfort embarrassing embarrassed embarrassment ashamed
      humiliating insulting insulted insult offensive offended ridiculous absurd laughable stupid dumb idiot idiotic clueless unkind
      cruel harsh nasty unpleasant scammy hassle headache unwilling misinformed mishandled mistreated overcharged overcharge stuck
      shabby shoddy tacky sucks sucked suck lousy unimpressed unbearable intolerable unwanted worse worsen worsened regretful avoid
      avoided negative negatively disgruntled exhausted exhausting overwhelmed overwhelming nightmarish unjustified ruin ruined ruins
      disappoint over-priced dead died dies greedy pitiful embarassing disapointed uncaring unreadable miss-sold cheated beware sub-par letdown`,
    ],
    [
      -3,
      `terrible horrible awful dreadful appalling atrocious abysmal disgusting disgusted disgust disgrace disgraceful worst horrendous
      horrid horrific horrified revolting repulsive vile nightmare disaster disastrous catastrophe catastrophic outrageous outrage
      outraged furious livid enraged scam scammed scammer scammers fraud fraudulent fraudsters crook crooks criminal criminals thieves
      thief shameful shame despicable deplorable abhorrent loathe loathed despise hell garbage shit shitty bullshit fuck fucking damn
      pathetically godawful unforgivable inhumane poisoned poisoning vomit vomited vomiting abusive abuse harassed harassment
      excruciating traumatic traumatised traumatized`,
    ],
  ],
  phrases: [
    [
      3,
      `second to none, exceeded my expectations, exceeded our expectations, above and beyond, could not be happier,
      couldn't be happier, could not be better, couldn't be better, five stars, 5 stars, ten out of ten, 10 out of 10, to die for,
      must see, must visit, blown away, can not praise, can't praise, cannot praise, never been better, never had better,
      can't go wrong, cannot go wrong`,
    ],
    [
      2,
      `i like, we like, works well, worked well, very well, went well, on time, as promised, as expected, as described,
      as advertised, well done, thumbs up, keep it up, come back, coming back, will be back, be back, go again, look forward,
      looking forward, value for money, worth every penny, worth the money, worth it, no problem, no problems, no issues,
      no complaints, no hassle, can not complain, can't complain, cannot complain, nothing to complain, without any problem,
      without any problems, without a hitch, felt at home, at home, right away, big help, not expensive, not bad, hit the spot,
      couldn't be more, could not be more, go back, going back, must have, a must, i did like, really like, back again,
      back for more, highly recommended`,
    ],
    [
      -1,
      `could be better, could have been better, too long, too late, too much, too little, too small, too big, too slow,
      too expensive, too loud, too salty, too sweet, too hot, too cold, too many, too few, too hard, no longer, took forever,
      takes forever, nothing special, not so much`,
    ],
    [
      -2,
      `did not like, didn't like, do not like, don't like, arrived late, came late, was late, hours late, days late, weeks late,
      hidden costs, let down, left to be desired, leaves to be desired, much to be desired, fell short, falls short, fall short,
      fell apart, falls apart, fall apart, stay away, steer clear, never again, last time, no response, no reply, no answer,
      no apology, never received, never arrived, not received, did not arrive, didn't arrive, did not receive, didn't receive,
      still waiting, still not, waste of time, waste of money, rip off, ripped off, thumbs down, fed up, money back, not worth,
      no help, no way, does not work, doesn't work, did not work, didn't work, stopped working, stops working, hung up, run around,
      not as described, not as advertised, not as expected, not as promised, don't waste, do not waste, dont waste, don't buy,
      do not buy, dont buy, do not purchase, don't purchase, would not buy, wouldn't buy, had better, at best, won't be back,
      not be back, not go back, won't go back, not going back, never going back, never go back, be back never, don't care,
      do not care, doesn't care, didn't care, did not care, sending it back, send it back, sent it back, one star, 1 star, no stars,
      no star, cheap plastic, cheap quality, cheaply made, don't go, do not go, don't bother, do not bother, save your money,
      no longer working, no longer works, cost me`,
    ],
    [-3, `avoid at all costs, zero stars, piece of junk, piece of crap, a joke`],
    [
      0,
      `a good deal of, good morning, good afternoon, good evening, good luck, as well, as well as, well as, would like, i'd like,
      like to, looks like, look like, looked like, feels like, felt like, seems like, like a, like the, like this, pretty much,
      kind of, a kind, the kind, this kind, some kind, hard drive, hard work, free time, used to, a great deal, no doubt,
      open source, open access, a little, at least, in return, return to, early career, close to, full time, lost and found,
      missing data, help desk, machine learning, never been more, never had such, never been so, never seen such,
      never experienced such, looking for, of care`,
    ],
  ],
  turnedAfter: ``,
  negators: `not no never nothing none nobody neither nor without hardly barely scarcely seldom rarely cannot can't cant don't dont doesn't
    doesnt didn't didnt won't wont wouldn't wouldnt isn't isnt wasn't wasnt aren't arent weren't werent couldn't couldnt shouldn't
    shouldnt hasn't hasnt haven't havent hadn't hadnt ain't aint n't`,
  notDenied: `only just merely simply`,
  stronger: `very really so extremely absolutely totally completely incredibly super highly truly especially particularly remarkably
    exceptionally thoroughly utterly deeply hugely enormously tremendously insanely ridiculously most more always such entirely
    quite definitely seriously amazingly unbelievably awfully terribly much`,
  weaker: `somewhat slightly fairly rather bit little sometimes partly partially relatively moderately mildly sort kinda sorta almost
    occasionally marginally barely`,
  contrasts: `but however although though yet nevertheless nonetheless`,
  functionWords: `the a an and of to i it is was in that for you he she we they this with on as have has had but be not are at from by or my
    your our their his her its me us them been were will would can could should do does did so if when what which who how there here
    about out up just more some any all no very also than then because into after before only other too get got one two am being these
    those over off again where while through between during both each own same such now ever even still don't didn't i'm it's i've
    they're we're you're wasn't isn't can't couldn't wouldn't went go going came come make made take took day time people us every`,
  forms: (word) => {
    const forms: string[] = [];
    for (const [ending, instead] of [
      ["s", ""],
      ["es", ""],
      ["ed", ""],
      ["ed", "e"],
      ["ing", ""],
      ["ing", "e"],
      ["ly", ""],
      ["ily", "y"],
      ["er", ""],
      ["er", "e"],
      ["ier", "y"],
      ["est", ""],
      ["est", "e"],
      ["iest", "y"],
      ["ness", ""],
    ] as const) {
      if (word.endsWith(ending) && word.length - ending.length >= 3) forms.push(word.slice(0, -ending.length) + instead);
    }
    return forms;
  },
};
