package reports

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey/locale"
)

// capacity plans the channels of the test's survey.
func capacity(t *testing.T, language string) *Capacity {
	t.Helper()
	r, _ := build(t, language)
	c := planOf(t, r.Study, r.Reading, func(v *analysis.TypicalVolume) [3]float64 {
		return [3]float64{v.Median.Value / 2, v.Median.Value, 8 * v.Median.Value}
	})
	c.Given = []string{"shrinkage"}
	if len(c.Channels) == 0 {
		t.Fatal("the survey has no volumes")
	}
	return c
}

func renderCapacity(t *testing.T, f Renderer, language string) []byte {
	t.Helper()
	r, l := capacityReport(t, language)
	return render(t, f, r, l)
}

func TestCapacityGolden(t *testing.T) {
	golden(t, "capacity-nl-80.txt", renderCapacity(t, Text(Screen{Width: 80}), "nl"))
	golden(t, "capacity-en-120.txt", renderCapacity(t, Text(Screen{Width: 120}), "en"))
	golden(t, "capacity-nl.md", renderCapacity(t, Markdown, "nl"))
}

func TestCapacityFitsTheScreen(t *testing.T) {
	for _, width := range []int{40, 55, 80} {
		for line := range strings.Lines(string(renderCapacity(t, Text(Screen{Width: width}), "nl"))) {
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
	if err := json.Unmarshal(renderCapacity(t, JSON, "en"), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != CapacitySchema || len(got.Channels) == 0 {
		t.Fatalf("%+v", got)
	}
	for _, c := range got.Channels {
		if len(c.Groups[0].Plans) != 8 || len(c.Groups[0].Mixes) != 4 {
			t.Errorf("%+v", c.Groups[0])
		}
		for _, p := range c.Groups[0].Plans {
			if p.InTime < 0.8 || p.Least < 1 {
				t.Errorf("%+v breaks the promise", p)
			}
		}
	}
}

// TestCapacityInEveryForm writes the plan in every form, with a chart of it in those that
// have charts.
func TestCapacityInEveryForm(t *testing.T) {
	r, l := capacityReport(t, "nl")
	for i := range r.Sections[:len(r.Sections)-1] {
		if s := &r.Sections[i]; len(s.Charts) < 3 || len(s.grids) < 4 {
			t.Errorf("%s has %d charts and %d tables", s.Title, len(s.Charts), len(s.grids))
		}
	}
	for name, f := range map[string]Renderer{"html": HTML(charts.Default()), "pptx": PPTX(charts.Default()), "docx": DOCX(charts.Default()), "xlsx": XLSX(charts.Default()), "email": Email} {
		if out := render(t, f, r, l); len(out) < 500 {
			t.Errorf("%s has %d bytes", name, len(out))
		}
	}
	page := string(render(t, HTML(charts.Default()), r, l))
	for _, want := range []string{"één mens geeft", "Hoe gevoelig het antwoord is", "OBI4wan", "Simulatie", "Als de drukte groeit"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func capacityReport(t *testing.T, language string) (*Report, *locale.Locale) {
	t.Helper()
	_, l := build(t, language)
	return BuildCapacity(capacity(t, language), l), l
}

// TestCapacityOfOneOrganisation: what it named itself, or that it named nothing; without
// a survey the report says whose volume it is.
func TestCapacityOfOneOrganisation(t *testing.T) {
	_, l := build(t, "nl")
	c := capacity(t, "nl")
	c.Organisation = "Gemeente Duindorp"
	text := string(render(t, Text(Screen{Width: 200}), BuildCapacity(c, l), l))
	if !strings.Contains(text, "Gemeente Duindorp noemde geen aantal: hieronder staat wat gewoon is voor alle organisaties.") {
		t.Error(text)
	}
	k := &c.Channels[0]
	k.Own, k.Focus.Volume = true, nil
	text = string(render(t, Text(Screen{Width: 200}), BuildCapacity(c, l), l))
	for _, want := range []string{"Hoeveel mensen een kanaal vraagt: Gemeente Duindorp", "Gemeente Duindorp noemde in de enquête 2 ", "eigen "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	c.Study, c.Organisation, k.Own = nil, "", false
	c.Channels[0].Channel, c.Channels[0].Others = "", nil
	r := BuildCapacity(c, l)
	if r.Sections[0].Title != "Eigen aantal" || len(r.Notices) > 0 || len(r.Provenance) == 0 || !strings.Contains(r.Sections[0].Charts[0].Source, "eigen opgave") {
		t.Errorf("%q, %q, %v, %q", r.Sections[0].Title, r.Notices, r.Provenance, r.Sections[0].Charts[0].Source)
	}
	render(t, HTML(charts.Default()), r, l)
}

// TestPeopleGrid: the same volume takes what the plan of the capacity command says,
// and what can't be planned is left out.
func TestPeopleGrid(t *testing.T) {
	_, l := build(t, "en")
	g := peopleGrid([]channelNeed{{"WhatsApp", "you", 2}, {"Live chat", "all", 15}, {"Live chat", "a mistake", 1e12}}, l)
	want := [][]string{{"WhatsApp", "you", "2", "1", "29%", "1.6"}, {"Live chat", "all", "15", "3", "71%", "4.8"}}
	if diff := cmp.Diff(want, g.lines); diff != "" {
		t.Error(diff)
	}
}
