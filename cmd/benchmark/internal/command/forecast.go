package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/analysis/forecast"
	"benchmark/reports"
	"benchmark/survey"
)

// forecastOptions are the options of the forecast command.
type forecastOptions struct {
	waves
	output
	series         string
	channels       []string
	rule           string
	surely, likely part
	ceiling        part
	start, until   when
	shock          when
	shockLeft      part
	shockPace      float64
	confidence     confidence
	disclosure     string
	// given are the names of the flags that were given, and asked these flags with
	// their values, for the provenance of the report.
	given, asked []string
}

// forecastHelp is the help of the forecast command.
const forecastHelp = `Tell how many organisations will use a channel later, what that rests on, and how
well it would have come out before. From one survey, from waves (LABEL=FILE, the
label being a year, 2018Q4, 2018-10 or a day), or from published figures (--series).

By plans: who uses it now, and a part of those who surely or very likely start
within a year. --rule says which part: juster (the chance that the words name on
Juster's scale; the usual one), concept-test (as in tests of new products) or
as-stated (every plan). --surely and --likely are rates of your own. All rules stand
beside each other, and with waves the rate at which earlier plans came true counts.

By growth: a logistic curve and Bass's, where there are two comparable figures for
each number that they leave free. Where there are fewer, scenarios that are wide on
purpose take their place. --shock is a platform that changes its rules.

Each earlier figure is laid aside in turn and foretold from those before it. Figures
of another population or method are never joined.

--series reads a CSV file: 'benchmark help series' tells its columns. nl-whatsapp
comes with the program: what was published on WhatsApp at Dutch municipalities.`

// newForecastCommand makes the forecast command; run is runForecast but in tests of
// the command line.
func newForecastCommand(c *console, run func(context.Context, *console, *forecastOptions) error) *cobra.Command {
	o := &forecastOptions{confidence: confidence(analysis.Defaults().Level)}
	cmd := &cobra.Command{
		Use:     "forecast [FILE | LABEL=FILE...]",
		Short:   "Tell how many will use a channel later, and how sure that is",
		GroupID: groupStudy,
		Long:    forecastHelp,
		Example: `benchmark forecast trial/howaboutyou-2018.xlsx
benchmark forecast trial/howaboutyou-2018.xlsx --channel WhatsApp --rule concept-test
benchmark forecast --series nl-whatsapp
benchmark forecast --series nl-whatsapp --until 2021 --shock 2020-12 --shock-left 29% --shock-pace 0`,
		Annotations:       map[string]string{mayDoubt: "yes"},
		ValidArgsFunction: completeWaveFiles,
		Args:              func(cmd *cobra.Command, _ []string) error { return noEmptyFlags(cmd) },
		RunE: func(cmd *cobra.Command, args []string) error {
			cmd.Flags().Visit(func(f *pflag.Flag) { o.given = append(o.given, f.Name) })
			o.asked = given(cmd.Flags())
			if err := o.complete(args); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	o.flags(cmd)
	completeLabels(cmd, "channel", c, channelsWith(survey.Adoption))
	return cmd
}

// The rules by which plans count, as they are typed.
func rules() []string {
	return []string{diffusion.JusterScale().Name, diffusion.ConceptTest().Name, diffusion.AsStated().Name}
}

// flags defines the flags.
func (o *forecastOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.series, "series", "", "`FILE` with published figures instead of surveys, or nl-whatsapp")
	f.StringArrayVar(&o.channels, "channel", nil, "`NAME` of the channel (default: each of them); can be repeated")
	listedVar(cmd, &o.rule, "rule", "RULE", "", rules(), "how a plan counts, if not as earlier ones came true")
	f.Var(&o.surely, "surely", "part of those who surely start that will use it, instead of a rule")
	f.Var(&o.likely, "likely", "part of those who very likely start that will use it")
	f.Var(&o.ceiling, "ceiling", "highest use that there can be (default: 100%, or what the figures tell)")
	f.Var(&o.start, "start", "when growth began (default: a year before the first figure)")
	f.Var(&o.until, "until", "last moment to foretell (default: three years on)")
	f.Var(&o.shock, "shock", "when a platform changes its rules")
	f.Var(&o.shockLeft, "shock-left", "part of the users that stops then")
	f.Float64Var(&o.shockPace, "shock-pace", 1, "how many times as fast others start after it; 0: nobody does")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	o.output.flags(cmd, "default: text", "`FILE` to write the report to")
	o.waves.flags(cmd)
}

// complete refuses options that can't be meant, and gathers the waves.
func (o *forecastOptions) complete(args []string) error {
	was := func(flag string) bool { return slices.Contains(o.given, flag) }
	switch {
	case o.series == "" && len(args) == 0:
		return usagef("give a survey file, waves as LABEL=FILE, or published figures with --series")
	case o.series != "" && len(args) > 0:
		return usagef("--series takes the place of survey files: give one of them")
	case was("surely") != was("likely"):
		return usagef("--surely and --likely go together")
	case was("surely") && o.rule != "":
		return usagef("--surely and --likely take the place of --rule")
	case was("ceiling") && o.ceiling == 0:
		return usagef("--ceiling: nobody could use it; give more than 0")
	case !o.shock.Known() && (was("shock-left") || was("shock-pace")):
		return usagef("--shock-left and --shock-pace say what happens at --shock: give its moment")
	case !(o.shockPace >= 0 && o.shockPace <= mostPace):
		return usagef("--shock-pace: %v is outside 0 to %v", o.shockPace, mostPace)
	}
	if err := o.settle(formatText, false); err != nil {
		return err
	}
	return o.waves.complete(args, true)
}

// mostPace is the highest pace after a shock, and mostYears how many years ahead can be
// foretold.
const (
	mostPace  = 100.0
	mostYears = 25
)

// forecast returns the options for the forecasts.
func (o *forecastOptions) forecast() forecast.Options {
	f := forecast.Options{
		Level: float64(o.confidence), Ceiling: float64(o.ceiling), Start: survey.Moment(o.start), Until: survey.Moment(o.until),
	}
	for _, c := range []diffusion.Convention{diffusion.JusterScale(), diffusion.ConceptTest(), diffusion.AsStated()} {
		if c.Name == o.rule {
			f.Rates = c
		}
	}
	if slices.Contains(o.given, "surely") {
		f.Rates = diffusion.Convention{Name: forecast.GivenName, Sure: diffusion.Fixed(float64(o.surely)), Likely: diffusion.Fixed(float64(o.likely))}
	}
	if o.shock.Known() {
		f.Shock = &forecast.Shock{Moment: survey.Moment(o.shock), Pace: o.shockPace, Left: float64(o.shockLeft)}
	}
	return f
}

// runForecast writes or prints what is to be expected.
func runForecast(ctx context.Context, c *console, o *forecastOptions) error {
	p := c.progress()
	defer p.done()
	d, err := c.delivery(&o.output, "forecast")
	if err != nil {
		return err
	}
	defer d.discard()
	out := reports.Outlook{Given: o.given, NotForPublication: o.disclosure == string(analysis.Unprotected) && o.series == ""}
	out.Reading.Program, out.Reading.Options = "benchmark "+release(), o.asked
	subjects, studies, l, err := c.subjects(ctx, o, p, &out)
	if err != nil {
		return err
	}
	if subjects, err = o.chosen(subjects); err != nil {
		return err
	}
	how := o.forecast()
	for i := range subjects {
		if err := o.later(&subjects[i]); err != nil {
			return err
		}
		made, err := await(ctx, func() (*forecast.Forecast, error) { return forecast.Make(subjects[i], how), nil })
		if err != nil {
			return err
		}
		out.Forecasts = append(out.Forecasts, made)
	}
	printed, err := d.deliver(ctx, p, reports.BuildForecast(out, l), l)
	if err != nil {
		return err
	}
	return c.finishWaves(studies, printed, d.announces())
}

// later refuses moments that are no later than the last figure of a subject, or so much
// later that nothing can be said.
func (o *forecastOptions) later(s *forecast.Subject) error {
	last := s.Points[len(s.Points)-1].Moment
	for _, f := range []struct {
		flag string
		at   survey.Moment
	}{{"until", survey.Moment(o.until)}, {"shock", survey.Moment(o.shock)}} {
		switch {
		case !f.at.Known():
		case f.at.At() <= last.At():
			return usagef("--%s %s: give a moment after the last figure, which is of %s", f.flag, f.at, last)
		case f.at.At() > last.At()+mostYears:
			return usagef("--%s %s: that is more than %d years after the last figure", f.flag, f.at, mostYears)
		}
	}
	if first := s.Since()[0].Moment; o.start.Known() && survey.Moment(o.start).At() >= first.At() {
		return usagef("--start %s: give a moment before the first figure, which is of %s", survey.Moment(o.start), first)
	}
	return nil
}
