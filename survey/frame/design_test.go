package frame

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"benchmark/survey"
)

// organisations returns a survey that asked for type and size; an empty string
// is no answer. The options are the distinct answers in order.
func organisations(types, sizes []string) *survey.Survey {
	s := &survey.Survey{Respondents: len(types)}
	ask(s, "type", survey.BodyType, types)
	ask(s, "size", survey.SizeClass, sizes)
	return s
}

// ask adds a question of one choice with its answers.
func ask(s *survey.Survey, id string, role survey.Role, answers []string) {
	q := survey.Question{ID: id, Kind: survey.Single, Role: role}
	for _, a := range answers {
		if a != "" && q.Option(a) < 0 {
			q.Options = append(q.Options, survey.Option{Code: a, Label: "The " + a})
		}
	}
	c := survey.NewColumn(&q, len(answers))
	for i, a := range answers {
		if a != "" {
			c.Choose(i, q.Option(a))
		}
	}
	s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
}

// withMeaning gives option o of question q a meaning.
func withMeaning(s *survey.Survey, q, o int, means string) *survey.Survey {
	s.Questions[q].Options[o].Means = means
	return s
}

// mustRead reads a frame.
func mustRead(t *testing.T, text string) *Frame {
	t.Helper()
	f, err := Read("frame.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// brief is an issue without its place.
type brief struct {
	Severity survey.Severity
	Code     survey.Code
	Args     []string
	Question string
	Row      int
}

func briefly(issues []survey.Issue) []brief {
	var all []brief
	for _, i := range issues {
		all = append(all, brief{i.Severity, i.Code, i.Args, i.Question, i.Where.Row})
	}
	return all
}

func TestDesign(t *testing.T) {
	s := organisations(
		[]string{"municipality", "Water-Board", "municipality", "municipality", "other", "", "Water-Board"},
		[]string{"over-20k", "", "under-20k", "", "", "under-20k", "over-20k"})
	design, issues := mustRead(t, small).Design(s)
	want := survey.Design{
		Strata: []survey.Stratum{
			{Type: "municipality", Size: "under-20k", Population: 112, Uncertainty: 3, Respondents: 1},
			{Type: "municipality", Size: "over-20k", Population: 268, Respondents: 1},
			{Type: "Water-Board", Population: 21, Respondents: 2},
		},
		Of:           []int16{1, 2, 0, -1, -1, -1, 2},
		FrameDate:    "2018-01-01",
		FrameSources: []string{"register, own count", "association"},
	}
	if d := cmp.Diff(want, design); d != "" {
		t.Error(d)
	}
	notes := []brief{{survey.Note, survey.IssueFrameUnmatched, []string{"The other", "frame"}, "type", 0}}
	if d := cmp.Diff(notes, briefly(issues)); d != "" {
		t.Error(d)
	}
	if n, known := design.TypePopulation("municipality"); n != 380 || !known {
		t.Errorf("%d municipalities, %v", n, known)
	}
}

// TestDesignByMeaning: an option that means the type takes the row, as long as
// no code is the type and no other option means it.
func TestDesignByMeaning(t *testing.T) {
	text := "type,size,population\nmunicipality,LARGE,30\nprovince,,10\n"
	s := organisations([]string{"gemeente", "gewest", "stad"}, []string{"100k+", "", "100k+"})
	withMeaning(withMeaning(s, 0, 0, "municipality"), 1, 0, "large")
	design, issues := mustRead(t, text).Design(s)
	want := []survey.Stratum{{Type: "gemeente", Size: "100k+", Population: 30, Respondents: 1}}
	if d := cmp.Diff(want, design.Strata); d != "" {
		t.Error(d)
	}
	notes := []brief{
		{survey.Note, survey.IssueFrameUnmatched, []string{"province", "survey"}, "type", 3},
		{survey.Note, survey.IssueFrameUnmatched, []string{"The gewest", "frame"}, "type", 0},
		{survey.Note, survey.IssueFrameUnmatched, []string{"The stad", "frame"}, "type", 0},
	}
	if d := cmp.Diff(notes, briefly(issues)); d != "" {
		t.Error(d)
	}
	withMeaning(s, 0, 2, "municipality") // now two options mean it
	if design, _ := mustRead(t, text).Design(s); len(design.Strata) != 0 {
		t.Errorf("two options mean it: %+v", design)
	}
	s.Questions[0].Options[1].Code = "municipality" // a code goes first
	if design, _ := mustRead(t, text).Design(s); len(design.Strata) != 1 || design.Strata[0].Type != "municipality" {
		t.Errorf("code and meaning: %+v", design)
	}
}

func TestDesignSizes(t *testing.T) {
	text := "type,size,population\nmunicipality,small,100\nmunicipality,huge,5\n"
	// A size class without an option keeps its bodies in the type's total.
	s := organisations([]string{"municipality", "municipality"}, []string{"small", "medium"})
	design, issues := mustRead(t, text).Design(s)
	want := survey.Design{
		Strata: []survey.Stratum{
			{Type: "municipality", Size: "small", Population: 100, Respondents: 1},
			{Type: "municipality", Size: "huge", Population: 5},
		},
		Of: []int16{0, -1},
	}
	if d := cmp.Diff(want, design); d != "" {
		t.Error(d)
	}
	notes := []brief{
		{survey.Note, survey.IssueFrameUnmatched, []string{"huge", "survey"}, "size", 3},
		{survey.Note, survey.IssueFrameUnmatched, []string{"The medium", "frame"}, "size", 0},
	}
	if d := cmp.Diff(notes, briefly(issues)); d != "" {
		t.Error(d)
	}
	// The same class under its code and its meaning counts once.
	twice := "type,size,population\nmunicipality,big,5\nmunicipality,huge,5\n"
	s = withMeaning(organisations([]string{"municipality"}, []string{"big"}), 1, 0, "huge")
	if design, issues := mustRead(t, twice).Design(s); len(design.Strata) != 1 || len(issues) != 1 {
		t.Errorf("%+v %+v", design, issues)
	}
	// So does the same type; the first row decides.
	twice = "type,population\nmunicipality,5\ngemeente,6\n"
	s = withMeaning(organisations([]string{"gemeente"}, []string{""}), 0, 0, "municipality")
	if design, issues := mustRead(t, twice).Design(s); len(design.Strata) != 1 || design.Strata[0].Population != 5 || len(issues) != 1 {
		t.Errorf("%+v %+v", design, issues)
	}
	// A frame that splits nothing does not miss the survey's size classes.
	s = organisations([]string{"municipality"}, []string{"big"})
	if _, issues := mustRead(t, "type,population\nmunicipality,5\n").Design(s); len(issues) != 0 {
		t.Errorf("%+v", issues)
	}
}

func TestDesignWithoutQuestions(t *testing.T) {
	f := mustRead(t, small)
	none := &survey.Survey{Respondents: 3}
	design, issues := f.Design(none)
	if d := cmp.Diff(survey.Design{}, design); d != "" {
		t.Error(d)
	}
	notes := []brief{
		{survey.Note, survey.IssueFrameUnmatched, []string{"municipality", "survey"}, "", 2},
		{survey.Note, survey.IssueFrameUnmatched, []string{"water-board", "survey"}, "", 4},
	}
	if d := cmp.Diff(notes, briefly(issues)); d != "" {
		t.Error(d)
	}
	// Without size classes a split type has its total and no respondents.
	noSize := organisations([]string{"municipality", "water-board"}, []string{"", ""})
	noSize.Questions, noSize.Columns = noSize.Questions[:1], noSize.Columns[:1]
	design, _ = f.Design(noSize)
	if d := cmp.Diff([]int16{-1, 2}, design.Of); d != "" {
		t.Error(d)
	}
	if n, _ := design.TypePopulation("municipality"); n != 380 {
		t.Errorf("%d municipalities", n)
	}
	// A select-all question does not say of which one type a respondent is.
	multiple := organisations([]string{"municipality"}, []string{""})
	multiple.Questions[0].Kind = survey.Multiple
	multiple.Columns[0] = survey.NewColumn(&multiple.Questions[0], 1)
	if design, _ = f.Design(multiple); len(design.Strata) != 0 {
		t.Errorf("%+v", design)
	}
}

func TestDesignMoreThanFrame(t *testing.T) {
	text := "type,size,population,source\nmunicipality,small,1,a\nmunicipality,big,9,a\nprovince,,2,b\n"
	s := organisations(
		[]string{"municipality", "municipality", "province", "municipality"},
		[]string{"small", "small", "", "big"})
	design, issues := mustRead(t, text).Design(s)
	want := survey.Design{
		Strata:       []survey.Stratum{{Type: "province", Population: 2, Respondents: 1}},
		Of:           []int16{-1, -1, 0, -1},
		FrameSources: []string{"b"},
	}
	if d := cmp.Diff(want, design); d != "" {
		t.Error(d)
	}
	doubts := []brief{{survey.Doubt, survey.IssueMoreThanFrame, []string{"The municipality, The small", "2", "1"}, "type", 2}}
	if d := cmp.Diff(doubts, briefly(issues)); d != "" {
		t.Error(d)
	}
	// Those without a size class make it too many as well.
	s = organisations(slices.Repeat([]string{"municipality"}, 3), []string{"small", "", ""})
	design, issues = mustRead(t, "type,size,population\nmunicipality,small,2\n").Design(s)
	doubts = []brief{{survey.Doubt, survey.IssueMoreThanFrame, []string{"The municipality", "3", "2"}, "type", 0}}
	if d := cmp.Diff(doubts, briefly(issues)); d != "" || len(design.Strata) != 0 || design.Of != nil {
		t.Errorf("%s %+v", d, design)
	}
}

// TestDesignProperties: every respondent is counted in the stratum that it
// belongs to, no stratum has more respondents than bodies, and the order of the
// respondents does not matter.
func TestDesignProperties(t *testing.T) {
	f, err := Read("f", []byte("type,size,population\na,s,3\na,t,4\nb,,5\nc,,1\n"))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		types := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "B", "d", ""}), n, n).Draw(t, "types")
		sizes := rapid.SliceOfN(rapid.SampledFrom([]string{"s", "T", ""}), n, n).Draw(t, "sizes")
		s := organisations(types, sizes)
		design, _ := f.Design(s)
		counts := make([]int, len(design.Strata))
		for i, at := range design.Of {
			if at < 0 {
				continue
			}
			counts[at]++
			if got, want := design.Strata[at].Type, types[i]; got != want {
				t.Fatalf("respondent %d of type %s is in %s", i, want, got)
			}
			if size := design.Strata[at].Size; size != "" && size != sizes[i] {
				t.Fatalf("respondent %d of size %s is in %s", i, sizes[i], size)
			}
		}
		for i, stratum := range design.Strata {
			if stratum.Respondents != counts[i] || stratum.Respondents > stratum.Population {
				t.Fatalf("%+v with %d", stratum, counts[i])
			}
		}
		slices.Reverse(types)
		slices.Reverse(sizes)
		mirrored, _ := f.Design(organisations(types, sizes))
		slices.Reverse(mirrored.Of)
		if d := cmp.Diff(design, mirrored, cmpopts.EquateEmpty()); d != "" {
			t.Fatal(d)
		}
	})
}

// TestDesignOfAnotherYear: counts of another year than that of the fieldwork are
// told, those of another day of the same year are not.
func TestDesignOfAnotherYear(t *testing.T) {
	f := mustRead(t, "type,population,date\nmunicipality,380,2018-01-01\n")
	for end, want := range map[string]int{"2018-12-31": 0, "2019-01-01": 1, "2017-12-31": 1, "": 0} {
		s := organisations([]string{"municipality"}, []string{""})
		if end != "" {
			s.Source.FieldEnd = day(end)
		}
		_, issues := f.Design(s)
		if len(issues) != want || want == 1 && cmp.Diff(briefly(issues), []brief{
			{survey.Warning, survey.IssueFrameYear, []string{"2018-01-01", end}, "type", 0},
		}) != "" {
			t.Errorf("%s: %+v", end, issues)
		}
	}
}
