package reports

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// The tests named TestAgree read every format back and compare each number in it
// with the JSON of the same report, which is the truth here: it has every figure
// at full precision, under the keys of its table, row and group. A number of a
// format that the JSON lacks is a fault, and so is a figure that a format lost.

// truth is the JSON of a report, with the words by which other formats name its
// tables, rows and groups.
type truth struct {
	t      testing.TB
	report *Report
	l      *locale.Locale
	json   jsonStudy
	// shown are the tables in the order of the sections.
	shown  []*truthTable
	tables map[string]*truthTable
	// where is what is being read, for messages.
	where  string
	faults int
	// silent counts faults without telling them.
	silent bool
}

// truthTable is a table of the JSON.
type truthTable struct {
	*jsonTable
	of      *analysis.Table
	title   string
	section string
	// labels are the names of rows and names those of groups, without letters.
	labels, names []string
	// seen are the figures that a format has shown: by row, group and part.
	seen map[seenPart]bool
}

type seenPart struct {
	row, group int
	part       string
}

// newTruth reads the JSON of a report.
func newTruth(t testing.TB, r *Report, l *locale.Locale, data []byte) *truth {
	t.Helper()
	k := &truth{t: t, report: r, l: l, tables: map[string]*truthTable{}}
	if err := json.Unmarshal(data, &k.json); err != nil {
		t.Fatal(err)
	}
	v := newView(r, l)
	for i := range k.json.Tables {
		j := &k.json.Tables[i]
		of := &r.Study.Tables[i]
		if of.ID != j.ID {
			t.Fatalf("table %d is %s in the JSON and %s in the study", i, j.ID, of.ID)
		}
		table := &truthTable{jsonTable: j, of: of, title: tableTitle(of, v.words)}
		for row := range j.Rows {
			table.labels = append(table.labels, rowLabel(of, row, v.words))
		}
		for g := range j.Groups {
			name := clean(j.Groups[g].Label)
			if j.Groups[g].Key == "" {
				name = v.words.Columns().Total
			}
			table.names = append(table.names, name)
		}
		k.tables[j.ID] = table
	}
	for i := range r.Sections {
		for _, of := range r.Sections[i].Tables {
			k.tables[of.ID].section = r.Sections[i].Title
			k.shown = append(k.shown, k.tables[of.ID])
		}
	}
	return k
}

// begin starts the reading of a format.
func (k *truth) begin(where string) {
	k.where, k.faults = where, 0
	for _, table := range k.tables {
		table.seen = map[seenPart]bool{}
	}
}

// mostFaults is how many faults of one format are told.
const mostFaults = 12

func (k *truth) fault(format string, args ...any) {
	k.t.Helper()
	if k.faults++; k.faults <= mostFaults && !k.silent {
		k.t.Errorf(k.where+": "+format, args...)
	}
}

// complete demands that parts of every figure of the tables were seen; group
// names those of which a format leaves the figures out.
func (k *truth) complete(parts ...string) {
	k.t.Helper()
	for _, table := range k.shown {
		for row := range table.Rows {
			for g := range table.Rows[row].Cells {
				j := &table.Rows[row].Cells[g]
				for _, part := range parts {
					if numberOf(j, part) != nil && !table.seen[seenPart{row, g, part}] && !k.besides(table, row, part) {
						k.fault("%s, %s, %s: the %s is nowhere", table.ID, table.labels[row], table.names[g], part)
					}
				}
			}
		}
	}
}

// besides reports whether a part of a row is not for reading: shares of answers
// and who took part stand without intervals and bases.
func (k *truth) besides(t *truthTable, row int, part string) bool {
	return part != partValue && (t.Rows[row].Measure == string(analysis.ShareOfAnswers) || groupwise(t.of))
}

// The parts of a figure.
const (
	partValue      = "value"
	partLow        = "low"
	partHigh       = "high"
	partCount      = "count"
	partBase       = "base"
	partUnweighted = "unweighted"
	partSum        = "weighted base"
	partEffective  = "effective base"
)

// numberOf is a part of a figure of the JSON, or nil.
func numberOf(j *jsonCell, part string) *float64 {
	switch part {
	case partValue:
		return j.Value
	case partLow:
		if j.Method == string(analysis.Census) {
			return nil
		}
		return j.Low
	case partHigh:
		if j.Method == string(analysis.Census) {
			return nil
		}
		return j.High
	case partCount:
		return whole(j.Count)
	case partBase:
		return whole(j.Base)
	case partUnweighted:
		return j.Unweighted
	case partSum:
		return j.WeightedBase
	case partEffective:
		return j.EffectiveBase
	}
	return nil
}

// saw compares a printed part of a figure with the JSON and notes that it was
// seen. Percent says that the JSON's share is printed in percent.
func (k *truth) saw(t *truthTable, row, g int, part, text string, percent bool) {
	k.t.Helper()
	j := &t.Rows[row].Cells[g]
	want := numberOf(j, part)
	at := fmt.Sprintf("%s, %s, %s: the %s", t.ID, t.labels[row], t.names[g], part)
	if want == nil {
		k.fault("%s is %q, and the JSON has none (%s)", at, text, j.Status)
		return
	}
	t.seen[seenPart{row, g, part}] = true
	x := *want
	if percent {
		x *= 100
	}
	if err := k.rounds(text, x); err != nil {
		k.fault("%s: %v", at, err)
	}
	// A share has a decimal from 50 answers, and a number keeps what it has of one.
	decimals := strings.Contains(text, map[bool]string{true: ".", false: ","}[k.english()])
	share := isShare(t.Rows[row].Measure) && (part == partValue || part == partUnweighted || percent)
	if share && decimals != (*j.Base >= 50 && !strings.Contains(strings.Join(j.Notes, " "), string(analysis.NoteRounded))) {
		k.fault("%s is %q of %d answers", at, text, *j.Base)
	}
	if !share && part == partValue && math.Abs(x) < 100 && math.Abs(x-math.Round(x)) > 0.051 && !decimals {
		k.fault("%s is %q and loses the decimals of %v", at, text, x)
	}
}

func (k *truth) english() bool { return k.l.Tag == "en" }

func isShare(m string) bool {
	switch analysis.Measure(m) {
	case analysis.Share, analysis.ShareOfAnswers, analysis.ShareOfSample, analysis.ShareOfPopulation:
		return true
	}
	return false
}

// The numbers of each language: thousands in threes, decimals after the comma or
// the point.
var (
	dutchNumber   = regexp.MustCompile(`^−?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$`)
	englishNumber = regexp.MustCompile(`^−?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$`)
)

// parse reads a number in the notation of the language, without its per cent sign,
// and says how much half its last digit is.
func (k *truth) parse(text string) (x, half float64, err error) {
	text = strings.TrimSuffix(text, "%")
	form, thousands, decimal := dutchNumber, ".", ","
	if k.english() {
		form, thousands, decimal = englishNumber, ",", "."
	}
	if !form.MatchString(text) {
		return 0, 0, fmt.Errorf("%q is no number in %s", text, k.l.Tag)
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, thousands, ""), "−", "-")
	_, after, _ := strings.Cut(text, decimal)
	x, err = strconv.ParseFloat(strings.ReplaceAll(text, decimal, "."), 64)
	return x, 0.5 * math.Pow10(-len(after)), err
}

// rounds returns an error when text is not x, rounded.
func (k *truth) rounds(text string, x float64) error {
	got, half, err := k.parse(text)
	if err != nil {
		return err
	}
	if math.Abs(got-x) > half+1e-9*math.Max(1, math.Abs(x)) {
		return fmt.Errorf("%q is not %v rounded", text, x)
	}
	return nil
}

// gone demands that a cell without a figure shows no number: only a mark, and
// which by why.
func (k *truth) gone(t *truthTable, row, g int, text string) {
	k.t.Helper()
	status := t.Rows[row].Cells[g].Status
	want := "–"
	switch {
	case strings.HasPrefix(status, "hidden"):
		want = "×"
	case status == analysis.NotEstimated.String():
		want = ""
	}
	if text != want {
		k.fault("%s, %s, %s: a cell that is %s shows %q", t.ID, t.labels[row], t.names[g], status, text)
	}
}

// raisedMarks are the numbers of footnotes behind a text.
var raisedMarks = regexp.MustCompile(`[⁰¹²³⁴⁵⁶⁷⁸⁹]+(,[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*`)

func unmarked(s string) string { return strings.TrimSpace(raisedMarks.ReplaceAllString(s, "")) }

// agreeCase is a report that is read back.
type agreeCase struct {
	name, language string
	survey         func(*survey.Survey)
	options        func(*analysis.Options)
}

// agreeCases are the sample in two languages; weighted, with letters and arrows;
// and broken down by one question within another, of which many groups are
// hidden.
func agreeCases() []agreeCase {
	return []agreeCase{
		{name: "dutch", language: "nl"},
		{name: "english", language: "en", options: func(o *analysis.Options) { o.Level = 0.9 }},
		{name: "weighted", language: "nl", survey: byFrame, options: func(o *analysis.Options) {
			o.Tests.Letters, o.Tests.Against = true, analysis.AgainstTotal
			o.Weighted.Quantiles = []float64{0.1, 0.5}
			o.Weighted.Ratios = [][2]string{{"whatsapp-volume", "livechat-volume"}}
		}},
		{name: "nested", language: "en", options: func(o *analysis.Options) {
			o.By = []string{"webcare-owner/size-class", "livechat"}
			o.Tests.Letters = true
		}},
	}
}

// study builds the report of a case; without protection when bare.
func (c *agreeCase) study(t testing.TB, bare bool) (*Report, *locale.Locale) {
	t.Helper()
	s := sampleSurvey(t)
	if c.survey != nil {
		c.survey(s)
	}
	o := analysis.Defaults()
	if c.options != nil {
		c.options(&o)
	}
	if bare {
		o.Disclosure = analysis.Unprotected
	}
	study, err := analysis.Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := locale.For(c.language)
	if err != nil {
		t.Fatal(err)
	}
	return Build(study, Reading{Program: "benchmark test"}, l), l
}
