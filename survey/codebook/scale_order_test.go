package codebook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// Which end of a scale of numbers is the high one is told once for a file, and
// not where the heading says so.
func TestScaleOrderIsToldOnce(t *testing.T) {
	headings := []string{
		"Hoe tevreden bent u over de chat? (1 = zeer ontevreden, 5 = zeer tevreden)",
		"Hoe tevreden bent u over de balie?",
		"How satisfied are you with the desk?",
		"Rate our site from 0 to 10",
		"Hoe waarschijnlijk is het dat u ons aanbeveelt?",
		"Welk rapportcijfer geeft u ons?",
	}
	var rows []string
	for i := range 40 {
		n := i%5 + 1
		rows = append(rows, fmt.Sprintf("%d|%d|%d|%d|%d|%d", n, n, n, i%11, i%11, i%10+1))
	}
	cb := Infer(sheet(headings, rows...))
	var got []string
	for _, i := range cb.Doubts {
		got = append(got, string(i.Code)+" "+strings.Join(i.Args, "; "))
	}
	want := []string{"scale-order-guess " + cb.Questions[1].ID + "; 1 < 5; " + cb.Questions[2].ID + "; 1 < 5"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A heading that names 1 as the high end turns the scale round: 1 is the point
// with the highest score.
func TestScaleTurnedByItsHeading(t *testing.T) {
	f := sheet([]string{"Hoe tevreden bent u? (1 = zeer tevreden, 5 = zeer ontevreden)", "Toelichting"},
		mixed(40, "1|a", "2|b", "3|c", "4|d", "5|e")...)
	cb := Infer(f)
	q := &apply(t, cb, f).Questions[0]
	if q.Kind != survey.Scale || q.Options[0].Score != 5 || q.Options[4].Score != 1 {
		t.Errorf("options %v", q.Options)
	}
	want := []string{"warning scale-order-guess: questions: " + cb.Questions[0].ID + ": reverse: false"}
	if diff := cmp.Diff(want, told(cb, cb.Questions[0].ID)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
