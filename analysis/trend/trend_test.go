package trend

import (
	"fmt"
	"os"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
	"benchmark/survey/register"
)

const samples = "../../sample-data/"

// sample reads waves of the sample as the commands do.
func sample(t testing.TB, years ...int) []Wave {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(samples + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var all []Wave
	for _, year := range years {
		name := fmt.Sprintf("howaboutyou-%d.xlsx", year)
		if year == 2017 {
			name = "howaboutyou-2017.csv"
		}
		f, err := export.Read(name, read(name), export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		book, err := codebook.Read("c.yaml", read(fmt.Sprintf("howaboutyou-%d.codebook.yaml", year)))
		if err != nil {
			t.Fatal(err)
		}
		s, err := book.Apply(f)
		if err != nil {
			t.Fatal(err)
		}
		reg, err := frame.ReadRegister("register-2018.csv", read("register-2018.csv"))
		if err != nil {
			t.Fatal(err)
		}
		roster := register.Identify(s, register.Options{Register: reg})
		roster.Settle(book.FromRegister.Several)
		study, err := analysis.Analyze(s, analysis.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		m, err := survey.ParseMoment(fmt.Sprintf("%d-10", year))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Wave{m, study, roster})
	}
	return all
}

func TestTmp(t *testing.T) {
	tr, err := Make(sample(t, 2017, 2018, 2019), Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tr.Rows {
		fmt.Printf("%-40s %v ", r.ID, r.Protected)
		for _, f := range r.Figures {
			fmt.Printf("%s %.3f (%d/%d) ", f.Status, f.Value, f.Count, f.Base)
		}
		for _, c := range r.Changes[1:] {
			fmt.Printf("| %d>%d %s %.3f [%.2f %.2f] p %.4f adj %.4f sep %v panel %v", c.From, c.To, c.Verdict, c.Difference.Value, c.Difference.Low, c.Difference.High, c.Result.P, c.Result.Adjusted, c.Separate, c.Panel.N1)
		}
		fmt.Println()
	}
	for _, f := range tr.Flows {
		fmt.Printf("%+v\n", f)
	}
	for _, f := range tr.Follows {
		fmt.Printf("%+v\n", f)
	}
}
