package disclosure

import (
	"testing"

	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// world is a base of people with one answer each, and breakdowns by group
// number (-1: in no group).
type world struct {
	answer []int
	groups [][]int
	// counted rules know how many gave each answer.
	counted bool
}

func (w world) base() survey.Bits {
	b := survey.NewBits(len(w.answer))
	for i := range w.answer {
		b.Set(i)
	}
	return b
}

func (w world) breakdowns() []Breakdown {
	var all []Breakdown
	for _, of := range w.groups {
		most := -1
		for _, g := range of {
			most = max(most, g)
		}
		d := make(Breakdown, most+1)
		for g := range d {
			d[g] = survey.NewBits(len(of))
		}
		for i, g := range of {
			if g >= 0 {
				d[g].Set(i)
			}
		}
		all = append(all, d)
	}
	return all
}

// byAnswer has the rule look at the answers themselves.
func byAnswer(w world) world {
	w.counted = true
	return w
}

func (w world) rule() Rule {
	if w.counted {
		r := Rule{Minimum: 5, Answers: make([][]int, 2)}
		for o := range r.Answers {
			for _, a := range w.answer {
				r.Answers[o] = append(r.Answers[o], map[bool]int{true: 1}[a == o])
			}
		}
		return r
	}
	return Rule{Minimum: 5, Uniform: func(set survey.Bits) bool {
		seen := map[int]bool{}
		set.Each(func(i int) { seen[w.answer[i]] = true })
		return len(seen) == 1
	}}
}

// people returns a world in which group g of the only breakdown has the given
// answers.
func people(groups ...[]int) world {
	var w world
	w.groups = [][]int{nil}
	for g, answers := range groups {
		for _, a := range answers {
			w.answer = append(w.answer, a)
			w.groups[0] = append(w.groups[0], g)
		}
	}
	return w
}

func TestHide(t *testing.T) {
	mixed := []int{0, 1, 0, 1, 0, 1, 0, 1}
	for _, c := range []struct {
		name  string
		world world
		total Verdict
		want  []Verdict
	}{
		{"all groups large", people(mixed, mixed), Shown, []Verdict{Shown, Shown}},
		{"an empty group is nothing to hide", people(mixed, nil, mixed), Shown, []Verdict{Shown, Shown, Shown}},
		{"the base itself is too small", people([]int{0, 1}, []int{1}), Small, []Verdict{Small, Small}},
		{"one small group takes the next smallest along", people(mixed, []int{0, 1, 1}, mixed[:6]), Shown, []Verdict{Shown, Small, Others}},
		{"two small groups that cover each other", people(mixed, []int{0, 1, 1}, []int{0, 0}), Shown, []Verdict{Shown, Small, Small}},
		{"two small groups with one answer take another along", people(mixed, []int{1, 1, 1}, []int{1, 1}, append(mixed, 0)), Shown, []Verdict{Others, Small, Small, Shown}},
		{"groups of one size go together, whatever their order", people(mixed, []int{1, 1, 1}, []int{1, 1}, mixed), Shown, []Verdict{Others, Small, Small, Others}},
		{"exactly the minimum is shown", people(mixed, []int{1, 1, 1, 0, 0}), Shown, []Verdict{Shown, Shown}},
		{"all that agree are hidden, and with them what tells it", people(mixed, []int{1, 1, 1, 1, 1}), Shown, []Verdict{Others, Others}},
		{"the one who differs would know the rest", byAnswer(people(mixed, []int{1, 1, 1, 1, 0})), Shown, []Verdict{Others, Others}},
		{"all of the base agree", people([]int{1, 1, 1, 1, 1}, []int{1, 1, 1, 1, 1}), Others, []Verdict{Others, Others}},
	} {
		t.Run(c.name, func(t *testing.T) {
			total, got := c.world.rule().Hide(c.world.base(), c.world.breakdowns())
			if total != c.total {
				t.Errorf("total: %v, want %v", total, c.total)
			}
			if diff := cmp.Diff(c.want, got[0]); diff != "" {
				t.Errorf("verdicts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHideCountsThoseInNoGroup(t *testing.T) {
	w := people([]int{0, 1, 0, 1, 0, 1}, []int{0, 1, 0, 1, 0})
	w.answer = append(w.answer, 1)
	w.groups[0] = append(w.groups[0], -1)
	_, got := w.rule().Hide(w.base(), w.breakdowns())
	if diff := cmp.Diff([]Verdict{Shown, Others}, got[0]); diff != "" {
		t.Errorf("one person in no group is the total less the groups (-want +got):\n%s", diff)
	}
}

func TestHideLooksAtNestedTotals(t *testing.T) {
	// Ten municipalities in two size classes of 7 and 3, and six others.
	var w world
	w.groups = [][]int{nil, nil}
	for i := range 16 {
		w.answer = append(w.answer, i%2)
		kind, size := 0, 0
		switch {
		case i >= 10:
			kind, size = 1, -1
		case i >= 7:
			size = 1
		}
		w.groups[0] = append(w.groups[0], kind)
		w.groups[1] = append(w.groups[1], size)
	}
	_, got := w.rule().Hide(w.base(), w.breakdowns())
	want := [][]Verdict{{Shown, Shown}, {Others, Small}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the municipalities less one class give the other away (-want +got):\n%s", diff)
	}
}

// Whatever the data, what the shown groups leave of the total is nothing, or
// enough answers that differ.
func TestHideLeavesNothingToSubtract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		w := world{
			answer: rapid.SliceOfN(rapid.IntRange(0, 2), n, n).Draw(t, "answers"),
			groups: [][]int{
				rapid.SliceOfN(rapid.IntRange(-1, 5), n, n).Draw(t, "first"),
				rapid.SliceOfN(rapid.IntRange(-1, 3), n, n).Draw(t, "second"),
			},
		}
		rule := w.rule()
		total, verdicts := rule.Hide(w.base(), w.breakdowns())
		if total != Shown {
			if n >= rule.Minimum {
				t.Fatalf("a base of %d is hidden", n)
			}
			return
		}
		for d, parts := range w.breakdowns() {
			rest, hidden := w.base(), false
			for p, part := range parts {
				if verdicts[d][p] == Shown {
					rest = rest.Without(part)
					if c := part.Count(); c > 0 && c < rule.Minimum {
						t.Fatalf("breakdown %d shows a group of %d", d, c)
					}
				} else {
					hidden = true
				}
			}
			if !hidden {
				continue
			}
			left := rest.Count()
			if left < rule.Minimum {
				t.Fatalf("breakdown %d: subtraction leaves %d answers", d, left)
			}
			if left < n && rule.Uniform(rest) {
				t.Fatalf("breakdown %d: subtraction leaves %d equal answers", d, left)
			}
		}
	})
}

func TestHideLooksThroughOtherBreakdowns(t *testing.T) {
	// Twelve towns in two size classes of 7 and 5, and nine bodies of three small
	// kinds that all gave the same answer. The towns must be hidden, or the total
	// tells what the nine said; and so must a size class, since both classes
	// together are the towns.
	var w world
	w.groups = [][]int{nil, nil}
	for i := range 21 {
		kind, size, answer := 0, 0, i%2
		switch {
		case i >= 12:
			kind, size, answer = 1+(i-12)/3, -1, 1
		case i >= 7:
			size = 1
		}
		w.answer = append(w.answer, answer)
		w.groups[0] = append(w.groups[0], kind)
		w.groups[1] = append(w.groups[1], size)
	}
	_, got := w.rule().Hide(w.base(), w.breakdowns())
	want := [][]Verdict{{Others, Small, Small, Small}, {Shown, Others}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("verdicts (-want +got):\n%s", diff)
	}
}
