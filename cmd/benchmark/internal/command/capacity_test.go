package command

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis/staffing"
)

func TestNewCapacityCommand(t *testing.T) {
	var got *capacityOptions
	run := func(_ context.Context, _ *console, o *capacityOptions) error { got = o; return nil }
	assumed := func(line string) staffing.Assumptions {
		t.Helper()
		if err := parse(newCapacityCommand(&console{}, run), line); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		return got.assumed
	}
	if diff := cmp.Diff(staffing.Defaults(), assumed("a.xlsx")); diff != "" {
		t.Errorf("the presets of the flags are not the defaults (-want +got):\n%s", diff)
	}
	a := assumed("--volume 1/2,5/4 --handling 6min --service 90%/1m --compare 0.7/2h --patience 90s --load 0,8 --shrinkage 35 --switch 0s --growth 20%/jaar --years 5")
	if diff := cmp.Diff(perHour{{Level: staffing.Low, PerHour: 1}, {Level: staffing.Typical, PerHour: 2.5}, {Level: staffing.High, PerHour: 4}}, got.volume); diff != "" {
		t.Error(diff)
	}
	want := staffing.Defaults()
	want.Handling, want.Promise, want.Other = 0.1, staffing.Promise{Share: 0.9, Within: 1.0 / 60}, staffing.Promise{Share: 0.7, Within: 2}
	want.Patience, want.MostLoad, want.Shrinkage, want.Switch = 0.025, 0.8, 0.35, 0
	want.Growth = staffing.Growth{Low: 1.2, Yearly: 1.2, High: 1.2, Years: 5}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, line := range []string{"", "a --volume 2", "--volume 2 --group x", "--volume 2 --organisation x", "a --organisation x --group y", "--volume 2 --growth 0", "--volume 2 --growth 1/2", "--volume 0", "--volume 1/2", "--volume NaN", "--volume 2 --load 0", "--volume 2 --week 0", "--volume 2 --minimum 0", "--volume 2 --peak 0.5", "--volume 2 --handling -1m", "--volume 2 --alone --phone 0.1", "a b"} {
		if err := parse(newCapacityCommand(&console{}, run), line); err == nil {
			t.Errorf("%q: no error", line)
		}
	}
}

func TestSpanIsTypedAsItIsShown(t *testing.T) {
	for _, text := range []string{"30s", "10m", "1h", "1h30m", "2m30s", "0s"} {
		var s span
		if err := s.Set(text); err != nil || s.String() != text {
			t.Errorf("%s becomes %s, %v", text, s.String(), err)
		}
	}
	p := promise{}
	if err := p.Set("80/30s"); err != nil || p.String() != "80/30s" {
		t.Errorf("80/30s becomes %s, %v", p.String(), err)
	}
	for text, want := range map[string]string{"1.5": "1.5", "20%/year": "1.2", "0%/1,5/100%": "1/1.5/2", "-50%": "0.5"} {
		var g growth
		if err := g.Set(text); err != nil || g.String() != want {
			t.Errorf("%s becomes %s, %v", text, g.String(), err)
		}
	}
	if text := (&perHour{{PerHour: 1}, {PerHour: 2.5}}).String(); text != "1/2.5" {
		t.Error(text)
	}
}
