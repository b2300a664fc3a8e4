package tidy

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"benchmark/survey"
	"benchmark/survey/export/spss"
)

// few is a survey of four respondents in which everything occurs.
func few() *survey.Survey {
	s := &survey.Survey{
		Title: "Proef", Respondents: 4,
		Questions: []survey.Question{
			{ID: "respondent", Kind: survey.Name, Text: "Naam invuller"},
			{ID: "organisation", Kind: survey.Name, Text: "Naam", Role: survey.Organisation},
			{ID: "inhabitants", Kind: survey.Number, Role: survey.Inhabitants, Text: "Inwoners"},
			{ID: "all", Kind: survey.Single, Text: "=1+1", Options: []survey.Option{{Code: "a", Label: "=HYPERLINK(1)"}, {Code: "b", Label: "Nee, nooit"}}},
			{ID: "2-how", Kind: survey.Scale, Text: "Hoe?", Options: []survey.Option{{Code: "1", Label: "slecht"}, {Code: "2", Label: "goed"}}},
			{ID: "used", Kind: survey.Multiple, Text: "Welke?", Options: []survey.Option{{Code: "é", Label: "Eén"}, {Code: "ë", Label: "Twee"}}},
			{ID: "volume", Kind: survey.Number, Text: "Aantal"},
			{ID: "words", Kind: survey.Open, Text: "Waarom?"},
			{ID: "themes", Kind: survey.Open, Text: "Kansen?", Themes: []survey.Theme{{Code: "t", Label: "Thema"}}},
		},
		Design: survey.Design{Weights: []float64{1, 2, 0.1, 4}},
	}
	for i := range s.Questions {
		s.Columns = append(s.Columns, survey.NewColumn(&s.Questions[i], 4))
	}
	c := s.Columns
	for r := range 4 {
		c[0].SetText(r, []string{"Jan Jansen", "Piet", "Kees", "Truus"}[r])
		c[1].SetText(r, []string{"Gemeente Zee", "Gemeente Aa", "gemeente  zee", "Gemeente Duin"}[r])
		c[2].SetNumber(r, float64(r+1))
		c[3].Choose(r, []int{1, 0, 1, 0}[r])
		c[4].Choose(r, []int{1, 1, 0, 0}[r])
		c[6].SetNumber(r, []float64{2.5, 1e6, 0, 7}[r])
		c[7].SetText(r, []string{"a", "b", "c", "d"}[r])
		c[8].SetText(r, []string{"x", "", "x", ""}[r])
	}
	c[4].Leave(1, survey.NotAsked)
	c[4].Leave(2, survey.Skipped)
	c[5].Tick(0, 0)
	c[5].Tick(1, 0, 1)
	c[5].Ticks[0].Set(2) // not asked, so it counts for nothing
	c[5].Tick(3)
	c[6].Leave(3, survey.NotAsked)
	return s
}

func options() Options {
	return Options{Themes: func(answers []string, _ []survey.Theme) []survey.Bits {
		b := survey.NewBits(len(answers))
		for r, a := range answers {
			if a == "x" {
				b.Set(r)
			}
		}
		return []survey.Bits{b}
	}}
}

func text(t *testing.T, f func() ([]byte, error)) string {
	t.Helper()
	data, err := f()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCSV(t *testing.T) {
	got := text(t, Of(few(), options()).CSV)
	want := `organisation,v_all,v_2_how,used_x,used_x_2,volume,themes_t,weight
org-1,'=HYPERLINK(1),slecht,0,0,,0,4
org-2,'=HYPERLINK(1),,1,1,1000000,0,2
org-3,"Nee, nooit",goed,1,0,2.5,1,1
org-3,"Nee, nooit",,,,0,1,0.1
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestOrderOfTheFileTellsNothing holds that a file in another order gives the same bytes.
func TestOrderOfTheFileTellsNothing(t *testing.T) {
	want := text(t, Of(few(), options()).CSV)
	s := few()
	order := []int{2, 0, 3, 1}
	for k := range s.Columns {
		s.Columns[k] = s.Columns[k].Select(order)
	}
	s.Design.Weights = reordered(s.Design.Weights, order)
	if got := text(t, Of(s, options()).CSV); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNamesStayOut(t *testing.T) {
	table := Of(few(), options())
	if want := []string{"respondent", "organisation", "inhabitants", "words"}; !slices.Equal(table.Left, want) {
		t.Errorf("left out %q, want %q", table.Left, want)
	}
	for _, write := range []func() ([]byte, error){table.CSV, table.SPSS, table.Parquet, table.Codebook} {
		for _, secret := range []string{"Zee", "zee", "Jansen", "Truus", "Duin"} {
			if strings.Contains(text(t, write), secret) {
				t.Errorf("%q is in an output", secret)
			}
		}
	}
	o := options()
	o.Names = true
	named := text(t, Of(few(), o).CSV)
	if !strings.HasPrefix(named, "organisation_2,organisation,inhabitants,") || !strings.Contains(named, "org-1,Gemeente Zee,1,") || strings.Contains(named, "Jansen") {
		t.Errorf("with names:\n%s", named)
	}
}

func TestKeyMakesStablePseudonyms(t *testing.T) {
	of := func(key string) []string {
		o := options()
		o.Names, o.Key = true, []byte(key)
		return Of(few(), o).Columns[0].Texts
	}
	one, other := of("a secret of many bytes"), of("another secret of bytes")
	if one[0] != one[2] || one[0] == one[1] || one[0] == other[0] || !slices.Equal(one, of("a secret of many bytes")) {
		t.Errorf("%q and %q", one, other)
	}
}

func TestCodebookHasEveryColumn(t *testing.T) {
	table := Of(few(), options())
	lines, err := csv.NewReader(strings.NewReader(text(t, table.Codebook))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, line := range lines[1:] {
		names = append(names, line[0])
	}
	names = slices.Compact(names)
	for k := range table.Columns {
		if names[k] != table.Columns[k].Name {
			t.Errorf("column %d is %s, and %s in the codebook", k, table.Columns[k].Name, names[k])
		}
	}
	if got := strings.Join(lines[3], "|"); got != "v_all|choice|all|'=1+1||2|Nee, nooit" {
		t.Errorf("a code: %s", got)
	}
}

func TestSPSS(t *testing.T) {
	table := Of(few(), options())
	data := []byte(text(t, table.SPSS))
	f, err := spss.Read("x.sav", data)
	if err != nil || len(f.Doubts) > 0 {
		t.Fatal(err, f.Doubts)
	}
	if f.Weight != len(table.Columns)-1 || f.Cases != 4 || f.Label != "Proef" {
		t.Errorf("weight %d, %d cases, %q", f.Weight, f.Cases, f.Label)
	}
	how := f.Variables[2]
	if label, _ := how.NumberLabel(2); label != "goed" || how.Measure != spss.Ordinal || how.States[1] != spss.SystemMissing {
		t.Errorf("%+v", how)
	}
	if len(f.Sets) != 2 || f.Sets[0].Label != "Welke?" || !slices.Equal(f.Sets[0].Variables, []int{3, 4}) || f.Sets[0].Counted != "1" {
		t.Errorf("%+v", f.Sets)
	}
	for r := range 4 {
		if got := f.Variables[0].Text(r); got != table.Columns[0].Texts[r] {
			t.Errorf("row %d is %s", r, got)
		}
	}
	if !bytes.Equal(data, []byte(text(t, Of(few(), options()).SPSS))) {
		t.Error("the same survey gives other bytes")
	}
}
