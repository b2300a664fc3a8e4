package position

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
)

// TestRank holds the percentile rank to its definition, 100 (below + equal/2) / n,
// and its interval to Wilson's where nothing is equal: for 3 of 10 [0.1078,
// 0.6032] (R, prop.test(3, 10, correct = FALSE)).
func TestRank(t *testing.T) {
	sorted := []float64{1, 2, 3, 5, 5, 6, 7, 8, 9, 10}
	for y, want := range map[float64]float64{0: 0, 1: 0.05, 4: 0.3, 5: 0.4, 10: 0.95, 11: 1} {
		r := rank(y, sorted, 0.95)
		if math.Abs(r.Value-want) > 1e-12 || r.Low > r.Value || r.High < r.Value || r.Low < 0 || r.High > 1 {
			t.Errorf("rank of %v: %v in [%v, %v], want %v", y, r.Value, r.Low, r.High, want)
		}
	}
	if r := rank(4, sorted, 0.95); math.Abs(r.Low-0.1078) > 5e-5 || math.Abs(r.High-0.6032) > 5e-5 {
		t.Errorf("interval [%.4f, %.4f]", r.Low, r.High)
	}
}

func TestVerdicts(t *testing.T) {
	few, most, split := share(2, 40, 0, 0.95), share(38, 40, 0, 0.95), share(20, 40, 0, 0.95)
	for _, tt := range []struct {
		yes    bool
		figure analysis.Estimate
		want   Verdict
	}{
		{true, few, Above}, {true, most, With}, {true, split, Undecided},
		{false, few, With}, {false, most, Below}, {false, split, Undecided},
		{true, analysis.Estimate{Status: analysis.HiddenSmall}, NoVerdict},
	} {
		if got := Compare(&Answer{State: Given, Yes: tt.yes}, &Standing{Figure: tt.figure}, false); got != tt.want {
			t.Errorf("%v beside %v: %q, want %q", tt.yes, tt.figure.Value, got, tt.want)
		}
	}
	if got := Compare(&Answer{State: NotAnswered}, &Standing{Figure: few}, false); got != NoVerdict {
		t.Errorf("without an answer: %q", got)
	}
	var hundred []float64
	for i := range 100 {
		hundred = append(hundred, float64(i))
	}
	for y, want := range map[float64]Verdict{3: Below, 50: With, 97: Above, 45: With, 58: Undecided} {
		s := Standing{Figure: median(hundred, 0.95, true), Rank: rank(y, hundred, 0.95)}
		if y == 58 {
			s.Rank = rank(6, hundred[:10], 0.95)
		}
		if got := Compare(&Answer{State: Given, Number: y}, &s, true); got != want {
			t.Errorf("%v among 0 to 99: %q, want %q", y, got, want)
		}
	}
}

// TestNewcombe holds the interval to the example of the paper: 56 of 70 beside 48
// of 80, [0.0524, 0.3339] (R.G. Newcombe, Statistics in Medicine 17, 1998, table
// II, (a), method 10).
func TestNewcombe(t *testing.T) {
	a, b := share(56, 70, 0, 0.95), share(48, 80, 0, 0.95)
	if low, high := newcombe(&a, &b, 0.95); math.Abs(low-0.0524) > 5e-5 || math.Abs(high-0.3339) > 5e-5 {
		t.Errorf("[%.4f, %.4f]", low, high)
	}
}

// TestReadReference reads what was written, and refuses what is not as it was.
func TestReadReference(t *testing.T) {
	st, err := New(small(rand.New(rand.NewPCG(1, 2)), 60), Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	data, err := st.Reference("J. de Vries").JSON()
	if err != nil {
		t.Fatal(err)
	}
	ref, err := ReadReference("r.json", data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ref.JSON(); err != nil || !bytes.Equal(again, data) {
		t.Errorf("it changes when read and written: %v", err)
	}
	for _, tt := range []struct{ old, new, want string }{
		{`"J. de Vries"`, `"somebody else"`, "changed after it was written"},
		{`"J. de Vries"`, `""`, "signed_off_by is empty"},
		{`"benchmark-reference/1"`, `"benchmark-reference/2"`, "its schema is"},
		{`"respondents": 60`, `"respondents": 60, "answers": []`, "never answers of single organisations"},
		{`"status": "estimated"`, `"status": "hidden-small"`, "a figure without a status to show it"},
	} {
		changed := strings.Replace(string(data), tt.old, tt.new, 1)
		if changed == string(data) {
			t.Fatalf("nothing to change: %s", tt.old)
		}
		if _, err := ReadReference("r.json", []byte(changed)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s for %s: %v", tt.new, tt.old, err)
		}
	}
	small := *ref
	small.Indicators[0].Figures[0].Base = MinimumOthers
	small.SHA256 = small.digest()
	data, _ = small.JSON()
	if _, err := ReadReference("r.json", data); err == nil || !strings.Contains(err.Error(), "a protected figure on 5 answers") {
		t.Errorf("a figure on few answers: %v", err)
	}
}

// TestCodebookJudges holds that polarity and importance of the codebook decide what is
// good and what comes first.
func TestCodebookJudges(t *testing.T) {
	row := func(p Polarity, importance int, yes bool, share float64) Row {
		return Row{
			Indicator: Indicator{Polarity: p, Importance: importance}, Own: Answer{State: Given, Yes: yes},
			Standings: []Standing{{Figure: analysis.Estimate{Status: analysis.Estimated, Value: share}, Verdict: Above}},
		}
	}
	rows := []Row{row(Less, 2, true, 0.2), row(Neutral, 3, true, 0.1), row(More, 3, true, 0.4), row(More, 1, true, 0.1)}
	for k, want := range []struct{ good, bad bool }{{false, true}, {false, false}, {true, false}, {true, false}} {
		if rows[k].Good() != want.good || rows[k].Bad() != want.bad {
			t.Errorf("row %d: good %v and bad %v", k, rows[k].Good(), rows[k].Bad())
		}
	}
	// 3 x 0.6 = 1.8, 2 x 0.8 = 1.6, half of 3 x 0.9 = 1.35, 1 x 0.9.
	if got := gaps(rows); !slices.Equal(got, []int{2, 0, 1, 3}) {
		t.Errorf("order %v", got)
	}
	s := small(rand.New(rand.NewPCG(1, 2)), 20)
	q := s.Find("barrier")
	s.Questions[q].Polarity, s.Questions[q].Importance = More, 3
	if x := indicators(s)[0]; x.Polarity != More || x.Importance != 3 {
		t.Errorf("the indicator has %s and %d", x.Polarity, x.Importance)
	}
	s.Questions[q].Polarity, s.Questions[q].Importance = "", 0
	if x := indicators(s)[0]; x.Polarity != Less || x.Importance != 2 {
		t.Errorf("without a codebook the indicator has %s and %d", x.Polarity, x.Importance)
	}
}
