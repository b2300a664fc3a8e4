package command

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
)

// design says how the respondents were sampled; it takes the place of what the
// codebook says of that.
type design struct {
	weights    string
	strata     []string
	population string
	weighting  string
	// numbers and choices are columns that are read as such, whatever was inferred.
	numbers, choices []string
	// targets is a file with known totals, and calibration says how weights are
	// made of them.
	targets     string
	calibration analysis.TargetsOptions
}

// The words of the weighting flag.
const (
	weightingFrame = codebook.WeightingFrame
	weightingNone  = "none"
)

// check refuses two sources of weights.
func (d *design) check() error {
	if d.weighting != "" && (d.weights != "" || len(d.strata) > 0 || d.population != "") {
		return usagef("--weighting excludes --weights, --strata and --population: figures are weighted in one way")
	}
	if d.targets == "" && d.calibration != (analysis.TargetsOptions{}) {
		return usagef("--method, --bounds, --trim and --unweighted-residual say how weights are made of --targets: name that file")
	}
	return nil
}

// overrule puts the design in the codebook, unless none was given.
func (d *design) overrule(book *codebook.Codebook) {
	columns := codebook.Design{Weights: d.weights, Strata: d.strata, Population: d.population}
	switch {
	case !columns.Empty():
		book.Design, book.Weighting = columns, ""
	case d.weighting == weightingNone:
		book.Design, book.Weighting = codebook.Design{}, ""
	case d.weighting == weightingFrame:
		book.Design, book.Weighting = codebook.Design{}, codebook.WeightingFrame
	}
}

// retype reads the columns that the user names as numbers or choices.
func (d *design) retype(book *codebook.Codebook, f *export.File) error {
	for _, of := range []struct {
		flag    string
		columns []string
		kind    survey.Kind
	}{{"number", d.numbers, survey.Number}, {"choice", d.choices, survey.Single}} {
		for _, column := range of.columns {
			if err := book.Retype(f, column, of.kind); err != nil {
				return fmt.Errorf("--%s: %w", of.flag, err)
			}
		}
	}
	return nil
}

// calibrate fits the weights to the totals of the file that was named.
func (d *design) calibrate(s *survey.Survey, o *analysis.Options) error {
	if d.targets == "" {
		return nil
	}
	data, err := readFile(d.targets)
	if err != nil {
		return err
	}
	targets, err := frame.ReadTargets(filepath.Base(d.targets), data)
	if err != nil {
		return err
	}
	s.Source.Beside = append(s.Source.Beside, survey.Input{Role: survey.TargetsInput, Name: filepath.Base(d.targets), SHA256: digest(data)})
	how, err := d.calibration.Calibration(s.Design.Weights != nil)
	if err != nil {
		return err
	}
	fitted, told, err := analysis.Calibrate(s, targets, how)
	if err != nil {
		return err
	}
	s.Design, o.Weighting = fitted, &told
	return nil
}

// statistics are the options that steer estimates and tests.
type statistics struct {
	interval     string
	lonely       string
	freedom      string
	quantiles    proportions
	quantileRule string
	fileOrder    bool
	ratios       ratios
	letters      bool
	against      string
	levels       proportions
	test         string
	adjust       string
	minimum      int
	publication  string
	worstCase    bool
}

// The word of the publication flag for no rule.
const publishAll = "all"

// againstColumns is the word of the against flag for the comparison of columns.
const againstColumns = "columns"

// flags defines the flags of the design and of the statistics; they have a
// section of their own in the help.
func (o *statistics) flags(cmd *cobra.Command, d *design) {
	f := cmd.Flags()
	before := flagNames(cmd)
	f.StringVar(&d.weights, "weights", "", "`COLUMN` with the weights of the respondents, used as given")
	f.StringArrayVar(&d.strata, "strata", nil, "`COLUMN` that tells the strata; can be repeated, for combinations")
	f.StringVar(&d.population, "population", "", "`COLUMN` with the number of units that exist in the stratum of the row")
	f.StringArrayVar(&d.numbers, "number", nil, "`COLUMN` that holds numbers, with a mean and a total; can be repeated")
	f.StringArrayVar(&d.choices, "choice", nil, "`COLUMN` that holds one answer per row, with shares; can be repeated")
	choiceVar(cmd, &d.weighting, "weighting", "", []string{weightingFrame, weightingNone}, "weights by the population counts, or none whatever the codebook says")
	f.StringVar(&d.targets, "targets", "", "`FILE` with known totals (question,option,target) that the weights are fitted to")
	f.StringVar(&d.calibration.Method, "method", "", "`WAY` to fit them: rake, linear, logit or poststratify (default rake)")
	f.StringVar(&d.calibration.Bounds, "bounds", "", "`LOW,HIGH` for the factor on each weight, for linear and logit")
	f.StringVar(&d.calibration.Trim, "trim", "", "`LOW,HIGH` for the weights once fitted")
	f.BoolVar(&d.calibration.UnweightedResidual, "unweighted-residual", false, "margins of raked weights by a regression without weights, as rake of R has them")
	listedVar(cmd, &o.interval, "interval", "METHOD", string(estimate.DefaultInterval), words(estimate.IntervalMethods()), "interval of a share that is estimated by a design")
	listedVar(cmd, &o.lonely, "lonely", "WAY", estimate.Adjust.String(), lonelyWords(), "what a stratum with one answer adds to a variance")
	choiceVar(cmd, &o.freedom, "df", string(analysis.FreedomDomain), words(freedoms()), "degrees of freedom: of the group, of the whole design, or a normal distribution")
	f.Var(&o.quantiles, "quantiles", "quantiles of numbers, such as 0.1,0.5,0.9 (default: the median and the quartiles)")
	listedVar(cmd, &o.quantileRule, "quantile-rule", "RULE", string(estimate.MathRule), words(estimate.QuantileRules()), "definition of a quantile")
	f.BoolVar(&o.fileOrder, "file-order", false, "quantiles and ranks with equal answers in the order of the file, as R has them")
	f.Var(&o.ratios, "ratio", "ratio of two numbers, by the ids of the questions; can be repeated")
	f.BoolVar(&o.letters, "letters", false, "add to a figure the letters of the columns that it exceeds")
	choiceVar(cmd, &o.against, "against", "", []string{againstColumns, string(analysis.AgainstTotal), string(analysis.AgainstOthers)},
		"compare each column with the others (as --letters), with all, or with all who are not in it (arrows)")
	f.Var(&o.levels, "levels", "error levels of letters and arrows, the stricter first (default: 0.01,0.05 at 95 %)")
	listedVar(cmd, &o.test, "test", "NAME", "", words(tests()), "test of a question by a breakdown (default: what suits its answers)")
	listedVar(cmd, &o.adjust, "adjust", "METHOD", string(contrast.Holm), words(adjustments()), "correction for the number of tests")
	f.IntVar(&o.minimum, "minimum", analysis.FewAnswers, "least `NUMBER` of answers of a column that is compared")
	choiceVar(cmd, &o.publication, "publication", publishAll, slices.Concat([]string{publishAll}, words(analysis.Publications())),
		"leave out shares that are too uncertain: on few answers, by the width of the interval to the share, or to what is possible")
	f.BoolVar(&o.worstCase, "worst-case", false, "add by type the lowest and highest use if nobody, or everybody, that did not answer uses a channel")
	for _, name := range flagNames(cmd) {
		if !slices.Contains(before, name) {
			must(f.SetAnnotation(name, flagSection, []string{sectionStatistics}))
		}
	}
}

// check refuses what can't be meant.
func (o *statistics) check() error {
	if o.minimum < 1 {
		return usagef("--minimum: %d is too few, give 1 or more", o.minimum)
	}
	if n := len(o.levels); n > 2 || n == 2 && o.levels[0] > o.levels[1] {
		return usagef("--levels: give two error levels, the stricter first, as in 0.01,0.05, or one for capitals alone")
	}
	return nil
}

// onto fills in the options of the analysis.
func (o *statistics) onto(a *analysis.Options) {
	a.Weighted = analysis.Weighted{
		Interval: estimate.IntervalMethod(o.interval), Lonely: lonely(o.lonely), Freedom: analysis.Freedom(o.freedom),
		Quantiles: o.quantiles, Rule: estimate.QuantileRule(o.quantileRule), FileOrder: o.fileOrder, Ratios: o.ratios,
	}
	a.Tests = analysis.Tests{
		Letters: o.letters || o.against == againstColumns, Test: contrast.Name(o.test), Adjust: contrast.Method(o.adjust), Minimum: o.minimum,
	}
	if o.against != againstColumns {
		a.Tests.Against = analysis.Reference(o.against)
	}
	if n := len(o.levels); n > 0 {
		a.Tests.Levels = contrast.Levels{Strict: o.levels[0], Loose: o.levels[n-1]}
	}
	a.Bounds = o.worstCase
	if o.publication != publishAll {
		a.Publication = analysis.Publication(o.publication)
	}
}

// designFlags returns the flags that were given of those that only say how an
// estimate by a design is made.
func designFlags(w *analysis.Weighted) []string {
	var given []string
	for _, f := range []struct {
		name string
		set  bool
	}{
		{"--interval", w.Interval != "" && w.Interval != estimate.DefaultInterval},
		{"--lonely", w.Lonely != estimate.Adjust},
		{"--df", w.Freedom != "" && w.Freedom != analysis.FreedomDomain},
		{"--quantiles", len(w.Quantiles) > 0},
		{"--quantile-rule", w.Rule != "" && w.Rule != estimate.MathRule},
		{"--file-order", w.FileOrder},
	} {
		if f.set {
			given = append(given, f.name)
		}
	}
	return given
}

// words returns the words of a list of names.
func words[T ~string](names []T) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = string(name)
	}
	return all
}

func lonelies() []estimate.Lonely {
	return []estimate.Lonely{estimate.Adjust, estimate.Fail, estimate.Certainty, estimate.Remove, estimate.Average}
}

func lonelyWords() []string {
	var all []string
	for _, l := range lonelies() {
		all = append(all, l.String())
	}
	return all
}

// lonely returns the policy of the name.
func lonely(name string) estimate.Lonely {
	return lonelies()[max(0, slices.Index(lonelyWords(), name))]
}

func freedoms() []analysis.Freedom {
	return []analysis.Freedom{analysis.FreedomDomain, analysis.FreedomDesign, analysis.FreedomNormal}
}

// tests are the tests of a whole question by a breakdown.
func tests() []contrast.Name {
	return []contrast.Name{
		contrast.RaoScottF, contrast.RaoScottChi2, contrast.WaldF, contrast.AdjustedWaldF, contrast.PearsonChi2, contrast.FisherExact,
		contrast.DesignT, contrast.DesignMeansF, contrast.DesignRankT, contrast.WelchT, contrast.RankSumExact, contrast.RankSumNormal, contrast.KruskalChi2,
	}
}

func adjustments() []contrast.Method {
	return []contrast.Method{
		contrast.Unadjusted, contrast.Bonferroni, contrast.Holm, contrast.Hochberg, contrast.BenjaminiHochberg, contrast.BenjaminiYekutieli,
	}
}

// proportions is a flag for numbers between 0 and 1, with commas between them.
type proportions []float64

// String returns the numbers with commas between them.
func (p *proportions) String() string {
	texts := make([]string, len(*p))
	for i, x := range *p {
		texts[i] = strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strings.Join(texts, ",")
}

// Type returns the word for the value in the help.
func (p *proportions) Type() string { return "LIST" }

// Set takes the numbers.
func (p *proportions) Set(s string) error {
	var all proportions
	for text := range strings.SplitSeq(s, ",") {
		x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if err != nil || !(x > 0 && x < 1) {
			return fmt.Errorf("%q is no number between 0 and 1: give them with a point and commas between them, as in 0.1,0.5,0.9", text)
		}
		if slices.Contains(all, x) {
			return fmt.Errorf("%q is there twice", text)
		}
		all = append(all, x)
	}
	*p = all
	return nil
}

// ratios is a flag for pairs of question ids, each as NUMERATOR/DENOMINATOR.
type ratios [][2]string

// String returns the pairs with commas between them.
func (r *ratios) String() string {
	texts := make([]string, len(*r))
	for i, pair := range *r {
		texts[i] = pair[0] + "/" + pair[1]
	}
	return strings.Join(texts, ",")
}

// Type returns the word for the value in the help.
func (r *ratios) Type() string { return "ID/ID" }

// Set adds the pairs.
func (r *ratios) Set(s string) error {
	for text := range strings.SplitSeq(s, ",") {
		up, down, ok := strings.Cut(strings.TrimSpace(text), "/")
		if !ok || up == "" || down == "" || strings.Contains(down, "/") {
			return fmt.Errorf("%q is no ratio: give the ids of two questions, as in staff/inhabitants", text)
		}
		*r = append(*r, [2]string{up, down})
	}
	return nil
}

var (
	_ pflag.Value = (*proportions)(nil)
	_ pflag.Value = (*ratios)(nil)
)
