package command

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	wording "benchmark/analysis/words"
	"benchmark/survey/tidy"
)

// exportOptions are the options of the export command.
type exportOptions struct {
	source
	format string
	out    string
	names  bool
	key    string
}

// formatSAV is the form of an SPSS file.
const formatSAV = "sav"

func exportFormats() []string { return []string{formatCSV, formatSAV, formatParquet} }

// formatParquet is the form of a Parquet file.
const formatParquet = "parquet"

// codebookSuffix is what the name of the codebook of the columns ends in.
const codebookSuffix = ".columns.csv"

// leastKey is the number of bytes of a key that is no guess.
const leastKey = 16

// newExportCommand makes the export command; run is runExport but in tests of the
// command line.
func newExportCommand(c *console, run func(context.Context, *console, *exportOptions) error) *cobra.Command {
	o := &exportOptions{}
	cmd := &cobra.Command{
		Use:     "export FILE",
		Short:   "Write the answers for other programs, tidy and under a pseudonym",
		GroupID: groupStudy,
		Long: `Write the answers of a survey for R, Python, SPSS, Power BI or a database: one row
per respondent, one column per question, and a column of 0 and 1 per option of a
select-all question and per theme of an open one. Nothing stands where there is no
answer. Beside the file comes NAME.columns.csv: what each column and each code means.

csv      wordings in place of codes, a decimal point, UTF-8
sav      SPSS: codes with value labels, multiple-response sets, the weight
parquet  columns with their types, wordings in a dictionary; with the codebook, so that
         benchmark reads it as the survey that it was: roles, routing and weights too

Columns about persons and texts in a respondent's own words are never written. The
organisation is: a pseudonym, and its name, code, number of inhabitants and the
columns of the register only with --names. Pseudonyms count the organisations in the
file, and rows are ordered by their answers, so that neither tells a name. With --key
they are made from the name and the secret in a file, and an organisation has the
same one in every wave: whoever has the key can find the names.

A row is about one organisation. Under a pseudonym it is not anonymous: who knows some
of the answers finds the rest. It is not for publication.`,
		Example: `benchmark export trial/howaboutyou-2018.xlsx --out answers.csv
benchmark export trial/howaboutyou-2018.xlsx --out answers.sav
benchmark export trial/howaboutyou-2018.xlsx --out answers.parquet
benchmark export trial/howaboutyou-2018.xlsx > answers.csv
benchmark export trial/howaboutyou-2018.xlsx --format parquet --out - > answers.parquet`,
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
	f.StringVar(&o.format, "format", "", "`FORM`: "+strings.Join(exportFormats(), ", ")+" (default: by the name of --out, else csv)")
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(exportFormats(), cobra.ShellCompDirectiveNoFileComp)))
	f.StringVar(&o.out, "out", "", "`FILE` to write to, or - for standard output (default: a CSV goes there)")
	f.BoolVar(&o.names, "names", false, "write what names the organisations too")
	f.StringVar(&o.key, "key", "", "`FILE` with a secret of 16 bytes or more, to make pseudonyms with")
	o.flags(cmd)
	return cmd
}

// check settles the form and refuses options that can't be meant.
func (o *exportOptions) check() error {
	named := strings.TrimPrefix(strings.ToLower(filepath.Ext(o.out)), ".")
	isForm := slices.Contains(exportFormats(), named)
	switch {
	case o.format == "" && o.out != "" && o.out != standardOutput && !isForm:
		return usagef("--out %s: name the form with --format %s", o.out, strings.Join(exportFormats(), "|"))
	case o.format != "" && !slices.Contains(exportFormats(), o.format):
		return usagef("--format: %q is not one of %s%s", o.format, strings.Join(exportFormats(), ", "), didYouMean("", nearest(o.format, exportFormats())))
	case o.format != "" && isForm && o.format != named:
		return usagef("--format %s and --out %s contradict each other", o.format, o.out)
	case isForm:
		o.format = named
	}
	o.format = cmp.Or(o.format, formatCSV)
	if o.format != formatCSV && o.out == "" {
		return usagef("--format %s writes a file: name it with --out, or - for standard output", o.format)
	}
	return o.source.check()
}

// runExport writes the answers of a survey and the codebook of the columns.
func runExport(ctx context.Context, c *console, o *exportOptions) error {
	if o.out == standardOutput && o.format != formatCSV && isTerminal(c.out) {
		return usagef("--format %s is nothing to read on a terminal: name a file with --out, or send it to a program", o.format)
	}
	p := c.progress()
	defer p.done()
	key, err := o.secret()
	if err != nil {
		return err
	}
	var files []*draft
	if o.out != "" && o.out != standardOutput {
		for _, path := range []string{o.out, strings.TrimSuffix(o.out, filepath.Ext(o.out)) + codebookSuffix} {
			d, err := newDraft(path)
			if err != nil {
				return err
			}
			defer d.discard()
			files = append(files, d)
		}
	}
	l, err := c.language(o.lang, "")
	if err != nil {
		return err
	}
	p.reading(l, o.file)
	in, err := await(ctx, func() (*loaded, error) { return c.load(&o.source) })
	if err != nil {
		return err
	}
	var left []string
	data, err := await(ctx, func() (made [2][]byte, err error) {
		t := tidy.Of(in.survey, tidy.Options{Names: o.names, Key: key, Themes: wording.Themes})
		left = t.Left
		return o.render(t)
	})
	if err != nil {
		return fmt.Errorf("exporting %s: %w", in.reading.File.Name, err)
	}
	p.done()
	said := in.locale.Command()
	printed := data[0]
	for i, d := range files {
		printed = nil
		if err := d.commit(data[i]); err != nil {
			return err
		}
		c.tell(said.WroteFile(d.path))
	}
	if len(left) > 0 {
		c.tell(said.LeftOut(left))
	}
	c.tell(said.NotAnonymous(o.names, in.survey.OfOrganisations()))
	return c.finish(&study{loaded: in}, printed, true, nil)
}

// secret returns the key for the pseudonyms, nil when none is asked for.
func (o *exportOptions) secret() ([]byte, error) {
	if o.key == "" {
		return nil, nil
	}
	key, err := readFile(o.key)
	if err == nil && len(key) < leastKey {
		err = fmt.Errorf("reading %s: a key has %d bytes or more, and this has %d; make one with: head -c 32 /dev/urandom > %s", o.key, leastKey, len(key), o.key)
	}
	return key, err
}

// render returns the file and the codebook of its columns.
func (o *exportOptions) render(t *tidy.Table) (made [2][]byte, err error) {
	write := t.CSV
	switch o.format {
	case formatSAV:
		write = t.SPSS
	case formatParquet:
		write = t.Parquet
	}
	if made[0], err = write(); err == nil {
		made[1], err = t.Codebook()
	}
	return made, err
}
