package trend

import (
	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// crossed is a property in two waves: who is in the base of each, who of them has it,
// and who is in both.
type crossed struct {
	cells  contrast.Panel
	once   [2]contrast.Answered
	base   [2]survey.Bits
	yes    [2]survey.Bits
	twice  [2]survey.Bits
	waveOf [2]int
}

// counted counts a row in two waves.
func (t *Trend) counted(r *Row, from, to int) *crossed { return t.within(r, from, to, nil) }

// within counts a row in two waves among those who are in a group of each; nil:
// everyone.
func (t *Trend) within(r *Row, from, to int, in *[2]survey.Bits) *crossed {
	x := &crossed{waveOf: [2]int{from, to}}
	for k, w := range x.waveOf {
		s := t.Waves[w].Study.Survey
		x.base[k], x.yes[k] = answered(s, r.questions[w], r.options[w])
		if in != nil {
			x.base[k], x.yes[k] = x.base[k].Intersect(in[k]), x.yes[k].Intersect(in[k])
		}
		x.twice[k] = survey.NewBits(s.Respondents)
	}
	for _, p := range t.panel(from, to).Pairs {
		if !x.base[0].Has(p.Earlier) || !x.base[1].Has(p.Later) {
			continue
		}
		x.twice[0].Set(p.Earlier)
		x.twice[1].Set(p.Later)
		switch was, is := x.yes[0].Has(p.Earlier), x.yes[1].Has(p.Later); {
		case was && is:
			x.cells.Both++
		case was:
			x.cells.Lost++
		case is:
			x.cells.Gained++
		default:
			x.cells.Neither++
		}
	}
	for k := range x.once {
		rest := x.base[k].Without(x.twice[k])
		x.once[k] = contrast.Answered{Yes: rest.And(x.yes[k]), N: rest.Count()}
	}
	return x
}

// answered returns who is in the base of a question, and who of them chose one of the
// options.
func answered(s *survey.Survey, q int, options []int) (base, yes survey.Bits) {
	question, c := &s.Questions[q], &s.Columns[q]
	base, yes = survey.NewBits(s.Respondents), survey.NewBits(s.Respondents)
	for i := range c.Len() {
		in := c.State(i) == survey.Answered
		for o := range question.Options {
			in = in && !(question.Options[o].OutOfBase && c.Is(i, o))
		}
		if !in {
			continue
		}
		base.Set(i)
		for _, o := range options {
			if c.Is(i, o) {
				yes.Set(i)
			}
		}
	}
	return base, yes
}

func (x *crossed) panel() int { return x.cells.Both + x.cells.Lost + x.cells.Gained + x.cells.Neither }

func (x *crossed) waves() contrast.Waves {
	return contrast.Waves{Panel: x.cells, Before: x.once[0], After: x.once[1]}
}

// before and after are all who answered in a wave.
func (x *crossed) before() contrast.Answered {
	return contrast.Answered{Yes: x.yes[0].Count(), N: x.base[0].Count()}
}

func (x *crossed) after() contrast.Answered {
	return contrast.Answered{Yes: x.yes[1].Count(), N: x.base[1].Count()}
}

// agrees reports whether the counts are those of the published figures: where the study
// counts otherwise nothing is tested.
func (x *crossed) agrees(before, after *analysis.Estimate) bool {
	b, a := x.before(), x.after()
	return b.Yes == before.Count && b.N == before.Base && a.Yes == after.Count && a.N == after.Base && b.N > 0 && a.N > 0
}

// told is a group of which the answers were told: who of the base of a wave answered
// twice.
type told struct {
	wave  int
	group survey.Bits
	yes   survey.Bits
}

// safe reports whether no cell of those that answered twice is small, nor what
// subtracting them from the figures of a wave leaves, or from another such group of the
// same wave. What the tables by group tell with it is for an attack to find out.
func (x *crossed) safe(before []told) bool {
	for _, n := range []int{x.cells.Both, x.cells.Lost, x.cells.Gained, x.cells.Neither} {
		if n < analysis.MinimumAnswers {
			return false
		}
	}
	for k := range x.once {
		if !sound(x.once[k].Yes, x.once[k].N) {
			return false
		}
		for _, o := range before {
			if o.wave != x.waveOf[k] {
				continue
			}
			for _, rest := range []survey.Bits{o.group.Without(x.twice[k]), x.twice[k].Without(o.group)} {
				if !sound(rest.And(x.yes[k]), rest.Count()) {
					return false
				}
			}
		}
	}
	return true
}

// tell notes that what those that answered twice said is told.
func (t *Trend) tell(r *Row, x *crossed, before *[]told) {
	for k, w := range x.waveOf {
		t.Told = append(t.Told, Told{w, r.questions[w], x.twice[k], x.yes[k]})
		*before = append(*before, told{x.waveOf[k], x.twice[k], x.yes[k]})
	}
}

// sound reports whether a group is nobody, or not small and not of one answer.
func sound(yes, n int) bool {
	return n == 0 || n >= analysis.MinimumAnswers && yes > 0 && yes < n
}
