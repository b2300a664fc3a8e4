package audit

import (
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
)

// Figure is a figure of protected answers that a reader gets beside the tables of a
// study: how many of those of a group in the base of a question gave one of some options.
type Figure struct {
	// Question is a position in the survey, and Options are options of it.
	Question int
	Options  []int
	// In are who the figure is about.
	In survey.Bits
	// Row and Level name the figure and the group.
	Row, Level string
	// Shown is false for a figure that is hidden.
	Shown bool
}

// Everyone is the reader of Beside who can be any respondent or none.
const Everyone = -1

// Beside attacks figures that respondent reader, or Everyone, gets beside the tables of a
// study. A reader knows its own answers. Told is what the figures expose that the
// tables alone do not. The first one ends an attack with soon set, which has the patience
// of disclosure control.
func Beside(study *analysis.Study, reader int, figures []Figure, soon bool) *Report {
	a := newAttack(study)
	a.reader, a.own, a.soon = reader, figures, soon
	for i := range figures {
		if q := figures[i].Question; !a.done[a.survey.Questions[q].ID] && a.survey.Questions[q].Kind.Closed() && !a.enough() {
			a.done[a.survey.Questions[q].ID] = true
			a.closed(q)
		}
	}
	for i := range study.Tables {
		if t := &study.Tables[i]; t.Topic == analysis.AnyBarrier && protected(t) && !a.enough() {
			a.either(t)
		}
	}
	return a.report
}

// enough reports whether the attack may stop.
func (a *attack) enough() bool { return a.soon && len(a.report.Exposed) > 0 }

// readOwn adds what the figures beside the tables tell of the options of question q.
func (a *attack) readOwn(s *secret, q int, options []int) {
	for i := range a.own {
		f := &a.own[i]
		of := uint64(0)
		for _, o := range f.Options {
			if k := slices.Index(options, o); k >= 0 {
				of |= 1 << k
			}
		}
		if f.Question == q && (a.survey.Questions[q].Kind != survey.Multiple || slices.Equal(f.Options, options)) {
			s.readFigure(f, of)
		}
	}
}

// readFigure adds a figure beside the tables: its count, or a hidden one.
func (s *secret) readFigure(f *Figure, of uint64) {
	in := f.In.Intersect(s.base)
	switch {
	case in.Count() == 0:
	case slices.ContainsFunc(s.clues, func(c clue) bool { return c.of == of && slices.Equal(c.in, in) }):
		// It is told already.
	case f.Shown:
		s.clues = append(s.clues, clue{in: in, of: of, beside: true})
	default:
		s.open = append(s.open, in)
		if s.sensitive(in, of) {
			s.hidden = append(s.hidden, hidden{clue{in: in, of: of, beside: true}, f.Row, f.Level, f.Row})
		}
	}
}

// besides reports whether anything was read beside the tables.
func (s *secret) besides() bool {
	return slices.ContainsFunc(s.clues, func(c clue) bool { return c.beside })
}

// Add adds what another attack found.
func (r *Report) Add(o *Report) {
	if r.Reasons == nil {
		r.Reasons = make([]int, len(Reasons()))
	}
	r.Figures, r.Hidden, r.Counts = r.Figures+o.Figures, r.Hidden+o.Hidden, r.Counts+o.Counts
	for k, n := range o.Reasons {
		r.Reasons[k] += n
	}
	r.narrow(o.Narrowest)
	r.Exposed = append(r.Exposed, o.Exposed...)
	for _, id := range o.Unseen {
		if !slices.Contains(r.Unseen, id) {
			r.Unseen = append(r.Unseen, id)
		}
	}
}

// Count counts a protected figure that is hidden for a reason, or shown for none.
func (r *Report) Count(hidden bool, reason Reason) {
	if r.Reasons == nil {
		r.Reasons = make([]int, len(Reasons()))
	}
	r.Figures++
	if hidden {
		r.Hidden++
		r.count(reason)
	}
}
