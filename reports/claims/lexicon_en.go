package claims

// englishLexicon returns the English words.
func englishLexicon() *lexicon {
	l := &lexicon{
		fractions:     fractionsOf(englishFractions()),
		numbers:       englishNumbers(),
		of:            phrases("in|out of|of|of the|of every|in every|out of every"),
		nearly:        phrases("almost|nearly|just under|close to|not quite"),
		over:          phrases("over|more than|just over|above|at least"),
		under:         phrases("less than|fewer than|under|at most|below"),
		about:         phrases("about|around|roughly|some|approximately"),
		perHour:       phrases("questions per hour|questions an hour|conversations per hour|conversations an hour|chats per hour|chats an hour|messages an hour|messages per hour|per hour|an hour"),
		organisations: phrases("organisations|organizations|respondents|participants|public bodies|bodies|authorities|ones"),
		ignored:       phrases("second*|minute*|hour|hours|year|years|month*|week|weeks|day|days|euro*|inhabitants|times|january|february|march|april|may|june|july|august|september|october|november|december|comparisons|pages"),
		assumed:       phrases("leave|illness|absence|shrinkage"),
		points:        phrases("percentage points|percentage point|points|pp"),
		from:          phrases("from|scale from|=|<|>|interval"),
		tail:          phrases("lowest|highest"),
		to:            phrases("to|up to|and|–|-|to as many as"),
		parts:         []string{"and", "en", "or", "while", "against"},
		abbreviations: set("e.g i.e etc approx mr ms dr vs"),
		empty:         set("the a an of and or to with for there not yet is are at in on by that we you our us yes no via as about more but than also be have has it its"),
	}
	p := &l.patterns
	englishChannels(p)
	englishSubjects(p)
	englishManner(p)
	return l
}

func englishChannels(p *[features][]phrase) {
	p[use] = phrases("use|uses|used|using|active|deploy*|offer|offers|work with|works with|reachable")
	p[plans] = phrases("start|starts|starting|begin|begins|plan|plans|intend|intends|launch|launches")
	p[considers] = phrases("consider*|thinking about|open to")
	p[surely] = phrases("surely|certainly|definitely|for sure|sure")
	p[likely] = phrases("likely|probably|expect to|expects to")
	p[later] = phrases("maybe|perhaps|later")
	p[pilot] = phrases("pilot*|trial|trying|try|tries")
	p[noPlans] = phrases("no plans|no plan")
	p[projected] = phrases("if every plan goes ahead|if all plans go ahead|if all plans come true|by the end of 20*|end of 20*|next year|a year from now")
	p[users] = phrases("users of|users|among users")
	p[nonUsers] = phrases("do not use|does not use|don't use|not using|neither use|without|not yet use")
	p[tookPart] = phrases("took part|take part|participated|taken part|participating")
}

func englishSubjects(p *[features][]phrase) {
	p[satisfied] = phrases("satisfied|happy|pleased|content with")
	p[dissatisfied] = phrases("dissatisfied|unhappy|unsatisfied")
	p[because] = phrases("because|why|since")
	p[reason] = phrases("reason|reasons|why|argument|arguments|motive*")
	p[barrier] = phrases("barrier*|obstacle*|hold back|holds back|held back|holding|stop|stops|stopping|lack of|lack|lacks|shortage|prevent*|not to use|keeps them from")
	p[doubt] = phrases("doubt*|concern|concerns|worries|worry|misgivings")
	p[denial] = phrases("not|no|none|without")
	p[rise] = phrases("rise|rises|rose|increase*|growth|grew|went up|busier")
	p[fall] = phrases("fall|falls|fell|decrease*|decline*|went down|drop")
	p[contact] = phrases("customer contact*|contacts|contact with customers|contact volume")
	p[owner] = phrases("webcare|responsible")
	p[communication] = phrases("communication|communications|communication department|communicatie")
	p[centre] = phrases("kcc|contact centre|contact center|customer contact centre|customer contact center")
	p[mixed] = phrases("mix|mixture|mixed|combination|jointly|both departments|share the work")
	p[association] = phrases("word|words|mentioned")
	p[chance] = phrases("opportunit*|chances|chance")
	p[noticed] = phrases("experience fewer|experience more|experience this|experience that|notice|notices|noticed|report fewer|benefit from|see fewer")
	p[goesOn] = phrases("is shifting|are shifting|continues|continue to|keeps growing|keep growing|is growing|are growing|more and more|is increasing|ever more|shifts")
}

func englishManner(p *[features][]phrase) {
	p[back] = phrases("this|that|it|they|them|these|of them|there")
	p[partOf] = phrases("of them|of these|of those|among them")
	p[everyone] = phrases("respondents|participants|organisations|organizations|surveyed|bodies|authorities")
	p[bodies] = phrases("dutch public bodies|all organisations|public bodies|dutch organisations|governments|authorities|all municipalities|dutch municipalities")
	p[average] = phrases("average|mean|on average|typically")
	p[median] = phrases("median")
	p[lowerQuartile] = phrases("lower quartile|first quartile")
	p[upperQuartile] = phrases("upper quartile|third quartile|busiest quarter")
	p[middleHalf] = phrases("middle half")
	p[large] = phrases("large|larger|largest|big|bigger")
	p[small] = phrases("small|smaller|smallest")
	p[either] = phrases("or|either")
	p[moreOften] = phrases("more often|higher than|more likely than|more satisfied|more frequently")
	p[lessOften] = phrases("less often|lower than|less likely than|less satisfied|less frequently")
	p[alike] = phrases("no difference could be shown|no difference was found|not distinguishable|no difference shown")
	p[equal] = phrases("as often|equally often|just as often|no difference between")
	p[again] = phrases("another|a further|again")
	p[slight] = phrases("slight|slightly|small|a little|modest|modestly")
	p[difference] = phrases("difference")
	p[topList] = phrases("top")
	p[things] = phrases("reasons|reason|areas|themes|opportunities|words|barriers|causes|arguments")
	p[answers] = phrases("answers")
	p[content] = phrases("the satisfied|who are satisfied|that are satisfied|satisfied organisations|satisfied users")
	p[anyChannel] = phrases("at least one channel|one of the channels")
	p[existing] = phrases("that exist|existing|which exist")
	p[responded] = phrases("response|response rate*|it is known how many|responded")
	p[covers] = phrases("coverage")
	p[inhabitants] = phrases("inhabitants|population")
	p[answerTime] = phrases("response time*")
	p[skipped] = phrases("skipped|skip")
	p[falseAlarm] = phrases("false alarm|significance level|level of significance|error level")
	p[certainty] = phrases("confidence|certainty")
	p[whole] = phrases("all respondents|all participants|all organisations|everyone")
	p[elsewhere] = phrases("in our experience|flanders|flemish|belgium|worldwide|our advice|in practice|european")
}

func englishFractions() []fraction {
	return []fraction{
		{"almost half|nearly half|just under half|not quite half", 45.5, 49.99, 3},
		{"just over half|slightly more than half|a little over half", 50.001, 55, 3},
		{"more than half|over half|a majority|the majority|most of the", 50.001, 100, 0.5},
		{"less than half|fewer than half|a minority", 0, 49.999, 0.5},
		{"half of|half the|half", 48, 52, 2.5},
		{"a third|one third|one-third", 32.3, 34.4, 2},
		{"two thirds|two-thirds", 65.6, 67.7, 2},
		{"a quarter|one quarter|a fourth", 24, 26, 2},
		{"three quarters|three-quarters", 74, 76, 2},
		{"a fifth|one fifth", 19, 21, 2},
		{"almost all|nearly all|virtually all|almost every|nearly every|almost everyone|almost fully|practically all", 90, 99.99, 3},
	}
}

func englishNumbers() map[string]int {
	return map[string]int{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
		"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
	}
}
