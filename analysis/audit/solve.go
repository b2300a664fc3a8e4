package audit

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// clue is a published count: of those in a set so many gave one of the answers.
type clue struct {
	in survey.Bits
	of uint64
	// beside says that it is read beside the tables of the study.
	beside bool
}

// hidden is a count that is not published.
type hidden struct {
	clue
	table, level, row string
}

// case is what is to be solved about some protected answers.
type secret struct {
	// base gave one of the answers, each of which is a set.
	base    survey.Bits
	answers []survey.Bits
	// questions are those that were asked, and options those of the answers, but for
	// that of giving none of them.
	questions, options []int
	// secrets are the sets of answers that are protected, with the rows they belong to.
	secrets []uint64
	rows    []string
	table   string
	// reader is the only respondent who attacks; nil: each does in turn.
	reader survey.Bits
	// open are sets of respondents that can be told apart besides the groups.
	open   []survey.Bits
	clues  []clue
	hidden []hidden
}

// closed attacks closed question q with every table that tells of its answers.
func (a *attack) closed(q int) {
	for _, s := range a.secrets(q) {
		a.solve(&s)
	}
}

// secrets are what the tables tell of closed question q: of all its answers, or where
// several can be given of each apart.
func (a *attack) secrets(q int) []secret {
	of, base := &a.survey.Questions[q], a.baseOf(q)
	var options []int
	for o := range of.Options {
		if of.Options[o].OutOfBase || of.Role == survey.Adoption && of.Sensitivity == survey.Public && visible(of.Options[o].Means) {
			continue
		}
		options = append(options, o)
	}
	if of.Role == survey.Adoption && of.Sensitivity == survey.Public && len(options) < 2 {
		return nil // who can't be seen to use the channel has one answer to give
	}
	if of.Kind != survey.Multiple && len(options) < disclosure.MostAnswers {
		s := a.secret(base, q)
		for _, o := range options {
			s.answer(of.Options[o].Code, a.chose(q, o).Intersect(base))
		}
		s.options = options
		a.read(&s, q, options)
		return []secret{s}
	}
	var all []secret
	for _, o := range options {
		s := a.secret(base, q)
		s.answer(of.Options[o].Code, a.chose(q, o).Intersect(base))
		s.answers, s.options = append(s.answers, base.Without(s.answers[0])), []int{o}
		a.read(&s, q, []int{o})
		all = append(all, s)
	}
	return all
}

// secret starts with those who gave one of the answers to some questions.
func (a *attack) secret(base survey.Bits, questions ...int) secret {
	s := secret{base: base, questions: questions, open: a.classes}
	if a.reader >= 0 {
		s.reader = a.these([]int{a.reader})
	}
	return s
}

// answer adds a protected answer.
func (s *secret) answer(row string, gave survey.Bits) {
	s.secrets = append(s.secrets, 1<<len(s.answers))
	s.answers, s.rows = append(s.answers, gave), append(s.rows, row)
}

// read adds what the tables of a study tell of the options of question q.
func (a *attack) read(s *secret, q int, options []int) {
	id := a.survey.Questions[q].ID
	for i := range a.study.Tables {
		t := &a.study.Tables[i]
		switch {
		case t.Question == id:
			for k, o := range options {
				a.readRow(s, t, a.survey.Questions[q].Options[o].Code, 1<<k, s.base)
			}
			a.readNets(s, t, options)
		case a.open(t):
			a.readReverse(s, t, q, options)
		}
		a.readBases(s, t, q, options)
	}
	a.readOwn(s, q, options)
}

// open reports whether the answers of a table can be seen.
func (a *attack) open(t *analysis.Table) bool {
	q := a.survey.Find(t.Question)
	return q >= 0 && a.survey.Questions[q].Kind.Closed() && a.survey.Questions[q].Sensitivity == survey.Public
}

// readRow adds the figures of a row: the count of every group where it is shown, and
// a hidden count where it is not.
func (a *attack) readRow(s *secret, t *analysis.Table, key string, of uint64, base survey.Bits) {
	r := t.Row(key, analysis.Share)
	if r < 0 {
		return
	}
	if s.table == "" {
		s.table = t.ID
	}
	for g := range t.Groups {
		members, ok := a.members(&t.Groups[g])
		if !ok {
			continue
		}
		in := members.Intersect(base)
		switch e := &t.Cells[r][g]; {
		case in.Count() == 0:
		case e.Status == analysis.Estimated:
			s.clues = append(s.clues, clue{in: in, of: of})
			a.weigh(s, t, r, g, clue{in: in, of: of})
		case e.Status.Hidden():
			s.open = append(s.open, in)
			if s.sensitive(in, of) {
				s.hidden = append(s.hidden, hidden{clue{in: in, of: of}, t.ID, t.Groups[g].Level, key})
			}
		}
	}
}

// sensitive reports whether the count of some answers in a group must not be told for
// its own sake. The counts of others are hidden for these alone, and may be known.
func (s *secret) sensitive(in survey.Bits, of uint64) bool {
	n, gave := in.Count(), 0
	alike := n - 1 // the only one with another answer knows that of the others
	if s.reader != nil {
		in = in.Without(s.reader)
		alike = in.Count()
	}
	for o := range s.answers {
		if of>>o&1 == 1 {
			gave += s.answers[o].And(in)
		}
	}
	return n < analysis.MinimumAnswers || gave >= alike
}

// readNets adds the sums of options, where they are shown and the options are not.
func (a *attack) readNets(s *secret, t *analysis.Table, options []int) {
	q := &a.survey.Questions[a.survey.Find(t.Question)]
	for r := range t.Rows {
		of := uint64(0)
		for _, code := range t.Rows[r].Of {
			if k := slices.Index(options, q.Option(code)); k >= 0 {
				of |= 1 << k
			}
		}
		if !t.Rows[r].Net || of == 0 || q.Kind == survey.Multiple {
			continue
		}
		for g := range t.Groups {
			members, ok := a.members(&t.Groups[g])
			if ok && t.Cells[r][g].Status == analysis.Estimated {
				s.clues = append(s.clues, clue{in: members.Intersect(s.base), of: of})
				a.weigh(s, t, r, g, clue{in: members.Intersect(s.base), of: of})
			}
		}
	}
}

// readReverse adds what an open question by the protected one tells of the latter.
func (a *attack) readReverse(s *secret, t *analysis.Table, q int, options []int) {
	own := &a.survey.Questions[q]
	for g := range t.Groups {
		if len(t.Groups[g].Parts) != 1 || t.Groups[g].Parts[0].Question != own.ID {
			continue
		}
		k := slices.Index(options, own.Option(t.Groups[g].Level))
		for r := range t.Rows {
			if t.Rows[r].Protected {
				continue // nobody knows who gave it
			}
			gave, ok := a.gave(t, r)
			if ok && k >= 0 && t.Cells[r][g].Status == analysis.Estimated {
				s.clues = append(s.clues, clue{in: gave.Intersect(s.base), of: 1 << k})
			}
		}
	}
}

// readBases adds what a table by the protected question tells of its answers: how many of
// those with an answer in the table gave each.
func (a *attack) readBases(s *secret, t *analysis.Table, q int, options []int) {
	base, ok := a.base(t)
	if !ok {
		return
	}
	if t.Topic == analysis.AdoptionTopic {
		base = a.answered(a.survey.Find(t.Question))
	}
	own := &a.survey.Questions[q]
	for g := range t.Groups {
		if len(t.Groups[g].Parts) != 1 || t.Groups[g].Parts[0].Question != own.ID {
			continue
		}
		k := slices.Index(options, own.Option(t.Groups[g].Level))
		if k >= 0 && slices.ContainsFunc(t.Cells, func(of []analysis.Estimate) bool { return of[g].Status == analysis.Estimated && of[g].Base > 0 }) {
			in := base.Intersect(s.base)
			s.clues = append(s.clues, clue{in: in, of: 1 << k})
			if _, classes := a.weighedBy(t, own.ID); a.weights != nil {
				for _, class := range classes {
					s.clues = append(s.clues, clue{in: in.Intersect(class), of: 1 << k})
				}
			}
		}
	}
}

// either attacks the table of what is named for at least one channel, together with
// the tables of the channels.
func (a *attack) either(t *analysis.Table) {
	for r := range t.Rows {
		key := t.Rows[r].Key
		questions := a.barriers(key)
		if t.Rows[r].Measure != analysis.Share || len(questions) > 5 {
			continue
		}
		s := a.secret(a.everyone(), questions...)
		s.table = t.ID
		var named []survey.Bits
		for _, q := range questions {
			named = append(named, a.answered(q).Intersect(a.chose(q, a.survey.Questions[q].Option(key))))
		}
		for pattern := range 1 << len(questions) {
			in := a.everyone()
			for i := range questions {
				if pattern>>i&1 == 1 {
					in = in.Intersect(named[i])
				} else {
					in = in.Without(named[i])
				}
			}
			s.answers = append(s.answers, in)
		}
		all := uint64(1)<<(1<<len(questions)) - 2
		s.secrets, s.rows = append(s.secrets, all), append(s.rows, key)
		for i, q := range questions {
			of := uint64(0)
			for pattern := range 1 << len(questions) {
				if pattern>>i&1 == 1 {
					of |= 1 << pattern
				}
			}
			s.secrets, s.rows = append(s.secrets, of), append(s.rows, key)
			// Who was not asked about a channel named nothing for it.
			s.clues = append(s.clues, clue{in: s.base.Without(a.answered(q)), of: of})
			for k := range a.study.Tables {
				if other := &a.study.Tables[k]; other.Question == a.survey.Questions[q].ID {
					a.readRow(&s, other, key, of, a.answered(q))
				}
			}
			for k := range a.own {
				if f := &a.own[k]; f.Question == q && slices.Equal(f.Options, []int{a.survey.Questions[q].Option(key)}) {
					s.readFigure(f, of)
				}
			}
		}
		own := len(s.clues)
		a.readRow(&s, t, key, all, s.base)
		if len(s.clues) > own { // else the channels have nothing to do with each other
			a.solve(&s)
		}
	}
}

// texts attacks the words or themes of an open question, one by one.
func (a *attack) texts(t *analysis.Table) {
	base, _ := a.base(t)
	for r := range t.Rows {
		gave, ok := a.gave(t, r)
		if !ok {
			continue
		}
		s := a.secret(base, a.survey.Find(t.Question))
		s.table = t.ID
		s.answer(t.Rows[r].Key, gave.Intersect(base))
		s.answers = append(s.answers, base.Without(gave))
		a.readRow(&s, t, t.Rows[r].Key, 1, base)
		a.solve(&s)
	}
}
