package command

import (
	"github.com/spf13/cobra"
)

// The groups of commands in the help.
const (
	groupStudy = "study"
	groupOther = "other"
)

// newRootCommand puts the commands together.
func newRootCommand(c *console) *cobra.Command {
	root := &cobra.Command{
		Use:   "benchmark",
		Short: "Figures, charts and a report from a survey about contact channels",
		Long: `benchmark turns a survey file about the contact channels of government
organisations into figures, charts and a report: which channels they use and
plan to use, how satisfied they are and why, what holds them back, how much
capacity it takes and who does webcare. Every figure comes with its base and
its margin.`,
		Example: `benchmark sample trial
benchmark analyze trial/howaboutyou-2018.xlsx
benchmark inspect trial/howaboutyou-2018.xlsx`,
		Args:          noArguments,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.AddGroup(&cobra.Group{ID: groupStudy, Title: "Study commands"}, &cobra.Group{ID: groupOther, Title: "Other commands"})
	root.AddCommand(
		newAnalyzeCommand(c, runAnalyze),
		newInspectCommand(c, runInspect),
		newChartCommand(c, runChart),
		newCompareCommand(c, runCompare),
		newReportCommand(c, runReport),
		newCapacityCommand(c, runCapacity),
		newTrendCommand(c, runTrend),
		newForecastCommand(c, runForecast),
		newExportCommand(c, runExport),
		newSampleCommand(c, runSample),
		newCodebookCommand(c),
		newVersionCommand(c),
		newFormatsTopic(),
		newStatisticsTopic(),
		newThemesTopic(),
		newDisclosureTopic(),
		newTablesTopic(),
		newSeriesTopic(),
		newLimitsTopic(),
		newPrivacyTopic(),
	)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommandGroupID(groupOther)
	root.SetCompletionCommandGroupID(groupOther)
	root.InitDefaultHelpCmd()
	translated(c, root)
	root.InitDefaultCompletionCmd()
	return root
}
