package command

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
)

// surveyFile writes a survey file and returns its path.
func surveyFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// fpcFile is the data set fpc of the survey package of R and of the manual of
// Stata: eight units in two strata.
const fpcFile = `stratid,x,weight,Nh
1,2.8,3,15
1,4.1,3,15
1,6.8,3,15
1,6.8,3,15
1,9.2,3,15
2,3.7,4,12
2,6.6,4,12
2,4.2,4,12
`

// apistrat returns the closed questions of the data set apistrat of the survey
// package of R, with weights N/n of full precision.
func apistrat() string {
	var b strings.Builder
	b.WriteString("stype,sch.wide,comp.imp,awards,pw,fpc\n")
	population := map[string]int{"E": 4421, "H": 755, "M": 1018}
	sampled := map[string]int{"E": 100, "H": 50, "M": 50}
	for _, c := range []struct {
		cells string
		n     int
	}{
		{"E,No,No,No", 7}, {"H,No,No,No", 23}, {"M,No,No,No", 15}, {"E,Yes,No,No", 18}, {"H,Yes,No,No", 10}, {"M,Yes,No,No", 11},
		{"E,No,Yes,No", 2}, {"H,No,Yes,No", 1}, {"E,Yes,Yes,Yes", 73}, {"H,Yes,Yes,Yes", 16}, {"M,Yes,Yes,Yes", 24},
	} {
		h := c.cells[:1]
		weight := strconv.FormatFloat(float64(population[h])/float64(sampled[h]), 'g', -1, 64)
		for range c.n {
			fmt.Fprintf(&b, "%s,%s,%d\n", c.cells, weight, population[h])
		}
	}
	return b.String()
}

// bodies returns 109 bodies of five types of which some said yes, each with the
// number that exists of its type; ggds of the last type answered.
func bodies(ggds int) string {
	var b strings.Builder
	b.WriteString("soort,ja,N\n")
	for _, h := range []struct {
		name               string
		yes, n, population int
	}{{"gemeente", 48, 92, 380}, {"veiligheidsregio", 3, 8, 25}, {"waterschap", 2, 5, 21}, {"provincie", 1, 2, 12}, {"ggd", 0, ggds, 25}} {
		for i := range h.n {
			answer := "Nee"
			if i < h.yes {
				answer = "Ja"
			}
			fmt.Fprintf(&b, "%s,%s,%d\n", h.name, answer, h.population)
		}
	}
	return b.String()
}

// cellOf returns a figure of the first table that has the row, by level of the
// first breakdown, or the total.
func cellOf(t *testing.T, s printedStudy, key, level string) printedCell {
	t.Helper()
	for _, table := range s.Tables {
		for _, row := range table.Rows {
			g := slices.IndexFunc(table.Groups, func(g printedGroup) bool { return strings.EqualFold(g.Level, level) })
			if row.Key == key && g >= 0 && row.Cells[g].Value != nil {
				return row.Cells[g]
			}
		}
	}
	t.Fatalf("no figure %s for %q", key, level)
	return printedCell{}
}

// near reports whether got is within the tolerance of want; nil is 0.
func near(got *float64, want, tolerance float64) bool {
	if got == nil {
		return want == 0
	}
	return math.Abs(*got-want) <= tolerance
}

// The reference values are output of R's survey package 4.1, svyciprop with the
// degrees of freedom of the design, svymean and svytotal with confint; those of
// apistrat to 1e-6, as its own weights are of single precision, and the ends of
// likelihood to the 5e-6 to which R interpolates them.
func TestEstimatesAreThoseOfR(t *testing.T) {
	api := surveyFile(t, "apistrat.csv", apistrat())
	fpc := surveyFile(t, "fpc.csv", fpcFile)
	own, lonely := surveyFile(t, "own.csv", bodies(2)), surveyFile(t, "lonely.csv", bodies(1))
	const sampled, known = " --weights pw --strata stype --population fpc --df design --question ", " --strata soort --population N --question ja"
	for _, tt := range []struct {
		line, row, level     string
		value, se, low, high float64
		tolerance            float64
	}{
		{fpc + " --weights weight --strata stratid --population Nh --question x", "mean", "", 5.448148148, 0.6160407, 3.940751, 6.955546, 1e-6},
		{fpc + " --strata stratid --population =D --question x", "total", "", 147.1, 16.6331, 0, 0, 5e-5},
		{fpc + " --weights weight --strata =A --question x", "mean", "", 5.448148148, 0.7412683, 0, 0, 5e-8},
		{api + sampled + "awards --interval mean", "yes", "", .6389360641, .0344059180, .5710848745, .7067872536, 1e-6},
		{api + sampled + "awards --interval asin", "yes", "", .6389360641, .0344059180, .5699263226, .7051778057, 1e-6},
		{api + sampled + "awards --interval logit", "yes", "", .6389360641, .0344059180, .5687210989, .7036757794, 1e-6},
		{api + sampled + "awards --interval xlogit", "yes", "", .6389360641, .0344059180, .5687210989, .7036757794, 1e-6},
		{api + sampled + "awards --interval likelihood", "yes", "", .6389360641, .0344059180, .5693959846, .7047859014, 5e-6},
		{api + sampled + "awards --interval beta", "yes", "", .6389360641, .0344059180, .5672187015, .7063547830, 1e-6},
		{api + sampled + "awards --interval wilson", "yes", "", .6389360641, .0344059180, .5689785945, .7034568136, 1e-6},
		{api + sampled + "sch-wide --interval mean", "yes", "", .8279480114, .0243447801, .7799381810, .8759578419, 1e-6},
		{api + sampled + "sch-wide --interval beta", "yes", "", .8279480114, .0243447801, .7741713286, .8734315926, 1e-6},
		{api + sampled + "sch-wide --interval likelihood", "yes", "", .8279480114, .0243447801, .7764118534, .8724158661, 5e-6},
		{api + sampled + "awards --interval beta --df domain --by stype", "yes", "e", .73, 0, .632674539, .813425447, 1e-6},
		{api + sampled + "awards --interval beta --df domain --by stype", "yes", "h", .32, 0, .197984688, .4631543683, 1e-6},
		{own + known + " --interval logit", "ja", "", .4795591135, .04123408812, .3990484012, .5611457681, 1e-9},
		{own + known + " --interval likelihood", "ja", "", .4795591135, .04123408812, .3983289795, .5615197789, 5e-6},
		{own + known + " --interval beta", "ja", "", .4795591135, .04123408812, .3964482265, .5635123285, 1e-9},
		{lonely + known + " --lonely certainty", "ja", "", .4795591135, .04123408812, 0, 0, 1e-9},
		{lonely + known + " --lonely remove", "ja", "", .4795591135, .04123408812, 0, 0, 1e-9},
		{lonely + known + " --lonely adjust", "ja", "", .4795591135, .04841420541, 0, 0, 1e-9},
		{lonely + known + " --lonely average", "ja", "", .4795591135, .04610111202, 0, 0, 1e-9},
	} {
		study := analyzeJSON(t, 0, append(strings.Fields(tt.line), "--disclosure", "none")...)
		got := cellOf(t, study, tt.row, tt.level)
		if !near(got.Value, tt.value, tt.tolerance) || tt.se != 0 && !near(got.SE, tt.se, tt.tolerance) ||
			tt.high != 0 && (!near(got.Low, tt.low, tt.tolerance) || !near(got.High, tt.high, tt.tolerance)) {
			t.Errorf("%s: %s %s: %s, want %v (%v) [%v, %v]", tt.line, tt.row, tt.level, told(got), tt.value, tt.se, tt.low, tt.high)
		}
	}
}

func told(c printedCell) string {
	text := func(x *float64) string {
		if x == nil {
			return "none"
		}
		return strconv.FormatFloat(*x, 'g', 12, 64)
	}
	return fmt.Sprintf("%s (%s) [%s, %s]", text(c.Value), text(c.SE), text(c.Low), text(c.High))
}

func TestStatisticsFlags(t *testing.T) {
	var got *analyzeOptions
	run := func(_ context.Context, _ *console, o *analyzeOptions) error { got = o; return nil }
	line := "a --interval beta --lonely remove --df normal --quantiles 0.1,.5 --quantile-rule hf7 --file-order --ratio a/b --ratio c/d,e/f " +
		"--letters --against total --levels 0.001,0.1 --test fisher --adjust none --minimum 3 --publication nchs --strata s,1 --strata t"
	if err := parse(newAnalyzeCommand(&console{}, run), line); err != nil {
		t.Fatal(err)
	}
	want := analysis.Options{
		Level: 0.95, Disclosure: analysis.Publish, Publication: analysis.PublishNCHS,
		Weighted: analysis.Weighted{
			Interval: estimate.BetaInterval, Lonely: estimate.Remove, Freedom: analysis.FreedomNormal, Quantiles: []float64{0.1, 0.5},
			Rule: estimate.HF7, FileOrder: true, Ratios: [][2]string{{"a", "b"}, {"c", "d"}, {"e", "f"}},
		},
		Tests: analysis.Tests{
			Letters: true, Against: analysis.AgainstTotal, Levels: contrast.Levels{Strict: 0.001, Loose: 0.1},
			Test: "fisher", Adjust: "none", Minimum: 3,
		},
	}
	if diff := cmp.Diff(want, got.analysis()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"s,1", "t"}, got.design.strata); diff != "" {
		t.Errorf("a heading may hold a comma (-want +got):\n%s", diff)
	}
	if err := parse(newAnalyzeCommand(&console{}, run), "a --against columns --levels 0.1"); err != nil {
		t.Fatal(err)
	}
	if tests := got.analysis().Tests; !tests.Letters || tests.Against != "" || tests.Levels != (contrast.Levels{Strict: 0.1, Loose: 0.1}) || tests.Unshown {
		t.Errorf("--against columns: %+v", tests)
	}
	for line, want := range map[string]string{
		"--levels 0.05,0.01":           "the stricter first",
		"--levels 5":                   `"5" is no number between 0 and 1`,
		"--against everyone":           `"everyone" is not one of columns, total, complement`,
		"--quantiles 1.5":              `"1.5" is no number between 0 and 1`,
		"--quantiles 0.5,0.5":          "is there twice",
		"--ratio a":                    `"a" is no ratio`,
		"--ratio a/b/c":                "is no ratio",
		"--interval wald":              `"wald" is not one of default`,
		"--minimum 0":                  "--minimum: 0 is too few",
		"--weighting frame --strata s": "--weighting excludes --weights",
		"--test anova":                 `"anova" is not one of`,
	} {
		if err := parse(newAnalyzeCommand(&console{}, run), "a "+line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want an error with %q", line, err, want)
		}
	}
}

// Every way that the help on statistics shows is one that the command takes.
func TestRecipesAreCommandLines(t *testing.T) {
	run := func(context.Context, *console, *analyzeOptions) error { return nil }
	for _, r := range slices.Concat(designs(), recipes()) {
		if err := parse(newAnalyzeCommand(&console{}, run), "a "+r.flags); err != nil {
			t.Errorf("%s: %v", r.figure, err)
		}
	}
	text := listed(recipes())
	for _, call := range []string{"svymean", "svytotal", "svyratio", "svyciprop", "svyquantile", "svyby", "svychisq", "svyttest"} {
		if !strings.Contains(text, call+"(") {
			t.Errorf("no recipe for %s", call)
		}
	}
}
