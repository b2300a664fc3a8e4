package disclosure

import "testing"

// An attacker is one organisation: of six of which four gave one answer the other two,
// together, know what these gave, and yet the group is shown. Of six of which five did it
// is hidden, as the one other knows it by itself.
func TestCoalitionsAreNotCovered(t *testing.T) {
	for _, c := range []struct {
		answer []int
		want   Verdict
	}{
		{[]int{0, 0, 0, 0, 0, 1}, Others},
		{[]int{0, 0, 0, 0, 1, 1}, Shown},
	} {
		w := world{answer: c.answer, groups: [][]int{{0, 0, 0, 0, 0, 0}}, counted: true}
		answers := [][]int{make([]int, 6), make([]int, 6)}
		for i, o := range c.answer {
			answers[o][i] = 1
		}
		rule := Rule{Minimum: 5, Answers: answers}
		if total, _ := rule.Hide(w.base(), w.breakdowns()); total != c.want {
			t.Errorf("%v: %v, not %v", c.answer, total, c.want)
		}
	}
}
