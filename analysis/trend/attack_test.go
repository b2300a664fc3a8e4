package trend

import (
	"testing"

	"benchmark/survey"
)

// bits is a set of the first hundred.
func bits(in func(i int) bool) survey.Bits {
	b := survey.NewBits(128)
	for i := range 100 {
		if in(i) {
			b.Set(i)
		}
	}
	return b
}

// TestAttack: a group that differs by one body from those that answered twice gives it
// away, as does a hidden group that is what they leave; a reader that is one of two sees
// the other.
func TestAttack(t *testing.T) {
	everyone := bits(func(int) bool { return true })
	half := bits(func(i int) bool { return i%2 == 0 })
	first := func(n int) survey.Bits { return bits(func(i int) bool { return i < n }) }
	one := func(shown, hidden []survey.Bits, twice survey.Bits) bool {
		w := attacked{secret: everyone, yes: half, twice: twice, shown: append([]survey.Bits{everyone}, shown...), hidden: hidden}
		a := attack{waves: []attacked{w, w}, crossed: true, partner: make([]int, 128)}
		for i := range a.partner {
			if a.partner[i] = -1; twice.Has(i) {
				a.partner[i] = i
			}
		}
		// In the second wave every third says otherwise, so that no cell is empty.
		a.waves[1].yes = bits(func(i int) bool { return (i%2 == 0) != (i%3 == 0) })
		return len(a.puzzle().Exposed(1)) > 0
	}
	for _, tt := range []struct {
		name          string
		shown, hidden []survey.Bits
		twice         survey.Bits
		want          bool
	}{
		{"nothing by group", nil, nil, first(60), false},
		{"a group that is far from them", []survey.Bits{first(30)}, nil, first(60), false},
		{"a group of one less", []survey.Bits{first(59)}, nil, first(60), true},
		{"a group of two less, of whom one reads", []survey.Bits{first(58)}, nil, first(60), true},
		{"a group of nine less", []survey.Bits{first(51)}, nil, first(60), false},
		{"what they leave is hidden", nil, []survey.Bits{everyone.Without(first(60))}, first(60), true},
		{"a hidden group crosses them", nil, []survey.Bits{bits(func(i int) bool { return i > 55 && i < 65 })}, first(60), false},
	} {
		if got := one(tt.shown, tt.hidden, tt.twice); got != tt.want {
			t.Errorf("%s: exposed %v", tt.name, got)
		}
	}
}

// TestSecretAlone: who shows from outside is no part of an attack, and sums of those are
// known anyway.
func TestSecretAlone(t *testing.T) {
	secret := bits(func(i int) bool { return i >= 50 })
	w := attacked{secret: secret, yes: bits(func(i int) bool { return i%5 == 0 }), twice: survey.NewBits(128), shown: []survey.Bits{
		bits(func(int) bool { return true }), bits(func(i int) bool { return i < 51 }),
	}}
	if len((&attack{waves: []attacked{w}}).puzzle().Exposed(1)) == 0 {
		t.Error("a group with one secret answer in it does not give it away")
	}
	w.shown[1] = bits(func(i int) bool { return i < 50 })
	if len((&attack{waves: []attacked{w}}).puzzle().Exposed(1)) > 0 {
		t.Error("a group without a secret answer gives one away")
	}
}
