package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

func fileOf(t *testing.T, name, text string) *export.File {
	t.Helper()
	f, err := export.Read(name, []byte(text), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A population of 99 is a size, also where 99 stands for no answer among answers
// (data set hospital of R's package survey).
func TestPopulationIsNoCode(t *testing.T) {
	rows := "level,exist,births\n" + strings.Repeat("1,42,300\n", 4) + strings.Repeat("2,99,200\n", 5) + strings.Repeat("3,17,100\n", 6)
	f := fileOf(t, "hospital.csv", rows)
	cb := Infer(f)
	cb.Design = Design{Strata: []string{"level"}, Population: "exist"}
	s, err := cb.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Design.Strata[1].Population; got != 99 {
		t.Errorf("population %d", got)
	}
}

// What the user says of a column takes the place of what was inferred: codes
// become amounts, amounts answers, and an id a question.
func TestRetype(t *testing.T) {
	f := fileOf(t, "sample.csv", "ID,points,score\n1,9,3\n2,5,11\n1,7,3\n2,5,2\n3,9,2\n3,7,11\n")
	cb := Infer(f)
	for _, c := range []struct {
		column string
		kind   survey.Kind
	}{{"points", survey.Number}, {"score", survey.Single}, {"=A", survey.Number}} {
		if err := cb.Retype(f, c.column, c.kind); err != nil {
			t.Fatal(err)
		}
	}
	s, err := cb.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]survey.Kind{}
	for _, q := range s.Questions {
		kinds[q.ID] = q.Kind
	}
	if diff := cmp.Diff(map[string]survey.Kind{"id": survey.Number, "points": survey.Number, "score": survey.Single}, kinds); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var labels []string
	for _, o := range s.Questions[s.Find("score")].Options {
		labels = append(labels, o.Code+" "+o.Label)
	}
	if diff := cmp.Diff([]string{"2 2", "3 3", "11 11"}, labels); diff != "" {
		t.Errorf("options by size (-want +got):\n%s", diff)
	}
	for reference, want := range map[string]string{"scores": `nearest is "score"`, "=Z": "no column Z"} {
		if err := cb.Retype(f, reference, survey.Number); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", reference, err)
		}
	}
}

// R writes NA where a number is missing; one such column is enough.
func TestMissingNumberOfR(t *testing.T) {
	var b strings.Builder
	b.WriteString(`"","Ozone","Temp"` + "\n")
	for i, ozone := range []string{"41", "NA", "12", "18", "NA", "28", "23", "19", "8", "NA", "7", "16"} {
		b.WriteString(`"` + strings.Repeat("I", i+1) + `",` + ozone + ",67\n")
	}
	f := fileOf(t, "air.csv", b.String())
	s, err := Infer(f).Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	at := s.Find("ozone")
	if at < 0 || s.Questions[at].Kind != survey.Number {
		t.Fatalf("%+v", s.Questions)
	}
	missing := 0
	for _, issue := range s.Issues {
		if issue.Severity == survey.Doubt {
			t.Errorf("%+v", issue)
		}
		if issue.Code == survey.IssueBlankWord {
			missing++
		}
	}
	if missing != 1 {
		t.Errorf("told %d times", missing)
	}
}
