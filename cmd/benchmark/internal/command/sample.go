package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	sampledata "benchmark/sample-data"
)

// sampleOptions are the options of the sample command.
type sampleOptions struct {
	dir   string
	force bool
	lang  string
}

// newSampleCommand makes the sample command; run is runSample but in tests of
// the command line.
func newSampleCommand(c *console, run func(*console, *sampleOptions) error) *cobra.Command {
	o := &sampleOptions{}
	cmd := &cobra.Command{
		Use:     "sample DIR",
		Short:   "Write a sample survey to try the program on",
		GroupID: groupOther,
		Long: `Write a sample survey to a folder: a workbook and a .csv file as a survey tool
exports them, their codebook, the number of organisations that exist and a
register; and the waves of a year before and a year after. The answers and the
organisations are made up.

Files that are there already are not overwritten without --force.`,
		Example: `benchmark sample trial
benchmark sample trial --force`,
		Args: one("the folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = args[0]
			return run(c, o)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	cmd.Flags().BoolVar(&o.force, "force", false, "overwrite files that are there already")
	choiceVar(cmd, &o.lang, "lang", "", languages(), "language of the messages (default: that of the environment)")
	return cmd
}

// runSample writes the sample survey.
func runSample(c *console, o *sampleOptions) error {
	l, err := c.language(o.lang, "")
	if err != nil {
		return err
	}
	out, err := newFolder(o.dir)
	if err != nil {
		return err
	}
	defer out.discard()
	files := sampledata.Files()
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	if there := out.existing(names); len(there) > 0 && !o.force {
		return fmt.Errorf("writing to %s: already there: %s; overwrite with --force", out.path, strings.Join(there, ", "))
	}
	for _, f := range files {
		if err := out.put(f.Name, f.Data); err != nil {
			return err
		}
	}
	if err := out.commit(); err != nil {
		return err
	}
	c.tellWritten(l.Command().WroteFiles(len(out.files), out.path), out)
	return nil
}
