package trend

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/survey"
)

// spoken is what is told of those that answered two questions, of all its rows.
type spoken struct {
	waves, questions [2]int
	// option is the row of a question of several answers, each of which stands alone.
	option string
	twice  []audit.Twice
}

// joint reports whether what those that answered twice said may be told, together with
// what is told of them in other rows, and notes that it is. An attack has the
// last word (package audit): with the tables of both waves, all answers at once.
func (t *Trend) joint(r *Row, x *crossed) bool {
	of := t.speaks(r, x)
	from, to := x.waveOf[0], x.waveOf[1]
	all := audit.Twice{Questions: of.questions, Options: [2][]int{r.options[from], r.options[to]}}
	var pairs [][2]int
	for _, p := range t.panel(from, to).Pairs {
		pairs = append(pairs, [2]int{p.Earlier, p.Later})
		if x.twice[0].Has(p.Earlier) && x.twice[1].Has(p.Later) {
			all.In = append(all.In, [2]int{p.Earlier, p.Later})
		}
	}
	told := append(slices.Clone(of.twice), all)
	studies := [2]*analysis.Study{t.Waves[from].Study, t.Waves[to].Study}
	if found, ok := audit.Together(studies, pairs, told, true); !ok || len(found.Exposed) > 0 {
		return false
	}
	for k, w := range x.waveOf {
		figures := append(t.besides(w, of.questions[k]), beside(&all, k, t.Waves[w].Study.Survey.Respondents))
		if len(audit.Beside(t.Waves[w].Study, audit.Everyone, figures, true).Exposed) > 0 {
			return false
		}
	}
	of.twice = told
	return true
}

// speaks returns what is told of the questions of a row in two waves.
func (t *Trend) speaks(r *Row, x *crossed) *spoken {
	of := &spoken{waves: x.waveOf, questions: [2]int{r.questions[x.waveOf[0]], r.questions[x.waveOf[1]]}}
	if t.Waves[x.waveOf[1]].Study.Survey.Questions[of.questions[1]].Kind == survey.Multiple {
		of.option = r.Key
	}
	for _, o := range t.spoken {
		if o.waves == of.waves && o.questions == of.questions && o.option == of.option {
			return o
		}
	}
	t.spoken = append(t.spoken, of)
	return of
}

// besides returns what is told of a question in a wave beside its tables.
func (t *Trend) besides(wave, question int) []audit.Figure {
	var all []audit.Figure
	for _, o := range t.spoken {
		for k := range o.waves {
			for i := range o.twice {
				if o.waves[k] == wave && o.questions[k] == question {
					all = append(all, beside(&o.twice[i], k, t.Waves[wave].Study.Survey.Respondents))
				}
			}
		}
	}
	return all
}

// beside returns how many of those that answered twice said yes in the first wave or the
// second.
func beside(t *audit.Twice, k, respondents int) audit.Figure {
	in := survey.NewBits(respondents)
	for _, p := range t.In {
		in.Set(p[k])
	}
	return audit.Figure{Question: t.Questions[k], Options: t.Options[k], In: in, Shown: true}
}
