package analysis

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"benchmark/survey"
)

// share is a share with an interval, by a plain method.
func shareOf(value, low, high float64, base int) Estimate {
	return Estimate{Status: Estimated, Value: value, Low: low, High: high, Level: 0.95, Method: Wilson, Base: base}
}

// exactShare is x of n answers in a group of N bodies, of which the interval
// speaks of low to high.
func exactShare(x, n, all, low, high int) Estimate {
	return Estimate{
		Status: Estimated, Value: float64(x) / float64(n), Base: n, Count: x, Level: 0.95, Method: Hypergeometric,
		Population: all, CountLow: low, CountHigh: high,
		Low: float64(low) / float64(all), High: float64(high) / float64(all),
	}
}

// The limits are those of Parker et al. 2017; counts of exact intervals come from
// the definition of the hypergeometric interval.
func TestPublication(t *testing.T) {
	weighted := shareOf(0.5, 0.4, 0.6, 100)
	weighted.Weighted, weighted.SE, weighted.DF = true, 0.1, 5 // worth .25/.01 = 25 answers
	fewFreedom := weighted
	fewFreedom.SE = 0.09 // .25/.0081 = 30.9
	capped := weighted
	capped.Base, capped.SE = 29, 0.01 // worth 2500, but there are 29
	census := exactShare(3, 21, 21, 3, 3)
	without := Estimate{Status: Estimated, Value: 0.5, Base: 40}
	for _, c := range []struct {
		name string
		rule Publication
		e    Estimate
		// Reasons to leave it out, or else the flags.
		out   bool
		notes []Note
	}{
		{"all", PublishAll, shareOf(0.5, 0, 1, 3), false, nil},
		{"30 answers", PublishNCHS, shareOf(0.5, 0.36, 0.65, 30), false, nil},
		{"29 answers", PublishNCHS, shareOf(0.5, 0.36, 0.65, 29), true, []Note{NoteEffectiveBase}},
		{"30 points", PublishNCHS, shareOf(0.15, 0, 0.3, 40), true, []Note{NoteWide}},
		{"both", PublishNCHS, shareOf(0.5, 0.1, 0.9, 4), true, []Note{NoteEffectiveBase, NoteWide}},
		{"relatively wide", PublishNCHS, shareOf(0.1, 0.05, 0.1801, 100), true, []Note{NoteRelativelyWide}},
		{"relatively just narrow", PublishNCHS, shareOf(0.1, 0.05, 0.1799, 100), false, nil},
		{"5 points of little", PublishNCHS, shareOf(0.01, 0, 0.0499, 400), false, nil},
		{"rest", PublishNCHS, shareOf(0.9, 0.8, 0.935, 100), false, []Note{NoteComplement}},
		{"nobody", PublishNCHS, shareOf(0, 0, 0.09, 40), false, []Note{NoteAllOrNone}},
		{"everybody", PublishNCHS, shareOf(1, 0.91, 1, 40), false, []Note{NoteAllOrNone}},
		{"worth 25", PublishNCHS, weighted, true, []Note{NoteEffectiveBase}},
		{"few freedom", PublishNCHS, fewFreedom, false, []Note{NoteFewFreedom}},
		{"never worth more than n", PublishNCHS, capped, true, []Note{NoteEffectiveBase}},
		{"census", PublishNCHS, census, false, nil},
		{"no interval", PublishNCHS, without, true, []Note{NoteNoInterval}},
		{"50 points", PublishWidth, shareOf(0.5, 0.25, 0.75, 12), false, nil},
		{"more than 50 points", PublishWidth, shareOf(0.5, 0.24, 0.76, 12), true, []Note{NoteWide}},
		{"no interval of width", PublishWidth, without, true, []Note{NoteNoInterval}},
		// 3 of 8 of 25: 4 to 17, 52 points.
		{"3 of 8 of 25", PublishWidth, exactShare(3, 8, 25, 4, 17), true, []Note{NoteWide}},
		// 1 to 11: 40 points, and 10 of the 17 that did not answer.
		{"1 of 8 of 25", PublishWidth, exactShare(1, 8, 25, 1, 11), true, []Note{NoteWideOfPossible}},
		// 0 to 7: 7 of the 17.
		{"0 of 8 of 25", PublishWidth, exactShare(0, 8, 25, 0, 7), false, nil},
		{"48 of 92 of 380", PublishWidth, exactShare(48, 92, 380, 163, 233), false, nil},
		// One did not answer: the interval spans all that is possible, 4 points.
		{"12 of 24 of 25", PublishWidth, exactShare(12, 24, 25, 12, 13), false, nil},
	} {
		got := c.rule.publish(c.e, Share)
		if out := got.Status == HiddenImprecise; out != c.out {
			t.Errorf("%s: left out %v, want %v", c.name, out, c.out)
		}
		if diff := cmp.Diff(c.notes, got.Notes); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if c.out && !cmp.Equal(got, Estimate{Status: HiddenImprecise, Notes: got.Notes}) {
			t.Errorf("%s: carries more than its reasons: %+v", c.name, got)
		}
	}
}

func TestPublicationLeavesFacts(t *testing.T) {
	for _, m := range []Measure{Count, ShareOfSample, ShareOfPopulation, Mean, Median, Total} {
		e := Estimate{Status: Estimated, Value: 3, Count: 3, Base: 3}
		if got := PublishNCHS.publish(e, m); !cmp.Equal(got, e) {
			t.Errorf("%s: %+v", m, got)
		}
	}
	hidden := Estimate{Status: HiddenSmall}
	if got := PublishNCHS.publish(hidden, Share); !cmp.Equal(got, hidden) {
		t.Errorf("disclosure comes first: %+v", got)
	}
}

// Whatever the survey, a rule changes no figure that it shows, and shows nothing
// that disclosure control hides.
func TestPublicationOnlyLeavesOut(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := framed(r, rapid.IntRange(1, 60).Draw(r, "n"))
		plain, err := Analyze(s, Defaults())
		if err != nil {
			r.Fatal(err)
		}
		o := Defaults()
		o.Publication = rapid.SampledFrom([]Publication{PublishNCHS, PublishWidth}).Draw(r, "rule")
		ruled, err := Analyze(s, o)
		if err != nil {
			r.Fatal(err)
		}
		for i := range plain.Tables {
			a := &plain.Tables[i]
			b := ruled.Table(a.Topic, a.Channel)
			for row := range a.Cells {
				for g := range a.Cells[row] {
					want, got := a.Cells[row][g], b.Cells[row][g]
					if got.Status == HiddenImprecise {
						if want.Status != Estimated || a.Rows[row].Measure != Share && a.Rows[row].Measure != ShareOfAnswers {
							r.Fatalf("%s: %v became %v", a.ID, want, got)
						}
						continue
					}
					got.Notes = want.Notes
					if !cmp.Equal(got, want) {
						r.Fatalf("%s: %+v became %+v", a.ID, want, got)
					}
				}
			}
		}
	})
}

// framed draws a survey of n bodies of three types, the last of unknown number.
func framed(r *rapid.T, n int) *survey.Survey {
	s := &survey.Survey{Respondents: n, Questions: []survey.Question{
		{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, RoutingKnown: true, Options: options("town", "ggd", "club")},
		{ID: "app", Kind: survey.Single, Role: survey.Adoption, Channel: "App", Sensitivity: survey.Public, RoutingKnown: true, Options: options(survey.Uses, survey.Surely, survey.No)},
	}}
	s.Design = survey.Design{Strata: []survey.Stratum{{Type: "town", Population: 380}, {Type: "ggd", Population: 60}}}
	for i := range s.Questions {
		s.Columns = append(s.Columns, survey.NewColumn(&s.Questions[i], n))
		for k := range n {
			s.Columns[i].Choose(k, rapid.IntRange(0, 2).Draw(r, "answer"))
		}
	}
	for k := range n {
		h := int16(s.Columns[0].Code(k))
		if h == 2 {
			h = -1
		} else {
			s.Design.Strata[h].Respondents++
		}
		s.Design.Of = append(s.Design.Of, h)
	}
	return s
}
