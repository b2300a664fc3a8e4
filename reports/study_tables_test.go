package reports

import (
	"benchmark/analysis"
	"benchmark/survey"
)

// handMadeTables are tables of every topic.
func handMadeTables() []analysis.Table {
	return append(handMadeUse(), handMadeRest()...)
}

func handMadeUse() []analysis.Table {
	small, others := hidden(analysis.HiddenSmall), hidden(analysis.HiddenOthers)
	respondents := analysis.Table{
		ID: "respondents", Topic: analysis.Respondents, Base: analysis.Base{Kind: analysis.BaseEveryone}, Account: account(117),
		Groups: groups(typeGroups()),
		Rows: []analysis.Row{
			{Key: analysis.KeyRespondents, Measure: analysis.Count}, {Key: analysis.KeyShare, Measure: analysis.ShareOfSample},
			{Key: analysis.KeyPopulation, Measure: analysis.Count}, {Key: analysis.KeyResponse, Measure: analysis.ShareOfPopulation},
		},
		Cells: make([][]analysis.Estimate, 4),
	}
	for _, g := range respondents.Groups {
		n, all := g.Respondents, g.Population
		exist, response := fact(float64(all), all, all), fact(float64(n)/float64(max(all, 1)), n, all)
		if all == 0 {
			exist, response = analysis.Estimate{Status: analysis.Unknown}, analysis.Estimate{Status: analysis.Unknown}
		}
		for r, e := range []analysis.Estimate{fact(float64(n), n, 117), fact(float64(n)/117, n, 117), exist, response} {
			respondents.Cells[r] = append(respondents.Cells[r], e)
		}
	}
	return []analysis.Table{
		respondents,
		{
			ID: "channels", Topic: analysis.Channels, Base: analysis.Base{Kind: analysis.BaseRespondents}, Account: account(117),
			Groups: groups(typeGroups()[:2]),
			Rows:   []analysis.Row{option("twitter", "Twitter", ""), option("whatsapp", "WhatsApp", survey.Uses), option("live-chat", "live chat", survey.Uses), {Key: "anders", Measure: analysis.Share, Label: "Anders, namelijk", Other: true}},
			Cells: [][]analysis.Estimate{
				{share(114, 117), share(91, 92), exactShare(8, 8, 25, 18, 25)},
				{share(56, 117), share(48, 92), exactShare(3, 8, 25, 4, 17)},
				{share(13, 116), share(12, 91), exactShare(0, 8, 25, 0, 7)},
				{share(2, 117), share(2, 92), exactShare(0, 8, 25, 0, 7)},
			},
		},
		{
			ID: "whatsapp-adoption", Topic: analysis.AdoptionTopic, Channel: "WhatsApp", Question: "whatsapp", Title: "WhatsApp",
			Text: "Gebruikt uw organisatie WhatsApp?", Base: analysis.Base{Kind: analysis.BaseRespondents}, Account: account(117),
			Groups: groups(typeGroups(), sizeGroups()),
			Rows: []analysis.Row{option("ja", "Gebruikt het nu", survey.Uses), option("proef", "Proef", survey.Pilot),
				option("zeker", "Begint zeker binnen een jaar", survey.Surely), option("waarschijnlijk", "Begint heel waarschijnlijk binnen een jaar", survey.Likely),
				option("nee", "Nee", survey.No), net(analysis.KeyPlans, "zeker", "waarschijnlijk"), net(analysis.KeyProjection, "ja", "zeker", "waarschijnlijk")},
			Cells: [][]analysis.Estimate{
				{share(56, 117), share(48, 92), exactShare(3, 8, 25, 4, 17), exactShare(2, 5, 21, 2, 17), exactShare(0, 2, 25, 0, 20), share(3, 10), share(5, 14), share(15, 32), share(15, 27), share(13, 19)},
				{share(2, 117), share(2, 92), exactShare(0, 8, 25, 0, 7), exactShare(0, 5, 21, 0, 9), exactShare(0, 2, 25, 0, 20), share(0, 10), share(0, 14), share(1, 32), share(1, 27), share(0, 19)},
				{share(12, 117), share(9, 92), exactShare(1, 8, 25, 1, 11), others, small, share(1, 10), share(2, 14), share(3, 32), share(3, 27), share(1, 19)},
				{share(12, 117), share(10, 92), exactShare(1, 8, 25, 1, 11), others, small, share(0, 10), share(1, 14), share(4, 32), share(3, 27), share(2, 19)},
				{share(35, 117), share(23, 92), exactShare(3, 8, 25, 4, 17), others, small, share(6, 10), share(6, 14), share(9, 32), share(5, 27), share(3, 19)},
				{share(24, 117), share(19, 92), exactShare(2, 8, 25, 2, 14), others, small, share(1, 10), share(3, 14), share(7, 32), share(6, 27), share(3, 19)},
				{share(80, 117), share(67, 92), exactShare(5, 8, 25, 8, 22), others, small, share(4, 10), share(8, 14), share(22, 32), share(21, 27), share(16, 19)},
			},
		},
		{
			ID: "live-chat-consideration", Topic: analysis.Consideration, Channel: "Live chat", Title: "Live chat",
			Base: analysis.Base{Kind: analysis.BaseNonUsers, Channel: "live chat"}, Account: analysis.Account{Respondents: 117, Base: 104},
			Groups: groups(), Rows: []analysis.Row{option("later", "Misschien later", survey.Later), net(analysis.KeyPlans), net(analysis.KeyConsiders)},
			Cells: [][]analysis.Estimate{{share(44, 104)}, {share(34, 104)}, {share(78, 104)}},
		},
		{
			ID: "whatsapp-satisfaction", Topic: analysis.Satisfaction, Channel: "WhatsApp", Question: "tevreden", Title: "Hoe tevreden bent u over WhatsApp?",
			Text:    "Hoe tevreden bent u over WhatsApp?",
			Base:    analysis.Base{Kind: analysis.BaseRouted, Conditions: []survey.Condition{{Question: "whatsapp", Options: []string{"ja", "proef"}}}},
			Account: account(58), Groups: groups(typeGroups()),
			Rows: []analysis.Row{option("5", "Zeer tevreden", ""), option("4", "Tevreden", ""), net(analysis.KeyTopTwo, "5", "4"), net(analysis.KeyBottomTwo), {Key: analysis.KeyMean, Measure: analysis.Mean}},
			Cells: [][]analysis.Estimate{
				{share(18, 58), share(16, 50), small, others, small, small},
				{share(32, 58), share(27, 50), small, others, small, small},
				{share(50, 58), share(43, 50), small, others, small, small},
				{share(2, 58), share(2, 50), small, others, small, small},
				{number(4.1, 3.9, 4.3, 58, analysis.StudentT), number(4.1, 3.9, 4.4, 50, analysis.StudentT), small, others, small, small},
			},
		},
	}
}

func handMadeRest() []analysis.Table {
	answers := func(key, label string) analysis.Row {
		return analysis.Row{Key: key, Measure: analysis.ShareOfAnswers, Label: label}
	}
	ofTicks := func(x, n int) analysis.Estimate {
		e := share(x, n)
		e.Method, e.SE = analysis.Linearised, 0.05
		return e
	}
	users := analysis.Group{Breakdown: analysis.UsersBreakdown, Level: "WhatsApp", Label: "WhatsApp", Respondents: 56}
	noInterval := analysis.Estimate{Status: analysis.Estimated, Value: 5, Base: 13, Notes: []analysis.Note{analysis.NoteExtreme}}
	return []analysis.Table{
		{
			ID: "live-chat-reasons", Topic: analysis.Reasons, Channel: "live chat", Question: "redenen", Title: "Waarom live chat", Text: "Waarom wilt u beginnen met live chat?",
			Base: analysis.Base{Kind: analysis.BaseTicked}, Account: analysis.Account{Respondents: 117, Base: 58, Blank: 59}, Groups: groups(),
			Rows: []analysis.Row{option("laag", "Laagdrempelig | contact", ""), option("web", "=Maakt de website *persoonlijk*", ""), option("conversie", "Minder afhakers.", ""),
				answers("laag", "Laagdrempelig | contact"), answers("web", "=Maakt de website *persoonlijk*"), answers("conversie", "Minder afhakers.")},
			Cells: [][]analysis.Estimate{{share(31, 58)}, {share(20, 58)}, {share(19, 58)}, {ofTicks(31, 70)}, {ofTicks(20, 70)}, {ofTicks(19, 70)}},
		},
		{
			ID: "any-barrier", Topic: analysis.AnyBarrier, Base: analysis.Base{Kind: analysis.BaseEveryone}, Account: account(117), Groups: groups(),
			Rows: []analysis.Row{option("klaar", "Medewerkers zijn er nog niet klaar voor", "")}, Cells: [][]analysis.Estimate{{share(35, 117)}},
		},
		{
			ID: "whatsapp-volume", Topic: analysis.Volume, Channel: "WhatsApp", Title: "Vragen per uur", Unit: "per uur",
			Base: analysis.Base{Kind: analysis.BaseAnswered}, Account: account(56), Groups: groups(sizeGroups()),
			Rows: []analysis.Row{{Key: analysis.KeyMean, Measure: analysis.Mean}, {Key: analysis.KeyMedian, Measure: analysis.Median},
				{Key: analysis.KeyLower, Measure: analysis.LowerQuartile}, {Key: analysis.KeyUpper, Measure: analysis.UpperQuartile}},
			Cells: [][]analysis.Estimate{
				{number(3.2, 2.3, 4.1, 56, analysis.StudentT), hidden(analysis.HiddenSmall), number(1.5, 1.1, 1.9, 15, analysis.StudentT), number(1.8, 1.2, 2.3, 15, analysis.StudentT), number(8, 5.7, 10.3, 13, analysis.StudentT)},
				{number(2, 1, 2, 56, analysis.OrderStatistics), hidden(analysis.HiddenSmall), number(1.5, 1, 2, 15, analysis.OrderStatistics), number(2, 1, 2, 15, analysis.OrderStatistics), number(9, 4, 10, 13, analysis.OrderStatistics)},
				{number(1, 1, 1, 56, analysis.OrderStatistics), hidden(analysis.HiddenSmall), noInterval, hidden(analysis.HiddenExtreme), noInterval},
				{number(3, 2, 6, 56, analysis.OrderStatistics), hidden(analysis.HiddenSmall), number(2, 1, 3, 15, analysis.OrderStatistics), number(2, 2, 4, 15, analysis.OrderStatistics), number(10, 8, 12, 13, analysis.OrderStatistics)},
			},
		},
		{
			ID: "change", Topic: analysis.Change, Question: "verandering", Title: "Hoe verandert het aantal klantcontacten?", Base: analysis.Base{Kind: analysis.BaseRespondents},
			Account: account(117), Groups: groups(), Rows: []analysis.Row{option("3", "Gelijk", ""), net(analysis.KeyRise), net(analysis.KeyFall), {Key: analysis.KeyMean, Measure: analysis.Mean}},
			Cells: [][]analysis.Estimate{{share(66, 117)}, {share(37, 117)}, {share(14, 117)}, {number(3.21, 3.07, 3.36, 117, analysis.StudentT)}},
		},
		{
			ID: "ownership", Topic: analysis.Ownership, Title: "Wie doet de webcare?", Base: analysis.Base{Kind: analysis.BaseRespondents}, Account: account(117),
			Groups: groups([]analysis.Group{users}),
			Rows:   []analysis.Row{option("com", "Communicatie", survey.Communication), option("kcc", "KCC", survey.ContactCentre), option("mix", "Een mix", survey.Mixed)},
			Cells:  [][]analysis.Estimate{{share(52, 117), share(17, 56)}, {share(36, 117), share(26, 56)}, {share(29, 117), share(13, 56)}},
		},
		{
			ID: "words", Topic: analysis.Words, Question: "woorden", Title: "Chatbot", Text: "Waar denkt u aan bij een chatbot?", Base: analysis.Base{Kind: analysis.BaseRespondents},
			Account: analysis.Account{Respondents: 117, Base: 74, Skipped: 43}, Groups: groups(),
			Rows:  []analysis.Row{option("snel", "snel", ""), option("antwoord", "antwoord", ""), option("onpersoon", "onpersoonlijk", "")},
			Cells: [][]analysis.Estimate{{share(24, 74)}, {share(20, 74)}, {share(14, 74)}},
		},
		{
			ID: "themes", Topic: analysis.Themes, Title: "Kansen voor de chatbot", Base: analysis.Base{Kind: analysis.BaseRespondents},
			Account: account(61), Groups: groups(), Rows: []analysis.Row{option("reis", "Klantreis op de website", "")}, Cells: [][]analysis.Estimate{{share(27, 61)}},
		},
		{
			ID: "provincie", Topic: analysis.OtherQuestion, Title: "Verborgen vraag", Base: analysis.Base{Kind: analysis.BaseRespondents},
			Account: analysis.Account{Respondents: 117, Base: hiddenBase, NotAsked: hiddenCount}, Groups: groups(),
			Rows:  []analysis.Row{option("x", "Iets", ""), option("y", "Leeg", "")},
			Cells: [][]analysis.Estimate{{hidden(analysis.HiddenSmall)}, {{Status: analysis.NoAnswers}}},
		},
	}
}
