package position

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
)

// made survey: a type, a size class, a province, inhabitants and a protected
// question of several answers with one option.
func small(r *rand.Rand, n int) *survey.Survey {
	s := &survey.Survey{Respondents: n}
	option := func(codes ...string) []survey.Option {
		var all []survey.Option
		for _, c := range codes {
			all = append(all, survey.Option{Code: c, Label: c, Plural: c})
		}
		return all
	}
	add := func(q survey.Question, answer func(c *survey.Column, i int)) {
		c := survey.NewColumn(&q, n)
		for i := range n {
			answer(&c, i)
		}
		s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
	}
	code := func(k int) func(*survey.Column, int) {
		return func(c *survey.Column, i int) { c.Choose(i, r.IntN(k)) }
	}
	add(survey.Question{ID: "type", Kind: survey.Single, Role: survey.BodyType, Options: option("a", "b")}, code(2))
	add(survey.Question{ID: "size", Kind: survey.Single, Role: survey.SizeClass, Options: option("s", "l")}, code(2))
	add(survey.Question{ID: "province", Kind: survey.Single, Role: survey.Province, Options: option("x", "y")}, code(2))
	add(survey.Question{ID: "inhabitants", Kind: survey.Number, Role: survey.Inhabitants}, func(c *survey.Column, i int) {
		c.SetNumber(i, float64(1+r.IntN(1000)))
	})
	part := r.Float64()
	add(survey.Question{ID: "barrier", Kind: survey.Multiple, Role: survey.Barrier, Options: option("capacity"), RoutingKnown: true},
		func(c *survey.Column, i int) {
			c.Tick(i)
			if r.Float64() < part {
				c.Tick(i, 0)
			}
			if r.IntN(8) == 0 {
				c.Leave(i, survey.Skipped)
			}
		})
	return s
}

// TestAttack reads every report of small surveys as its recipient does: it goes
// through all answers that the others can have given with the figures shown in
// the report, in one before it on other peers, and in the reference. No answer may be the same in
// all of these, and no sum over fewer than MinimumOthers organisations that the
// reader can tell apart by the groups. With the tables of the study beside them, none
// may be that the tables alone leave open.
func TestAttack(t *testing.T) {
	shown, hidden, open := 0, 0, 0
	for seed := range uint64(151) {
		if seed == 150 {
			seed = 1081 // the tables and the reference would hide different groups
		}
		r := rand.New(rand.NewPCG(seed, 7))
		s := small(r, 10+r.IntN(7))
		first := []Peers{{Nearest: 5 + r.IntN(3)}}
		second := []Peers{{Same: []survey.Role{survey.Province}}, {Nearest: 5 + r.IntN(4)}}
		before, err := New(s, Options{Level: 0.95, Disclosure: analysis.Publish, Peers: first})
		if err != nil {
			t.Fatal(err)
		}
		after, err := New(s, Options{Level: 0.95, Disclosure: analysis.Publish, Peers: append(known(first), second...)})
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Respondents {
			seen := published(before, i)
			for _, st := range []*Study{before, after} {
				p := st.Of(i)
				for g, standing := range p.Rows[0].Standings {
					if standing.Figure.Status != analysis.Estimated {
						hidden++
						continue
					}
					shown++
					seen = append(seen, figure{p.Groups[g].members.Intersect(p.Rows[0].base), standing.Figure.Count})
				}
			}
			if complaint := attack(s, i, nil, seen); complaint != "" {
				t.Fatalf("seed %d, respondent %d: %s", seed, i, complaint)
			}
			tables := inTables(t, s, before, i)
			open += len(tables)
			if complaint := attack(s, i, tables, seen); complaint != "" {
				t.Fatalf("seed %d, respondent %d, with the tables of the study: %s", seed, i, complaint)
			}
		}
	}
	if shown < 500 || hidden < 500 || open < 500 {
		t.Errorf("%d figures shown, %d hidden and %d in tables: the surveys don't try all", shown, hidden, open)
	}
}

// inTables is what the tables of the study tell reader i.
func inTables(t *testing.T, s *survey.Survey, st *Study, i int) []figure {
	t.Helper()
	study, err := analysis.Analyze(s, analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	table, levels, x := study.Table(analysis.Barriers, ""), st.levels(), &st.indicators[0]
	var seen []figure
	for g := range table.Groups {
		e := &table.Cells[0][g]
		level := slices.IndexFunc(levels, func(l Group) bool {
			return l.Level == table.Groups[g].Level && (g == 0) == (l.Kind == Everyone)
		})
		if e.Status != analysis.Estimated || level < 0 {
			continue
		}
		f := figure{x.base.Intersect(levels[level].members), e.Count}
		if f.set.Has(i) {
			f.set.Clear(i)
			if x.yes.Has(i) {
				f.yes--
			}
		}
		seen = append(seen, f)
	}
	return seen
}

// published is what the reference tells reader i.
func published(st *Study, i int) []figure {
	var seen []figure
	x, levels := &st.indicators[0], st.levels()
	for g, f := range st.Reference("tester").Indicators[0].Figures {
		if f.Value == nil {
			continue
		}
		set := x.base.Intersect(levels[g].members)
		yes := int(*f.Value*float64(f.Base) + 0.5)
		if set.Has(i) {
			set.Clear(i)
			if x.yes.Has(i) {
				yes--
			}
		}
		seen = append(seen, figure{set, yes})
	}
	return seen
}

// known are groups of an earlier report.
func known(peers []Peers) []Peers {
	all := append([]Peers{}, peers...)
	for i := range all {
		all[i].Known = true
	}
	return all
}

// figure is what the reader knows: so many of the set said yes.
type figure struct {
	set survey.Bits
	yes int
}

// attack returns what the figures give away that the tables do not, or nothing.
func attack(s *survey.Survey, own int, tables, figures []figure) string {
	known := slices.Concat(tables, figures)
	unknown := unknownIn(s, known)
	all := uint64(1)<<len(unknown) - 1
	masks := make([]uint64, len(known))
	for k := range known {
		for b, r := range unknown {
			if known[k].set.Has(r) {
				masks[k] |= 1 << b
			}
		}
		if known[k].set.Has(own) {
			return "the own answer is in a figure about the others"
		}
	}
	small := unions(masks, len(unknown))
	before, after := newTold(all, small), newTold(all, small)
	for a := range all + 1 {
		fits := func(from, to int) bool {
			for k := from; k < to; k++ {
				if ones(a&masks[k]) != known[k].yes {
					return false
				}
			}
			return true
		}
		if fits(0, len(tables)) {
			before.see(a, small)
			if fits(len(tables), len(known)) {
				after.see(a, small)
			}
		}
	}
	if always, never := after.always&^before.always, after.never&^before.never; always|never != 0 {
		return fmt.Sprintf("the answers of %b (yes) and %b (no) are certain", always, never)
	}
	for u, union := range small {
		if after.least[u] == after.most[u] && before.least[u] < before.most[u] {
			return fmt.Sprintf("the sum over the %d of %b is certain", ones(union), union)
		}
	}
	return ""
}

// unknownIn returns the respondents that the figures are about.
func unknownIn(s *survey.Survey, known []figure) []int {
	var unknown []int
	for r := range s.Respondents {
		if slices.ContainsFunc(known, func(f figure) bool { return f.set.Has(r) }) {
			unknown = append(unknown, r)
		}
	}
	return unknown
}

// told is what all answers have in common that fit what is known: who said yes and
// no in each, and between what the sums over small unions lie.
type told struct {
	always, never uint64
	least, most   []int
}

func newTold(all uint64, small []uint64) *told {
	t := &told{always: all, never: all, least: make([]int, len(small)), most: make([]int, len(small))}
	for u := range small {
		t.least[u], t.most[u] = MinimumOthers, -1
	}
	return t
}

func (t *told) see(a uint64, small []uint64) {
	t.always, t.never = t.always&a, t.never&^a
	for u, union := range small {
		n := ones(a & union)
		t.least[u], t.most[u] = min(t.least[u], n), max(t.most[u], n)
	}
}

// unions returns the unions of fewer than MinimumOthers of those that the figures
// tell apart.
func unions(masks []uint64, n int) []uint64 {
	var cells []uint64
	at := map[string]int{}
	for b := range n {
		key := ""
		for k := range masks {
			key += fmt.Sprint(masks[k] >> b & 1)
		}
		c, seen := at[key]
		if !seen {
			c = len(cells)
			at[key], cells = c, append(cells, 0)
		}
		cells[c] |= 1 << b
	}
	all := []uint64{}
	for _, c := range cells {
		for _, u := range append(slices.Clone(all), 0) {
			if ones(u|c) < MinimumOthers {
				all = append(all, u|c)
			}
		}
	}
	return all
}

// TestSafeNotTooCareful holds that what is hidden could mostly be deduced: of the
// sets of groups that safeCells refuses, few leave everyone in doubt.
func TestSafeNotTooCareful(t *testing.T) {
	refused, needless := 0, 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 8))
		s := small(r, 15)
		st, err := New(s, Options{Level: 0.95, Disclosure: analysis.Publish})
		if err != nil {
			t.Fatal(err)
		}
		x := &st.indicators[0]
		var sets []survey.Bits
		var known []figure
		for range 3 {
			set := survey.NewBits(15)
			for i := 1; i < 15; i++ {
				if x.base.Has(i) && r.IntN(5) > 0 {
					set.Set(i)
				}
			}
			sets, known = append(sets, set), append(known, figure{set, set.And(x.yes)})
		}
		doubt := attack(s, 0, nil, known) == ""
		switch safe := st.safe(x, sets); {
		case safe && !doubt:
			t.Fatalf("seed %d: called safe, and is not", seed)
		case !safe:
			refused++
			if doubt {
				needless++
			}
		}
	}
	if needless*7 > refused {
		t.Errorf("%d of %d refusals were needless", needless, refused)
	}
}
