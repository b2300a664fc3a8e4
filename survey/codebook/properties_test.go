package codebook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"benchmark/survey"
	"benchmark/survey/export"
)

// summary holds every count of a survey by question and option label, apart
// from their order.
func summary(s *survey.Survey) map[string]string {
	sums := map[string]string{}
	for i := range s.Questions {
		q := &s.Questions[i]
		var parts []string
		for o := range q.Options {
			n := 0
			for r := range s.Respondents {
				n += one(s.Columns[i].Is(r, o))
			}
			parts = append(parts, fmt.Sprintf("%s=%d", q.Options[o].Code, n))
		}
		slices.Sort(parts)
		total := 0.0
		for _, v := range s.Columns[i].Numbers() {
			total += v
		}
		sums[q.ID] = fmt.Sprint(q.Kind, q.Role, q.Channel, states(s, q.ID), parts, total)
	}
	return sums
}

// shuffled returns the file with its rows and columns in another order; the
// columns of a block stay together.
func shuffled(t *rapid.T, f *export.File) *export.File {
	g := *f
	rows := rapid.Permutation(rangeOf(f.Rows.Len())).Draw(t, "rows")
	var blocks []int
	for _, c := range f.Columns {
		if !slices.Contains(blocks, c.Block) {
			blocks = append(blocks, c.Block)
		}
	}
	g.Columns = nil
	for _, b := range rapid.Permutation(blocks).Draw(t, "blocks") {
		for _, c := range f.Columns {
			if c.Block != b {
				continue
			}
			c.Codes = c.Codes.Only(rows)
			c.Letter = letterOf(len(g.Columns))
			g.Columns = append(g.Columns, c)
		}
	}
	return &g
}

func rangeOf(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestOrderOfRowsAndColumnsChangesNoCount(t *testing.T) {
	for _, test := range []struct{ file, codebook string }{
		{samples + "howaboutyou-2018.csv", samples + "howaboutyou-2018.codebook.yaml"},
		{second + "flanders-2021.csv", second + "flanders-2021.codebook.yaml"},
	} {
		f, cb := open(t, test.file), codebookOf(t, test.codebook)
		with, without := summary(apply(t, cb, f)), summary(apply(t, Infer(f), f))
		rapid.Check(t, func(r *rapid.T) {
			g := shuffled(r, f)
			if diff := cmp.Diff(with, summary(apply(t, cb, g))); diff != "" {
				r.Fatalf("with the codebook: %s", diff)
			}
			if diff := cmp.Diff(without, summary(apply(t, Infer(g), g))); diff != "" {
				r.Fatalf("without a codebook: %s", diff)
			}
		})
	}
}

// Other labels in both file and codebook give the same counts.
func TestLabelsChangeNoCount(t *testing.T) {
	f, cb := open(t, samples+"howaboutyou-2018.csv"), codebookOf(t, samples+"howaboutyou-2018.codebook.yaml")
	want := summary(apply(t, cb, f))
	rapid.Check(t, func(r *rapid.T) {
		word := rapid.StringMatching(`[A-Za-zéëï]{3,8}`).Draw(r, "word")
		names := map[string]string{}
		changed := *cb
		changed.Questions = slices.Clone(cb.Questions)
		for i := range changed.Questions {
			q := &changed.Questions[i]
			q.Options = slices.Clone(q.Options)
			for o := range q.Options {
				if !q.Options[o].Other {
					k := key(q.Options[o].Label)
					if names[k] == "" {
						names[k] = fmt.Sprintf("%s %d", word, len(names))
					}
					q.Options[o].Label = names[k]
				}
			}
		}
		g := *f
		g.Columns = slices.Clone(f.Columns)
		for i := range g.Columns {
			c := &g.Columns[i]
			ticks := c.Option != ""
			if name := names[key(c.Option)]; ticks && name != "" {
				c.Option = name
			}
			cells := c.Dict.Cells()
			c.Dict = export.DictionaryOf(cells...)
			for d := range cells {
				if name := names[key(cells[d].Text)]; name != "" && !ticks {
					cells[d].Text = name
				}
			}
		}
		if diff := cmp.Diff(want, summary(apply(t, &changed, &g))); diff != "" {
			r.Fatal(diff)
		}
	})
}

// Nothing that a survey file can hold makes the road fail in any other way than
// with an error.
func TestAnyFileGoesDownTheRoad(t *testing.T) {
	cell := rapid.SampledFrom([]string{"", "Ja", "Nee", "1", "2", "10.000", "1,5", "-", "N/A", "Zeer tevreden", "Ontevreden", "A;B", "B;C", "A, B", "a@b.nl", "2-10-2018", "Test", "een lang antwoord in eigen woorden", "1 (laag)", "é", "5-jan"})
	heads := rapid.SampledFrom([]string{"", "Status", "Respondent ID", "Naam", "Gebruikt u WhatsApp?", "Waarom|Snel", "Waarom|Anders, namelijk", "Waarom", "Type organisatie", "Aantal inwoners", "Startdatum", "=A", "Vragen per uur", "Hoe tevreden?"})
	rapid.Check(t, func(r *rapid.T) {
		headings := rapid.SliceOfN(heads, 1, 8).Draw(r, "headings")
		rows := make([]string, rapid.IntRange(1, 12).Draw(r, "rows"))
		for i := range rows {
			rows[i] = strings.Join(rapid.SliceOfN(cell, len(headings), len(headings)).Draw(r, "row"), "|")
		}
		f := sheet(headings, rows...)
		cb := Infer(f)
		var out bytes.Buffer
		if err := Write(&out, cb, true); err != nil {
			r.Fatal(err)
		}
		if len(cb.Questions) > 0 {
			if _, err := Read("x.yaml", out.Bytes()); err != nil {
				r.Fatalf("%v\n%s", err, out.String())
			}
		}
		s, err := cb.Apply(f)
		if err != nil {
			if !strings.Contains(err.Error(), "respondent is left") && !strings.Contains(err.Error(), "are tests") {
				r.Fatalf("%v\n%s", err, out.String())
			}
			return
		}
		for i := range s.Columns {
			if s.Columns[i].Len() != s.Respondents {
				r.Fatalf("column %d has %d entries", i, s.Columns[i].Len())
			}
		}
	})
}

func BenchmarkInferAndApply(b *testing.B) {
	f := open(b, samples+"howaboutyou-2018.csv")
	for b.Loop() {
		if _, err := Infer(f).Apply(f); err != nil {
			b.Fatal(err)
		}
	}
}
