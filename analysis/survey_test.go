package analysis

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"benchmark/survey"
)

// fixture makes surveys for tests: one respondent per line, cells separated by
// blanks; "-" is a blank cell, "x" not asked, a+b two ticks.
type fixture struct {
	questions []survey.Question
	lines     []string
}

func options(codes ...string) []survey.Option {
	var list []survey.Option
	for _, c := range codes {
		list = append(list, survey.Option{Code: c, Label: strings.ToUpper(c), Means: c})
	}
	return list
}

func scale(codes ...string) []survey.Option {
	list := options(codes...)
	for i := range list {
		list[i].Score, list[i].Means = i+1, ""
	}
	return list
}

// survey returns the survey of the fixture.
func (f fixture) survey(t testing.TB) *survey.Survey {
	t.Helper()
	s := &survey.Survey{Respondents: len(f.lines), Questions: f.questions, Language: "en"}
	for i := range f.questions {
		s.Columns = append(s.Columns, survey.NewColumn(&s.Questions[i], len(f.lines)))
	}
	for r, line := range f.lines {
		cells := strings.Fields(line)
		if len(cells) != len(f.questions) {
			t.Fatalf("line %d has %d cells for %d questions", r+1, len(cells), len(f.questions))
		}
		for q, cell := range cells {
			f.fill(t, &s.Questions[q], &s.Columns[q], r, cell)
		}
	}
	return s
}

func (f fixture) fill(t testing.TB, q *survey.Question, c *survey.Column, r int, cell string) {
	t.Helper()
	switch cell {
	case "-":
		c.Leave(r, survey.Blank)
		if q.RoutingKnown {
			c.Leave(r, survey.Skipped)
		}
		return
	case "x":
		c.Leave(r, survey.NotAsked)
		return
	}
	switch q.Kind {
	case survey.Number:
		var x float64
		if _, err := fmt.Sscan(cell, &x); err != nil {
			t.Fatal(err)
		}
		c.SetNumber(r, x)
	case survey.Open, survey.Name:
		c.SetText(r, strings.ReplaceAll(cell, "_", " "))
	default:
		for code := range strings.SplitSeq(cell, "+") {
			o := q.Option(code)
			if o < 0 {
				t.Fatalf("question %s has no option %q", q.ID, code)
			}
			if q.Kind == survey.Multiple {
				c.Tick(r, o)
			} else {
				c.Choose(r, o)
			}
		}
	}
}

// shuffled returns the fixture with its respondents in another order.
func (f fixture) shuffled(seed uint64) fixture {
	lines := append([]string(nil), f.lines...)
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	f.lines = lines
	return f
}

// repeat returns n copies of a line.
func repeat(n int, line string) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = line
	}
	return lines
}

func lines(parts ...[]string) []string {
	var all []string
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// regional is a survey of 8 regions and 12 towns: type, adoption of a channel,
// satisfaction of its users, barriers of the others, volume, owner.
func regional() fixture {
	routed := func(q survey.Question, codes ...string) survey.Question {
		q.RoutingKnown = true
		q.AskedIf = []survey.Condition{{Question: "chat", Options: codes}}
		return q
	}
	asked := func(q survey.Question) survey.Question { q.RoutingKnown = true; return q }
	return fixture{
		questions: []survey.Question{
			asked(survey.Question{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, Options: options("region", "town")}),
			asked(survey.Question{ID: "chat", Kind: survey.Single, Role: survey.Adoption, Channel: "Chat", Sensitivity: survey.Public, Options: options("no", "uses", "surely", "likely", "later", "pilot")}),
			routed(survey.Question{ID: "content", Kind: survey.Scale, Role: survey.Satisfaction, Channel: "Chat", Options: scale("bad", "poor", "fair", "good", "best")}, "uses", "pilot"),
			routed(survey.Question{ID: "hinder", Kind: survey.Multiple, Role: survey.Barrier, Channel: "Chat", Options: options("staff", "money", "law")}, "no", "later", "surely", "likely"),
			routed(survey.Question{ID: "load", Kind: survey.Number, Role: survey.Volume, Channel: "Chat"}, "uses"),
			asked(survey.Question{ID: "owner", Kind: survey.Single, Role: survey.Owner, Sensitivity: survey.Public, Options: options("communication", "contact-centre")}),
		},
		lines: lines(
			repeat(2, "region uses good x 2 contact-centre"),
			repeat(1, "region uses best x 4 communication"),
			repeat(5, "region no x staff+money x communication"),
			repeat(3, "town uses good x 1 contact-centre"),
			repeat(2, "town uses poor x 3.5 contact-centre"),
			repeat(1, "town pilot best x x communication"),
			repeat(2, "town surely x staff x communication"),
			repeat(1, "town likely x law x communication"),
			repeat(1, "town later x staff x contact-centre"),
			repeat(1, "town no x - x communication"),
			repeat(1, "town - x x x communication"),
		),
	}
}

// withFrame adds a design in which there are 25 regions, and towns of unknown
// number.
func withFrame(s *survey.Survey) *survey.Survey {
	s.Design.Strata = []survey.Stratum{{Type: "region", Population: 25, Respondents: 8}}
	s.Design.Of = make([]int16, s.Respondents)
	for r := range s.Design.Of {
		if s.Columns[0].Code(r) != 0 {
			s.Design.Of[r] = -1
		}
	}
	return s
}
