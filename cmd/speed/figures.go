package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
)

// place is what a figure is about: a share of an option, a test, or the mean and
// median of a number.
type place struct{ kind, question, option, by, level string }

// figure is what a program found there: of a share count, weighted count, share
// and standard error; of a test degrees of freedom, statistic and p; of a number
// count, unweighted median, mean and standard error.
type figure struct {
	count, weighted, value, se float64
	hasSE                      bool
}

// figures are those of one program on one file.
type figures map[place]figure

// readTheirs reads the table of a peer.
func readTheirs(data []byte) (figures, error) {
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	all := figures{}
	for _, l := range lines[1:] {
		if len(l) != 11 {
			return nil, fmt.Errorf("a line of %d fields", len(l))
		}
		option := l[2]
		if option == "0" {
			continue // unticked is ticked the other way round
		}
		if option == "1" {
			option = ""
		}
		f := figure{hasSE: l[8] != ""}
		for i, to := range map[int]*float64{5: &f.count, 6: &f.weighted, 7: &f.value, 8: &f.se} {
			if l[i] == "" {
				continue
			}
			if *to, err = strconv.ParseFloat(l[i], 64); err != nil {
				return nil, err
			}
		}
		all[place{l[0], l[1], option, l[3], l[4]}] = f
	}
	return all, nil
}

// study is what is read of our own output.
type study struct {
	Tables []struct {
		Question string
		Groups   []struct{ Breakdown, Level string }
		Rows     []struct {
			Key, Measure, Label string
			Cells               []struct {
				Value, SE, Unweighted float64
				Count, Base           float64
				WeightedBase          float64 `json:"weighted_base"`
			}
		}
	}
	Tests []struct {
		Table, Breakdown, Row, Measure string
		Statistic, DF1, DF2, P         float64
	}
}

// readOurs reads the JSON of our own program.
func readOurs(data []byte) (figures, error) {
	var s study
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, err
	}
	all := figures{}
	for _, t := range s.Tables {
		medians := map[int]float64{}
		for _, r := range t.Rows {
			for g, c := range r.Cells {
				if r.Key == "median" {
					medians[g] = c.Unweighted
				}
			}
		}
		for _, r := range t.Rows {
			for g, c := range r.Cells {
				at := place{question: t.Question, by: t.Groups[g].Breakdown, level: t.Groups[g].Level}
				if at.by == "" {
					at.by, at.level = "all", "all"
				}
				switch {
				case r.Measure == "share" && r.Label != "": // a sum of options has no label
					at.kind, at.option = "share", r.Label
					all[ticked(at)] = figure{c.Count, c.Value * c.WeightedBase, c.Value, c.SE, true}
				case r.Measure == "mean":
					at.kind = "number"
					all[at] = figure{c.Base, medians[g], c.Value, c.SE, true}
				}
			}
		}
	}
	for _, t := range s.Tests {
		if t.Measure == "share" {
			all[ticked(place{"test", t.Table, t.Row, t.Breakdown, ""})] = figure{t.DF1, t.DF2, t.Statistic, t.P, true}
		}
	}
	return all, nil
}

// ticked puts an option of a select-all question where the peers have it: in a
// column of its own.
func ticked(at place) place {
	if at.question[0] == 'b' {
		at.question, at.option = at.question+" ["+at.option+"]", ""
	}
	return at
}
