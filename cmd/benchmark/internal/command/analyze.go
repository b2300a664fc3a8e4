package command

import (
	"context"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/reports"
)

// analyzeOptions are the options of the analyze command.
type analyzeOptions struct {
	source
	statistics
	format     string
	by         []string
	questions  []string
	confidence confidence
	disclosure string
	out        string
	width      int
	brief      bool
	audit      bool
	look       look
}

// newAnalyzeCommand makes the analyze command; run is runAnalyze but in tests
// of the command line.
func newAnalyzeCommand(c *console, run func(context.Context, *console, *analyzeOptions) error) *cobra.Command {
	preset := analysis.Defaults()
	o := &analyzeOptions{confidence: confidence(preset.Level)}
	cmd := &cobra.Command{
		Use:     "analyze FILE",
		Short:   "Read a survey and print its figures as a report",
		GroupID: groupStudy,
		Long: `Read a survey file, check it, compute its figures and print them as a report.

FILE is an .xlsx workbook or a .csv file as a survey tool exports it, a file of SPSS
(.sav) or a Parquet file; "-" reads standard input. A codebook beside the file, NAME.codebook.yaml, is used and
announced; --codebook names another one and --no-codebook ignores it.

--register names a CSV file with the organisations that exist, as inspect reads
it. Without population counts (--frame) its counts by type and size class give
the response and the margins; who is not in it is told by row.

Every figure comes with its base and an interval. Figures that would tell what
one organisation answered are hidden; --disclosure none shows them, and marks
the output as not for publication.`,
		Example: `benchmark analyze trial/howaboutyou-2018.xlsx
benchmark analyze trial/howaboutyou-2018.csv --lang en --width 120
benchmark analyze trial/howaboutyou-2018.xlsx --brief
benchmark analyze trial/howaboutyou-2018.xlsx --question livechat --by size-class/webcare-owner --letters
benchmark analyze trial/howaboutyou-2018.xlsx --format json > figures.json
benchmark analyze trial/howaboutyou-2018.xlsx --out results
benchmark analyze - --no-codebook < trial/howaboutyou-2018.csv`,
		Annotations:       map[string]string{mayDoubt: "yes"},
		Args:              one("the survey file"),
		ValidArgsFunction: surveyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			if err := o.check(); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	f := cmd.Flags()
	choiceVar(cmd, &o.format, "format", "text", reportFormats(), "form of the report")
	f.StringSliceVar(&o.by, "by", nil, "closed question to break tables down by, `ID` or ID/ID; can be repeated")
	f.StringSliceVar(&o.questions, "question", nil, "`ID` of the only question to give tables of; can be repeated")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	f.StringVar(&o.out, "out", "", "`DIR` to write report, figures, tables and charts to")
	f.BoolVar(&o.brief, "brief", false, "print the findings, the warnings and a line on every question, no tables")
	f.BoolVar(&o.audit, "audit", false, auditHelp)
	f.IntVar(&o.width, "width", 0, "width of a text in `COLUMNS` (default: the terminal's)")
	o.look.themeVar(cmd)
	o.source.flags(cmd)
	o.statistics.flags(cmd, &o.design)
	completeQuestions(cmd, "by", c, &o.source, closed, analysis.NestingMark)
	completeQuestions(cmd, "question", c, &o.source, hasFigures, "")
	return cmd
}

// check refuses options that can't be meant.
func (o *analyzeOptions) check() error {
	if err := checkWidth(o.width); err != nil {
		return err
	}
	if o.audit {
		if err := o.checkAudit(); err != nil {
			return err
		}
	}
	if o.brief && o.format != formatText {
		return usagef("--brief goes with --format %s", formatText)
	}
	if o.look.theme != "" && o.out == "" {
		return usagef("--theme is for charts, which --out writes")
	}
	if err := o.statistics.check(); err != nil {
		return err
	}
	return o.source.check()
}

// analysis returns the options for the figures.
func (o *analyzeOptions) analysis() analysis.Options {
	a := analysis.Options{
		Level:      float64(o.confidence),
		By:         o.by,
		Questions:  o.questions,
		Disclosure: analysis.Disclosure(o.disclosure),
	}
	o.onto(&a)
	a.Tests.Unshown = o.format != formatJSON && o.out == "" && !a.Tests.Letters && a.Tests.Against == analysis.NoReference && o.test == ""
	return a
}

// parts are those of the report that are written.
func (o *analyzeOptions) parts() []reports.Option {
	if o.out == "" && (o.format == formatJSON || o.format == formatCSV) {
		return []reports.Option{reports.ForPrograms()}
	}
	return []reports.Option{reports.WithoutCharts()}
}

// runAnalyze prints the report of a survey and, when asked, writes it to a
// folder with the figures, tables and charts.
func runAnalyze(ctx context.Context, c *console, o *analyzeOptions) error {
	if o.audit {
		return c.auditStudy(ctx, &o.source, o.analysis(), o.width)
	}
	p := c.progress()
	defer p.done()
	d, err := c.drawing(&o.look)
	if err != nil {
		return err
	}
	var out *folder
	if o.out != "" {
		if out, err = newFolder(o.out); err != nil {
			return err
		}
		defer out.discard()
	}
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	report, err := s.report(ctx, o.parts()...)
	if err != nil {
		return err
	}
	text, err := rendered(ctx, c.renderer(o), report, s.locale)
	if err != nil {
		return err
	}
	if out != nil {
		p.step(s.locale.Command().Drawing())
		if err := writeResults(ctx, out, s, report, d, p); err != nil {
			return err
		}
	}
	p.done()
	return c.finish(s, text, o.format != formatText, out)
}

// The forms of a report.
const (
	formatText     = "text"
	formatMarkdown = "markdown"
	formatJSON     = "json"
	formatCSV      = "csv"
)

func reportFormats() []string { return []string{formatText, formatMarkdown, formatJSON, formatCSV} }

// renderer returns what writes the report in the form that is asked for.
func (c *console) renderer(o *analyzeOptions) reports.Renderer {
	switch o.format {
	case formatMarkdown:
		return reports.Markdown
	case formatJSON:
		return reports.JSON
	case formatCSV:
		return reports.CSV
	}
	if o.brief {
		return reports.Brief(c.screen(o.width))
	}
	return reports.Text(c.screen(o.width))
}
