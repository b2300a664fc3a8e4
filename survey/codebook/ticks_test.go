package codebook

import (
	"fmt"
	"testing"

	"benchmark/survey"
)

// TestManyTicks holds that of many respondents each has the ticks and the reason that the
// block says, with codes of half a byte and with wider ones, and where some are left out.
func TestManyTicks(t *testing.T) {
	const n = 2*chunk + 77
	for _, book := range []string{"", "filters: [{column: in, in: [x]}]\n"} {
		for _, wide := range []int{0, 20} {
			rows := make([]string, n)
			for r := range rows {
				rows[r] = [...]string{"x|1|0", "x|1|1", "x||", "x|n.v.t.|0", "x|0|0", "x||n.v.t.", "x|1|wat", "x|0|wat"}[r%8]
				if r < wide { // texts that are no tick
					rows[r] = fmt.Sprintf("x|woord %d|woord %d", r, r)
				}
			}
			rows = append(rows, "y|1|1")
			s := apply(t, read(t, book+`
ignore: [in]
respondent: {include: all}
questions:
  - {id: blok, column: Blok, kind: multiple, not_shown: [n.v.t.], options: [{code: a, label: a}, {code: b, label: b}]}
`), sheet([]string{"in", "Blok|a", "Blok|b"}, rows...))
			c := &s.Columns[0]
			for r := range n {
				state := []survey.Missing{survey.Answered, survey.Answered, survey.Blank, survey.Answered, survey.Answered, survey.NotShown, survey.Answered, survey.Invalid}[r%8]
				a, b := r%8 == 0 || r%8 == 1 || r%8 == 6, r%8 == 1
				if r < wide {
					state, a, b = survey.Invalid, false, false
				}
				if c.State(r) != state || c.Ticks[0].Has(r) != a || c.Ticks[1].Has(r) != b {
					t.Fatalf("%q, %d wide: respondent %d of %q is %s, %t, %t; want %s, %t, %t",
						book, wide, r, rows[r], c.State(r), c.Ticks[0].Has(r), c.Ticks[1].Has(r), state, a, b)
				}
			}
		}
	}
}
