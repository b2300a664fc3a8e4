package sampledata_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"benchmark/survey/codebook"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

func readCodebook(t *testing.T) *codebook.Codebook {
	t.Helper()
	var book codebook.Codebook
	if err := yaml.Load(content(t, "howaboutyou-2018.codebook.yaml"), &book, yaml.WithKnownFields()); err != nil {
		t.Fatal(err)
	}
	return &book
}

func TestCodebookCoversTheFile(t *testing.T) {
	book, s := readCodebook(t), readWorkbook(t)
	for _, heading := range []string{book.Respondent.ID, book.Respondent.Started, book.Respondent.Ended, book.Respondent.Status} {
		if !slices.Contains(s.questions[:4], heading) {
			t.Errorf("the file has no column %q", heading)
		}
	}
	var headings, ids []string
	for _, q := range book.Questions {
		headings, ids = append(headings, q.Column), append(ids, q.ID)
		labels := optionLabels(q)
		for c := range s.questions {
			if s.questions[c] != q.Column {
				continue
			}
			if q.Kind == "multiple" {
				if !slices.Contains(labels, s.options[c]) {
					t.Errorf("%s: the codebook has no option %q", q.ID, s.options[c])
				}
				continue
			}
			for _, row := range s.rows {
				if len(labels) > 0 && row[c] != "" && !slices.Contains(labels, row[c]) {
					t.Errorf("%s: the codebook has no option %q", q.ID, row[c])
				}
			}
		}
	}
	if diff := cmp.Diff(slices.Compact(slices.Clone(s.questions[4:])), headings); diff != "" {
		t.Errorf("headings (-file +codebook):\n%s", diff)
	}
	if slices.Sort(ids); len(slices.Compact(ids)) != len(book.Questions) {
		t.Error("two questions share an id")
	}
}

func optionLabels(q codebook.Question) []string {
	var labels []string
	for _, o := range q.Options {
		labels = append(labels, o.Label)
	}
	return labels
}

// TestRouting holds that exactly those answered who were asked, but for rows 13
// to 15, where fewer did.
func TestRouting(t *testing.T) {
	book, s := readCodebook(t), readWorkbook(t).respondents()
	skipped := map[string]int{"livechat-reasons": 20, "chatbot-words": 117 - 74, "chatbot-opportunities": 117 - 61}
	for _, q := range book.Questions {
		if q.AskedAll == (len(q.AskedIf) > 0) {
			t.Errorf("%s: the routing is not settled", q.ID)
		}
		unanswered, unasked := 0, 0
		for _, row := range s.rows {
			asked, answered := true, gave(s, row, q)
			for earlier, codes := range q.AskedIf {
				asked = asked && chose(s, row, book, earlier, codes)
			}
			switch {
			case asked && !answered:
				unanswered++
			case !asked && answered:
				unasked++
			}
		}
		if unanswered != skipped[q.ID] || unasked != 0 {
			t.Errorf("%s: %d were asked and skipped it, want %d; %d answered unasked", q.ID, unanswered, skipped[q.ID], unasked)
		}
	}
}

func gave(s *sheet, row []string, q codebook.Question) bool {
	for c := range row {
		if s.questions[c] == q.Column && row[c] != "" {
			return true
		}
	}
	return false
}

func chose(s *sheet, row []string, book *codebook.Codebook, id string, codes []string) bool {
	q := book.Questions[slices.IndexFunc(book.Questions, func(q codebook.Question) bool { return q.ID == id })]
	c := slices.Index(s.questions, q.Column)
	return slices.ContainsFunc(q.Options, func(o codebook.Option) bool {
		return o.Label == row[c] && slices.Contains(codes, o.Code)
	})
}

func readTable(t *testing.T, name string) (index map[string]int, rows [][]string) {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(content(t, name))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	index = make(map[string]int)
	for c, heading := range all[0] {
		index[heading] = c
	}
	return index, all[1:]
}

func TestFrame(t *testing.T) {
	// Organisations in 2018: 380 municipalities in four classes and the others.
	want := map[string]string{
		"municipality under-20k": "112 3", "municipality 20k-50k": "189 3", "municipality 50k-100k": "48 3", "municipality over-100k": "31 3",
		"safety-region ": "25 0", "water-board ": "21 0", "province ": "12 0", "health-service ": "25 0",
	}
	at, rows := readTable(t, "frame-nl-2018.csv")
	got := make(map[string]string)
	for _, row := range rows {
		got[row[at["type"]]+" "+row[at["size"]]] = row[at["population"]] + " " + row[at["uncertainty"]]
		if row[at["date"]] == "" || row[at["source"]] == "" {
			t.Errorf("no date or source: %v", row)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("frame (-want +got):\n%s", diff)
	}
}

func TestRegister(t *testing.T) {
	at, rows := readTable(t, "register-2018.csv")
	current, byCode, names := make(map[string]int), make(map[string][]string), make(map[string]bool)
	for _, row := range rows {
		name, code := row[at["name"]], row[at["code"]]
		if names[name] || byCode[code] != nil {
			t.Errorf("%s %s stands in the register twice", code, name)
		}
		names[name], byCode[code] = true, row
		if row[at["valid_to"]] == "" {
			current[row[at["type"]]]++
		}
	}
	want := map[string]int{"municipality": 380, "safety-region": 25, "water-board": 21, "province": 12, "health-service": 25, "other": 34}
	if diff := cmp.Diff(want, current); diff != "" {
		t.Errorf("bodies that exist (-want +got):\n%s", diff)
	}
	gone := 0
	for _, row := range rows {
		if row[at["valid_to"]] == "" {
			continue
		}
		gone++
		if heir := byCode[row[at["successor"]]]; heir == nil || heir[at["valid_to"]] != "" || heir[at["valid_from"]] <= row[at["valid_to"]] {
			t.Errorf("%s has no successor that came after it", row[at["name"]])
		}
	}
	if gone != 12 {
		t.Errorf("%d bodies merged, want 12", gone)
	}
	book, s := readCodebook(t), readWorkbook(t).respondents()
	for _, row := range s.rows {
		body := byCode[row[s.column("Wat is de code", "")]]
		if body == nil || body[at["name"]] != row[s.column("Wat is de naam", "")] ||
			body[at["inhabitants"]] != row[s.column("inwoners heeft uw", "")] ||
			!chose(s, row, book, "organisation-type", []string{body[at["type"]]}) ||
			!chose(s, row, book, "province", []string{body[at["province"]]}) {
			t.Errorf("%s is not in the register as it says", strings.Join(row[4:9], ", "))
		}
	}
}
