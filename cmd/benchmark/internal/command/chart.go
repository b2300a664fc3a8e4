package command

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/charts"
)

// chartOptions are the options of the chart command.
type chartOptions struct {
	source
	statistics
	look
	kind            string
	questions       []string
	answer          string
	by              []string
	format          string
	confidence      confidence
	disclosure      string
	out             string
	all             bool
	title, subtitle string
}

// newChartCommand makes the chart command; run is runChart but in tests of the
// command line.
func newChartCommand(c *console, run func(context.Context, *console, *chartOptions) error) *cobra.Command {
	preset := analysis.Defaults()
	o := &chartOptions{confidence: confidence(preset.Level)}
	cmd := &cobra.Command{
		Use:     "chart FILE",
		Short:   "Draw a chart of a survey",
		GroupID: groupStudy,
		Long:    chartHelp(),
		Example: `benchmark chart trial/howaboutyou-2018.xlsx
benchmark chart trial/howaboutyou-2018.xlsx --kind breakdown --out whatsapp.svg
benchmark chart trial/howaboutyou-2018.xlsx --question webcare-owner --lang en --scale 2
benchmark chart trial/howaboutyou-2018.xlsx --question whatsapp-satisfaction --kind diverging
benchmark chart trial/howaboutyou-2018.xlsx --question whatsapp-barriers,livechat-barriers
benchmark chart trial/howaboutyou-2018.xlsx --question livechat --answer surely --by province
benchmark chart trial/howaboutyou-2018.xlsx --size narrow --format svg --out - > phone.svg
benchmark chart trial/howaboutyou-2018.xlsx --all --out pictures`,
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
	kindVar(cmd, c, o)
	f.StringSliceVar(&o.questions, "question", nil, "`ID` of the question that the chart is about; can be repeated")
	f.StringVar(&o.answer, "answer", "", "`CODE` of the answer of a breakdown (default: use, or the top two of a scale)")
	f.StringSliceVar(&o.by, "by", nil, "closed question to split a chart by, `ID` or ID/ID; can be repeated")
	choiceVar(cmd, &o.format, "format", "", chartFormats(), "form of the file (default: as --out says, else png)")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	f.StringVar(&o.out, "out", "", "`FILE` to write, - for standard output, or folder of --all (default: its name)")
	f.BoolVar(&o.all, "all", false, "draw every chart of the report into a folder, with a contact sheet")
	f.StringVar(&o.title, "title", "", "`TEXT` to put above the chart instead of its own headline")
	f.StringVar(&o.subtitle, "subtitle", "", "`TEXT` to put under the title instead of its own")
	o.look.flags(cmd)
	o.source.flags(cmd)
	o.statistics.flags(cmd, &o.design)
	completeQuestions(cmd, "by", c, &o.source, closed, analysis.NestingMark)
	completeQuestions(cmd, "question", c, &o.source, hasFigures, "")
	return cmd
}

// chartHelp tells how charts are asked for.
func chartHelp() string {
	return `Draw a chart of a survey as a PNG of 1920 by 1080 pixels, an SVG or a PDF, or
with --all every chart that belongs in a report.

` + kindTable() + `
A question has the kinds that fit its answers; another one is refused with their
names. The kind follows from the flags when it is not given: breakdown with
--answer or --by, question with --question, beside with more of them, else
adoption. --answer names the answer of a breakdown. --by shows the groups of other
questions than type and size class, in a ranked chart beside each other.

The headline says what the figures show, and that groups differ only where a test
found it; --title and --subtitle put other words there. The file is named after
the chart and put in the current folder; --out names another place, or "-" for
standard output. Beside a picture stand its figures (NAME.data.csv) and its text
alternative (NAME.alt.txt), which a web page or a slide needs.

--all writes a folder (charts, or --out) with each chart as PNG and SVG, or in
the --format that is given, and a contact sheet.`
}

// kindTable lists the kinds of chart for the help.
func kindTable() string {
	var b strings.Builder
	for _, k := range kindsOfChart() {
		fmt.Fprintf(&b, "%-13s %s\n", k.name, k.draws)
	}
	return b.String()
}

// kindVar defines the flag that chooses the kind.
func kindVar(cmd *cobra.Command, c *console, o *chartOptions) {
	cmd.Flags().Var(&choice{value: &o.kind, allowed: chartKinds(), word: "KIND"}, "kind", "kind of chart: see above (default: follows from the other flags)")
	must(cmd.RegisterFlagCompletionFunc("kind", completeKinds(c, o)))
}

func chartFormats() []string { return []string{formatPNG, formatSVG, formatPDF} }

// complete fills in what follows from other options and refuses options that
// can't be meant.
func (o *chartOptions) complete() error {
	o.questions = once(o.questions)
	if err := o.completeForm(); err != nil {
		return err
	}
	if err := o.look.check(o.forms()); err != nil {
		return err
	}
	if err := o.checkKind(); err != nil {
		return err
	}
	if err := o.statistics.check(); err != nil {
		return err
	}
	return o.source.check()
}

// completeForm finds the form of the file from its name.
func (o *chartOptions) completeForm() error {
	if o.all {
		if o.out == standardOutput {
			return usagef("--all writes a folder: name one with --out")
		}
		return nil
	}
	named := strings.TrimPrefix(strings.ToLower(filepath.Ext(o.out)), ".")
	isForm := slices.Contains(chartFormats(), named)
	switch {
	case named != "" && !isForm:
		return usagef("--out %s: a chart is written as png, svg or pdf", o.out)
	case o.format == "" && isForm:
		o.format = named
	case o.format == "":
		o.format = formatPNG
	case isForm && o.format != named:
		return usagef("--format %s and --out %s contradict each other", o.format, o.out)
	}
	return nil
}

// forms are the forms of the files that are written.
func (o *chartOptions) forms() []string {
	if o.format == "" {
		return []string{formatPNG, formatSVG}
	}
	return []string{o.format}
}

// analysis returns the options for the figures.
func (o *chartOptions) analysis() analysis.Options {
	a := analysis.Options{Level: float64(o.confidence), By: o.by, Disclosure: analysis.Disclosure(o.disclosure)}
	o.onto(&a)
	a.Questions = o.questions
	// Of the tests of whole questions only the headline of a number's spread tells;
	// the differences between two groups are always computed.
	a.Tests.Unshown = len(o.questions) == 0 && !o.all
	return a
}

// runChart draws a chart, or all of them, and writes the files.
func runChart(ctx context.Context, c *console, o *chartOptions) error {
	d, err := c.drawing(&o.look)
	if err != nil {
		return err
	}
	if o.all {
		return c.drawAll(ctx, o, d)
	}
	p := c.progress()
	defer p.done()
	files := &drafts{}
	defer files.discard()
	if o.out != "" && o.out != standardOutput {
		if err := files.prepare(o.base(nil), o.out); err != nil {
			return err
		}
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
	chart.Retitle(o.title, o.subtitle)
	if o.out != standardOutput {
		chart.FiguresIn(filepath.Base(o.base(&chart)) + dataSuffix)
	}
	data, err := await(ctx, func() ([]byte, error) { return render(&chart, o.format, d) })
	if err != nil {
		return err
	}
	if err := s.remarkOn(&chart, d.Theme); err != nil {
		return err
	}
	p.done()
	if o.out == standardOutput {
		return c.finish(s, data, true, nil)
	}
	if o.out == "" {
		if err := files.prepare(chart.Name, chart.Name+"."+o.format); err != nil {
			return err
		}
	}
	figures, alt, err := beside(&chart)
	if err != nil {
		return err
	}
	if err := files.commit(data, figures, alt); err != nil {
		return err
	}
	defer func() {
		for _, f := range files.all {
			c.tell(s.locale.Command().WroteFile(f.path))
		}
	}()
	return c.finish(s, nil, true, nil)
}

// base returns the path of the picture without its extension; the chart names it
// where no flag does.
func (o *chartOptions) base(chart *charts.Chart) string {
	if o.out == "" {
		return chart.Name
	}
	return strings.TrimSuffix(o.out, filepath.Ext(o.out))
}

// drawAll draws every chart of the report into a folder.
func (c *console) drawAll(ctx context.Context, o *chartOptions, d charts.Drawing) error {
	p := c.progress()
	defer p.done()
	out, err := newFolder(cmp.Or(o.out, "charts"))
	if err != nil {
		return err
	}
	defer out.discard()
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	set := chartSet{charts: charts.All(s.figures, s.locale), formats: o.forms(), drawing: d, sheet: true, words: s.locale.Command()}
	p.count(s.locale, s.locale.Command().Drawn(0, len(set.charts)), 0, len(set.charts))
	if err := set.write(ctx, out, func(i int) { p.count(s.locale, s.locale.Command().Drawn(i, len(set.charts)), i, len(set.charts)) }); err != nil {
		return err
	}
	s.remarks = set.remarks
	if err := out.commit(); err != nil {
		return err
	}
	p.done()
	return c.finish(s, nil, true, out)
}

// dataSuffix ends the name of the file with a chart's figures.
const dataSuffix = ".data.csv"

// drafts are the picture of a chart and the two files beside it.
type drafts struct{ all []*draft }

// prepare makes the drafts, so that a place where nothing can be written is
// known at once. The files beside the picture are named so that they replace no
// survey.
func (f *drafts) prepare(base, picture string) error {
	for _, path := range []string{picture, base + dataSuffix, base + ".alt.txt"} {
		d, err := newDraft(path)
		if err != nil {
			return err
		}
		f.all = append(f.all, d)
	}
	return nil
}

// commit writes the files, in the order of prepare.
func (f *drafts) commit(data ...[]byte) error {
	for i, d := range f.all {
		if err := d.commit(data[i]); err != nil {
			return err
		}
	}
	return nil
}

// discard removes what was not committed.
func (f *drafts) discard() {
	for _, d := range f.all {
		d.discard()
	}
}

// remarkOn keeps what must be known of the picture of a chart.
func (s *study) remarkOn(chart *charts.Chart, theme charts.Theme) error {
	undrawn, err := charts.Undrawn(*chart, theme)
	if undrawn != "" {
		s.remarks = append(s.remarks, s.locale.Command().Undrawn(chart.Name, undrawn))
	}
	return err
}
