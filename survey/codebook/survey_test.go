package codebook

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

const (
	samples = "../../sample-data/"
	second  = "../../cmd/benchmark/internal/command/testdata/second/"
)

// published are the counts of the 2018 study as the sample holds them, by role
// and channel: the options in questionnaire order, and the number who answered.
var published = []struct {
	role    survey.Role
	channel string
	options []int
	base    int
}{
	{survey.BodyType, "", []int{92, 8, 5, 2, 2, 8}, 117},
	{survey.SizeClass, "", []int{14, 32, 27, 19}, 92},
	{survey.Presence, "", []int{114, 113, 78, 70, 64, 8}, 117},
	{survey.Adoption, "WhatsApp", []int{56, 2, 12, 12, 9, 26}, 117},
	{survey.Satisfaction, "WhatsApp", []int{1, 1, 6, 32, 18}, 58},
	{survey.Praise, "WhatsApp", []int{17}, 50},
	{survey.Concern, "WhatsApp", []int{2, 56}, 58},
	{survey.Barrier, "WhatsApp", []int{35, 18}, 59},
	{survey.Adoption, "Live chat", []int{13, 0, 14, 20, 44, 26}, 117},
	{survey.Reason, "Live chat", []int{31, 20, 19}, 58},
	{survey.Barrier, "Live chat", []int{52, 31}, 104},
	{survey.Change, "", []int{2, 12, 66, 33, 4}, 117},
	{survey.Owner, "", []int{52, 36, 29}, 117},
	{survey.Volume, "WhatsApp", nil, 56},
	{survey.Volume, "Live chat", nil, 13},
	{survey.Association, "Chatbot", nil, 74},
	{survey.Opportunity, "Chatbot", nil, 61},
}

// role returns the position of the question with the role and channel, or -1.
func role(s *survey.Survey, r survey.Role, channel string) int {
	return slices.IndexFunc(s.Questions, func(q survey.Question) bool { return q.Role == r && q.Channel == channel })
}

func TestSampleHasThePublishedCounts(t *testing.T) {
	for _, name := range []string{"howaboutyou-2018.xlsx", "howaboutyou-2018.csv"} {
		f := open(t, samples+name)
		s := apply(t, codebookOf(t, samples+"howaboutyou-2018.codebook.yaml"), f)
		if s.Respondents != 117 || s.Source.Read != 120 {
			t.Errorf("%s: %d respondents of %d rows", name, s.Respondents, s.Source.Read)
		}
		for _, i := range s.Issues {
			if i.Severity == survey.Doubt {
				t.Errorf("%s: doubt %s %v", name, i.Code, i.Args)
			}
		}
		for _, want := range published {
			at := role(s, want.role, want.channel)
			if at < 0 {
				t.Errorf("%s: no question with role %s about %q", name, want.role, want.channel)
				continue
			}
			q := &s.Questions[at]
			if got := states(s, q.ID)["answered"]; got != want.base {
				t.Errorf("%s: %s: base %d, want %d", name, q.ID, got, want.base)
			}
			n := counts(s, q.ID)
			for o, count := range want.options {
				if got := n[q.Options[o].Code]; got != count {
					t.Errorf("%s: %s: %s %d, want %d", name, q.ID, q.Options[o].Label, got, count)
				}
			}
		}
	}
}

// Volumes per hour of the 2018 sample, WhatsApp and live chat.
func TestSampleVolumes(t *testing.T) {
	for _, name := range []string{"howaboutyou-2018.xlsx", "howaboutyou-2018.csv"} {
		f := open(t, samples+name)
		s := apply(t, Infer(f), f)
		at := role(s, survey.Volume, "Live chat")
		var got []float64
		for r := range s.Columns[at].Len() {
			state := s.Columns[at].State(r)
			if state == survey.Answered {
				got = append(got, s.Columns[at].Number(r))
			}
		}
		slices.Sort(got)
		want := []float64{0.5, 0.5, 1, 1, 1, 1.5, 1.5, 2, 4, 12.5, 15, 25, 30}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// inferred applies the codebook that is inferred from the file, by way of its
// written form.
func inferred(t testing.TB, f *export.File) *survey.Survey {
	t.Helper()
	cb := Infer(f)
	var out bytes.Buffer
	if err := Write(&out, cb, true); err != nil {
		t.Fatal(err)
	}
	back, err := Read("inferred.yaml", out.Bytes())
	if err != nil {
		t.Fatalf("what was inferred does not read: %v\n%s", err, out.String())
	}
	if diff := cmp.Diff(cb, back, unwritten()); diff != "" {
		t.Fatal(diff)
	}
	return apply(t, cb, f)
}

// The road without a codebook finds every role of the codebook, about the same
// channel, and the same counts; the sample keeps its respondent who answered
// twice, with a doubt.
func TestInferenceAgreesWithTheCodebook(t *testing.T) {
	for _, test := range []struct{ file, codebook string }{
		{samples + "howaboutyou-2018.xlsx", samples + "howaboutyou-2018.codebook.yaml"},
		{samples + "howaboutyou-2018.csv", samples + "howaboutyou-2018.codebook.yaml"},
		{second + "flanders-2021.csv", second + "flanders-2021.codebook.yaml"},
	} {
		f := open(t, test.file)
		want := apply(t, codebookOf(t, test.codebook), f)
		got := inferred(t, f)
		extra := 0
		if strings.Contains(test.file, samples) {
			extra = 1
			if len(issues(got, survey.IssueDuplicateID)) != 1 || got.Respondents != 118 {
				t.Errorf("%s: %d respondents, issues %+v", test.file, got.Respondents, issues(got, survey.IssueDuplicateID))
			}
		} else if got.Respondents != want.Respondents {
			t.Errorf("%s: %d respondents, want %d", test.file, got.Respondents, want.Respondents)
		}
		for _, i := range got.Issues {
			if i.Severity == survey.Doubt && i.Code != survey.IssueDuplicateID {
				t.Errorf("%s: doubt %s %v", test.file, i.Code, i.Args)
			}
		}
		for i := range want.Questions {
			compareQuestion(t, test.file, want, got, i, extra)
		}
	}
}

// compareQuestion compares one question of the survey read with a codebook with
// the one inferred. Background questions count the extra respondents as well.
func compareQuestion(t *testing.T, file string, want, got *survey.Survey, i, extra int) {
	t.Helper()
	q := &want.Questions[i]
	at := role(got, q.Role, q.Channel)
	if q.Role == survey.NoRole {
		return
	}
	if at < 0 || got.Questions[at].Kind != q.Kind || got.Questions[at].Text != q.Text {
		t.Errorf("%s: %s: role %s about %q of kind %s is not found by its wording", file, q.ID, q.Role, q.Channel, q.Kind)
		return
	}
	background := aboutRespondent(q.Role)
	for o := range q.Options {
		if q.Options[o].Other {
			continue
		}
		n, m := 0, 0
		for r := range want.Respondents {
			n += one(want.Columns[i].Is(r, o))
		}
		k := slices.IndexFunc(got.Questions[at].Options, func(p survey.Option) bool { return key(p.Label) == key(q.Options[o].Label) })
		for r := range got.Respondents {
			m += one(got.Columns[at].Is(r, k))
		}
		if m != n && !(background && m == n+extra) {
			t.Errorf("%s: %s: %s %d, want %d", file, q.ID, q.Options[o].Label, m, n)
		}
		if k >= 0 && q.Options[o].Means != "" && got.Questions[at].Options[k].Means != q.Options[o].Means {
			t.Errorf("%s: %s: %s means %q, want %q", file, q.ID, q.Options[o].Label, got.Questions[at].Options[k].Means, q.Options[o].Means)
		}
		if k >= 0 && got.Questions[at].Options[k].Score != q.Options[o].Score {
			t.Errorf("%s: %s: %s scores %d, want %d", file, q.ID, q.Options[o].Label, got.Questions[at].Options[k].Score, q.Options[o].Score)
		}
	}
}

// The second survey's counts, made when it was generated, total and by group.
func TestSecondSurveyHasItsCounts(t *testing.T) {
	s := apply(t, codebookOf(t, second+"flanders-2021.codebook.yaml"), open(t, second+"flanders-2021.csv"))
	data, err := os.ReadFile(second + "flanders-2021.truth.tsv")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for line := range strings.Lines(string(data)) {
		v := strings.Split(strings.TrimSpace(line), "\t")
		at := -1
		if len(v) == 7 {
			at = s.Find(v[2])
		}
		if at < 0 {
			continue
		}
		o := s.Questions[at].Option(v[3])
		if o < 0 {
			continue
		}
		n, base := 0, 0
		for r := range s.Respondents {
			if !inGroup(s, r, v[4]) || s.Columns[at].State(r) != survey.Answered {
				continue
			}
			out := slices.IndexFunc(s.Questions[at].Options, func(p survey.Option) bool { return p.OutOfBase })
			base += one(!s.Columns[at].Is(r, out))
			n += one(s.Columns[at].Is(r, o))
		}
		if got := []string{strconv.Itoa(n), strconv.Itoa(base)}; !slices.Equal(got, v[5:7]) {
			t.Errorf("%s: got %v", strings.TrimSpace(line), got)
		}
		checked++
	}
	if checked < 60 {
		t.Errorf("checked %d counts only", checked)
	}
}

func inGroup(s *survey.Survey, r int, group string) bool {
	id, code, ok := strings.Cut(group, "=")
	if !ok {
		return true
	}
	at := s.Find(id)
	return s.Columns[at].Is(r, s.Questions[at].Option(code))
}
