package reports

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"benchmark/charts"
)

// outputs are all bytes of every format of a report, by name: Office files
// unpacked, and the files of every chart.
func outputs(t testing.TB, r *Report, renderers map[string]Renderer, c *agreeCase) map[string]string {
	t.Helper()
	_, l := c.study(t, false)
	all := map[string]string{}
	for name, f := range renderers {
		data := render(t, f, r, l)
		if !bytes.HasPrefix(data, []byte("PK")) {
			all[name] = string(data)
			continue
		}
		for part, text := range parts(t, data) {
			if path.Ext(part) != ".png" {
				all[name+"/"+part] = text
			}
		}
	}
	for i := range r.Sections {
		for n := range r.Sections[i].Charts {
			ch := &r.Sections[i].Charts[n]
			var b bytes.Buffer
			if err := charts.CSV(&b, *ch); err != nil {
				t.Fatal(err)
			}
			if err := charts.SVG(&b, *ch, charts.Drawing{Theme: charts.Default(), Size: charts.Wide(), Scale: 1}); err != nil {
				t.Fatal(err)
			}
			all["chart "+ch.Name] = b.String() + ch.Alt
		}
	}
	return all
}

func everyRenderer() map[string]Renderer {
	theme := charts.Default()
	return map[string]Renderer{
		"text": Text(Screen{Width: 100}), "brief": Brief(Screen{Width: 80}), "markdown": Markdown, "json": JSON, "csv": CSV, "email": Email,
		"html": HTML(theme), "docx": DOCX(theme), "pptx": PPTX(theme), "xlsx": XLSX(theme),
	}
}

// hiddenNumbers are the numbers of figures that a study hides, as they begin at
// full precision, without those that a figure that is shown has as well.
func hiddenNumbers(t testing.TB, c *agreeCase, shown string) map[string]string {
	t.Helper()
	protected, l := c.study(t, false)
	bare, _ := c.study(t, true)
	var j jsonStudy
	if err := json.Unmarshal(render(t, JSON, bare, l), &j); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for i := range j.Tables {
		for row := range j.Tables[i].Rows {
			for g, cell := range j.Tables[i].Rows[row].Cells {
				e := &protected.Study.Tables[i].Cells[row][g]
				if !e.Status.Hidden() || cell.Value == nil {
					continue
				}
				for _, x := range []*float64{cell.Value, cell.Low, cell.High, cell.SE, cell.Unweighted} {
					if x == nil {
						continue
					}
					for _, scale := range []float64{1, 100} {
						s := strconv.FormatFloat(scale**x, 'f', -1, 64)
						if len(s) < 12 {
							continue
						}
						if s = s[:10]; !strings.Contains(shown, s) {
							found[s] = j.Tables[i].ID + ", " + j.Tables[i].Rows[row].Key + ", " + j.Tables[i].Groups[g].Key
						}
					}
				}
			}
		}
	}
	return found
}

// TestAgreeHidesTheSame looks for hidden figures in all bytes of every format.
func TestAgreeHidesTheSame(t *testing.T) {
	for _, c := range agreeCases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, l := c.study(t, false)
			hidden := hiddenNumbers(t, &c, everyNumber(string(render(t, JSON, r, l))))
			if len(hidden) < 20 {
				t.Fatalf("only %d numbers are hidden", len(hidden))
			}
			for name, text := range outputs(t, r, everyRenderer(), &c) {
				for number, of := range hidden {
					for _, form := range []string{number, strings.ReplaceAll(number, ".", ",")} {
						if strings.Contains(text, form) {
							t.Errorf("%s shows %s, which is hidden: %s", name, form, of)
						}
					}
				}
			}
			bare, _ := c.study(t, true)
			found := 0
			text := string(render(t, JSON, bare, l))
			for number := range hidden {
				if strings.Contains(text, number) {
					found++
				}
			}
			if found == 0 {
				t.Error("a study without protection has none of the numbers: the search finds nothing")
			}
		})
	}
}

// everyNumber adds to a text its proportions as percentages.
func everyNumber(text string) string {
	var b strings.Builder
	b.WriteString(text)
	for _, s := range regexp.MustCompile(`[0-9]+\.[0-9]{6,}`).FindAllString(text, -1) {
		x, _ := strconv.ParseFloat(s, 64)
		b.WriteString(" " + strconv.FormatFloat(100*x, 'f', -1, 64))
	}
	return b.String()
}
