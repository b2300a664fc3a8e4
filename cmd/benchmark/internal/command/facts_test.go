package command

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sampleFolder holds the sample survey.
const sampleFolder = "../../../../sample-data"

// printedStudy is what these tests read of the JSON of a study.
type printedStudy struct {
	Tables []printedTable `json:"tables"`
}

type printedTable struct {
	ID, Topic, Channel string
	Groups             []printedGroup
	Rows               []printedRow
}

type printedGroup struct{ Breakdown, Level, Label, Means string }

type printedRow struct {
	Key, Measure, Label, Means string
	Net                        bool
	Cells                      []printedCell
}

type printedCell struct {
	Status, Method   string
	Value, Low, High *float64
	SE               *float64 `json:"se"`
	Count, Base      *int
}

// analyzeJSON runs "analyze --format json" and returns what it printed.
func analyzeJSON(t *testing.T, wantStatus int, args ...string) printedStudy {
	t.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"analyze", "--format", "json"}, args...)
	if got := Main(t.Context(), args, strings.NewReader(""), &out, &errs, func(string) string { return "" }); got != wantStatus {
		t.Fatalf("benchmark %s: exit status %d, want %d\n%s", strings.Join(args, " "), got, wantStatus, errs.String())
	}
	var study printedStudy
	if err := json.Unmarshal(out.Bytes(), &study); err != nil {
		t.Fatal(err)
	}
	return study
}

// find returns the cell of the row (by key, meaning or part of its label) in
// the group (by meaning or part of its label; "" is the total).
func (s printedStudy) find(topic, channel, row, measure, group string) (printedCell, error) {
	for _, table := range s.Tables {
		if table.Topic != topic || channel != "" && !strings.EqualFold(table.Channel, channel) {
			continue
		}
		g, ok := table.group(group)
		if !ok {
			return printedCell{}, fmt.Errorf("table %s has no group %q", table.ID, group)
		}
		for _, r := range table.Rows {
			if r.Measure == measure && (r.Key == row || r.Means == row || !r.Net && containsFold(r.Label, row)) {
				return r.Cells[g], nil
			}
		}
		return printedCell{}, fmt.Errorf("table %s has no row %q (%s)", table.ID, row, measure)
	}
	return printedCell{}, fmt.Errorf("no table %s about %q", topic, channel)
}

func (t printedTable) group(name string) (int, bool) {
	for i, g := range t.Groups {
		if name == "" && g.Breakdown == "" || name != "" && (g.Means == name || containsFold(g.Label, name)) {
			return i, true
		}
	}
	return 0, false
}

func containsFold(s, part string) bool {
	return part != "" && strings.Contains(strings.ToLower(s), strings.ToLower(part))
}

// fact is one published count, by the number of its row in the study's list.
type fact struct {
	row                   int
	topic, channel, label string
	group                 string
	count, base           int
}

// facts are the counts of the sample survey, which fit the figures that the
// study of 2018 published. Rows 20 and 21 are numbers and stand in volumes.
func facts() []fact {
	list := []fact{
		{2, "adoption", "WhatsApp", "uses", "", 56, 117},
		{3, "adoption", "WhatsApp", "surely", "", 12, 117},
		{4, "adoption", "WhatsApp", "likely", "", 12, 117},
		{5, "adoption", "WhatsApp", "net:projection", "", 80, 117},
		{6, "adoption", "WhatsApp", "pilot", "", 2, 117},
		{7, "satisfaction", "WhatsApp", "net:top-two", "", 50, 58},
		{8, "praise", "WhatsApp", "inwoners zijn erg tevreden", "", 17, 50},
		{9, "concern", "WhatsApp", "ja", "", 2, 58},
		{10, "adoption", "live chat", "uses", "", 13, 117},
		{11, "consideration", "live chat", "net:considers", "", 78, 104},
		{11, "consideration", "live chat", "net:plans", "", 34, 104},
		{12, "adoption", "live chat", "net:projection", "", 47, 117},
		{13, "reasons", "live chat", "laagdrempelig", "", 31, 58},
		{13, "reasons", "live chat", "website persoonlijk", "", 20, 58},
		{13, "reasons", "live chat", "minder afhakers", "", 19, 58},
		{14, "words", "", "snel", "", 24, 74},
		{14, "words", "", "antwoord", "", 20, 74},
		{14, "words", "", "onpersoonlijk", "", 14, 74},
		{14, "words", "", "vragen", "", 10, 74},
		{14, "words", "", "drempelverlagend", "", 7, 74},
		{14, "words", "", "klantvriendelijk", "", 5, 74},
		{15, "themes", "", "klantreis", "", 27, 61},
		{15, "themes", "", "standaardproducten", "", 22, 61},
		{16, "barriers", "WhatsApp", "capaciteit", "", 35, 59},
		{17, "barriers", "live chat", "capaciteit", "", 52, 104},
		{18, "barriers", "WhatsApp", "nog niet klaar", "", 18, 59},
		{18, "barriers", "live chat", "nog niet klaar", "", 31, 104},
		{18, "any-barrier", "", "nog niet klaar", "", 35, 117},
		{19, "change", "", "sterke daling", "", 2, 117},
		{19, "change", "", "gelijk", "", 66, 117},
		{19, "change", "", "sterke stijging", "", 4, 117},
		{19, "change", "", "net:rise", "", 37, 117},
		{19, "change", "", "net:fall", "", 14, 117},
		{22, "ownership", "", "communication", "", 52, 117},
		{22, "ownership", "", "contact-centre", "", 36, 117},
		{22, "ownership", "", "mixed", "", 29, 117},
		{23, "ownership", "", "contact-centre", "WhatsApp", 26, 56},
		{24, "ownership", "", "contact-centre", "live chat", 8, 13},
		{25, "channels", "", "twitter", "", 114, 117},
		{25, "channels", "", "facebook", "", 113, 117},
		{26, "channels", "", "linkedin", "", 78, 117},
		{26, "channels", "", "youtube", "", 70, 117},
		{26, "channels", "", "instagram", "", 64, 117},
	}
	for group, n := range map[string]int{"municipality": 92, "safety-region": 8, "water-board": 5, "province": 2, "health-service": 2, "other": 8} {
		list = append(list, fact{1, "respondents", "", "respondents", group, n, 117})
	}
	for group, n := range map[string]int{"municipality": 48, "safety-region": 3, "water-board": 2, "province": 1, "health-service": 0, "other": 2} {
		list = append(list, fact{2, "adoption", "WhatsApp", "uses", group, n, map[string]int{
			"municipality": 92, "safety-region": 8, "water-board": 5, "province": 2, "health-service": 2, "other": 8}[group]})
	}
	return list
}

// sizes are the facts by size class, of which the wording differs by survey.
func sizes() []fact {
	return []fact{
		{2, "adoption", "WhatsApp", "uses", "large", 13, 19},
		{10, "adoption", "live chat", "uses", "large", 5, 19},
	}
}

// volumes are rows 20 and 21: statistics of a number.
func volumes() []struct {
	row                          int
	channel, key, measure, group string
	value                        float64
	base                         int
} {
	return []struct {
		row                          int
		channel, key, measure, group string
		value                        float64
		base                         int
	}{
		{20, "WhatsApp", "median", "median", "", 2, 56},
		{20, "WhatsApp", "mean", "mean", "", 180.5 / 56, 56},
		{20, "WhatsApp", "upper-quartile", "upper-quartile", "large", 10, 13},
		{21, "live chat", "median", "median", "", 1.5, 13},
		{21, "live chat", "lower-quartile", "lower-quartile", "large", 12.5, 5},
		{21, "live chat", "upper-quartile", "upper-quartile", "large", 25, 5},
	}
}

func (s printedStudy) check(t *testing.T, f fact) {
	t.Helper()
	measure := "share"
	if f.topic == "respondents" {
		measure = "count"
	}
	cell, err := s.find(f.topic, f.channel, f.label, measure, f.group)
	switch {
	case err != nil:
		t.Errorf("row %d: %v", f.row, err)
	case cell.Status != "estimated" || cell.Count == nil || *cell.Count != f.count || *cell.Base != f.base:
		t.Errorf("row %d: %s %s %q in %q is %s, want %d of %d", f.row, f.topic, f.channel, f.label, f.group, cell, f.count, f.base)
	case measure == "share" && (*cell.Value != float64(f.count)/float64(f.base) || cell.Method == "" || *cell.Low >= *cell.High):
		t.Errorf("row %d: %s %s %q lacks full precision or an interval: %s", f.row, f.topic, f.channel, f.label, cell)
	}
}

func (c printedCell) String() string {
	out, err := json.Marshal(c)
	if err != nil {
		return err.Error()
	}
	return string(out)
}

// Every figure that the study published comes out of the sample survey: from
// the workbook and from the text file, with the codebook and without.
func TestPublishedFigures(t *testing.T) {
	for _, run := range []struct {
		name     string
		args     []string
		status   int
		inferred bool
	}{
		{"workbook", []string{"howaboutyou-2018.xlsx"}, statusDone, false},
		{"text file", []string{"howaboutyou-2018.csv"}, statusDone, false},
		{"workbook without codebook", []string{"howaboutyou-2018.xlsx", "--no-codebook"}, statusDoubtful, true},
		{"text file without codebook", []string{"howaboutyou-2018.csv", "--no-codebook"}, statusDoubtful, true},
	} {
		t.Run(run.name, func(t *testing.T) {
			run.args[0] = filepath.Join(sampleFolder, run.args[0])
			study := analyzeJSON(t, run.status, run.args...)
			for _, f := range facts() {
				if run.inferred {
					if f.row == 15 {
						continue // themes need a coding frame
					}
					f = withSecondAnswer(f)
				}
				study.check(t, f)
			}
			for _, f := range sizes() {
				study.check(t, f)
			}
			for _, v := range volumes() {
				cell, err := study.find("volume", v.channel, v.key, v.measure, v.group)
				if err != nil {
					t.Errorf("row %d: %v", v.row, err)
				} else if cell.Value == nil || math.Abs(*cell.Value-v.value) > 1e-12 || *cell.Base != v.base {
					t.Errorf("row %d: %s of %s in %q is %s, want %v on %d", v.row, v.key, v.channel, v.group, cell, v.value, v.base)
				}
			}
		})
	}
}

// withSecondAnswer changes a fact to what it is when no codebook settles that
// one municipality began twice: its first, broken-off response is a respondent
// with nothing but its background.
func withSecondAnswer(f fact) fact {
	switch {
	case f.topic == "respondents" && f.group == "municipality":
		f.count++
		f.base++
	case f.topic == "respondents", f.topic == "any-barrier":
		f.base++
	}
	return f
}

// The workbook and the text file hold the same answers, so that every figure
// of one is in the other.
func TestWorkbookAndTextFileAgree(t *testing.T) {
	workbook := analyzeJSON(t, statusDone, filepath.Join(sampleFolder, "howaboutyou-2018.xlsx"))
	text := analyzeJSON(t, statusDone, filepath.Join(sampleFolder, "howaboutyou-2018.csv"))
	want, err := json.Marshal(workbook)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Error("the workbook and the text file give different tables")
	}
}

// The second survey is in English, by Flemish organisations, with other
// wordings, other scales and another order; its counts come from the program
// that made it.
func TestSecondSurvey(t *testing.T) {
	truth, err := os.ReadFile("testdata/second/flanders-2021.truth.tsv")
	if err != nil {
		t.Fatal(err)
	}
	study := analyzeJSON(t, statusDone, "testdata/second/flanders-2021.csv", "--disclosure", "none")
	for n, line := range strings.Split(strings.TrimSpace(string(truth)), "\n") {
		if n > 0 {
			study.checkTruth(t, strings.Split(line, "\t"))
		}
	}
}

// The order of rows and columns in the file changes no figure, with the
// codebook and without.
func TestOrderOfRowsAndColumns(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(sampleFolder, "howaboutyou-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.Comma = ';'
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, name := range []string{"howaboutyou-2018.codebook.yaml", "frame-nl-2018.csv", "register-2018.csv"} {
		data, err := os.ReadFile(filepath.Join(sampleFolder, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, name), string(data))
	}
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(records)-1, func(i, j int) { records[i+1], records[j+1] = records[j+1], records[i+1] })
	columns := random.Perm(len(records[0]))
	var out bytes.Buffer
	writer := csv.NewWriter(&out)
	writer.Comma = ';'
	for _, record := range records {
		moved := make([]string, len(columns))
		for to, from := range columns {
			moved[to] = record[from]
		}
		if err := writer.Write(moved); err != nil {
			t.Fatal(err)
		}
	}
	writer.Flush()
	shuffled := filepath.Join(folder, "howaboutyou-2018.csv")
	write(t, shuffled, out.String())

	original := filepath.Join(sampleFolder, "howaboutyou-2018.csv")
	for _, run := range []struct {
		name   string
		args   []string
		status int
	}{{"with codebook", nil, statusDone}, {"without codebook", []string{"--no-codebook"}, statusDoubtful}} {
		t.Run(run.name, func(t *testing.T) {
			want := analyzeJSON(t, run.status, append([]string{original}, run.args...)...).figures()
			got := analyzeJSON(t, run.status, append([]string{shuffled}, run.args...)...).figures()
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("figures (-original +shuffled):\n%s", diff)
			}
		})
	}
}

// figures returns every cell by what it is about, in words, so that neither the
// order nor the ids of questions count.
func (s printedStudy) figures() map[string]string {
	all := map[string]string{}
	for _, t := range s.Tables {
		for _, r := range t.Rows {
			for g, c := range r.Cells {
				name := r.Label
				if name == "" {
					name = r.Key
				}
				all[strings.Join([]string{t.Topic, t.Channel, name, r.Measure, t.Groups[g].Label}, " | ")] = c.String()
			}
		}
	}
	return all
}
