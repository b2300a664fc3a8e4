package analysis

import "math"

// The limits of the presentation standards for proportions of the US health
// statistics, NCHS (J.D. Parker et al., Vital and Health Statistics 2(175), 2017).
const (
	nchsBase     = 30   // least effective number of answers
	nchsWide     = 0.30 // an interval this wide is left out
	nchsNarrow   = 0.05 // one this narrow is shown, whatever its relative width
	nchsRelative = 1.30 // greatest width relative to the share
	nchsFreedom  = 8    // fewer degrees of freedom ask for a second look
)

// halfOfPossible is the part of what is possible that PublishWidth lets an
// interval take.
const halfOfPossible = 0.5

// Publications are the rules that leave figures out, by name.
func Publications() []Publication { return []Publication{PublishBase, PublishNCHS, PublishWidth} }

// publish returns the figure, or by the rule of publication a HiddenImprecise
// one that carries nothing but the reasons. It comes after disclosure control
// and judges shares alone: facts, such as counts and response, and what all
// bodies of a group answered are never left out. A share without an interval
// can't be judged and is left out too.
//
// What is left out is uncertain, not secret: nothing else is hidden to keep it
// from being worked out.
func (p Publication) publish(e Estimate, m Measure) Estimate {
	if p == PublishAll || e.Status != Estimated || m != Share && m != ShareOfAnswers {
		return e
	}
	var why, flags []Note
	switch {
	case e.complete():
		return e
	case e.Method == NoInterval:
		why = []Note{NoteNoInterval}
	case p == PublishBase:
		if e.Base < FewAnswers {
			why = []Note{NoteSmallBase}
		}
	case p == PublishNCHS:
		why, flags = e.nchs()
	case p == PublishWidth:
		why = e.tooWide()
	}
	if len(why) > 0 {
		return Estimate{Status: HiddenImprecise, Notes: why}
	}
	e.Notes = append(e.Notes, flags...)
	return e
}

// complete reports whether a figure is no estimate: all bodies that exist
// answered, or what the others would answer makes its bounds.
func (e *Estimate) complete() bool {
	return e.Method == Census || e.Method == WorstCase ||
		e.Method == Hypergeometric && e.CountLow == e.CountHigh
}

// nchs applies the standards: reasons to leave a share out, and flags for a
// second look. A share of 0 has no relative width.
func (e *Estimate) nchs() (why, flags []Note) {
	width := e.High - e.Low
	relative := func(share float64) bool {
		return share > 0 && width > nchsNarrow && width > nchsRelative*share
	}
	if e.answersWorth() < nchsBase {
		why = append(why, NoteEffectiveBase)
	}
	if width >= nchsWide {
		why = append(why, NoteWide)
	} else if relative(e.Value) {
		why = append(why, NoteRelativelyWide)
	}
	if e.Value <= 0 || e.Value >= 1 {
		flags = append(flags, NoteAllOrNone)
	}
	if e.DF > 0 && e.DF < nchsFreedom {
		flags = append(flags, NoteFewFreedom)
	}
	if len(why) == 0 && relative(1-e.Value) {
		flags = append(flags, NoteComplement)
	}
	return why, flags
}

// answersWorth is the effective number of answers of a share,
// min(n, p(1-p)/V); n where the variance is 0, as the standards say.
func (e *Estimate) answersWorth() float64 {
	n := float64(e.Base)
	if !e.Weighted || e.SE == 0 {
		return n
	}
	return math.Min(n, e.Value*(1-e.Value)/(e.SE*e.SE))
}

// tooWide applies PublishWidth. In a group of which it is known how many bodies
// exist, those that did not answer are all that is not known: with n of N
// answers the interval can't be wider than N-n bodies. When that is few, the
// figure stands whatever part of it the interval takes.
func (e *Estimate) tooWide() []Note {
	width := e.High - e.Low
	switch {
	case width > halfOfPossible:
		return []Note{NoteWide}
	case e.Method == Hypergeometric && width >= nchsWide &&
		float64(e.CountHigh-e.CountLow) > halfOfPossible*float64(e.Population-e.Base):
		return []Note{NoteWideOfPossible}
	}
	return nil
}
