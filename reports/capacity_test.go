package reports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
)

// capacity plans the channels of the test's survey.
func capacity(t *testing.T, language string) *Capacity {
	t.Helper()
	r, _ := build(t, language)
	a := staffing.Defaults()
	c := &Capacity{Assumed: &a, HoursText: "mon-fri 9-17", Given: []string{"shrinkage"}, Notices: r.Notices}
	for _, groups := range analysis.TypicalVolumes(r.Study) {
		channel := CapacityChannel{Channel: groups[0].Table.Channel, Unit: groups[0].Table.Unit}
		for i := range groups {
			v := &groups[i]
			if !v.Known() {
				channel.NotUsed = append(channel.NotUsed, v.Table.Groups[v.Group].Label)
				continue
			}
			o, err := a.Outlook([]staffing.Volume{
				{Level: staffing.Low, PerHour: v.Median.Value / 2}, {Level: staffing.Typical, PerHour: v.Median.Value}, {Level: staffing.High, PerHour: 8 * v.Median.Value},
			}, i == 0)
			if err != nil {
				t.Fatal(err)
			}
			if g := (CapacityGroup{v, o}); i == 0 {
				channel.Focus = g
			} else {
				channel.Others = append(channel.Others, g)
			}
		}
		c.Channels = append(c.Channels, channel)
	}
	if len(c.Channels) == 0 {
		t.Fatal("the survey has no volumes")
	}
	return c
}

func renderCapacity(t *testing.T, f CapacityRenderer, language string) []byte {
	t.Helper()
	_, l := build(t, language)
	var b bytes.Buffer
	if err := f(&b, capacity(t, language), l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCapacityGolden(t *testing.T) {
	golden(t, "capacity-nl-80.txt", renderCapacity(t, CapacityText(Screen{Width: 80}), "nl"))
	golden(t, "capacity-en-120.txt", renderCapacity(t, CapacityText(Screen{Width: 120}), "en"))
	golden(t, "capacity-nl.md", renderCapacity(t, CapacityMarkdown, "nl"))
}

func TestCapacityFitsTheScreen(t *testing.T) {
	for _, width := range []int{40, 55, 80} {
		for line := range strings.Lines(string(renderCapacity(t, CapacityText(Screen{Width: width}), "nl"))) {
			if n := cells(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("%d columns on a screen of %d: %s", n, width, line)
			}
		}
	}
}

func TestCapacityJSON(t *testing.T) {
	var got struct {
		Schema   string
		Channels []struct {
			NotUsed []string `json:"not_used"`
			Groups  []struct {
				Base  int
				Plans []struct {
					Level  string
					InTime float64 `json:"in_time"`
					Least  int     `json:"on_duty_least"`
				}
				Mixes []struct{ Work string }
			}
		}
	}
	if err := json.Unmarshal(renderCapacity(t, CapacityJSON, "en"), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != CapacitySchema || len(got.Channels) == 0 {
		t.Fatalf("%+v", got)
	}
	for _, c := range got.Channels {
		if len(c.Groups[0].Plans) != 6 || len(c.Groups[0].Mixes) != 4 {
			t.Errorf("%+v", c.Groups[0])
		}
		for _, p := range c.Groups[0].Plans {
			if p.InTime < 0.8 || p.Least < 1 {
				t.Errorf("%+v breaks the promise", p)
			}
		}
	}
}
