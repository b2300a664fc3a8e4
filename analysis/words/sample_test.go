package words

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// TestSample counts the words that the 117 respondents of the sample survey
// have for a chatbot: 24, 20, 14, 10, 9, 7 and 5 mentions as published in 2018,
// and nothing else above 4.
func TestSample(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "sample-data", "howaboutyou-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(charmap.Windows1252.NewDecoder().Reader(bytes.NewReader(data)))
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	status := slices.Index(records[0], "Status")
	question := slices.Index(records[0], "Welke woorden komen bij u op bij een chatbot?")
	if status < 0 || question < 0 {
		t.Fatalf("no such column: %q", records[0])
	}
	var answers []string
	answered := 0
	for _, record := range records[1:] {
		if record[status] != "Voltooid" {
			continue
		}
		answers = append(answers, record[question])
		if record[question] != "" {
			answered++
		}
	}
	if len(answers) != 117 || answered != 74 {
		t.Errorf("%d of %d answered", answered, len(answers))
	}
	type mention struct {
		Form    string
		Answers int
	}
	for _, language := range []string{"nl", ""} {
		var got []mention
		for _, w := range Count(answers, language, Options{}).Words {
			if len(w.Answers) > 4 {
				got = append(got, mention{w.Form, len(w.Answers)})
			}
		}
		want := []mention{{"snel", 24}, {"antwoord", 20}, {"onpersoonlijk", 14}, {"vragen", 10},
			{"persoonlijk", 9}, {"drempelverlagend", 7}, {"klantvriendelijk", 5}}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("language %q: %s", language, d)
		}
	}
}
