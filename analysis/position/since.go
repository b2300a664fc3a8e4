package position

import (
	"cmp"
	"errors"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// What changed since earlier waves, for the organisation itself
//
// It knows its own answers in every wave. The figures of a wave are those of the others
// in that wave, guarded as a report of that wave alone would be; no figure is of the same
// bodies in two waves, so that what is known of one wave tells nothing of another. What a
// report on the waves tells of those that answered twice counts among what the reader
// knows, as the tables of both studies do.

// Since is what changed since earlier waves.
type Since struct {
	// Trend is that of all organisations; its last wave is the study.
	Trend *trend.Trend
	// Before has one for each earlier wave, in the order of time.
	Before []Before
	// Rows are the indicators that an earlier wave has too.
	Rows []SinceRow
}

// Before says how the organisation took part in an earlier wave.
type Before struct {
	// Respondent is its position in that survey, or -1.
	Respondent int
	// Merged is true when that body became, or became part of, the organisation.
	Merged bool
}

// SinceRow is an indicator in the last earlier wave that has it, beside now.
type SinceRow struct {
	// Row is its position in Position.Rows, and Wave that of the earlier wave.
	Row, Wave int
	// Verdict says whether the answers can be compared, and Why what differs.
	Verdict waves.Verdict
	Why     []waves.Difference
	// Then is the own answer of then; its State is empty where there is none.
	Then Answer
	// Group is the position of the group in Position.Groups of which Was and Is are the
	// figures of the others, then and now; -1 where there is no group with both.
	Group   int
	Was, Is analysis.Estimate
	// Change is the difference of two shares with its interval, the others of both waves
	// taken as separate samples, and Result its test, corrected for Family of them.
	Change analysis.Estimate
	Result contrast.Result
	Family int
}

// Remember prepares to tell what changed since the earlier waves of a trend, of which the
// last wave is the study.
func (st *Study) Remember(t *trend.Trend) error {
	last := len(t.Waves) - 1
	if t.Waves[last].Study.Survey != st.survey {
		return errors.New("comparing: the last wave is another survey")
	}
	p := &past{trend: t, panels: make([]*waves.Panel, last)}
	for w := range t.Waves[:last] {
		before, err := New(t.Waves[w].Study.Survey, Options{Level: st.options.Level, Disclosure: st.options.Disclosure})
		if err != nil {
			return err
		}
		before.know(t, w)
		p.studies = append(p.studies, before)
		p.panels[w] = t.Panel(w, last)
	}
	st.know(t, last)
	st.past = p
	return nil
}

// past is what a study knows of earlier waves.
type past struct {
	trend   *trend.Trend
	studies []*Study
	panels  []*waves.Panel
}

// know counts what a report on the waves tells of a wave among what readers know.
func (st *Study) know(t *trend.Trend, w int) {
	for k := range st.indicators {
		x := &st.indicators[k]
		for _, told := range t.Told {
			if told.Wave == w && told.Question == x.question && slices.Equal(told.Yes.Intersect(x.base), x.yes) {
				x.tabled = join(x.tabled, []survey.Bits{x.base.Intersect(told.In)})
			}
		}
	}
}

// since returns what changed for respondent i.
func (st *Study) since(p *Position) *Since {
	s := &Since{Trend: st.past.trend}
	positions := make([]*Position, len(st.past.studies))
	for w, before := range st.past.studies {
		b := Before{Respondent: -1}
		for _, pair := range st.past.panels[w].Pairs {
			if pair.Later == p.Respondent {
				b = Before{pair.Earlier, pair.Merged}
				positions[w] = before.Of(pair.Earlier)
			}
		}
		s.Before = append(s.Before, b)
	}
	for k := range p.Rows {
		if r, ok := st.sinceRow(p, k, positions); ok {
			s.Rows = append(s.Rows, r)
		}
	}
	s.adjust(cmp.Or(st.past.trend.Options.Adjust, contrast.Holm))
	return s
}

// sinceRow sets an indicator beside that of the last earlier wave that has it.
func (st *Study) sinceRow(p *Position, k int, positions []*Position) (SinceRow, bool) {
	x := &p.Rows[k]
	t := st.past.trend
	last := len(t.Waves) - 1
	line := t.Drift.Find(waves.Ref{Wave: last, Question: x.question})
	if line < 0 {
		return SinceRow{}, false
	}
	pair := t.Drift.Lines[line].Pairs[last]
	if pair == nil || pair.How == waves.ByWording {
		return SinceRow{}, false
	}
	r := SinceRow{Row: k, Wave: pair.Earlier.Wave, Verdict: pair.Verdict, Why: trend.Why(pair), Group: -1}
	before := st.past.studies[r.Wave]
	at := before.counterpart(&x.Indicator, pair)
	if at < 0 {
		return r, false
	}
	r.beside(p, before, positions[r.Wave], at)
	return r, r.Group >= 0 || r.Then.State == Given
}

// counterpart returns the position of the indicator of the earlier wave that is the same
// thing, or -1.
func (st *Study) counterpart(x *Indicator, pair *waves.Pair) int {
	option := -1
	if x.option >= 0 {
		for i := range pair.Options {
			g := &pair.Options[i]
			if len(g.Earlier) == 1 && len(g.Later) == 1 && g.Later[0] == x.option && g.Verdict != waves.NotComparable {
				option = g.Earlier[0]
			}
		}
		if option < 0 {
			return -1
		}
	}
	return slices.IndexFunc(st.indicators, func(o Indicator) bool {
		return o.question == pair.Earlier.Question && o.option == option && o.Topic == x.Topic && o.Amount == x.Amount && o.Means == x.Means
	})
}

// beside fills in the own answer of then, and the figures of the narrowest group that
// both waves show. Who did not take part then sees the figure of all in the tables.
func (r *SinceRow) beside(p *Position, before *Study, then *Position, at int) {
	row := &p.Rows[r.Row]
	if then != nil {
		r.Then = then.Rows[at].Own
	}
	for g := row.Main; g >= 0; g-- {
		was := before.indicators[at].national
		if then != nil {
			was = then.figure(at, &p.Groups[g])
		} else if p.Groups[g].Kind != Everyone {
			continue
		}
		if is := row.Standings[g].Figure; p.Groups[g].Kind != Chosen && was.Status == analysis.Estimated && is.Status == analysis.Estimated {
			r.Group, r.Was, r.Is = g, was, is
			break
		}
	}
	if r.Group < 0 {
		return
	}
	if p.Groups[r.Group].Kind != Everyone { // of one type, whichever took part
		r.Why = slices.DeleteFunc(slices.Clone(r.Why), func(d waves.Difference) bool {
			return d.Code == waves.DiffTypesAdded || d.Code == waves.DiffTypesDropped
		})
		if len(r.Why) == 0 {
			r.Verdict = waves.Comparable
		}
	}
	if r.Verdict == waves.NotComparable || row.Amount || r.Was.Weighted {
		return
	}
	w := contrast.Waves{Before: contrast.Answered{Yes: r.Was.Count, N: r.Was.Base}, After: contrast.Answered{Yes: r.Is.Count, N: r.Is.Base}}
	r.Result = w.Change(p.Level).Together
	d := &r.Result.Difference
	r.Change = analysis.Estimate{Status: analysis.Estimated, Value: d.Value, Level: p.Level, Base: min(r.Was.Base, r.Is.Base)}
	if d.Interval {
		r.Change.Low, r.Change.High, r.Change.Method = d.Low, d.High, analysis.Newcombe
	}
}

// figure returns the figure of a row for the group that is the same as another one.
func (p *Position) figure(row int, like *Group) analysis.Estimate {
	for g := range p.Groups {
		if o := &p.Groups[g]; o.Kind == like.Kind && (o.Level == like.Level || o.Means != "" && o.Means == like.Means) {
			return p.Rows[row].Standings[g].Figure
		}
	}
	return analysis.Estimate{}
}

// Conclusion says what the change of the others carries: the zero Verdict where nothing
// was tested or the figures have a break between them.
func (r *SinceRow) Conclusion(level float64) analysis.Verdict {
	c := trend.Change{Verdict: r.Verdict, Difference: r.Change, Result: r.Result}
	return c.Conclusion(level)
}

// adjust corrects the tests of changes that can be compared for their number.
func (s *Since) adjust(method contrast.Method) {
	var at []*SinceRow
	var results []contrast.Result
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Verdict == waves.Comparable && r.Result.Name != contrast.NoTest && r.Result.Withheld == contrast.Done {
			at, results = append(at, r), append(results, r.Result)
		}
	}
	for i, result := range contrast.AdjustResults(results, method) {
		at[i].Result, at[i].Family = result, len(at)
	}
}
