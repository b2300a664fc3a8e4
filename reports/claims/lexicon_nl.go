package claims

// dutchLexicon returns the Dutch words.
func dutchLexicon() *lexicon {
	l := &lexicon{
		dutch:         true,
		fractions:     fractionsOf(dutchFractions()),
		numbers:       dutchNumbers(),
		of:            phrases("op de|van de|van elke|op|van alle|van"),
		nearly:        phrases("bijna|net niet|nog geen|krap|haast|net geen"),
		over:          phrases("ruim|meer dan|boven de|minstens|minimaal|ten minste"),
		under:         phrases("minder dan|hoogstens|maximaal|onder de"),
		about:         phrases("ongeveer|circa|ca|rond de|zo'n|pakweg"),
		perHour:       phrases("vragen per uur|vraag per uur|gesprekken per uur|gesprek per uur|berichten per uur|per uur|chats per uur"),
		organisations: phrases("*organisaties|respondenten|deelnemers|overheidsorganisaties|overheidsdiensten|instellingen|overheden|overheidsinstellingen"),
		ignored:       phrases("second*|minut*|uur|uren|jaar|jaren|maand*|week|weken|dag|dagen|euro|inwoners|km|keer|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|vergelijkingen|pagina*|u"),
		assumed:       phrases("verlof|ziekte|verzuim"),
		points:        phrases("procentpunt|procentpunten|punt verschil|punten verschil"),
		from:          phrases("vanaf|schaal van|p =|t =|χ ² =|=|<|>|interval|- interval"),
		tail:          phrases("laagste|hoogste"),
		to:            phrases("tot|tot wel|tot en met|tot zelfs|–|-|a"),
		parts:         []string{"en", "of", "and", "terwijl", "tegenover"},
		abbreviations: set("bv bijv ca nr resp dhr mevr o.a d.w.z evt incl excl nl m.b.t"),
		empty:         set("de het een van en of om te met voor er nog niet is zijn aan in op bij die dat wij we u uw ons onze ja nee geen via als door over meer maar dan ook wel naar"),
	}
	p := &l.patterns
	dutchChannels(p)
	dutchSubjects(p)
	dutchManner(p)
	return l
}

func dutchChannels(p *[features][]phrase) {
	p[use] = phrases("gebruik*|ingezet|inzet|inzetten|zet|zetten|actief|ingeburgerd|werkt met|werken met|maakt gebruik|bereikbaar via|aanwezig|zit op|zitten op")
	p[plans] = phrases("start*|begin*|plannen|plant|van plan|gaat beginnen|gaan beginnen|wil beginnen|willen beginnen|gestart")
	p[considers] = phrases("overweeg*|overweging|denkt na over|denken na over|staat open voor|staan open voor")
	p[surely] = phrases("zeker")
	p[likely] = phrases("waarschijnlijk*|schat in|schatten in|schat|denkt te|denken te|verwacht te|verwachten te")
	p[later] = phrases("misschien|later")
	p[pilot] = phrases("pilot*|proef|proeven|probeert|proberen|uitproberen|uitprobeert|testen|test")
	p[noPlans] = phrases("geen plannen|heeft geen plan*|hebben geen plan*|niet van plan")
	p[projected] = phrases("als alle plannen doorgaan|als de plannen doorgaan|als alle plannen uitkomen|eind 20*|over een jaar|volgend jaar|straks")
	p[users] = phrases("gebruikers van|gebruikers|die * inzetten|onder gebruikers")
	p[nonUsers] = phrases("niet gebruik*|nog niet gebruik*|zonder|die het niet gebruiken|nog geen")
	p[tookPart] = phrases("deden mee|deed mee|deed * * mee|deden * * mee|mee :|meegedaan|meededen|deelgenomen|namen deel|nam deel|deelnamen|deelname")
}

func dutchSubjects(p *[features][]phrase) {
	p[satisfied] = phrases("tevreden*|zeer tevreden|erg tevreden")
	p[dissatisfied] = phrases("ontevreden*")
	p[because] = phrases("omdat|doordat|vanwege|waarom|wegens")
	p[reason] = phrases("reden|redenen|waarom|argument|argumenten|motief|motieven")
	p[barrier] = phrases("belemmer*|tegenhoud*|tegenhield|tegen|houdt|drempel|drempels|knelpunt*|obstakel*|gebrek|*gebrek|tekort|weerhoudt|nog niet in te zetten|niet in te zetten|nog niet te gebruiken|struikelblok*|nog geen live chat of")
	p[doubt] = phrases("twijfel*|zorgen|vragen over|bezwaren|stelt vragen|vraagtekens|wat vragen")
	p[denial] = phrases("niet|geen|nee|zonder")
	p[rise] = phrases("stijging|stijgt|stijgen|gestegen|toename|toegenomen|groei|drukker|meer klantcontact|meer klantcontacten")
	p[fall] = phrases("daling|daalt|dalen|gedaald|afname|afgenomen|minder klantcontact")
	p[contact] = phrases("klantcontact*|aantal contacten")
	p[owner] = phrases("webcare|verantwoordelijk*")
	p[communication] = phrases("communicatie|afdeling communicatie")
	p[centre] = phrases("kcc|klantcontactcentrum*|klant contact centrum|klantencontactcentrum")
	p[mixed] = phrases("tussenvorm*|combinatie|mix|mengvorm|samen uit|gezamenlijk|beide afdelingen")
	p[association] = phrases("woord|woorden|genoemd")
	p[chance] = phrases("kans|kansen|mogelijkheden voor")
	p[noticed] = phrases("ervaren dit|ervaren minder|ervaren meer|ervaren dat|ervaart|merken|merkt|merken op|hebben ervaren|profiteren")
	p[goesOn] = phrases("zet door|zetten door|zet zich door|verschuift|verschuiven|neemt toe|nemen toe|neemt af|nemen af|blijft groeien|blijven groeien|steeds vaker|verschoven|groeit")
}

func dutchManner(p *[features][]phrase) {
	p[back] = phrases("dit|dat|er|daarmee|daarvan|hiervoor|ervan|erover|het|ze|zij|hiervan|daarvoor")
	p[partOf] = phrases("daarvan|hiervan|van hen|van deze|van die|onder hen")
	p[everyone] = phrases("respondenten|deelnemers|onderzochte|ondervraagde|ondervraagden|overheden|organisaties|overheidsorganisaties|overheidsinstellingen|overheidsdiensten")
	p[bodies] = phrases("alle overheden|de overheden|nederlandse overheden|nederlandse overheids*|overheden|overheidsdiensten|overheidsinstellingen|alle gemeenten|nederlandse gemeenten")
	p[average] = phrases("gemiddeld|gemiddelde|doorgaans|gemiddeld genomen")
	p[median] = phrases("mediaan|middelste organisatie")
	p[lowerQuartile] = phrases("eerste kwartiel|onderste kwartiel|laagste kwart")
	p[upperQuartile] = phrases("derde kwartiel|bovenste kwartiel|hoogste kwart|drukste kwart")
	p[middleHalf] = phrases("middelste helft")
	p[large] = phrases("grote|grotere|grootste")
	p[small] = phrases("kleine|kleinere|kleinste")
	p[either] = phrases("of|een van beide")
	p[moreOften] = phrases("vaker|meer dan andere|hoger dan|vaker dan|tevredener")
	p[lessOften] = phrases("minder vaak|lager dan|minder dan andere|zeldzamer|minder tevreden")
	p[alike] = phrases("geen verschil aan te tonen|geen verschil aangetoond|niet te onderscheiden|niet aan te tonen")
	p[equal] = phrases("even vaak|net zo vaak|evenveel|geen verschil tussen")
	p[again] = phrases("nog eens|nogmaals|weer|eveneens|ook nog")
	p[slight] = phrases("lichte|licht|geringe|gering|kleine|beetje|iets")
	p[difference] = phrases("verschil")
	p[topList] = phrases("top")
	p[things] = phrases("redenen|reden|vlakken|thema's|themas|kansen|woorden|belemmeringen|oorzaken|argumenten")
	p[answers] = phrases("antwoorden")
	p[content] = phrases("de tevreden|die tevreden zijn|tevreden organisaties|tevreden gebruikers|tevreden gemeenten")
	p[anyChannel] = phrases("minstens een kanaal|ten minste een kanaal|een van de kanalen")
	p[existing] = phrases("die er zijn|die bestaan|die er bestaan|bestaande")
	p[responded] = phrases("respons|responspercentage*|responsgraad|bekend is hoeveel")
	p[covers] = phrases("dekking*")
	p[inhabitants] = phrases("inwoners")
	p[answerTime] = phrases("responstijd*|reactietijd*")
	p[skipped] = phrases("sloeg * over|sloegen * over|overgeslagen|sloegen de vraag over|sloeg de vraag over")
	p[falseAlarm] = phrases("vals alarm|significantieniveau|onbetrouwbaarheid|onbetrouwbaarheidsniveau")
	p[certainty] = phrases("betrouwbaarheid|betrouwbaarheidsniveau|zekerheid")
	p[whole] = phrases("alle deelnemers|alle respondenten|alle organisaties|iedereen")
	p[elsewhere] = phrases("uit ervaring|vlaanderen|vlaamse|belgie|bij ons|in de praktijk|leert de praktijk|ons advies|wereldwijd|europese")
}

func dutchFractions() []fraction {
	return []fraction{
		{"net niet de helft|bijna de helft|krap de helft|net geen helft", 45.5, 49.99, 3},
		{"ruim de helft|iets meer dan de helft|net iets meer dan de helft|krap meer dan de helft", 50.001, 55, 3},
		{"meer dan de helft|het merendeel van|een meerderheid|de meerderheid|een ruime meerderheid", 50.001, 100, 0.5},
		{"minder dan de helft|een minderheid", 0, 49.999, 0.5},
		{"de helft|helft van de", 48, 52, 2.5},
		{"een derde|een op drie", 32.3, 34.4, 2},
		{"twee derde|tweederde|twee op drie", 65.6, 67.7, 2},
		{"een kwart|een vierde", 24, 26, 2},
		{"drie kwart|driekwart|drie vierde", 74, 76, 2},
		{"een vijfde", 19, 21, 2},
		{"bijna helemaal|bijna volledig|bijna alle|bijna allemaal|vrijwel alle|vrijwel allemaal|vrijwel volledig|nagenoeg alle|zo goed als alle|bijna iedereen|vrijwel iedereen", 90, 99.99, 3},
	}
}

func dutchNumbers() map[string]int {
	return map[string]int{
		"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
		"elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
		"achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "honderd": 100,
	}
}
