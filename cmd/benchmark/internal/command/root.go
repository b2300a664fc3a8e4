package command

import (
	"slices"

	"github.com/spf13/cobra"
)

// The groups of commands in the help.
const (
	groupStudy = "study"
	groupOther = "other"
)

// newRootCommand puts the commands together: the one that is named alone, when
// there is one of that name, since each run needs one and none costs nothing.
func newRootCommand(c *console, only string) *cobra.Command {
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
	root.AddCommand(commands(c, only)...)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommandGroupID(groupOther)
	root.SetCompletionCommandGroupID(groupOther)
	root.InitDefaultHelpCmd()
	translated(c, root)
	root.InitDefaultCompletionCmd()
	strict(root)
	return root
}

// maker makes a command, or a topic of the help, of a name.
type maker struct {
	name string
	make func() *cobra.Command
}

// makers are those of all commands and topics, in the order of the help.
func makers(c *console) []maker {
	return []maker{
		{"analyze", func() *cobra.Command { return newAnalyzeCommand(c, runAnalyze) }},
		{"inspect", func() *cobra.Command { return newInspectCommand(c, runInspect) }},
		{"chart", func() *cobra.Command { return newChartCommand(c, runChart) }},
		{"compare", func() *cobra.Command { return newCompareCommand(c, runCompare) }},
		{"report", func() *cobra.Command { return newReportCommand(c, runReport) }},
		{"capacity", func() *cobra.Command { return newCapacityCommand(c, runCapacity) }},
		{"trend", func() *cobra.Command { return newTrendCommand(c, runTrend) }},
		{"forecast", func() *cobra.Command { return newForecastCommand(c, runForecast) }},
		{"export", func() *cobra.Command { return newExportCommand(c, runExport) }},
		{"sample", func() *cobra.Command { return newSampleCommand(c, runSample) }},
		{"codebook", func() *cobra.Command { return newCodebookCommand(c) }},
		{"version", func() *cobra.Command { return newVersionCommand(c) }},
		{"formats", newFormatsTopic},
		{"statistics", newStatisticsTopic},
		{"themes", newThemesTopic},
		{"disclosure", newDisclosureTopic},
		{"tables", newTablesTopic},
		{"series", newSeriesTopic},
		{"limits", newLimitsTopic},
		{privacyTopic, newPrivacyTopic},
	}
}

// commands returns the command or topic of that name, or all of them when there is
// none.
func commands(c *console, only string) []*cobra.Command {
	all := makers(c)
	if i := slices.IndexFunc(all, func(m maker) bool { return m.name == only }); i >= 0 {
		all = all[i : i+1]
	}
	made := make([]*cobra.Command, len(all))
	for i := range all {
		made[i] = all[i].make()
	}
	return made
}
