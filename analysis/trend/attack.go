package trend

import (
	"strconv"

	"benchmark/analysis"
	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// What a reader of several waves finds out
//
// It knows the tables of each wave by every group that they show, who took part in
// which waves, and what is told of those that took part twice; and it may be one of them,
// and then knows its own answers in both. An attack looks for other answers that fit all
// of that (disclosure.Puzzle): where it finds none, what was to be told is not.

// The answers in an attack: of those of whom both answers are secret, by what they said
// in the first wave and in the second; of the others what they said in the one in which
// it is secret.
const (
	yesYes = iota
	yesNo
	noYes
	noNo
	firstYes
	firstNo
	secondYes
	secondNo
	attackAnswers
)

// kinds are the answers that those of whom both, the first alone or the second alone
// is secret can have given.
func kinds() [3]uint64 {
	return [3]uint64{1<<yesYes | 1<<yesNo | 1<<noYes | 1<<noNo, 1<<firstYes | 1<<firstNo, 1<<secondYes | 1<<secondNo}
}

// said are the answers with which the property holds, or not, in each wave.
func said() [2][2]uint64 {
	return [2][2]uint64{
		{1<<yesYes | 1<<yesNo | 1<<firstYes, 1<<noYes | 1<<noNo | 1<<firstNo},
		{1<<yesYes | 1<<noYes | 1<<secondYes, 1<<yesNo | 1<<noNo | 1<<secondNo},
	}
}

// patient is how often as long as disclosure control within a study an attack looks for
// other answers: those that answered twice cut groups into small parts, and what it does
// not find in time hides a figure for nothing.
const patient = 100

// attack is what a reader knows of a property in one wave or two.
type attack struct {
	waves []attacked
	// partner is who of the second wave is who of the first, or -1.
	partner []int
	// crossed says that the cells of those that answered twice are to be told.
	crossed bool
}

// attacked is a wave in an attack.
type attacked struct {
	// secret are those of whom it does not show from outside what they answered.
	secret, yes, twice survey.Bits
	// shown are the sets of which it is told how many say yes, and hidden those of which
	// it must not be known.
	shown, hidden []survey.Bits
}

// of returns what a table of a wave tells of a row, whose options say yes.
func (t *Trend) attacked(r *Row, w int) attacked {
	s := t.Waves[w].Study.Survey
	question := &s.Questions[r.questions[w]]
	base, yes := answered(s, r.questions[w], r.options[w])
	var open []int
	for o := range question.Options {
		if question.Role == survey.Adoption && (question.Options[o].Means == survey.Uses || question.Options[o].Means == survey.Pilot) {
			open = append(open, o)
		}
	}
	a := attacked{secret: base, yes: yes, twice: survey.NewBits(s.Respondents)}
	if len(open) > 0 {
		_, seen := answered(s, r.questions[w], open)
		a.secret = base.Without(seen)
	}
	table := t.table(w, r.questions[w])
	at := -1
	if table != nil {
		at = t.rowIn(table, question, r, w)
	}
	if at < 0 {
		return a
	}
	for g := range table.Groups {
		set, ok := membersOf(s, &table.Groups[g])
		switch status := table.Cells[at][g].Status; {
		case !ok:
		case status == analysis.Estimated:
			a.shown = append(a.shown, set)
		case status == analysis.HiddenSmall:
			a.hidden = append(a.hidden, set)
		}
	}
	return a
}

// membersOf returns who is in a group of a table.
func membersOf(s *survey.Survey, g *analysis.Group) (survey.Bits, bool) {
	set := survey.NewBits(s.Respondents)
	for i := range s.Respondents {
		set.Set(i)
	}
	switch {
	case g.Breakdown == analysis.TotalBreakdown:
		return set, true
	case g.Breakdown == analysis.UsersBreakdown:
		for _, q := range s.WithRole(survey.Adoption) {
			if o := s.Questions[q].Meaning(survey.Uses); s.Questions[q].Channel == g.Level && o >= 0 {
				_, uses := answered(s, q, []int{o})
				return uses, true
			}
		}
		return nil, false
	case len(g.Parts) == 0:
		return nil, false
	}
	for _, part := range g.Parts {
		q := s.Find(part.Question)
		if q < 0 {
			return nil, false
		}
		o := s.Questions[q].Option(part.Level)
		if o < 0 {
			return nil, false
		}
		_, in := answered(s, q, []int{o})
		set = set.Intersect(in)
	}
	return set, true
}

// exposed reports whether what is to be told of those that answered twice tells, with
// what the studies show, what one of them answered, or how many of a hidden group said
// yes.
func (t *Trend) exposed(r *Row, x *crossed) bool {
	a := attack{crossed: true}
	for k, w := range x.waveOf {
		one := t.attacked(r, w)
		one.twice = x.twice[k]
		a.waves = append(a.waves, one)
	}
	a.partner = make([]int, t.Waves[x.waveOf[1]].Study.Survey.Respondents)
	for i := range a.partner {
		a.partner[i] = -1
	}
	for _, p := range t.panel(x.waveOf[0], x.waveOf[1]).Pairs {
		if x.twice[1].Has(p.Later) {
			a.partner[p.Later] = p.Earlier
		}
	}
	return len(a.puzzle().Exposed(1)) > 0
}

// exposes reports whether it tells what one of them answered in a wave how many of each
// of some sets said yes.
func (t *Trend) exposes(r *Row, w int, sets ...survey.Bits) bool {
	one := t.attacked(r, w)
	one.shown = append(one.shown, sets...)
	a := attack{waves: []attacked{one}}
	return len(a.puzzle().Exposed(1)) > 0
}

// atoms are respondents of whom all that is open is the same.
type atoms struct {
	at    map[string]int
	given [][]int
	// kind is which answers are secret, in is for each wave the sets that they are in, and
	// twice whether they are among those that answered twice.
	kind  []int
	in    [][2][]bool
	cells [][2]int // of those that answered twice, what shows of them in each wave: 0 yes, 1 no, -1 secret
}

// puzzle makes the puzzle of an attack.
func (a *attack) puzzle() *disclosure.Puzzle {
	x := &atoms{at: map[string]int{}}
	paired := survey.Bits{}
	if len(a.waves) > 1 {
		paired = survey.NewBits(64 * len(a.waves[0].secret))
		for later, earlier := range a.partner {
			if earlier >= 0 {
				paired.Set(earlier)
				x.add(a, earlier, later)
			}
		}
	}
	for i := range 64 * len(a.waves[0].secret) {
		if len(a.waves) < 2 || !paired.Has(i) {
			x.add(a, i, -1)
		}
	}
	if len(a.waves) > 1 {
		for i, earlier := range a.partner {
			if earlier < 0 {
				x.add(a, -1, i)
			}
		}
	}
	return x.solve(a)
}

// add adds a body with its respondents in both waves, -1 for none.
func (x *atoms) add(a *attack, first, second int) {
	at := [2]int{first, second}
	var secret [2]bool
	var yes [2]int
	cells := [2]int{-1, -1}
	var in [2][]bool
	twice := false
	key := make([]byte, 0, 64)
	for k := range a.waves {
		w := &a.waves[k]
		if at[k] < 0 {
			key = append(key, '-')
			continue
		}
		secret[k] = w.secret.Has(at[k])
		twice = twice || w.twice.Has(at[k])
		if !w.yes.Has(at[k]) {
			yes[k] = 1
		}
		for _, set := range append(w.shown[:len(w.shown):len(w.shown)], w.hidden...) {
			in[k] = append(in[k], set.Has(at[k]))
			key = strconv.AppendBool(key, set.Has(at[k]))
		}
		if twice && !secret[k] {
			cells[k] = yes[k]
		}
	}
	var kind, answer int
	switch {
	case secret[0] && secret[1] && twice:
		kind, answer = 0, 2*yes[0]+yes[1]
	case secret[0] && secret[1]: // cannot be: who has both answers answered twice
		return
	case secret[0]:
		kind, answer = 1, firstYes+yes[0]
	case secret[1]:
		kind, answer = 2, secondYes+yes[1]
	default:
		return
	}
	key = strconv.AppendInt(append(key, '|'), int64(kind), 10)
	key = strconv.AppendBool(key, twice)
	for k := range cells {
		key = strconv.AppendInt(append(key, ','), int64(cells[k]), 10)
	}
	i, known := x.at[string(key)]
	if !known {
		i = len(x.given)
		x.at[string(key)] = i
		x.given, x.kind = append(x.given, make([]int, attackAnswers)), append(x.kind, kind)
		if !twice {
			cells = [2]int{-2, -2}
		}
		x.in, x.cells = append(x.in, in), append(x.cells, cells)
	}
	x.given[i][answer]++
}

// solve puts the atoms and what is known of them together.
func (x *atoms) solve(a *attack) *disclosure.Puzzle {
	p := &disclosure.Puzzle{Given: x.given, Patience: patient}
	holds := said()
	for _, h := range holds[:len(a.waves)] {
		p.Secrets = append(p.Secrets, h[0], h[1])
	}
	for kind, of := range kinds() {
		p.Known = append(p.Known, disclosure.Known{In: x.those(func(i int) bool { return x.kind[i] == kind }), Of: of})
	}
	for k := range a.waves {
		for g := range len(a.waves[k].shown) + len(a.waves[k].hidden) {
			sum := disclosure.Known{In: x.those(func(i int) bool { return len(x.in[i][k]) > 0 && x.in[i][k][g] }), Of: holds[k][0]}
			if g < len(a.waves[k].shown) {
				p.Known = append(p.Known, sum)
			} else {
				p.Counts = append(p.Counts, sum)
			}
		}
	}
	if a.crossed {
		for was := range 2 {
			for is := range 2 {
				fits := func(i int) bool {
					c := x.cells[i]
					return c[0] != -2 && (c[0] == -1 || c[0] == was) && (c[1] == -1 || c[1] == is)
				}
				of := uint64(1)<<(2*was+is) | uint64(1)<<(firstYes+was) | uint64(1)<<(secondYes+is)
				p.Known = append(p.Known, disclosure.Known{In: x.those(fits), Of: of})
			}
		}
	}
	return p
}

// those returns the atoms that hold.
func (x *atoms) those(hold func(i int) bool) survey.Bits {
	set := survey.NewBits(len(x.given))
	for i := range x.given {
		if hold(i) {
			set.Set(i)
		}
	}
	return set
}
