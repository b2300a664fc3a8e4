package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Comments beside the options are answers of their own, and the second scale of
// an array has its own values. Four people answered, one of whom ticked nothing.
func TestLimeSurveyCommentsAndScales(t *testing.T) {
	f := exportedLines(t,
		"id;submitdate;lastpage;Wegen [Post];Wegen [Post][Opmerking];Wegen [Chat];Wegen [Chat][Opmerking];Gebruik [Post][Schaal 1];Gebruik [Post][Schaal 2];Gebruik [Chat][Schaal 1];Gebruik [Chat][Schaal 2]",
		"1;2024-03-01 10:00:00;4;Ja;te duur, maar wel vertrouwd;Nee;;vaak;laag;nooit;hoog",
		"2;2024-03-01 11:00:00;4;Nee;;Ja;gaat snel en werkt altijd;soms;laag;vaak;laag",
		"3;2024-03-02 10:00:00;4;Nee;;Nee;;vaak;hoog;vaak;hoog",
		"4;;2;Ja;;Ja;;N/A;N/A;N/A;N/A")
	want := []string{
		"4 of 4",
		"Wegen: multiple 4, Post 2, Chat 2",
		"Wegen [Opmerking] [Post]: open 1",
		"Wegen [Opmerking] [Chat]: open 1",
		"Gebruik [Schaal 1] [Post]: scale 3, nooit 0, soms 1, vaak 2",
		"Gebruik [Schaal 1] [Chat]: scale 3, nooit 1, soms 0, vaak 2",
		"Gebruik [Schaal 2] [Post]: single 3, hoog 1, laag 2",
		"Gebruik [Schaal 2] [Chat]: single 3, hoog 2, laag 1",
		"warning tick-none wegen; 1",
	}
	if diff := cmp.Diff(want, outline(inferred(t, f))); diff != "" {
		t.Error(diff)
	}
}

// A survey that notes no dates has 1980 in the column that tells who finished.
func TestLimeSurveyWithoutDates(t *testing.T) {
	s := inferred(t, exportedLines(t, "id;submitdate;lastpage;startlanguage;kind",
		"1;1980-01-01 00:00:00;4;nl;a", "2;;2;nl;b", "3;1980-01-01 00:00:00;4;nl;a"))
	if partial := issues(s, "partial-rows"); len(partial) != 1 || partial[0].Args[0] != "1" || !s.Source.FieldStart.IsZero() || !s.Source.FieldEnd.IsZero() {
		t.Errorf("got %v, from %v to %v", partial, s.Source.FieldStart, s.Source.FieldEnd)
	}
}

// Codes say nothing to a reader, and a ranking has a column per place.
func TestLimeSurveyCodes(t *testing.T) {
	s := inferred(t, exportedLines(t, "id;submitdate;lastpage;startlanguage;G1Q1;rk[1];rk[2]",
		"1;2024-03-01 10:00:00;4;nl;A1;A1;A2", "2;2024-03-01 10:00:00;4;nl;-oth-;A2;A1", "3;2024-03-01 10:00:00;4;nl;A2;A1;A2"))
	if codes := issues(s, "answer-codes"); len(codes) != 1 || !cmp.Equal(codes[0].Args, []string{"limesurvey", "g1q1", "rk-1", "rk-2"}) {
		t.Errorf("got %+v", codes)
	}
	if ranks := issues(s, "ranking"); len(ranks) != 1 || ranks[0].Args[2] != "items" {
		t.Errorf("got %+v", ranks)
	}
}
