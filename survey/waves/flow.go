package waves

import "benchmark/survey"

// Flow counts who went from which option to which among the bodies of the panel.
// The pair is a question of the two surveys that the panel was made of. False for
// a question that is not of one answer in both waves.
func (p *Panel) Flow(pair *Pair) (*Flow, bool) {
	before, after := p.sides(pair)
	if !choice(before.question.Kind) || !choice(after.question.Kind) || pair.Options == nil {
		return nil, false
	}
	f := &Flow{Groups: pair.Options, Cells: make([][]int, len(pair.Options))}
	for g := range f.Cells {
		f.Cells[g] = make([]int, len(pair.Options))
	}
	from, to := before.groups(pair.Options, false), after.groups(pair.Options, true)
	for _, b := range p.Pairs {
		switch earlier, later := before.counts(b.Earlier), after.counts(b.Later); {
		case earlier && later:
			f.Cells[from[before.column.Code(b.Earlier)]][to[after.column.Code(b.Later)]]++
			f.Base++
		case earlier:
			f.OnlyEarlier++
		case later:
			f.OnlyLater++
		default:
			f.Neither++
		}
	}
	return f, true
}

// Switch counts who has the property "one of the options of these groups", in the
// panel and beside it. Groups are positions in pair.Options; options of one wave
// alone count in that wave. False for a question without options.
func (p *Panel) Switch(pair *Pair, groups ...int) (Switch, bool) {
	before, after := p.sides(pair)
	if pair.Options == nil || !before.question.Kind.Closed() || !after.question.Kind.Closed() {
		return Switch{}, false
	}
	var s Switch
	has, had := after.having(pair.Options, groups, true), before.having(pair.Options, groups, false)
	inPanel := [2]survey.Bits{survey.NewBits(before.n), survey.NewBits(after.n)}
	for _, b := range p.Pairs {
		if !before.counts(b.Earlier) || !after.counts(b.Later) {
			continue
		}
		inPanel[0].Set(b.Earlier)
		inPanel[1].Set(b.Later)
		switch {
		case had.Has(b.Earlier) && has.Has(b.Later):
			s.Kept++
		case had.Has(b.Earlier):
			s.Stopped++
		case has.Has(b.Later):
			s.Started++
		default:
			s.Never++
		}
	}
	s.Before, s.After = before.rest(inPanel[0], had), after.rest(inPanel[1], has)
	return s, true
}

// Turnover counts who stayed, came and left by the options of a question such as
// the type of organisation. Who gave no answer to it is counted nowhere.
func (p *Panel) Turnover(pair *Pair) []Turnover {
	before, after := p.sides(pair)
	if pair.Options == nil || !choice(before.question.Kind) || !choice(after.question.Kind) {
		return nil
	}
	from, to := before.groups(pair.Options, false), after.groups(pair.Options, true)
	t := make([]Turnover, len(pair.Options))
	for g := range t {
		t[g].Group = g
	}
	for _, b := range p.Pairs {
		if after.answered(b.Later) {
			t[to[after.column.Code(b.Later)]].Stayed++
		}
	}
	for _, i := range p.Came {
		if after.answered(i) {
			t[to[after.column.Code(i)]].Came++
		}
	}
	for _, i := range p.Left {
		if before.answered(i) {
			t[from[before.column.Code(i)]].Left++
		}
	}
	return t
}

// answers are those to a question of a pair in one wave.
type answers struct {
	question *survey.Question
	column   *survey.Column
	n        int
}

func (p *Panel) sides(pair *Pair) (before, after answers) {
	return answersOf(p.Earlier.Survey, pair.Earlier.Question), answersOf(p.Later.Survey, pair.Later.Question)
}

func answersOf(s *survey.Survey, question int) answers {
	return answers{&s.Questions[question], &s.Columns[question], s.Respondents}
}

func (a *answers) answered(i int) bool { return a.column.State(i) == survey.Answered }

// counts reports whether the respondent is in the base: has an answer, and none
// that the codebook takes out of it.
func (a *answers) counts(i int) bool {
	if !a.answered(i) {
		return false
	}
	for o := range a.question.Options {
		if a.question.Options[o].OutOfBase && a.column.Is(i, o) {
			return false
		}
	}
	return true
}

// groups returns the group of every option.
func (a *answers) groups(groups []OptionGroup, later bool) []int {
	of := make([]int, len(a.question.Options))
	for g := range groups {
		for _, o := range groups[g].side(later) {
			of[o] = g
		}
	}
	return of
}

func (g *OptionGroup) side(later bool) []int {
	if later {
		return g.Later
	}
	return g.Earlier
}

// having returns the respondents with one of the options of the groups.
func (a *answers) having(groups []OptionGroup, chosen []int, later bool) survey.Bits {
	has := survey.NewBits(a.n)
	for _, g := range chosen {
		for _, o := range groups[g].side(later) {
			for i := range a.n {
				if a.column.Is(i, o) {
					has.Set(i)
				}
			}
		}
	}
	return has
}

// rest counts those in the base that are not in the panel.
func (a *answers) rest(panel, having survey.Bits) Count {
	var c Count
	for i := range a.n {
		if panel.Has(i) || !a.counts(i) {
			continue
		}
		c.Base++
		if having.Has(i) {
			c.Yes++
		}
	}
	return c
}
