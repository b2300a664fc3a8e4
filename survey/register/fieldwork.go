package register

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// Fieldwork is how far a survey is: which organisations of a register answered.
type Fieldwork struct {
	// Register is the name of the file, and At the day for which it was asked;
	// zero for the organisations that have not ended.
	Register string
	At       time.Time
	// Bodies is how many organisations exist on that day, and Answered how many
	// of them answered, each counted once.
	Bodies, Answered int
	// Unmatched is the number of respondents that are not in the register.
	Unmatched int
	// Strata are the types, split by size class where the survey asks those: in
	// the order of the survey's options, with types that it lacks at the end.
	// Population is the number of organisations, Respondents how many answered.
	Strata []survey.Stratum
	// Missing are the organisations that have not answered, stratum by stratum, in
	// the order of the register.
	Missing []Missing
}

// Missing is an organisation that has not answered.
type Missing struct {
	// Body is its entry in the register.
	Body *frame.Body
	// Stratum is the position in Fieldwork.Strata.
	Stratum int
}

// Roll calls the register's roll: who answered, who did not. It returns nil when
// the survey has neither names nor codes of organisations, or when there is no
// register.
func (r *Roster) Roll() *Fieldwork {
	if r.Register == nil || r.All == nil {
		return nil
	}
	f := &Fieldwork{Register: r.Register.Name, At: r.At}
	answered := make([]bool, len(r.Register.Bodies))
	for i := range r.All {
		if r.All[i].Match.Body < 0 {
			f.Unmatched++
			continue
		}
		answered[r.All[i].Match.Body] = true
	}
	f.count(newStrata(r), answered)
	return f
}

// count sorts the organisations that exist into strata.
func (f *Fieldwork) count(strata *strata, answered []bool) {
	at := make(map[[2]int]int)
	var order [][2]int
	for i := range strata.register.Bodies {
		if b := &strata.register.Bodies[i]; b.Valid(f.At) {
			if k := strata.of(b); at[k] == 0 {
				at[k] = 1
				order = append(order, k)
			}
		}
	}
	slices.SortFunc(order, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	for i, k := range order {
		at[k] = i
		f.Strata = append(f.Strata, strata.stratum(k))
	}
	for i := range strata.register.Bodies {
		b := &strata.register.Bodies[i]
		if !b.Valid(f.At) {
			continue
		}
		k := at[strata.of(b)]
		f.Bodies++
		f.Strata[k].Population++
		if answered[i] {
			f.Answered++
			f.Strata[k].Respondents++
			continue
		}
		f.Missing = append(f.Missing, Missing{b, k})
	}
	slices.SortStableFunc(f.Missing, func(a, b Missing) int { return a.Stratum - b.Stratum })
}

// strata tells the type and size class of the bodies of a register in the terms
// of a survey.
type strata struct {
	register *frame.Register
	types    *survey.Question // nil when the survey asks none
	sizes    *survey.Question
	limits   []Limit
	// split has the options of the type question whose respondents were asked for
	// a size class.
	split []bool
	// others are the types that the survey lacks, in the order of the register.
	others []string
}

func newStrata(r *Roster) *strata {
	s := r.Survey
	t := &strata{register: r.Register}
	types, sizes := s.First(survey.BodyType), s.First(survey.SizeClass)
	if types >= 0 && s.Columns[types].Coded() {
		t.types = &s.Questions[types]
		t.split = make([]bool, len(t.types.Options))
	}
	if t.types == nil || sizes < 0 || !s.Columns[sizes].Coded() {
		return t
	}
	t.sizes = &s.Questions[sizes]
	t.limits = SizeLimits(t.sizes)
	for i := range s.Respondents {
		if s.Columns[types].State(i) == survey.Answered && s.Columns[sizes].State(i) == survey.Answered {
			t.split[s.Columns[types].Code(i)] = t.limits != nil
		}
	}
	return t
}

// of returns the place of a body's type and of its size class plus one, or 0
// when the type is not split or the class not known.
func (t *strata) of(b *frame.Body) [2]int {
	if o := optionOfType(t.types, b.Type); o >= 0 {
		return [2]int{o, t.size(o, b)}
	}
	other := slices.Index(t.others, b.Type)
	if other < 0 {
		other = len(t.others)
		t.others = append(t.others, b.Type)
	}
	return [2]int{len(t.split) + other, 0}
}

func (t *strata) size(option int, b *frame.Body) int {
	if !t.split[option] || b.Inhabitants == 0 {
		return 0
	}
	n := float64(b.Inhabitants)
	return 1 + slices.IndexFunc(t.limits, func(l Limit) bool { return l.Known && n >= l.From && n < l.Until })
}

// stratum returns the stratum of a place, without its counts.
func (t *strata) stratum(k [2]int) survey.Stratum {
	if k[0] >= len(t.split) {
		return survey.Stratum{Type: t.others[k[0]-len(t.split)]}
	}
	s := survey.Stratum{Type: t.types.Options[k[0]].Code}
	if k[1] > 0 {
		s.Size = t.sizes.Options[k[1]-1].Code
	}
	return s
}

// optionOfType returns the option of the question on types that has the
// register's word as its code or meaning, or -1.
func optionOfType(q *survey.Question, kind string) int {
	if q == nil {
		return -1
	}
	return slices.IndexFunc(q.Options, func(o survey.Option) bool {
		return strings.EqualFold(kind, o.Code) || strings.EqualFold(kind, o.Means)
	})
}
