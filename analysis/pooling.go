package analysis

import (
	"fmt"
	"slices"
	"sync"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// Weighted figures tell more than plain ones. Where strata have weights of their own, an
// exact share is an equation in how many of each stratum gave an answer, its standard error
// another, and with the figures of the groups that are shown these have often one solution:
// the answers of a hidden group. So a weighted figure is taken to tell how many of each
// stratum gave each answer. Where that would give an answer away, strata are taken together
// until it does not, as small strata are in the estimates of any survey (collapsed strata:
// W.G. Cochran, Sampling Techniques, 3rd ed. 1977, 5A.12): those who answered weigh the same
// in them, and together as much as before. What is published then, with its standard error
// and tests, follows from the counts that are published anyhow.

// severalQuestions is the position of what is made of several questions.
const severalQuestions = -1

// pooling says for each of the strata with which it is taken together: the first of them.
type pooling []int

// apart takes no strata together.
func apart(n int) pooling {
	p := make(pooling, n)
	for k := range p {
		p[k] = k
	}
	return p
}

// together reports whether strata are taken together.
func (p pooling) together() bool {
	for k, of := range p {
		if of != k {
			return true
		}
	}
	return false
}

// join takes two strata together, with all that are taken together with either.
func (p pooling) join(a, b int) pooling {
	joined := slices.Clone(p)
	from, to := max(p[a], p[b]), min(p[a], p[b])
	for k, of := range p {
		if of == from {
			joined[k] = to
		}
	}
	return joined
}

// with takes together what either takes together.
func (p pooling) with(other pooling) pooling {
	for k, of := range other {
		p = p.join(k, of)
	}
	return p
}

// poolings are how strata are taken together in what a table tells: of all, and of the
// groups of each breakdown.
type poolings map[string]pooling

// of is the pooling of a breakdown; without one of its own no strata are taken together.
func (p poolings) of(breakdown string, strata int) pooling {
	if found, ok := p[breakdown]; ok {
		return found
	}
	return apart(strata)
}

// add takes together what others take together, and reports whether that is new.
func (p poolings) add(others poolings) bool {
	changed := false
	for id, other := range others {
		own := p.of(id, len(other))
		both := own.with(other)
		changed = changed || !slices.Equal(own, both)
		p[id] = both
	}
	return changed
}

// collapse is what is found out about the weighted figures of a study.
type collapse struct {
	// of are the poolings by question, in whatever table its answers show.
	of map[int]poolings
	// linked are questions that a table tells about at once.
	linked [][]int
	// makers make the tables again by another builder.
	makers []maker
	// settled says that the poolings are known.
	settled bool
	// builders are those that were made, by what they take together.
	lock     sync.Mutex
	builders map[string]*builder
}

// maker makes the table at a position of a study again.
type maker struct {
	at       int
	question int
	make     func(*builder) Table
}

func newCollapse() *collapse {
	return &collapse{of: map[int]poolings{}, builders: map[string]*builder{}}
}

// note keeps the poolings that a table about some questions needs.
func (w *collapse) note(questions []int, needed poolings) {
	w.linked = append(w.linked, questions)
	w.poolings(questions[0]).add(needed)
}

// poolings are those of a question, to add to.
func (w *collapse) poolings(question int) poolings {
	if w.of[question] == nil {
		w.of[question] = poolings{}
	}
	return w.of[question]
}

// settle gives all questions that tables link the same poolings: what one table tells of an
// answer goes with what another does.
func (w *collapse) settle() {
	for again := true; again; {
		again = false
		for _, questions := range w.linked {
			for _, q := range questions {
				for _, other := range questions {
					again = w.poolings(q).add(w.poolings(other)) || again
				}
			}
		}
	}
	w.settled = true
}

// pool makes the protected figures of a study with the strata together that have to be.
func (b *builder) pool(study *Study) {
	if b.collapse == nil {
		return
	}
	b.collapse.settle()
	for _, m := range b.collapse.makers {
		t := &study.Tables[m.at]
		tables := map[*builder]Table{}
		for _, id := range append([]string{TotalBreakdown}, t.Breakdowns()...) {
			of := b.pooled(m.question, id)
			if of == b {
				continue
			}
			if _, known := tables[of]; !known {
				tables[of] = m.make(of)
			}
			other := tables[of]
			if t.take(&other, id, b.reweighed(t, of), b.confidential()...) {
				t.Pooled = append(t.Pooled, Pooled{Breakdown: id, Strata: of.sampler.strata, Weights: of.sampler.weights})
			}
		}
		if t.Topic == AnyBarrier {
			b.hideEither(t)
		}
	}
}

// confidential are the breakdowns by answers in confidence.
func (b *builder) confidential() []string {
	var ids []string
	for d := range b.by {
		if b.by[d].protected {
			ids = append(ids, b.by[d].id)
		}
	}
	return ids
}

// reweighed tells of each group of a table whether anyone in it weighs otherwise by a builder
// of pooled strata, or is in another stratum.
func (b *builder) reweighed(t *Table, of *builder) []bool {
	base := everyone(b.survey.Respondents)
	if i := b.survey.Find(t.Question); i >= 0 {
		base = b.read(i).base.set()
	}
	other := make(survey.Bits, len(base))
	for r, w := range of.sampler.weights {
		if w != b.sampler.weights[r] || of.sampler.strata[r] != b.sampler.strata[r] {
			other.Set(r)
		}
	}
	in := make([]bool, len(t.Groups))
	for g := range in {
		in[g] = b.membersOf(&t.Groups[g]).Intersect(base).And(other) > 0
	}
	return in
}

// verdictsOf returns the verdicts of a block of a table, found once.
func (b *builder) verdictsOf(t *Table, blk *block, find func() []disclosure.Verdict) []disclosure.Verdict {
	if b.verdicted == nil || len(blk.figures) == 0 {
		return find()
	}
	key := fmt.Sprintf("%s %s %s", t.ID, t.Question, blk.figures[0].Key) // blocks can be in another order
	found, known := b.verdicted[key]
	if !known {
		found = find()
		b.verdicted[key] = found
	}
	return found
}

// take takes the protected figures of a breakdown from another table of the same rows, where
// anyone weighs otherwise, and reports whether there are any.
func (t *Table) take(other *Table, breakdown string, reweighed []bool, hidden ...string) bool {
	taken := false
	open := slices.ContainsFunc(t.Rows, func(r Row) bool { return !r.Protected })
	for r := range t.Rows {
		from := other.Row(t.Rows[r].Key, t.Rows[r].Measure)
		if from < 0 || !t.Rows[r].Protected {
			continue
		}
		for g := range t.Groups {
			e := &t.Cells[r][g]
			if t.Groups[g].Breakdown != breakdown || !reweighed[g] || e.Status != Estimated || !e.Weighted {
				continue
			}
			was := *e
			if *e = other.Cells[from][g]; e.Status == Estimated {
				e.Notes = append(slices.Clone(e.Notes), NotePooled)
			}
			if open && !slices.Contains(hidden, breakdown) { // the base can be seen, and so can what it weighs
				e.WeightedBase, e.EffectiveBase = was.WeightedBase, was.EffectiveBase
			}
			taken = true
		}
	}
	return taken
}

// Pooled are the weights of the protected figures of a table by one breakdown, of which
// strata were taken together as they would tell of a hidden group.
type Pooled struct {
	// Breakdown is the id of the breakdown, or TotalBreakdown.
	Breakdown string
	// Strata and Weights are those of the respondents: of a stratum that was taken together
	// with others, the position in Design.Strata of the first of them.
	Strata  []int16
	Weights []float64
}
