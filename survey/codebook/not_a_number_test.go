package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// A word for "don't know" among numbers is told as it stands; other words can be
// personal and are not.
func TestWordAmongNumbersIsTold(t *testing.T) {
	cells := append(mixed(40, "3", "12", "30", "8"), "weet niet", "NA", "Jan Jansen")
	f := sheet([]string{"Hoeveel gesprekken per dag?", "Iets"}, cells...)
	var got []string
	for _, i := range apply(t, Infer(f), f).Issues {
		if i.Code == survey.IssueNotANumber {
			got = append(got, i.Args[1])
		}
	}
	if diff := cmp.Diff([]string{"weet niet", "NA", ""}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
