package charts

import (
	"math"
	"testing"
	"time"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// wilson is the score interval at 95 %, for invented studies.
func wilson(x, n int) (low, high float64) {
	const z = 1.959963984540054
	p, m := float64(x)/float64(n), float64(n)
	mid, half := (p+z*z/(2*m))/(1+z*z/m), z/(1+z*z/m)*math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, mid-half), min(1, mid+half)
}

// share is an estimate of x of n.
func share(x, n int) analysis.Estimate {
	if n == 0 {
		return analysis.Estimate{Status: analysis.NoAnswers}
	}
	e := analysis.Estimate{Status: analysis.Estimated, Value: float64(x) / float64(n), Count: x, Base: n, Level: 0.95, Method: analysis.Wilson}
	e.Low, e.High = wilson(x, n)
	return e
}

// hidden is a figure that may not be shown.
func hidden(s analysis.Status) analysis.Estimate { return analysis.Estimate{Status: s} }

// answer is one option of an invented question with the number that chose it in
// every group.
type answer struct {
	code, label, means string
	score              int
	other, dontKnow    bool
	counts             []int
}

// invent adds a question and its table to the study. Bases are the number of
// answers in each group; groups of 0 < base < hide are hidden.
func invent(s *analysis.Study, topic analysis.Topic, q survey.Question, groups []analysis.Group, bases []int, hide int, answers []answer) *analysis.Table {
	t := analysis.Table{
		ID: q.ID, Topic: topic, Channel: q.Channel, Question: q.ID, Title: q.Title(), Text: q.Text,
		Base:    analysis.Base{Kind: analysis.BaseRespondents},
		Account: analysis.Account{Respondents: s.Survey.Respondents, Base: bases[0]}, Groups: groups,
	}
	if bases[0] < s.Survey.Respondents {
		t.Base.Kind = analysis.BaseRouted
	}
	for _, a := range answers {
		q.Options = append(q.Options, survey.Option{Code: a.code, Label: a.label, Means: a.means, Score: a.score, Other: a.other, DontKnow: a.dontKnow})
		t.Rows = append(t.Rows, analysis.Row{
			Key: a.code, Measure: analysis.Share, Label: a.label, Means: a.means, Other: a.other, DontKnow: a.dontKnow,
		})
		cells := make([]analysis.Estimate, len(groups))
		for g := range groups {
			cells[g] = share(a.counts[g], bases[g])
			if bases[g] > 0 && bases[g] < hide {
				cells[g] = hidden(analysis.HiddenSmall)
			}
		}
		t.Cells = append(t.Cells, cells)
	}
	s.Survey.Questions = append(s.Survey.Questions, q)
	s.Tables = append(s.Tables, t)
	return &s.Tables[len(s.Tables)-1]
}

func everyone() analysis.Group { return analysis.Group{Label: "Totaal", Respondents: 117} }

// bodies are the total, six types and four size classes.
func bodies() ([]analysis.Group, []int) {
	group := func(role survey.Role, id, level, label, plural string) analysis.Group {
		return analysis.Group{Breakdown: id, Role: role, Level: level, Label: label, Plural: plural}
	}
	kind := func(level, label, plural string) analysis.Group {
		return group(survey.BodyType, "type", level, label, plural)
	}
	size := func(level, label string) analysis.Group { return group(survey.SizeClass, "size", level, label, "") }
	return []analysis.Group{
		everyone(),
		kind("municipality", "Gemeente", "gemeenten"), kind("region", "Veiligheidsregio", "veiligheidsregio’s"),
		kind("water", "Waterschap", "waterschappen"), kind("province", "Provincie", "provincies"),
		kind("ggd", "GGD", "GGD’en"), kind("other", "Overig", "overige overheden"),
		size("s", "Minder dan 20.000"), size("m", "20.000–49.999"), size("l", "50.000–99.999"), size("xl", "100.000 of meer"),
	}, []int{117, 92, 8, 5, 2, 2, 8, 14, 32, 27, 19}
}

// inventStudy returns an invented study of 117 organisations.
func inventStudy() *analysis.Study {
	day := func(d int) time.Time { return time.Date(2018, time.October, d, 9, 0, 0, 0, time.UTC) }
	s := &analysis.Study{Options: analysis.Defaults(), Survey: &survey.Survey{
		Title: "Contactkanalen van de overheid", Language: "nl", Respondents: 117,
		Source: survey.Provenance{FieldStart: day(1), FieldEnd: day(26), Synthetic: true, Publisher: "HowAboutYou"},
	}}
	s.Survey.Questions = []survey.Question{
		{ID: "type", Kind: survey.Single, Role: survey.BodyType, Options: []survey.Option{{Code: "other", Other: true}}},
		{ID: "size", Kind: survey.Scale, Role: survey.SizeClass},
	}
	groups, bases := bodies()
	one := []analysis.Group{everyone()}
	ask := func(id string, k survey.Kind, role survey.Role, channel, text string) survey.Question {
		return survey.Question{ID: id, Kind: k, Role: role, Channel: channel, Text: text}
	}
	invent(s, analysis.AdoptionTopic, ask("whatsapp-adoption", survey.Single, survey.Adoption, "WhatsApp", "Gebruikt uw organisatie WhatsApp?"),
		groups, bases, 0, []answer{
			{code: "u", label: "Ja, dagelijks", means: survey.Uses, counts: []int{56, 48, 3, 2, 1, 0, 2, 5, 15, 15, 13}},
			{code: "p", label: "Proef", means: survey.Pilot, counts: []int{2, 2, 0, 0, 0, 0, 0, 0, 1, 1, 0}},
			{code: "s", label: "Zeker", means: survey.Surely, counts: []int{12, 9, 1, 1, 0, 0, 1, 1, 4, 3, 1}},
			{code: "l", label: "Waarschijnlijk", means: survey.Likely, counts: []int{12, 9, 1, 0, 1, 0, 1, 2, 4, 2, 1}},
			{code: "m", label: "Misschien", means: survey.Later, counts: []int{9, 6, 1, 1, 0, 0, 1, 2, 2, 1, 1}},
			{code: "n", label: "Nee", means: survey.No, counts: []int{26, 18, 2, 1, 0, 2, 3, 4, 6, 5, 3}},
		})
	exact(s.Table(analysis.AdoptionTopic, "WhatsApp"), groups)
	invent(s, analysis.AdoptionTopic, ask("live-chat-adoption", survey.Single, survey.Adoption, "live chat", "Gebruikt uw organisatie live chat?"),
		one, bases[:1], 0, []answer{
			{code: "u", label: "Ja", means: survey.Uses, counts: []int{13}}, {code: "s", label: "Zeker", means: survey.Surely, counts: []int{14}},
			{code: "l", label: "Waarschijnlijk", means: survey.Likely, counts: []int{20}}, {code: "m", label: "Misschien", means: survey.Later, counts: []int{44}},
			{code: "n", label: "Nee", means: survey.No, counts: []int{26}},
		})
	satisfaction := invent(s, analysis.Satisfaction, ask("whatsapp-satisfaction", survey.Scale, survey.Satisfaction, "WhatsApp", "Hoe tevreden is uw organisatie over WhatsApp?"),
		groups[:7], []int{58, 50, 3, 2, 1, 0, 2}, analysis.MinimumAnswers, []answer{
			{code: "1", label: "Zeer ontevreden", score: 1, counts: []int{1, 1, 0, 0, 0, 0, 0}}, {code: "2", label: "Ontevreden", score: 2, counts: []int{1, 1, 0, 0, 0, 0, 0}},
			{code: "3", label: "Neutraal", score: 3, counts: []int{6, 4, 1, 1, 0, 0, 0}}, {code: "4", label: "Tevreden", score: 4, counts: []int{32, 28, 1, 1, 1, 0, 1}},
			{code: "5", label: "Zeer tevreden", score: 5, counts: []int{18, 16, 1, 0, 0, 0, 1}},
		})
	satisfaction.Rows = append(satisfaction.Rows, analysis.Row{Key: analysis.KeyTopTwo, Measure: analysis.Share, Net: true, Of: []string{"4", "5"}})
	satisfaction.Cells = append(satisfaction.Cells, []analysis.Estimate{share(50, 58), share(44, 50), hidden(analysis.HiddenSmall),
		hidden(analysis.HiddenSmall), hidden(analysis.HiddenSmall), {Status: analysis.NoAnswers}, hidden(analysis.HiddenSmall)})
	invent(s, analysis.Reasons, ask("live-chat-reasons", survey.Multiple, survey.Reason, "live chat", "Waarom wil uw organisatie live chat?"),
		one, []int{58}, 0, []answer{
			{code: "a", label: "Anders, namelijk", other: true, counts: []int{40}}, {code: "p", label: "Het maakt de website persoonlijk", counts: []int{20}},
			{code: "c", label: "Minder afhakers en meer digitale conversie", counts: []int{19}}, {code: "l", label: "Laagdrempelig contact", counts: []int{31}},
			{code: "d", label: "Weet niet", dontKnow: true, counts: []int{2}},
		})
	owner := invent(s, analysis.Ownership, ask("owner", survey.Single, survey.Owner, "", "Welke afdeling doet de webcare?"),
		append(one[:1:1], analysis.Group{Breakdown: analysis.UsersBreakdown, Level: "WhatsApp"}, analysis.Group{Breakdown: analysis.UsersBreakdown, Level: "live chat"}),
		[]int{117, 56, 13}, 0, []answer{
			{code: "k", label: "Klantcontactcentrum (KCC)", means: survey.ContactCentre, counts: []int{36, 26, 8}},
			{code: "m", label: "Mengvorm", means: survey.Mixed, counts: []int{29, 12, 2}},
			{code: "c", label: "Communicatie", means: survey.Communication, counts: []int{52, 18, 3}},
		})
	owner.Title = "Webcare"
	words := invent(s, analysis.Words, ask("chatbot-words", survey.Open, survey.Association, "chatbot", "Welke woorden komen bij u op bij een chatbot?"),
		one, []int{74}, 0, []answer{{code: "snel", label: "snel", counts: []int{24}}, {code: "antwoord", label: "antwoord", counts: []int{20}},
			{code: "onpersoonlijk", label: "onpersoonlijk", counts: []int{14}}, {code: "vraag", label: "vragen", counts: []int{10}}})
	words.Base.Kind = analysis.BaseAnswered
	return s
}

// exact gives the small types of the first row exact intervals: numbers of
// organisations from the tables of the hypergeometric distribution.
func exact(t *analysis.Table, groups []analysis.Group) {
	for g := range groups {
		limits := map[string][3]int{"region": {4, 17, 25}, "water": {2, 17, 21}, "province": {1, 11, 12}, "ggd": {0, 20, 25}}
		if l, ok := limits[groups[g].Level]; ok {
			e := &t.Cells[0][g]
			e.Method, e.Low, e.High = analysis.Hypergeometric, float64(l[0])/float64(l[2]), float64(l[1])/float64(l[2])
		}
	}
}

func dutch(t testing.TB) *locale.Locale { return language(t, "nl") }

func language(t testing.TB, tag string) *locale.Locale {
	t.Helper()
	l, err := locale.For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
