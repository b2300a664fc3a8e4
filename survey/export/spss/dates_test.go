package spss

import (
	"math"
	"testing"
)

// TestISO: the seconds are those that SPSS documents and PSPP prints; the first
// day of the Gregorian calendar is 86400, 1 January 1970 is 12219379200.
func TestISO(t *testing.T) {
	tests := []struct {
		kind    Kind
		seconds float64
		want    string
		ok      bool
	}{
		{Date, 86400, "1582-10-15", true},
		{Date, 86399, "", false},
		{Date, 12219379200, "1970-01-01", true},
		{Date, 12219379200 + 43200, "1970-01-01", true},
		{Date, 13757817600, "2018-10-02", true},
		{Date, 13928544000, "2024-02-29", true},
		{Date, 265621680000, "", false},
		{Date, 265621679999, "9999-12-31", true},
		{DateTime, 13757850840, "2018-10-02T09:14:00", true},
		{DateTime, 13757850840.25, "2018-10-02T09:14:00.25", true},
		{DateTime, 13757850839.9999, "2018-10-02T09:14:00", true},
		{Time, 0, "00:00:00", true},
		{Time, 90061, "25:01:01", true},
		{Time, -61.5, "-00:01:01.5", true},
		{Time, 0.007, "00:00:00.007", true},
		{Time, 1e300, "", false},
		{Date, math.NaN(), "", false},
		{DateTime, math.Inf(1), "", false},
		{Number, 13757817600, "", false},
		{String, 0, "", false},
	}
	for _, test := range tests {
		if got, ok := ISO(test.kind, test.seconds); got != test.want || ok != test.ok {
			t.Errorf("ISO(%d, %v) = %q, %v; want %q, %v", test.kind, test.seconds, got, ok, test.want, test.ok)
		}
	}
}
