package command

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/forecast"
	"benchmark/analysis/trend"
	"benchmark/reports"
	"benchmark/survey"
)

// trendOptions are the options of the trend command.
type trendOptions struct {
	waves
	output
	confidence confidence
	disclosure string
	adjust     string
	by         []string
	audit      bool
	given      []string
}

// newTrendCommand makes the trend command; run is runTrend but in tests of the command
// line.
func newTrendCommand(c *console, run func(context.Context, *console, *trendOptions) error) *cobra.Command {
	o := &trendOptions{confidence: confidence(analysis.Defaults().Level)}
	cmd := &cobra.Command{
		Use:     "trend LABEL=FILE LABEL=FILE...",
		Short:   "Set waves of a survey beside each other: what changed, and is that shown",
		GroupID: groupStudy,
		Long: `Set two or more waves of a survey beside each other. The label is when a wave was: a
year, 2018Q4, 2018-10 or a day; waves are put in that order.

First comes what can be compared: which questions, options, routing and ways of
asking differ. Figures with such a difference between them have a break mark, and
are no trend; a line in a codebook settles it (same_as, comparable). Then who took
part in each wave, with organisations that merged taken as the one that came of
them (--register), and each figure with its change, tested among all, among those
that answered twice and among those that answered once, and corrected for the number
of tests; the use of channels by type of organisation too, or --by size. Then who
started and stopped, what became of plans, and what is to be expected.

What single organisations answered can't be worked out from two waves: see 'benchmark
help statistics' on what is hidden. --audit attacks what is told instead, as a reader
would who has the tables of all waves and knows its own answers.`,
		Example: `benchmark trend 2018-10=trial/howaboutyou-2018.xlsx 2019-12=trial/howaboutyou-2019.xlsx
benchmark trend 2018=trial/howaboutyou-2018.xlsx 2019=trial/howaboutyou-2019.xlsx --out waves.html
benchmark trend 2017=trial/howaboutyou-2017.csv 2019=trial/howaboutyou-2019.xlsx --format json`,
		Annotations:       map[string]string{mayDoubt: "yes"},
		ValidArgsFunction: completeWaveFiles,
		Args:              func(cmd *cobra.Command, _ []string) error { return noEmptyFlags(cmd) },
		RunE: func(cmd *cobra.Command, args []string) error {
			o.given = given(cmd.Flags())
			if err := o.complete(args); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	f := cmd.Flags()
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	listedVar(cmd, &o.adjust, "adjust", "METHOD", string(contrast.Holm), words(adjustments()), "correction for many tests")
	must(f.SetAnnotation("adjust", flagSection, []string{sectionStatistics}))
	f.StringSliceVar(&o.by, "by", []string{splitType}, "also show the use of channels by `WHAT`: type, size or none")
	must(cmd.RegisterFlagCompletionFunc("by", cobra.FixedCompletions([]string{splitType, splitSize, splitNone}, cobra.ShellCompDirectiveNoFileComp)))
	f.BoolVar(&o.audit, "audit", false, "attack the waves: tell what a reader of all could deduce that is hidden")
	o.output.flags(cmd, "default: text", "`FILE` to write the report to")
	o.waves.flags(cmd)
	return cmd
}

// complete refuses options that can't be meant, and gathers the waves.
func (o *trendOptions) complete(args []string) error {
	if len(args) < 2 {
		return usagef("give two waves or more as LABEL=FILE, as in 2016=a.xlsx 2018=b.xlsx; 'benchmark analyze' and 'benchmark forecast' take one survey")
	}
	if o.audit {
		if err := checkAudit(o.format, o.out, o.look.theme); err != nil {
			return err
		}
	}
	if err := o.settle(formatText, false); err != nil {
		return err
	}
	if _, err := o.roles(); err != nil {
		return err
	}
	return o.waves.complete(args, false)
}

// The words of the by flag.
const (
	splitType = "type"
	splitSize = "size"
	splitNone = "none"
)

// roles are those of the questions by which use is split.
func (o *trendOptions) roles() ([]survey.Role, error) {
	var roles []survey.Role
	for _, word := range o.by {
		role := map[string]survey.Role{splitType: survey.BodyType, splitSize: survey.SizeClass}[word]
		switch {
		case word == splitNone && len(o.by) > 1:
			return nil, usagef("--by %s goes with no other word", splitNone)
		case word == splitNone:
		case role == survey.NoRole:
			return nil, usagef("--by: %q is not one of %s, %s, %s%s", word, splitType, splitSize, splitNone, didYouMean("", nearest(word, []string{splitType, splitSize, splitNone})))
		case !slices.Contains(roles, role):
			roles = append(roles, role)
		}
	}
	return roles, nil
}

// runTrend writes or prints what changed.
func runTrend(ctx context.Context, c *console, o *trendOptions) error {
	p := c.progress()
	defer p.done()
	d, err := c.delivery(&o.output, "trend")
	if err != nil {
		return err
	}
	defer d.discard()
	how := analysis.Defaults()
	how.Level, how.Disclosure = float64(o.confidence), analysis.Disclosure(o.disclosure)
	studies, err := c.computeWaves(ctx, &o.waves, how, p)
	if err != nil {
		return err
	}
	roles, err := o.roles()
	if err != nil {
		return err
	}
	if o.audit {
		return c.auditWaves(ctx, o, studies, p)
	}
	l := studies[len(studies)-1].locale
	w, err := await(ctx, func() (*reports.Waves, error) {
		return setBeside(&o.waves, studies, trend.Options{Level: how.Level, Disclosure: how.Disclosure, Adjust: contrast.Method(o.adjust), By: roles})
	})
	if err != nil {
		return err
	}
	w.Readings[0].Program, w.Readings[0].Options = "benchmark "+release(), o.given
	printed, err := d.deliver(ctx, p, reports.BuildTrend(*w, l), l)
	if err != nil {
		return err
	}
	return c.finishWaves(studies, printed, d.announces())
}

// setBeside sets the waves beside each other, with what is to be expected.
func setBeside(of *waves, studies []*study, o trend.Options) (*reports.Waves, error) {
	t, err := makeTrend(of, studies, o)
	if err != nil {
		return nil, err
	}
	w := &reports.Waves{Trend: t, NotForPublication: o.Disclosure == analysis.Unprotected}
	for _, s := range studies {
		w.Readings = append(w.Readings, s.reading)
	}
	w.Outlook.Forecasts = outlook(subjectsOf(t), t.Waves[len(t.Waves)-1].Moment, o.Level)
	w.Outlook.Source = studies[len(studies)-1].outlookSource(w.NotForPublication)
	return w, nil
}

// makeTrend sets studies of waves beside each other.
func makeTrend(w *waves, studies []*study, o trend.Options) (*trend.Trend, error) {
	all := make([]trend.Wave, len(studies))
	for i, s := range studies {
		all[i] = trend.Wave{Moment: w.files[i].moment, Study: s.figures, Roster: s.roster}
	}
	t, err := trend.Make(all, o)
	if err != nil {
		return nil, fmt.Errorf("comparing the waves: %w", err)
	}
	return t, nil
}

// subjectsOf returns what is foretold of channels in waves: with a break where the
// figures have one, and with the rates at which plans came true.
func subjectsOf(t *trend.Trend) []forecast.Subject {
	waves := make([]forecast.Wave, len(t.Waves))
	for i := range t.Waves {
		waves[i] = forecast.Wave{Moment: t.Waves[i].Moment, Study: t.Waves[i].Study}
	}
	subjects := forecast.Studied(waves)
	for i := range subjects {
		s := &subjects[i]
		s.Learned = t.Learned(s.Subject)
		for k := 1; k < len(s.Points); k++ {
			p := &s.Points[k]
			w := slices.IndexFunc(t.Waves, func(w trend.Wave) bool { return w.Moment == p.Moment })
			p.Break = t.Broken(s.Subject, w)
		}
	}
	return subjects
}
