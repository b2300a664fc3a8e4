package command

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/charts"
)

// chartOptions are the options of the chart command.
type chartOptions struct {
	source
	statistics
	kind       string
	question   string
	answer     string
	by         []string
	format     string
	scale      int
	confidence confidence
	disclosure string
	out        string
}

// The forms of a chart's file.
const (
	formatPNG = "png"
	formatSVG = "svg"
)

// highestScale is the largest magnification of a PNG.
const highestScale = 4

// newChartCommand makes the chart command; run is runChart but in tests of the
// command line.
func newChartCommand(c *console, run func(context.Context, *console, *chartOptions) error) *cobra.Command {
	preset := analysis.Defaults()
	o := &chartOptions{confidence: confidence(preset.Level)}
	cmd := &cobra.Command{
		Use:     "chart FILE",
		Short:   "Draw a chart of a survey",
		GroupID: groupStudy,
		Long: `Draw one chart of a survey as a PNG of 1920 by 1080 pixels or as an SVG.

adoption   how far every channel is: a bar a channel
breakdown  one answer by type of organisation and size class, with margins;
           --by splits by other questions instead, --answer names the answer
question   the answers to one question

The kind follows from the flags when it is not given: breakdown with --answer or
--by, question with --question, else adoption. The file is named after the chart
and put in the current folder; --out names another place, or "-" for standard
output.`,
		Example: `benchmark chart trial/howaboutyou-2018.xlsx
benchmark chart trial/howaboutyou-2018.xlsx --kind breakdown --out whatsapp.svg
benchmark chart trial/howaboutyou-2018.xlsx --question webcare-owner --lang en --scale 2
benchmark chart trial/howaboutyou-2018.xlsx --question livechat --answer surely --by province
benchmark chart trial/howaboutyou-2018.xlsx --format svg --out - > adoption.svg`,
		Annotations:       map[string]string{mayDoubt: "yes"},
		Args:              one("the survey file"),
		ValidArgsFunction: surveyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			if err := o.complete(); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	f := cmd.Flags()
	choiceVar(cmd, &o.kind, "kind", "", chartKinds(), "kind of chart (default: follows from the other flags)")
	f.StringVar(&o.question, "question", "", "`ID` of the question that the chart is about")
	f.StringVar(&o.answer, "answer", "", "`CODE` of the answer of a breakdown (default: use, or the top two of a scale)")
	f.StringSliceVar(&o.by, "by", nil, "`ID` of a closed question to split a breakdown by; can be repeated")
	choiceVar(cmd, &o.format, "format", "", []string{formatPNG, formatSVG}, "form of the file (default: as --out says, else png)")
	f.IntVar(&o.scale, "scale", 1, "magnification `N` of a PNG, 1 to 4")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	f.StringVar(&o.out, "out", "", "`FILE` to write, or - for standard output (default: named after the chart)")
	o.source.flags(cmd)
	o.statistics.flags(cmd, &o.design)
	completeQuestions(cmd, "by", c, &o.source, closed)
	completeQuestions(cmd, "question", c, &o.source, hasFigures)
	return cmd
}

// complete fills in what follows from other options and refuses options that
// can't be meant.
func (o *chartOptions) complete() error {
	if o.kind == "" {
		o.kind = o.likelyKind()
	}
	named := strings.TrimPrefix(strings.ToLower(filepath.Ext(o.out)), ".")
	isForm := named == formatPNG || named == formatSVG
	switch {
	case named != "" && !isForm:
		return usagef("--out %s: a chart is written as png or svg", o.out)
	case o.format == "" && isForm:
		o.format = named
	case o.format == "":
		o.format = formatPNG
	case isForm && o.format != named:
		return usagef("--format %s and --out %s contradict each other", o.format, o.out)
	}
	switch {
	case o.scale < 1 || o.scale > highestScale:
		return usagef("--scale: %d is outside 1 to %d", o.scale, highestScale)
	case o.scale != 1 && o.format == formatSVG:
		return usagef("--scale goes with a PNG: an SVG has no size of its own")
	case o.kind == kindQuestion && o.question == "":
		return usagef("--kind %s needs --question", o.kind)
	case o.kind == kindAdoption && o.question != "":
		return usagef("--kind %s is about all channels, so it takes no --question", o.kind)
	case o.kind != kindBreakdown && (o.answer != "" || len(o.by) > 0):
		return usagef("--answer and --by go with --kind %s", kindBreakdown)
	}
	if err := o.statistics.check(); err != nil {
		return err
	}
	return o.source.check()
}

func (o *chartOptions) likelyKind() string {
	switch {
	case o.answer != "" || len(o.by) > 0:
		return kindBreakdown
	case o.question != "":
		return kindQuestion
	}
	return kindAdoption
}

// analysis returns the options for the figures.
func (o *chartOptions) analysis() analysis.Options {
	a := analysis.Options{Level: float64(o.confidence), By: o.by, Disclosure: analysis.Disclosure(o.disclosure)}
	o.onto(&a)
	if o.question != "" {
		a.Questions = []string{o.question}
	}
	return a
}

// runChart draws a chart and writes it.
func runChart(ctx context.Context, c *console, o *chartOptions) error {
	p := c.progress()
	defer p.done()
	var file *draft
	if o.out != "" && o.out != standardOutput {
		var err error
		if file, err = newDraft(o.out); err != nil {
			return err
		}
		defer func() { file.discard() }()
	}
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	p.step(s.locale.Command().Drawing())
	chart, err := o.pick(s)
	if err != nil {
		return err
	}
	data, err := await(ctx, func() ([]byte, error) { return drawing(chart, o.format, o.scale) })
	if err != nil {
		return err
	}
	p.done()
	if o.out == standardOutput {
		return c.finish(s, data, true, nil)
	}
	if file == nil {
		if file, err = newDraft(chart.Name + "." + o.format); err != nil {
			return err
		}
		defer func() { file.discard() }()
	}
	if err := file.commit(data); err != nil {
		return err
	}
	defer c.tell(s.locale.Command().WroteFile(file.path))
	return c.finish(s, nil, true, nil)
}

// drawing returns the file of a chart.
func drawing(chart charts.Chart, format string, scale int) ([]byte, error) {
	var b bytes.Buffer
	var err error
	d := charts.Usual()
	d.Scale = scale
	if format == formatSVG {
		err = charts.SVG(&b, chart, d)
	} else {
		err = charts.PNG(&b, chart, d)
	}
	return b.Bytes(), err
}
