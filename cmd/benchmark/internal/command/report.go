package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/reports"
	"benchmark/reports/claims"
)

// reportOptions are the options of the report command.
type reportOptions struct {
	source
	statistics
	check      string
	format     string
	confidence confidence
	disclosure string
	width      int
}

// longestText is the size in bytes of the longest text that is checked.
const longestText = 1 << 20

// newReportCommand makes the report command; run is runReport but in tests of the
// command line.
func newReportCommand(c *console, run func(context.Context, *console, *reportOptions) error) *cobra.Command {
	preset := analysis.Defaults()
	o := &reportOptions{confidence: confidence(preset.Level)}
	cmd := &cobra.Command{
		Use:     "report FILE --check TEXT",
		Short:   "Check what a text says about a survey",
		GroupID: groupStudy,
		Long: `Check what a text says about a survey: find its percentages, shares in words,
counts, numbers with a unit, lists and comparisons, look each up in the figures,
and say whether it holds, on which base, and what would be right to write.

TEXT is a Markdown or plain text file in Dutch or English; "-" reads standard
input. A claim holds; holds roughly; holds on another base; holds only if every
plan goes ahead; holds as another figure, such as a median that is called an
average; says more than the figures show; does not hold; or is not in the survey.
One of which the subject is not clear is not judged: the figures that can be meant
are listed. Nor is one on a figure that is hidden, whatever it says.

The text is read by rules, not understood: look at what it finds, and at what it
does not. Tables and code in it are passed over.`,
		Example: `benchmark report trial/howaboutyou-2018.xlsx --check results/report.md
benchmark report trial/howaboutyou-2018.xlsx --lang en --format json --check - < results/report.md`,
		Annotations:       map[string]string{mayDoubt: "yes", mayNotHold: "yes"},
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
	f.StringVar(&o.check, "check", "", "`TEXT` with claims about the survey to check, or - for standard input")
	choiceVar(cmd, &o.format, "format", formatText, []string{formatText, formatJSON}, "form of the judgement")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	f.IntVar(&o.width, "width", 0, "width of a text in `COLUMNS` (default: the terminal's)")
	o.source.flags(cmd)
	o.statistics.flags(cmd, &o.design)
	return cmd
}

// complete refuses options that can't be meant.
func (o *reportOptions) complete() error {
	switch {
	case o.check == "":
		return usagef("--check TEXT is missing: this command checks a text for now; 'benchmark analyze' prints the report")
	case o.check == standardInput && o.file == standardInput:
		return usagef("the survey and --check can't both be read from standard input")
	}
	if err := checkWidth(o.width); err != nil {
		return err
	}
	if err := o.statistics.check(); err != nil {
		return err
	}
	return o.source.check()
}

// analysis returns the options for the figures.
func (o *reportOptions) analysis() analysis.Options {
	a := analysis.Options{Level: float64(o.confidence), Disclosure: analysis.Disclosure(o.disclosure)}
	o.onto(&a)
	return a
}

// runReport judges what a text says about a survey.
func runReport(ctx context.Context, c *console, o *reportOptions) error {
	p := c.progress()
	defer p.done()
	text, name, err := c.text(o.check)
	if err != nil {
		return err
	}
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	found, err := await(ctx, func() (claims.Result, error) { return claims.Check(text, s.figures), nil })
	if err != nil {
		return err
	}
	checked := reports.Checked{Name: name, Result: found}
	render := reports.CheckText(checked, c.screen(o.width))
	if o.format == formatJSON {
		render = reports.CheckJSON(checked)
	}
	var b bytes.Buffer
	if err := render(&b, s.report(), s.locale); err != nil {
		return err
	}
	p.done()
	if err := c.finish(s, b.Bytes(), true, nil); err != nil {
		return err
	}
	if !found.Sound() {
		return &claimError{name}
	}
	return nil
}

// text reads a text to check, and returns its base name.
func (c *console) text(path string) (text, name string, err error) {
	var data []byte
	name = filepath.Base(path)
	if path == standardInput {
		name = standardInput
		if data, err = io.ReadAll(io.LimitReader(c.in, longestText+1)); err != nil {
			return "", "", fmt.Errorf("reading the text from standard input: %w", err)
		}
		if len(data) == 0 {
			return "", "", errors.New("reading the text from standard input: there is nothing in it")
		}
	} else if data, err = readFile(path); err != nil {
		return "", "", fmt.Errorf("text to check: %w", err)
	}
	switch {
	case len(data) > longestText:
		return "", "", fmt.Errorf("reading the text %s: it is longer than %d MB; give the part that is about the survey", name, longestText>>20)
	case bytes.IndexByte(data, 0) >= 0:
		return "", "", fmt.Errorf("reading the text %s: it is no plain text; save it as Markdown or plain text (UTF-8)", name)
	}
	return string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))), name, nil
}

// claimError says that the check was done and found claims that can't stand.
type claimError struct{ text string }

// Error returns what was found.
func (e *claimError) Error() string {
	return fmt.Sprintf("%s: not every claim can stand as it is written", e.text)
}
