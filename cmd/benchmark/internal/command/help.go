package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// mayDoubt is the annotation of commands that may end with status 3.
const mayDoubt = "may-doubt"

// mayNotHold is the annotation of commands that end with status 3 for a text that
// the figures do not bear out.
const mayNotHold = "may-not-hold"

// help returns the help of a command: what it does, how it is used, its
// commands, flags and examples, and the exit statuses last.
func help(cmd *cobra.Command) string {
	var b strings.Builder
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	b.WriteString(strings.TrimSpace(text) + "\n")
	switch {
	case cmd.HasAvailableSubCommands():
		section(&b, "usage", cmd.CommandPath()+" COMMAND [flags]")
	case cmd.Runnable():
		section(&b, "usage", cmd.UseLine())
	}
	helpCommands(&b, cmd)
	helpFlags(&b, cmd)
	section(&b, "examples", prompted(cmd.Example))
	if cmd.HasAvailableSubCommands() {
		section(&b, "more", fmt.Sprintf("%s COMMAND --help tells about one command.", cmd.CommandPath()))
	}
	section(&b, "exit status", exitStatuses(cmd))
	return b.String()
}

// strict refuses topics and shells that there are not, of which cobra says nothing.
func strict(root *cobra.Command) {
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Args = func(_ *cobra.Command, args []string) error {
				found, rest, err := root.Find(args)
				if err != nil {
					return usagef("%s", err)
				}
				return noArguments(found, rest)
			}
		case "completion":
			cmd.Args = noArguments
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
			for _, shell := range cmd.Commands() {
				shell.Args = noArguments
			}
		}
	}
}

// section adds a heading and an indented text; nothing when the text is empty.
func section(b *strings.Builder, heading, text string) {
	text = strings.TrimRight(text, "\n")
	if text == "" {
		return
	}
	b.WriteString("\n" + strings.ToUpper(heading) + "\n")
	for line := range strings.Lines(text) {
		b.WriteString("  " + strings.TrimRight(line, " \n") + "\n")
	}
}

func helpCommands(b *strings.Builder, cmd *cobra.Command) {
	list := func(heading string, belongs func(*cobra.Command) bool) {
		var lines strings.Builder
		for _, sub := range cmd.Commands() {
			if !sub.Hidden && belongs(sub) {
				fmt.Fprintf(&lines, "%-*s  %s\n", sub.NamePadding(), sub.Name(), sub.Short)
			}
		}
		section(b, heading, lines.String())
	}
	for _, g := range cmd.Groups() {
		list(g.Title, func(sub *cobra.Command) bool { return sub.GroupID == g.ID })
	}
	list("commands", func(sub *cobra.Command) bool { return sub.GroupID == "" && sub.IsAvailableCommand() })
	list("topics", (*cobra.Command).IsAdditionalHelpTopicCommand)
}

// flagSection is the annotation of flags that have a section of their own in the
// help; its value is the heading.
const flagSection = "section"

// sectionStatistics is the heading over the flags of estimates and tests.
const sectionStatistics = "statistics"

// helpWidth is the width in columns of what is wrapped in the help.
const helpWidth = 100

func helpFlags(b *strings.Builder, cmd *cobra.Command) {
	list := func(heading string, wrapped int, belongs func(*pflag.Flag) bool) {
		flags := pflag.NewFlagSet(heading, pflag.ContinueOnError)
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if belongs(f) {
				flags.AddFlag(f)
			}
		})
		var lines strings.Builder
		for line := range strings.Lines(flags.FlagUsagesWrapped(wrapped)) {
			lines.WriteString(strings.TrimPrefix(line, "  "))
		}
		section(b, heading, lines.String())
	}
	list("flags", 0, func(f *pflag.Flag) bool { return f.Annotations[flagSection] == nil })
	list(sectionStatistics, helpWidth, func(f *pflag.Flag) bool { return f.Annotations[flagSection] != nil })
}

// prompted puts a prompt before every line of the examples.
func prompted(examples string) string {
	var b strings.Builder
	for line := range strings.Lines(examples) {
		b.WriteString("$ " + line)
	}
	return b.String()
}

// exitStatuses words the exit statuses that a command can end with.
func exitStatuses(cmd *cobra.Command) string {
	var b strings.Builder
	line := func(status int, meaning string) { fmt.Fprintf(&b, "%-3d  %s\n", status, meaning) }
	line(statusDone, "done")
	line(statusFailed, "failed: it could not be done, and nothing was written")
	line(statusUsage, "the command line is wrong")
	if cmd.Annotations[mayDoubt] != "" || !cmd.HasParent() {
		line(statusDoubtful, "done, but the data has problems that may change figures and that")
		b.WriteString("     no line of the codebook and no default rule settles\n")
	}
	if cmd.Annotations[mayNotHold] != "" {
		b.WriteString("     or a claim of the text does not hold or can't be judged,\n     or the attack exposes an answer\n")
	}
	line(statusInterrupted, "interrupted")
	return b.String()
}
