package analysis

import (
	"errors"
	"math"
	"slices"
	"testing"

	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func analyze(t testing.TB, s *survey.Survey, change func(*Options)) *Study {
	t.Helper()
	o := Defaults()
	if change != nil {
		change(&o)
	}
	study, err := Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return study
}

func open(o *Options) { o.Disclosure = Unprotected }

// figureOf returns the cell of the row with key and measure in the group.
func figureOf(t testing.TB, table *Table, key string, m Measure, breakdown, level string) Estimate {
	t.Helper()
	if table == nil {
		t.Fatal("no such table")
	}
	r, g := table.Row(key, m), table.Group(breakdown, level)
	if r < 0 || g < 0 {
		t.Fatalf("table %s has no row %s (%s) or no group %s %s", table.ID, key, m, breakdown, level)
	}
	return table.Cells[r][g]
}

func TestSharesAndTheirBases(t *testing.T) {
	study := analyze(t, regional().survey(t), open)
	for _, c := range []struct {
		topic       Topic
		key         string
		measure     Measure
		level       string
		count, base int
	}{
		{AdoptionTopic, "uses", Share, "", 8, 19},
		{AdoptionTopic, "uses", Share, "region", 3, 8},
		{AdoptionTopic, "pilot", Share, "", 1, 19},
		{AdoptionTopic, KeyPlans, Share, "", 3, 19},
		{AdoptionTopic, KeyProjection, Share, "", 11, 19},
		{Consideration, KeyConsiders, Share, "", 4, 10},
		{Consideration, KeyPlans, Share, "town", 3, 5},
		{Satisfaction, KeyTopTwo, Share, "", 7, 9},
		{Satisfaction, KeyBottomTwo, Share, "", 2, 9},
		{Barriers, "staff", Share, "", 8, 9},
		{Barriers, "staff", ShareOfAnswers, "", 8, 14},
		{Barriers, "law", Share, "region", 0, 5},
		{Ownership, "contact-centre", Share, "", 8, 20},
	} {
		breakdown := "type"
		if c.level == "" {
			breakdown = TotalBreakdown
		}
		e := figureOf(t, study.Table(c.topic, ""), c.key, c.measure, breakdown, c.level)
		if e.Count != c.count || e.Base != c.base || e.Value != float64(c.count)/float64(c.base) {
			t.Errorf("%s %s %s: %d of %d, want %d of %d", c.topic, c.key, c.level, e.Count, e.Base, c.count, c.base)
		}
		if e.Status != Estimated || e.Method == NoInterval || !(e.Low <= e.Value && e.Value <= e.High && e.Low < e.High) {
			t.Errorf("%s %s %s: interval %v to %v by %q around %v", c.topic, c.key, c.level, e.Low, e.High, e.Method, e.Value)
		}
	}
}

func TestAccountAddsUp(t *testing.T) {
	study := analyze(t, regional().survey(t), nil)
	a := study.Table(Barriers, "Chat").Account
	want := Account{Respondents: 20, Base: 9, NotAsked: 10, Skipped: 1}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("account of the barriers (-want +got):\n%s", diff)
	}
}

func TestExactIntervalOnlyForWholeStrata(t *testing.T) {
	study := analyze(t, withFrame(regional().survey(t)), open)
	// 3 of 8 out of 25: 4 to 17, exact tail inversion of the hypergeometric
	// distribution (Buonaccorsi 1987).
	e := figureOf(t, study.Table(AdoptionTopic, ""), "uses", Share, "type", "region")
	if e.Method != Hypergeometric || e.Population != 25 || e.CountLow != 4 || e.CountHigh != 17 {
		t.Errorf("regions: %q, %d to %d of %d, want exactly 4 to 17 of 25", e.Method, e.CountLow, e.CountHigh, e.Population)
	}
	for _, c := range []struct {
		topic        Topic
		key, by, lvl string
	}{
		{AdoptionTopic, "uses", TotalBreakdown, ""}, // total over strata
		{AdoptionTopic, "uses", "type", "town"},     // number of towns unknown
		{Barriers, "money", "type", "region"},       // filtered base
		{Consideration, KeyPlans, "type", "region"}, // filtered base
	} {
		if e := figureOf(t, study.Table(c.topic, ""), c.key, Share, c.by, c.lvl); e.Method != Wilson || e.Population != 0 {
			t.Errorf("%s %s %s: %q of %d, want Wilson", c.topic, c.key, c.lvl, e.Method, e.Population)
		}
	}
	whole := regional()
	whole.lines = append(repeat(8, "region no x staff x communication"), whole.lines[8:]...)
	filtered := analyze(t, withFrame(whole.survey(t)), open)
	if e := figureOf(t, filtered.Table(Barriers, ""), "staff", Share, "type", "region"); e.Method != Wilson || e.Base != 8 {
		t.Errorf("a filter that lets all 8 regions through: %q on %d, want Wilson", e.Method, e.Base)
	}
	response := study.Table(Respondents, "")
	if e := figureOf(t, response, KeyResponse, ShareOfPopulation, "type", "region"); e.Value != 8.0/25 {
		t.Errorf("response of the regions: %v, want 8 of 25", e.Value)
	}
	if e := figureOf(t, response, KeyResponse, ShareOfPopulation, "type", "town"); e.Status != Unknown {
		t.Errorf("response of the towns: %v, want unknown", e.Status)
	}
}

func TestStatisticsOfNumbers(t *testing.T) {
	study := analyze(t, regional().survey(t), open)
	volume := study.Table(Volume, "Chat")
	// Sorted: 1 1 1 2 2 3.5 3.5 4; type 7 quantiles by hand.
	for key, want := range map[string]float64{KeyMedian: 2, KeyLower: 1, KeyUpper: 3.5, KeyMean: 2.25, KeyTrimmed: 2.25} {
		m := map[string]Measure{KeyMedian: Median, KeyLower: LowerQuartile, KeyUpper: UpperQuartile, KeyMean: Mean, KeyTrimmed: TrimmedMean}[key]
		if e := figureOf(t, volume, key, m, "", ""); math.Abs(e.Value-want) > 1e-12 || e.Base != 8 {
			t.Errorf("%s: %v on %d, want %v on 8", key, e.Value, e.Base, want)
		}
	}
}

func TestProtectedNumbersShowNoExtremes(t *testing.T) {
	f := regional()
	// With 8 numbers the exact interval of the median ends at the smallest and
	// the largest of them: P(X <= 0) + P(X >= 8) = 0.0078 at p = 1/2.
	shown := analyze(t, f.survey(t), open)
	if e := figureOf(t, shown.Table(Volume, ""), KeyMedian, Median, "", ""); e.Method != OrderStatistics || e.Low != 1 || e.High != 4 {
		t.Fatalf("unprotected median: %v to %v by %q, want 1 to 4", e.Low, e.High, e.Method)
	}
	e := figureOf(t, analyze(t, f.survey(t), nil).Table(Volume, ""), KeyMedian, Median, "", "")
	if e.Method != NoInterval || e.Low != 0 || e.High != 0 || !slices.Contains(e.Notes, NoteExtreme) {
		t.Errorf("protected median: %v to %v by %q with notes %v", e.Low, e.High, e.Method, e.Notes)
	}
}

func TestProtectedFiguresAreHidden(t *testing.T) {
	study := analyze(t, regional().survey(t), nil)
	content := study.Table(Satisfaction, "Chat")
	region := figureOf(t, content, KeyTopTwo, Share, "type", "region")
	town := figureOf(t, content, KeyTopTwo, Share, "type", "town")
	if diff := cmp.Diff(Estimate{Status: HiddenSmall}, region); diff != "" {
		t.Errorf("three answers (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Estimate{Status: HiddenOthers}, town); diff != "" {
		t.Errorf("the total less the towns is the regions (-want +got):\n%s", diff)
	}
	if e := figureOf(t, content, KeyTopTwo, Share, "", ""); e.Status != Estimated {
		t.Errorf("the total is %v", e.Status)
	}
	if e := figureOf(t, study.Table(AdoptionTopic, ""), "uses", Share, "type", "region"); e.Status != Estimated {
		t.Errorf("use of a channel shows from outside, yet it is %v", e.Status)
	}
	byContent := analyze(t, regional().survey(t), func(o *Options) { o.By = []string{"content"} })
	owner := byContent.Table(Ownership, "")
	g := owner.Group("content", "best")
	if !owner.Groups[g].Hidden || owner.Groups[g].Respondents != 0 || !owner.Cells[0][g].Status.Hidden() {
		t.Errorf("two bodies answered best, shown as %+v with %+v", owner.Groups[g], owner.Cells[0][g])
	}
}

func TestOwnershipSetsUsersAgainstAll(t *testing.T) {
	study := analyze(t, regional().survey(t), nil)
	e := figureOf(t, study.Table(Ownership, ""), "contact-centre", Share, UsersBreakdown, "Chat")
	if e.Count != 7 || e.Base != 8 {
		t.Errorf("among users: %d of %d, want 7 of 8", e.Count, e.Base)
	}
	i := slices.IndexFunc(study.Comparisons, func(c Comparison) bool { return c.Row == "contact-centre" })
	if i < 0 {
		t.Fatal("no comparison of the users with all")
	}
	d := study.Comparisons[i].Difference
	if math.Abs(d.Value-(7.0/8-8.0/20)) > 1e-12 || d.Method != PartOfWhole || !(d.Low < d.Value && d.Value < d.High) {
		t.Errorf("difference %v (%v to %v) by %q", d.Value, d.Low, d.High, d.Method)
	}
}

func TestAnyBarrierCountsEveryRespondent(t *testing.T) {
	f := regional()
	second := f.questions[3]
	second.ID, second.Channel = "hinder-2", "Bot"
	second.Options = options("money", "law", "time")
	f.questions = append(f.questions, second)
	for i := range f.lines {
		f.lines[i] += map[bool]string{true: " law", false: " x"}[i < 4]
	}
	table := analyze(t, f.survey(t), open).Table(AnyBarrier, "")
	if len(table.Rows) != 2 {
		t.Fatalf("rows %v, want money and law, the options of both", table.Rows)
	}
	if e := figureOf(t, table, "law", Share, "", ""); e.Count != 5 || e.Base != 20 {
		t.Errorf("law for either: %d of %d, want 5 of 20", e.Count, e.Base)
	}
}

func TestUnknownQuestion(t *testing.T) {
	var unknown *UnknownQuestion
	o := Defaults()
	o.By = []string{"tipe"}
	if _, err := Analyze(regional().survey(t), o); !errors.As(err, &unknown) || unknown.ID != "tipe" {
		t.Errorf("breaking down by tipe: %v", err)
	}
	o = Defaults()
	o.Questions = []string{"load"}
	study, err := Analyze(regional().survey(t), o)
	if err != nil || len(study.Tables) != 1 || study.Tables[0].Topic != Volume {
		t.Errorf("only the question load: %v, %d tables", err, len(study.Tables))
	}
}

// The order of the respondents changes nothing, to the last bit.
func TestOrderOfRespondentsDoesNotMatter(t *testing.T) {
	want := analyze(t, regional().survey(t), nil)
	rapid.Check(t, func(rt *rapid.T) {
		got := analyze(t, regional().shuffled(rapid.Uint64().Draw(rt, "seed")).survey(t), nil)
		if diff := cmp.Diff(want.Tables, got.Tables); diff != "" {
			rt.Fatalf("tables (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want.Comparisons, got.Comparisons); diff != "" {
			rt.Fatalf("comparisons (-want +got):\n%s", diff)
		}
	})
}

// The options of a single choice add up to one in every group, and every
// interval lies in [0, 1] around its share.
func TestSharesAddUp(t *testing.T) {
	study := analyze(t, withFrame(regional().survey(t)), open)
	for _, topic := range []Topic{AdoptionTopic, Satisfaction, Ownership} {
		table := study.Table(topic, "")
		for g := range table.Groups {
			sum := 0.0
			for r, row := range table.Rows {
				e := table.Cells[r][g]
				if row.Measure == Share && (e.Low < 0 || e.High > 1 || e.Value < e.Low || e.Value > e.High) {
					t.Errorf("%s %s: %v is not within %v to %v in [0, 1]", table.ID, row.Key, e.Value, e.Low, e.High)
				}
				if row.Measure == Share && !row.Net {
					sum += e.Value
				}
			}
			if math.Abs(sum-1) > 1e-12 {
				t.Errorf("%s, group %q: shares add up to %v", table.ID, table.Groups[g].Level, sum)
			}
		}
	}
}
