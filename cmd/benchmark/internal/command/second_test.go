package command

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// cell returns the figure of a row by the keys of the codebook; the group is
// "total" or "breakdown=level".
func (s printedStudy) cell(topic, channel, row, group string) (printedCell, bool) {
	breakdown, level, _ := strings.Cut(strings.TrimPrefix(group, "total"), "=")
	switch row {
	case "projection", "plans", "considers", "top-two", "bottom-two":
		row = "net:" + row
	}
	for _, t := range s.Tables {
		if t.Topic != topic || t.Channel != channel {
			continue
		}
		for g, candidate := range t.Groups {
			if candidate.Breakdown != breakdown || candidate.Level != level {
				continue
			}
			for _, r := range t.Rows {
				if r.Key == row && r.Measure != "share-of-answers" {
					return r.Cells[g], true
				}
			}
		}
	}
	return printedCell{}, false
}

// checkTruth compares one line of the truth (topic, channel, question, row,
// group, count, base) with what was printed.
func (s printedStudy) checkTruth(t *testing.T, f []string) {
	t.Helper()
	topic, channel, row, group := f[0], f[1], f[3], f[4]
	want, err := strconv.ParseFloat(f[5], 64)
	if err != nil {
		t.Fatal(err)
	}
	base, err := strconv.Atoi(f[6])
	if err != nil {
		t.Fatal(err)
	}
	if topic == "adoption" && row == "considers" {
		topic, base = "consideration", -1 // among those who do not use it yet
	}
	if topic == "channels" {
		channel = ""
	}
	cell, ok := s.cell(topic, channel, row, group)
	switch {
	case !ok:
		t.Errorf("%s: no such figure", strings.Join(f, " "))
	case base == 0:
		if cell.Status != "no-answers" {
			t.Errorf("%s: %s", strings.Join(f, " "), cell)
		}
	case cell.Status != "estimated" || base > 0 && *cell.Base != base:
		t.Errorf("%s: %s", strings.Join(f, " "), cell)
	case topic == "volume":
		if math.Abs(*cell.Value-want) > 1e-6 {
			t.Errorf("%s: %s", strings.Join(f, " "), cell)
		}
	case *cell.Count != int(want):
		t.Errorf("%s: %s", strings.Join(f, " "), cell)
	}
}
