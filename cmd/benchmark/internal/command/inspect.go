package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/reports"
	"benchmark/survey/codebook"
)

// inspectOptions are the options of the inspect command.
type inspectOptions struct {
	source
	format        string
	writeCodebook string
	force         bool
	width         int
}

// newInspectCommand makes the inspect command; run is runInspect but in tests
// of the command line.
func newInspectCommand(c *console, run func(context.Context, *console, *inspectOptions) error) *cobra.Command {
	o := &inspectOptions{}
	cmd := &cobra.Command{
		Use:     "inspect FILE",
		Short:   "Tell how a survey file is read and what is wrong with it",
		GroupID: groupStudy,
		Long: `Tell how a survey file is read: its form, its questions and their roles, the
rows that are left out, the spelling variants that are counted together, and
every problem found, each with the codebook line that settles it.

--write-codebook writes the codebook that is used, so that a person can correct
it: who was asked what, which answers mean what, what must stay hidden. Above each
question stands where its columns are, why it has its kind, and what was unsure.

--register names a CSV file with the organisations that exist (code, name and
type; province, inhabitants, valid_from, valid_to, successor, urbanity and
shared_service where known, and columns of your own). It tells how many answered,
where more answers would help most, and lists who has not answered yet. Who
answered for a body that had merged counts as the one that existed on the last
day of the fieldwork. What the survey did not ask becomes a question to break
down by. Without it the register that the codebook names is used, and nobody is
listed.`,
		Example: `benchmark inspect trial/howaboutyou-2018.xlsx
benchmark inspect trial/howaboutyou-2018.csv --format json
benchmark inspect trial/howaboutyou-2018.csv --no-codebook --write-codebook my.codebook.yaml
benchmark inspect trial/howaboutyou-2018.xlsx --register trial/register-2018.csv`,
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
	choiceVar(cmd, &o.format, "format", formatText, []string{formatText, formatJSON}, "form of the answer")
	f.StringVar(&o.writeCodebook, "write-codebook", "", "`FILE` to write the codebook to")
	f.BoolVar(&o.force, "force", false, "overwrite the file of --write-codebook")
	f.IntVar(&o.width, "width", 0, "width of a text in `COLUMNS` (default: the terminal's)")
	o.flags(cmd)
	return cmd
}

// check refuses options that can't be meant.
func (o *inspectOptions) check() error {
	if o.force && o.writeCodebook == "" {
		return usagef("--force goes with --write-codebook")
	}
	if o.writeCodebook == standardOutput {
		return usagef("--write-codebook: name a file; standard output is for what is told of the survey")
	}
	if err := checkWidth(o.width); err != nil {
		return err
	}
	return o.source.check()
}

// runInspect prints how a survey file is read and, when asked, writes the
// codebook.
func runInspect(ctx context.Context, c *console, o *inspectOptions) error {
	p := c.progress()
	defer p.done()
	var book *draft
	if o.writeCodebook != "" {
		var err error
		if book, err = newCodebookDraft(o.writeCodebook, o.force); err != nil {
			return err
		}
		defer book.discard()
	}
	o.cells = true // which columns no question has is told by them
	s, err := c.compute(ctx, &o.source, analysis.Defaults(), p)
	if err != nil {
		return err
	}
	s.reading.Response, s.reading.Given, s.reading.Written = s.response(o.register != ""), o.file, o.writeCodebook
	report, err := s.report(ctx)
	if err != nil {
		return err
	}
	text, err := rendered(ctx, c.inspector(o), report, s.locale)
	if err != nil {
		return err
	}
	if book != nil {
		var data bytes.Buffer
		if err := codebook.WriteExplained(&data, s.reading.Codebook.Explicit(), s.locale.Dutch(), reports.Explain(report, s.locale)); err != nil {
			return err
		}
		if err := book.commit(data.Bytes()); err != nil {
			return err
		}
		defer c.tell(s.locale.Command().WroteFile(o.writeCodebook))
	}
	p.done()
	return c.finish(s, text, o.format != formatText, nil)
}

// response tells how far the survey is by the register; nil without one.
func (s *study) response(list bool) *reports.Response {
	roll := s.roster.Roll()
	if roll == nil {
		return nil
	}
	level := s.figures.Options.Level
	return &reports.Response{
		Fieldwork: roll, List: list,
		Precisions: analysis.Precisions(roll.Strata, level, moreAnswers), Level: level,
	}
}

// moreAnswers is the number of further answers of which the effect is told.
const moreAnswers = 5

// inspector returns what writes the answer in the format.
func (c *console) inspector(o *inspectOptions) reports.Renderer {
	if o.format == formatJSON {
		return reports.InspectJSON
	}
	return reports.InspectText(c.screen(o.width))
}

// newCodebookDraft makes a draft for a codebook, which may hold a person's
// work and is therefore overwritten only by force.
func newCodebookDraft(path string, force bool) (*draft, error) {
	if _, err := os.Lstat(path); err == nil && !force {
		return nil, fmt.Errorf("writing %s: it exists already; choose another name, or overwrite it with --force", path)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("writing %s: %w", path, reason(err))
	}
	return newDraft(path)
}
