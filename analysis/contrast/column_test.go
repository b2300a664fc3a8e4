package contrast

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func column(x, n int) Column {
	return Column{Share: float64(x) / float64(n), N: n, Effective: float64(n)}
}

func TestNewcombe(t *testing.T) {
	// Newcombe (1998), table II, example (a) 56/70 and 48/80: .0524 to .3339; and
	// 48/92 against 3/8, both to 10 digits by method 10 in R 4.2.2.
	for _, c := range []struct{ p1, n1, p2, n2, d, low, high, to float64 }{
		{56.0 / 70, 70, 48.0 / 80, 80, .2, .0524314725, .3338726540, 2e-9},
		{48.0 / 92, 92, 3.0 / 8, 8, .1467391304, -.1880782, .4047058, 3e-7},
	} {
		r := Newcombe(c.p1, c.n1, c.p2, c.n2, 0.95)
		near(t, "difference", r.Difference.Value, c.d, 1e-9)
		near(t, "low", r.Difference.Low, c.low, c.to)
		near(t, "high", r.Difference.High, c.high, c.to)
	}
	// R 4.2.2: prop.test(c(48, 30), c(92, 80), correct = FALSE).
	near(t, "p", Newcombe(48.0/92, 92, 30.0/80, 80, 0.95).P, 0.05383811267861398, 1e-12)
	r := Newcombe(0, 8, 0, 92, 0.95)
	if r.Withheld != OneAnswer || r.P != 1 || !r.Difference.Interval || !(r.Difference.Low < 0 && r.Difference.High > 0) {
		t.Errorf("0 of 8 against 0 of 92: %+v", r)
	}
	if r := Newcombe(0.5, 0, 0.5, 8, 0.95); r.Withheld != EmptyGroup {
		t.Errorf("no base: %+v", r)
	}
}

func TestH(t *testing.T) {
	// Cohen (1988), table 6.2.2: φ(.5) = 1.571, φ(.25) = 1.047; and the extremes.
	near(t, "h", H(0.5, 0.25), math.Pi/2-math.Pi/3, 1e-12)
	near(t, "h", H(1, 0), math.Pi, 1e-15)
}

func TestColumns(t *testing.T) {
	// Without overlap t² is Pearson's chi-square; a part against the whole is the
	// part against the rest.
	r := Columns(column(48, 92), column(30, 80), 0, 0)
	near(t, "t²", r.Statistic*r.Statistic, Pearson(Counts{2, 2, []int{48, 30, 44, 50}}).Statistic, 1e-12)
	near(t, "df", r.DF1, 170, 0)
	near(t, "h", r.Effect.Value, H(48.0/92, 30.0/80), 0)
	w := PartWhole(column(48, 92), column(78, 172), 0)
	near(t, "t² of a part", w.Statistic*w.Statistic, r.Statistic*r.Statistic, 1e-12)
	near(t, "df of a part", w.DF1, 170, 0)
	// 1/92 + 1/80 - 2·20/(92·80) by hand.
	p := 78.0 / 172
	se := math.Sqrt(p * (1 - p) * (80.0 + 92 - 40) / (92 * 80))
	over := Columns(column(48, 92), column(30, 80), 20, 0)
	near(t, "t with overlap", over.Statistic, (48.0/92-30.0/80)/se, 1e-12)
	near(t, "df with overlap", over.DF1, 150, 0)

	for _, c := range []struct {
		a, b    Column
		overlap float64
		minimum int
		why     Reason
	}{
		{Column{}, column(3, 8), 0, 0, EmptyGroup},
		{column(1, 2), column(3, 8), 0, 5, SmallBase},
		{column(0, 2), column(0, 8), 0, 0, OneAnswer},
		{column(1, 1), column(0, 1), 0, 0, NoFreedom},
		{column(3, 8), column(3, 8), 8, 0, NoVariance},
	} {
		if r := Columns(c.a, c.b, c.overlap, c.minimum); r.Withheld != c.why || r.P != 1 || r.Adjusted != 1 {
			t.Errorf("%+v, want %v", r, c.why)
		}
	}
	if r := PartWhole(column(3, 8), column(3, 8), 0); r.Withheld != NoVariance {
		t.Errorf("the whole as its own part: %+v", r)
	}
}

func TestLetters(t *testing.T) {
	// z of 90 % against 50 % is 6.1, of 65 % against 50 % 2.15, of 90 % against 65 %
	// 4.2, with 100 answers each.
	columns := []Column{column(50, 100), column(90, 100), column(65, 100), column(2, 4)}
	pairs := Pairs(4, func(a, b int) Result { return Columns(columns[a], columns[b], 0, 30) })
	if diff := cmp.Diff([]string{"", "AC", "a", ""}, Letters(4, pairs, StandardLevels())); diff != "" {
		t.Error(diff)
	}
	// Of three tests one is withheld in each, and 2.15 does not survive six.
	if diff := cmp.Diff([]string{"", "AC", "", ""}, Letters(4, AdjustPairs(pairs, Bonferroni), StandardLevels())); diff != "" {
		t.Error(diff)
	}
	if got := AdjustPairs(pairs, Bonferroni)[1].Result; got.Adjusted != 3*got.P {
		t.Errorf("withheld tests count in the family: %+v", got)
	}
	if diff := cmp.Diff([]string{"ab", "b", "c"}, Compact(3, nil, 0.05)); diff == "" {
		t.Error("letters without tests")
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "abc"}, Compact(4, pairs, 0.05)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a", "b", "a", "ab"}, Compact(4, AdjustPairs(pairs, Holm), 0.01)); diff != "" {
		t.Error(diff)
	}
	for column, name := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := ColumnName(column); got != name {
			t.Errorf("column %d is %s, want %s", column, got, name)
		}
	}
}

func TestLettersAreAntisymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(1, 6).Draw(t, "columns")
		columns := make([]Column, k)
		for i := range columns {
			n := rapid.IntRange(1, 200).Draw(t, "n")
			columns[i] = column(rapid.IntRange(0, n).Draw(t, "x"), n)
		}
		test := func(a, b int) Result { return Columns(columns[a], columns[b], 0, 0) }
		pairs := Pairs(k, test)
		letters := Letters(k, pairs, StandardLevels())
		compact := Compact(k, pairs, 0.05)
		for _, p := range pairs {
			ab := containsFold(letters[p.A], p.B)
			ba := containsFold(letters[p.B], p.A)
			if ab && ba || (ab || ba) != p.Result.Different(0.05) {
				t.Fatalf("%v: %q and %q", p, letters[p.A], letters[p.B])
			}
			if ab && columns[p.A].Share <= columns[p.B].Share {
				t.Fatalf("%v has a letter of a column that is not lower", p)
			}
			shared := slices.ContainsFunc([]rune(compact[p.A]), func(r rune) bool { return slices.Contains([]rune(compact[p.B]), r) })
			if shared == p.Result.Different(0.05) {
				t.Fatalf("%v: compact %q", p, compact)
			}
			r := test(p.B, p.A)
			if r.P != p.Result.P || r.Difference.Value != -p.Result.Difference.Value || r.Withheld != p.Result.Withheld {
				t.Fatalf("%+v the other way round %+v", p.Result, r)
			}
		}
	})
}

func containsFold(letters string, column int) bool {
	return slices.ContainsFunc([]byte(letters), func(b byte) bool { return int(b|32) == 'a'+column })
}
