package command

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"benchmark/analysis"
	"benchmark/reports"
)

// reportOptions are the options of the report command.
type reportOptions struct {
	source
	statistics
	output
	previous previous
	// check is the text to check; empty: the report is written.
	check string
	// audit asks for an attack on the figures instead.
	audit      bool
	by         []string
	questions  []string
	confidence confidence
	disclosure string
	// given are the flags that were given, for the provenance of the report.
	given []string
}

// reportHelp is the help of the report command.
const reportHelp = `Write the whole study: the findings, who answered, a section on each topic with
charts, the method in plain words and for statisticians, the quality of the data,
and every table.

html (the usual form) is one file that needs nothing else: no connection, no
other file, and no script to be read; it prints well on A4, and is made to be
accessible (WCAG 2.1 AA). It is written to NAME.html in this folder. pdf is that
page printed by Chromium, Chrome or Edge, where one is installed; another version
of that may make other bytes. pptx are slides, a chart each, xlsx is a
workbook with every figure, and docx a document to make a memo of; their charts
can be edited. email is a summary to send. --out names another file, and "-"
standard output.

--previous sets earlier waves beside it: what changed and whether that is shown, who
started and stopped, with what differs between the questionnaires beside the figures
that it affects. It can be repeated; --codebook, --frame and --register take LABEL=FILE for
one of them. 2018=FILE says when this survey was, where it does not tell. Where plans
were asked the report says what they lead to.

--check reads a text about the survey instead. It finds its percentages, shares in
words, counts, numbers with a unit, lists and comparisons, looks each up in the
figures, and says whether it holds, on which base, and what would be right to write.

TEXT is a Markdown or plain text file in Dutch or English; "-" reads standard
input. A claim holds; holds roughly; holds on another base; holds only if every
plan goes ahead; holds as another figure, such as a median that is called an
average; says more than the figures show; does not hold; or is not in the survey.
One of which the subject is not clear is not judged: the figures that can be meant
are listed. Nor is one on a figure that is hidden, whatever it says.

The text is read by rules, not understood: look at what it finds, and at what it
does not. Tables and code in it are passed over.

--audit attacks the figures instead, as a reader would who knows all that is open of
every organisation, and its own answers. It prints how many figures are hidden and
why, how near it comes to a hidden count, and what it exposes. With --disclosure none
it tells what would be exposed.`

// newReportCommand makes the report command; run is runReport but in tests of the
// command line.
func newReportCommand(c *console, run func(context.Context, *console, *reportOptions) error) *cobra.Command {
	preset := analysis.Defaults()
	o := &reportOptions{confidence: confidence(preset.Level)}
	cmd := &cobra.Command{
		Use:     "report FILE",
		Short:   "Write the whole study as a web page, or check a text against it",
		GroupID: groupStudy,
		Long:    reportHelp,
		Example: `benchmark report trial/howaboutyou-2018.xlsx
benchmark report trial/howaboutyou-2018.xlsx --lang en --out study.html
benchmark report trial/howaboutyou-2018.xlsx --format email
benchmark report trial/howaboutyou-2018.xlsx --previous 2017=trial/howaboutyou-2017.csv
benchmark report trial/howaboutyou-2018.xlsx --check results/report.md
benchmark report trial/howaboutyou-2018.xlsx --lang en --format json --check - < results/report.md
benchmark report trial/howaboutyou-2018.xlsx --lang en --audit`,
		Annotations:       map[string]string{mayDoubt: "yes", mayNotHold: "yes"},
		Args:              one("the survey file"),
		ValidArgsFunction: surveyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			o.given = given(cmd.Flags())
			if err := o.complete(); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	o.flags(cmd, c)
	return cmd
}

// flags defines the flags of the command.
func (o *reportOptions) flags(cmd *cobra.Command, c *console) {
	f := cmd.Flags()
	f.StringVar(&o.check, "check", "", "`TEXT` with claims about the survey to check, or - for standard input")
	f.BoolVar(&o.audit, "audit", false, auditHelp)
	f.StringSliceVar(&o.by, "by", nil, "closed question to break tables down by, `ID` or ID/ID; can be repeated")
	f.StringSliceVar(&o.questions, "question", nil, "`ID` of the only question to report on; can be repeated")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	o.output.flags(cmd, "default: html", "`FILE` to write to (default: the name of the survey, in this folder)")
	o.source.flags(cmd)
	o.previous.flags(cmd, &o.source)
	o.statistics.flags(cmd, &o.design)
	completeQuestions(cmd, "by", c, &o.source, closed, analysis.NestingMark)
	completeQuestions(cmd, "question", c, &o.source, hasFigures, "")
}

// given returns the flags that steer figures as they were given, in the order of
// their names. Files are told by their digests, and neither they nor where a
// report goes change a figure.
func given(flags *pflag.FlagSet) []string {
	var all []string
	flags.Visit(func(f *pflag.Flag) {
		switch name, _ := pflag.UnquoteUsage(f); {
		case name == "FILE", f.Name == "format", f.Name == "width":
		default:
			all = append(all, "--"+f.Name+"="+f.Value.String())
		}
	})
	return all
}

// complete fills in the form of the report and refuses options that can't be
// meant.
func (o *reportOptions) complete() error {
	if o.check != "" {
		if err := o.checkForm(); err != nil {
			return err
		}
	}
	if o.audit {
		if err := o.checkAudit(); err != nil {
			return err
		}
	}
	if err := o.settle(formatHTML, false); err != nil {
		return err
	}
	if len(o.previous.given) > 0 && (o.check != "" || o.audit || len(o.questions) > 0) {
		return usagef("--previous adds what changed to the whole report: it goes with no --check, --audit or --question")
	}
	if err := o.previous.complete(&o.source); err != nil {
		return err
	}
	if err := o.statistics.check(); err != nil {
		return err
	}
	return o.source.check()
}

// analysis returns the options for the figures.
func (o *reportOptions) analysis() analysis.Options {
	a := analysis.Options{
		Level: float64(o.confidence), By: o.by, Questions: o.questions, Disclosure: analysis.Disclosure(o.disclosure),
	}
	o.onto(&a)
	return a
}

// runReport writes the report of a survey, or judges a text about it.
func runReport(ctx context.Context, c *console, o *reportOptions) error {
	if o.check != "" {
		return runCheck(ctx, c, o)
	}
	if o.audit {
		return c.auditStudy(ctx, &o.source, o.analysis(), o.width)
	}
	p := c.progress()
	defer p.done()
	d, err := c.delivery(&o.output, baseOf(o.file))
	if err != nil {
		return err
	}
	defer d.discard()
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	s.reading.Program, s.reading.Options = "benchmark "+release(), o.given
	changed, studies, err := o.changed(ctx, c, s, p)
	if err != nil {
		return err
	}
	p.step(s.locale.Command().Drawing())
	r, err := s.report(ctx, reports.Whole(), reports.WithChanges(changed))
	if err != nil {
		return err
	}
	printed, err := d.deliver(ctx, p, r, s.locale)
	if err != nil {
		return err
	}
	if len(studies) > 1 {
		return c.finishWaves(studies, printed, d.announces())
	}
	return c.finish(s, printed, d.announces(), nil)
}
