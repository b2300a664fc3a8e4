package codebook

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"benchmark/survey/export"
)

// TestSeldomRecur holds that pieces of which too many are said to occur once are found
// not to recombine when neighbours are joined and all is counted.
func TestSeldomRecur(t *testing.T) {
	words := []string{"chat", "mail", "Balie", "te duur", "te", "(a, b)", "x", "geen", "nog", "wel", "Telefoon", "\"q, r\"", "s", "een", "twee", "drie"}
	rejected := 0
	rapid.Check(t, func(r *rapid.T) {
		separator := rapid.SampledFrom([]string{",", ";"}).Draw(r, "separator")
		some := rapid.IntRange(1, len(words)).Draw(r, "some")
		var p profile
		cells := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(words[:some]), 1, 4), 1, 12).Draw(r, "cells")
		known := map[string]bool{}
		for _, cell := range cells {
			text := strings.Join(cell, separator+" ")
			if known[key(text)] {
				continue
			}
			known[key(text)] = true
			n := rapid.SampledFrom([]int{1, 1, 1, 2, 5}).Draw(r, "count")
			p.values, p.filled = append(p.values, value{export.Cell{Text: text}, key(text), n}), p.filled+n
		}
		if !p.seldomRecur(separator) {
			return
		}
		rejected++
		split, alone := make([][]string, len(p.values)), map[string]int{}
		for i, v := range p.values {
			if split[i] = splitCell(v.cell.Text, separator); len(split[i]) == 1 {
				alone[key(split[i][0])] += v.count
			}
		}
		if !hardMark(separator) {
			split, _ = merge(&p, split, alone)
		}
		if recombine(&p, split) {
			r.Fatalf("%v recombine", p.values)
		}
	})
	if rejected == 0 {
		t.Error("nothing was rejected")
	}
}
