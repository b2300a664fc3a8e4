package survey

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// told tells all about a respondent's answer in one line.
func told(c *Column, i, options int) string {
	var is []int
	for o := range options {
		if c.Is(i, o) {
			is = append(is, o)
		}
	}
	x, text := 0.0, ""
	if c.Numeric() {
		x = c.Number(i)
	}
	if c.Worded() {
		text = c.Text(i)
	}
	return fmt.Sprint(c.State(i), c.Code(i), is, x, text)
}

// model is what a column tells, kept in the plainest way.
type model struct {
	state Missing
	code  int
	is    []int
	x     float64
	text  string
}

func (m model) told() string { return fmt.Sprint(m.state, m.code, m.is, m.x, m.text) }

// TestColumnKeepsAnswers holds that a column tells what was last set, in half a byte, in
// one and in two, with gaps and without, and that its sets and counts agree with that.
func TestColumnKeepsAnswers(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		kind := rapid.SampledFrom([]Kind{Single, Scale, Multiple, Number, Open, Name}).Draw(r, "kind")
		q := Question{Kind: kind}
		if kind.Closed() {
			q.Options = make([]Option, rapid.SampledFrom([]int{1, 3, 8, 9, 247, 248, 249, 300}).Draw(r, "options"))
		}
		n := rapid.SampledFrom([]int{0, 1, 63, 64, 65, 130}).Draw(r, "respondents")
		c, want := NewColumn(&q, n), make([]model, n)
		for i := range want {
			want[i].code = -1
		}
		options := len(q.Options)
		if c.Narrow() != nil && options <= int(NoAnswerHalf) && rapid.Bool().Draw(r, "half") {
			blank := NewHalves(n)
			for i := range n {
				blank.Set(i, NoAnswerHalf+uint8(Blank))
			}
			c = ChosenHalves(blank)
		}
		for range rapid.IntRange(0, 2*n).Draw(r, "changes") {
			i := rapid.IntRange(0, n-1).Draw(r, "who")
			m := &want[i]
			if rapid.IntRange(0, 3).Draw(r, "leave") == 0 {
				*m = model{state: rapid.SampledFrom([]Missing{Blank, NotAsked, NotShown, Skipped, Refused, Invalid}).Draw(r, "reason"), code: -1}
				c.Leave(i, m.state)
				continue
			}
			m.state = Answered
			switch o := rapid.SampledFrom([]int{0, options / 2, max(0, options-1)}).Draw(r, "option"); kind {
			case Single, Scale:
				m.code, m.is = o, []int{o}
				c.Choose(i, o)
			case Multiple:
				if !slices.Contains(m.is, o) {
					m.is = append(m.is, o)
					slices.Sort(m.is)
				}
				c.Tick(i, o)
			case Number:
				m.x = float64(rapid.IntRange(-3, 3).Draw(r, "number"))
				c.SetNumber(i, m.x)
			default:
				m.text = rapid.SampledFrom([]string{"", "a", "b c"}).Draw(r, "text")
				c.SetText(i, m.text)
			}
		}
		at := rapid.SliceOfN(rapid.IntRange(0, max(0, n-1)), 0, n).Draw(r, "at")
		some, copied := c.Select(at), c.Clone()
		reasons := [Invalid + 1]int{}
		for i, m := range want {
			reasons[m.state]++
			if got := told(&c, i, options); got != m.told() {
				r.Fatalf("respondent %d: %s, want %s", i, got, m.told())
			}
			if c.Base().Has(i) != (m.state == Answered) || c.Lacking(Refused).Has(i) != (m.state == Refused) {
				r.Fatalf("respondent %d in base: %v, refused: %v", i, c.Base().Has(i), c.Lacking(Refused).Has(i))
			}
			for _, o := range []int{-1, 0, options / 2, options - 1, options} {
				if c.Chose(o).Has(i) != slices.Contains(m.is, o) {
					r.Fatalf("respondent %d chose %d: %v", i, o, c.Chose(o).Has(i))
				}
			}
		}
		if half, from := c.Half(), n/3&^1; !half.Nil() {
			entries := make([]uint8, n-from)
			half.Get(from, entries)
			for i, e := range entries {
				if m := want[from+i]; m.code >= 0 && int(e) != m.code || m.code < 0 && e != NoAnswerHalf+uint8(m.state) {
					r.Fatalf("entry %d is %d, want %s", from+i, e, m.told())
				}
			}
		}
		for k, i := range at {
			if got := told(&some, k, options); got != want[i].told() {
				r.Fatalf("selected %d: %s, want %s", k, got, want[i].told())
			}
		}
		if c.Reasons() != reasons || c.Base().Count() != reasons[Answered] || c.Len() != n || !c.Equal(copied) {
			r.Fatalf("reasons %v, base %d, want %v", c.Reasons(), c.Base().Count(), reasons)
		}
		if c.Lacks(Refused) != (reasons[Refused] > 0) || c.Chose(0).Count() > n {
			r.Fatalf("refused: %v, want %d", c.Lacks(Refused), reasons[Refused])
		}
		if c.Replace(Skipped, NotShown); c.Lacks(Skipped) || c.Reasons()[NotShown] != reasons[Skipped]+reasons[NotShown] {
			r.Fatalf("replaced %v, want none of %v", c.Reasons(), reasons)
		}
		c = copied.Clone()
		if n > 0 {
			if c.Leave(0, Refused); want[0].state != Refused && c.Equal(copied) {
				r.Fatal("a copy changes along")
			}
		}
	})
}

// TestHush holds that of texts that were let go of it stays known who answered.
func TestHush(t *testing.T) {
	c := NewColumn(&Question{Kind: Open}, 3)
	c.SetText(0, "chat")
	c.SetText(2, "post")
	c.Leave(1, Skipped)
	c.Hush()
	for i, want := range []Missing{Answered, Skipped, Answered} {
		if c.State(i) != want || c.Text(i) != "" {
			t.Errorf("respondent %d is %v %q, want %v and no text", i, c.State(i), c.Text(i), want)
		}
	}
	if !c.Worded() || !slices.Equal(c.Texts(), make([]string, 3)) {
		t.Errorf("the texts are %q", c.Texts())
	}
	number := NewColumn(&Question{Kind: Number}, 1)
	if number.Hush(); number.Worded() {
		t.Error("a number has texts")
	}
}

// TestCountBytes counts lists of every length around the one from which each byte is
// counted several times over.
func TestCountBytes(t *testing.T) {
	draw := rand.New(rand.NewPCG(2018, 117))
	for _, n := range []int{0, 1, 2, 3, 4, 5, 255, manyBytes - 1, manyBytes, manyBytes + 1, manyBytes + 3, 3*manyBytes + 2} {
		list, want := make([]uint8, n), [1 << 8]int{}
		for i := range list {
			list[i] = uint8(draw.Uint32())
			want[list[i]]++
		}
		if got := CountBytes(list); got != want {
			t.Errorf("the bytes of a list of %d are counted wrongly", n)
		}
	}
}

// TestPutStates holds that states that are put part by part are those that are set at once.
func TestPutStates(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		all := rapid.SliceOfN(rapid.SampledFrom([]Missing{Answered, Answered, Answered, Blank, Skipped, Invalid}), 0, 40).Draw(r, "states")
		want, got := Column{n: len(all)}, Column{n: len(all)}
		want.SetStates(all)
		for at := 0; at < len(all); {
			end := rapid.IntRange(at+1, len(all)).Draw(r, "end")
			part := make([]uint8, 0, end-at)
			for _, state := range all[at:end] {
				part = append(part, uint8(state))
			}
			got.PutStates(at, part)
			at = end
		}
		for i := range all {
			if want.State(i) != all[i] || got.State(i) != all[i] {
				r.Fatalf("%d: %s, %s, want %s", i, want.State(i), got.State(i), all[i])
			}
		}
	})
}
