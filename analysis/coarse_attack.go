package analysis

import (
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// How far a weighted figure must be rounded depends on the weights: what two respondents
// weigh can differ by more than a point of a small group. So an attacker who knows the
// weights looks for another world by all that is told of a question, and figures are
// rounded further, and at last hidden, until it finds one.

// coarseness is the step to which shares are rounded, that of all and those of groups;
// means are to ten times as much.
type coarseness struct{ total, groups float64 }

// hiddenStep is the step of figures that are hidden.
const hiddenStep = 1

// patience is how often as long as usual another world is looked for: weights need many
// changes at once.
const patience = 20

// coarser is the step after a step.
func coarser(step float64) float64 {
	for _, s := range []float64{0.01, 0.02, 0.05, 0.1} {
		if s > step {
			return s
		}
	}
	return hiddenStep
}

// further rounds the figure of all further first, as the groups say more, and then those
// of the groups.
func (c coarseness) further() coarseness {
	if c.total < 0.1 || c.groups == hiddenStep {
		return coarseness{coarser(c.total), c.groups}
	}
	return coarseness{c.total, coarser(c.groups)}
}

// coarsenTables rounds the weighted figures of the tables that are to be coarse. All tables
// of one question are, where one is.
func (b *builder) coarsenTables(study *Study, coarse map[string]bool) {
	done := map[string]bool{}
	for i := range study.Tables {
		t := &study.Tables[i]
		if done[t.ID] || !coarse[t.ID] && !b.numbersTell(t) {
			continue
		}
		tables := []*Table{t}
		for k := range study.Tables {
			if o := &study.Tables[k]; k != i && t.Question != "" && o.Question == t.Question && t.Topic != Ratios && o.Topic != Ratios {
				tables = append(tables, o)
			}
		}
		for _, o := range tables {
			coarse[o.ID], done[o.ID] = true, true
		}
		b.coarsenTogether(study, tables)
	}
}

// coarsenTogether rounds the protected figures of tables on one question as far as needed.
func (b *builder) coarsenTogether(study *Study, tables []*Table) {
	var answered [][]int
	for _, t := range tables {
		b.exact[t.ID] = t.Cells
		answered = append(answered, b.answered(t))
	}
	secrets := b.weighedSecrets(study, tables)
	for by := (coarseness{shareStep, shareStep}); ; by = by.further() {
		for k, t := range tables {
			b.coarsenTable(t, answered[k], by)
		}
		tell := slices.ContainsFunc(secrets, func(s weighedSecret) bool { return len(b.weigh(&s).Exposed(1)) > 0 })
		tell = tell || slices.ContainsFunc(tables, b.numbersTell)
		if !tell || by == (coarseness{hiddenStep, hiddenStep}) {
			for _, t := range tables {
				b.steps[t.ID] = max(by.groups, by.total)
			}
			return
		}
	}
}

// coarsenTable rounds the exact figures of a table.
func (b *builder) coarsenTable(t *Table, answered []int, by coarseness) {
	t.Cells = make([][]Estimate, len(t.Rows))
	for r := range t.Rows {
		t.Cells[r] = slices.Clone(b.exact[t.ID][r])
		for g := range t.Cells[r] {
			t.Cells[r][g].Notes = slices.Clone(t.Cells[r][g].Notes)
		}
		if t.Rows[r].Protected {
			b.coarsenRow(t, r, answered, by)
		}
	}
}

// weighedSecret is protected answers of which weighted figures tell: those of a base. The
// last answer is that of those who gave none of the others.
type weighedSecret struct {
	base    survey.Bits
	answers []survey.Bits
	secrets []uint64
	known   []weighedSum
	views   []weighedView
}

// weighedSum is how many of a set gave one of some answers.
type weighedSum struct {
	in survey.Bits
	of uint64
}

// weighedView is what a table tells of a secret: of those in its base, by rows that count
// the answers in of.
type weighedView struct {
	table  *Table
	base   survey.Bits
	keys   []string
	of     []uint64
	points []float64
	// nets says that its nets are sums of the keys.
	nets bool
}

// weighedSecrets are the answers that tables on one question tell of; none where that is
// not looked at: of texts and numbers, and where the weights say nothing.
func (b *builder) weighedSecrets(study *Study, tables []*Table) []weighedSecret {
	t := tables[0]
	i := b.survey.Find(t.Question)
	switch {
	case b.strata == nil || t.Topic == Ratios:
		return nil
	case t.Topic == AnyBarrier:
		return b.eitherSecrets(study, t)
	case i < 0 || !b.survey.Questions[i].Kind.Closed():
		return nil
	}
	a := b.read(i)
	base := a.base.set()
	if q := a.question; q.Role == survey.Adoption && q.Sensitivity == survey.Public {
		base = base.Without(a.meaning(survey.Uses, survey.Pilot).set())
	}
	if a.question.Kind != survey.Multiple && len(a.options) < disclosure.MostAnswers {
		return []weighedSecret{a.choiceSecret(base, tables)}
	}
	var all []weighedSecret
	for o := range a.options {
		gave := a.options[o].set().Intersect(base)
		s := weighedSecret{base: base, answers: []survey.Bits{gave, base.Without(gave)}, secrets: []uint64{1}}
		for _, t := range tables {
			s.views = append(s.views, weighedView{table: t, base: base, keys: []string{a.question.Options[o].Code}, of: []uint64{1}})
		}
		all = append(all, s)
	}
	return all
}

// choiceSecret is that of a question with one answer.
func (a *answers) choiceSecret(base survey.Bits, tables []*Table) weighedSecret {
	s, rest := weighedSecret{base: base}, base
	view := weighedView{base: base, nets: true}
	points, on := a.question.Points()
	for o := range a.options {
		gave := a.options[o].set().Intersect(base)
		rest = rest.Without(gave)
		s.answers, s.secrets = append(s.answers, gave), append(s.secrets, 1<<o)
		view.keys, view.of = append(view.keys, a.question.Options[o].Code), append(view.of, 1<<o)
		if a.question.Kind == survey.Scale {
			point := 0.0
			if on[o] {
				point = points[o]
			}
			view.points = append(view.points, point)
		}
	}
	if view.points != nil {
		view.points = append(view.points, 0)
	}
	s.answers, s.secrets = append(s.answers, rest), append(s.secrets, 1<<len(a.options))
	for _, t := range tables {
		view.table = t
		s.views = append(s.views, view)
	}
	return s
}

// eitherSecrets are those of what is named for at least one channel, with what the
// tables of the channels tell: for which of them each named it.
func (b *builder) eitherSecrets(study *Study, t *Table) []weighedSecret {
	var all []weighedSecret
	for r := range t.Rows {
		key := t.Rows[r].Key
		asked := b.askedBarrier(key)
		if len(asked) > mostChannels {
			continue
		}
		s := weighedSecret{base: everyone(b.survey.Respondents)}
		for pattern := range 1 << len(asked) {
			in := s.base
			for i, a := range asked {
				named := a.options[a.question.Option(key)].set()
				if pattern>>i&1 == 0 {
					named = s.base.Without(named)
				}
				in = in.Intersect(named)
			}
			s.answers = append(s.answers, in)
		}
		either := uint64(1)<<len(s.answers) - 2
		s.secrets = append(s.secrets, either)
		s.views = append(s.views, weighedView{table: t, base: s.base, keys: []string{key}, of: []uint64{either}})
		for i, a := range asked {
			of := uint64(0)
			for pattern := range s.answers {
				of |= uint64(pattern>>i&1) << pattern
			}
			s.secrets = append(s.secrets, of)
			s.known = append(s.known, weighedSum{s.base.Without(a.base.set()), of})
			for k := range study.Tables {
				if o := &study.Tables[k]; o.Question == a.question.ID {
					s.views = append(s.views, weighedView{table: o, base: a.base.set(), keys: []string{key}, of: []uint64{of}})
				}
			}
		}
		all = append(all, s)
	}
	return all
}

// membersOf are the respondents in a group of a table.
func (b *builder) membersOf(g *Group) survey.Bits {
	for _, d := range append(slices.Clone(b.by), b.users()) {
		for k := range d.groups {
			if d.id == g.Breakdown && d.groups[k].Level == g.Level {
				return d.members[k]
			}
		}
	}
	return everyone(b.survey.Respondents)
}

// weigh is the puzzle of some answers by what tables tell.
func (b *builder) weigh(s *weighedSecret) *disclosure.Puzzle {
	var sets []survey.Bits
	for _, v := range s.views {
		for g := range v.table.Groups {
			sets = append(sets, b.membersOf(&v.table.Groups[g]).Intersect(v.base))
		}
	}
	for _, k := range s.known {
		sets = append(sets, k.in)
	}
	w := b.weighedAtoms(s, sets)
	w.Patience = patience
	for _, k := range s.known {
		w.Known = append(w.Known, w.count(k))
	}
	for _, v := range s.views {
		exact, coarse := b.exact[v.table.ID]
		for g := range v.table.Groups {
			for r := range v.table.Rows {
				e := &v.table.Cells[r][g]
				value := e.Value
				if coarse {
					value = exact[r][g].Value
				}
				w.tell(&v, &v.table.Rows[r], e, value, sets[0])
			}
			sets = sets[1:]
		}
	}
	return &w.Puzzle
}
