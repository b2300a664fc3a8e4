package waves_test

import (
	"fmt"
	"slices"
	"testing"

	"benchmark/survey"
	. "benchmark/survey/waves"
)

// drafted makes a questionnaire of bytes: every byte decides one thing. Ids are
// unique, and so are the codes of a question.
func drafted(data []byte) *survey.Survey {
	next := func(n int) int {
		if len(data) == 0 {
			return 0
		}
		b := int(data[0])
		data = data[1:]
		return b % n
	}
	words := []string{"", "use", "Use", "chat now", "chat later now", "why chat now", "ünlike <5", "unlike >5", "1.000", "1,5"}
	roles := []survey.Role{survey.NoRole, survey.Adoption, survey.Concern, survey.BodyType}
	s := &survey.Survey{}
	for i := range next(5) {
		q := survey.Question{
			ID: fmt.Sprint("q", i+10*next(2)), Kind: survey.Kind(1 + next(5)), Text: words[next(len(words))] + " " + words[next(len(words))],
			Role: roles[next(len(roles))], RoutingKnown: next(3) > 0, Unit: []string{"", "per day"}[next(2)],
		}
		if next(8) == 0 {
			q.SameAs = fmt.Sprint("s", i)
		}
		if q.Kind.Closed() {
			for o := range 1 + next(5) {
				option := survey.Option{Code: fmt.Sprint(o), Label: words[next(len(words))] + fmt.Sprint(next(3)), DontKnow: next(9) == 0, Other: next(9) == 0}
				if next(6) == 0 {
					option.SameAs = []string{fmt.Sprint(next(5)), "x"}
				}
				if q.Kind == survey.Scale {
					option.Score = o + 1
				}
				if q.Role == survey.Adoption {
					option.Means = append(survey.Stages(), "")[next(7)]
				}
				q.Options = append(q.Options, option)
			}
		}
		if i > 0 && next(3) == 0 && s.Questions[0].Kind.Closed() {
			q.AskedIf = []survey.Condition{{Question: s.Questions[0].ID, Options: []string{s.Questions[0].Options[0].Code}}}
		}
		s.Questions = append(s.Questions, q)
		s.Columns = append(s.Columns, survey.NewColumn(&q, 0))
	}
	return s
}

// FuzzAcross holds that a wave does not differ from itself, that the order of two
// waves does not change what can be compared, and that every option is in one
// group.
func FuzzAcross(f *testing.F) {
	f.Add([]byte("\x04\x00\x00\x01\x01\x01\x02\x03\x04"), []byte("\x04\x01\x01\x00\x01\x02\x03"))
	f.Add([]byte("the quick brown fox jumps over the lazy dog and then over all the others in the yard"), []byte("and the dog did not even bark at it, since it was very lazy indeed on that day"))
	for seed := range 40 {
		f.Add(noise(seed, 90), noise(seed+1000, 90))
	}
	f.Fuzz(func(t *testing.T, x, y []byte) {
		a, b := drafted(x), drafted(y)
		for _, l := range Across([]*survey.Survey{a, a}).Lines {
			p := l.Pairs[1]
			if p == nil || len(p.Differences) > 0 && p.Differences[0].Code != DiffRoutingUnknown || l.Questions[0] != l.Questions[1] {
				t.Fatalf("a wave differs from itself: %s in %+v", told(p), a.Questions)
			}
		}
		there, back := Across([]*survey.Survey{a, b}), Across([]*survey.Survey{b, a})
		for _, l := range there.Lines {
			p := l.Pairs[1]
			if p == nil {
				continue
			}
			whole(t, p, &a.Questions[p.Earlier.Question], &b.Questions[p.Later.Question])
			m := back.Lines[back.Find(Ref{0, p.Later.Question})].Pairs[1]
			if m == nil || m.Later.Question != p.Earlier.Question || m.Verdict != p.Verdict || m.How != p.How || len(m.Options) != len(p.Options) {
				t.Fatalf("there %s, back %s\n%+v\n%+v", told(p), told(m), a.Questions, b.Questions)
			}
		}
	})
}

// whole holds that every option is in exactly one group.
func whole(t *testing.T, p *Pair, earlier, later *survey.Question) {
	t.Helper()
	if p.Options == nil {
		return
	}
	var before, after []int
	for _, g := range p.Options {
		before, after = append(before, g.Earlier...), append(after, g.Later...)
	}
	slices.Sort(before)
	slices.Sort(after)
	if len(before) != len(earlier.Options) || len(after) != len(later.Options) || len(slices.Compact(before)) != len(earlier.Options) || len(slices.Compact(after)) != len(later.Options) {
		t.Fatalf("options in no group or in two: %+v of %+v and %+v", p.Options, earlier.Options, later.Options)
	}
}

// noise returns bytes that are always the same for a seed (Lehmer's generator with
// the constants of Park and Miller 1988).
func noise(seed, n int) []byte {
	x := uint64(seed)*7919 + 1
	b := make([]byte, n)
	for i := range b {
		x = x * 48271 % 2147483647
		b[i] = byte(x >> 8)
	}
	return b
}
