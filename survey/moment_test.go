package survey

import (
	"math"
	"strings"
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		at         float64
	}{
		{"2018", "2018", 2018.5},
		{" 2018 ", "2018", 2018.5},
		{"2018q4", "2018Q4", 2018 + (273+92.0/2)/365},
		{"2018-Q1", "2018Q1", 2018 + 45.0/365},
		{"2018-10", "2018-10", 2018 + (273+15.5)/365},
		{"2018-10-15", "2018-10-15", 2018 + 287.5/365},
		{"2020-02-29", "2020-02-29", 2020 + 59.5/366},
	} {
		m, err := ParseMoment(tt.text)
		if err != nil || m.String() != tt.want || math.Abs(m.At()-tt.at) > 1e-9 {
			t.Errorf("ParseMoment(%q) = %s at %v, %v; want %s at %v", tt.text, m, m.At(), err, tt.want, tt.at)
		}
	}
	for _, bad := range []string{"", "x", "18", "20181", "2018-13", "2018-00", "2018Q5", "2018Q0", "2018Q", "2018-02-29", "2018-10-15-1", "2018/10", "1899", "2200", "-2018", "2018-1"} {
		if m, err := ParseMoment(bad); err == nil {
			t.Errorf("ParseMoment(%q) = %s, want an error", bad, m)
		} else if !strings.Contains(err.Error(), "2018Q4") {
			t.Errorf("ParseMoment(%q): %v does not say what to write", bad, err)
		}
	}
}

// TestMomentOrder: what is later is further, and a year later is a year further.
func TestMomentOrder(t *testing.T) {
	order := []string{"2016", "2017Q4", "2018-01", "2018-01-31", "2018", "2018-10", "2018Q4"}
	for i := 1; i < len(order); i++ {
		a, _ := ParseMoment(order[i-1])
		b, _ := ParseMoment(order[i])
		if !(a.At() < b.At()) {
			t.Errorf("%s at %v is not before %s at %v", a, a.At(), b, b.At())
		}
	}
	leap, _ := ParseMoment("2020-02-29")
	if got := leap.Later(1).String(); got != "2021-02-28" {
		t.Errorf("a year after %s is %s", leap, got)
	}
	if got := leap.Later(4).String(); got != "2024-02-29" {
		t.Errorf("four years after %s is %s", leap, got)
	}
	if got := MomentOf(time.Date(2018, 10, 26, 12, 0, 0, 0, time.UTC)).String(); got != "2018-10" {
		t.Errorf("the month is %s", got)
	}
	if (Moment{}).Known() || MomentOf(time.Time{}).Known() || (Moment{}).String() != "" {
		t.Error("no moment is one")
	}
}
