package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/survey"
)

// surveyEndings are the endings of the names of files that a survey may have.
func surveyEndings() []string { return []string{"xlsx", "csv", "tsv", "txt", "sav", "zsav", "parquet"} }

// completeWaveFiles lets the shell complete LABEL=FILE: behind a moment the equals
// sign, and behind that the files.
func completeWaveFiles(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	label, _, found := strings.Cut(typed, "=")
	if _, err := survey.ParseMoment(label); err == nil && !found {
		return []cobra.Completion{label + "="}, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	if found {
		return completeLabelled(typed, surveyEndings())
	}
	return surveyFiles(cmd, args, typed)
}

// completeWaveFlag lets the shell complete a flag that takes a file for every wave or
// LABEL=FILE for one: by the moments on the command line, and by files.
func completeWaveFlag(endings ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if strings.Contains(typed, "=") {
			return completeLabelled(typed, endings)
		}
		var moments []cobra.Completion
		for _, arg := range args {
			if label, _, found := strings.Cut(arg, "="); found && strings.HasPrefix(label, typed) {
				moments = append(moments, label+"=")
			}
		}
		if len(moments) > 0 {
			return moments, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveKeepOrder
		}
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeLabelled lists the files and folders that LABEL=FILE may go on with. Shells
// complete files at the start of a word alone.
func completeLabelled(typed string, endings []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	before, path, _ := strings.Cut(typed, "=")
	folder, start := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Join(".", folder))
	if filepath.IsAbs(path) {
		entries, err = os.ReadDir(folder)
	}
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var found []cobra.Completion
	directive := cobra.ShellCompDirectiveNoFileComp
	for _, e := range entries {
		ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(e.Name()), "."))
		switch {
		case !strings.HasPrefix(e.Name(), start), strings.HasPrefix(e.Name(), ".") && start == "":
		case e.IsDir():
			found = append(found, before+"="+folder+e.Name()+string(filepath.Separator))
			directive |= cobra.ShellCompDirectiveNoSpace
		case slices.Contains(endings, ending):
			found = append(found, before+"="+folder+e.Name())
		}
	}
	return found, directive
}

// completeLabels lets the shell complete a flag by labels that the survey has, in
// capitals or not. The survey is the first file of the command line.
func completeLabels(cmd *cobra.Command, flag string, c *console, labels func(*survey.Survey) []string) {
	must(cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
		if len(args) == 0 || args[0] == standardInput {
			return nil, directive
		}
		src := &source{file: args[0]}
		if _, file, ok := labelled(args[0]); ok {
			src.file = file
		}
		info, err := os.Stat(src.file)
		if err != nil || !info.Mode().IsRegular() || info.Size() > longestToComplete {
			return nil, directive
		}
		in, err := c.load(src)
		if err != nil {
			return nil, directive
		}
		var found []cobra.Completion
		for _, label := range labels(in.survey) {
			label = strings.Join(strings.Fields(label), " ")
			if len(label) < len(typed) || !strings.EqualFold(label[:len(typed)], typed) || slices.Contains(found, typed+label[len(typed):]) {
				continue
			}
			found = append(found, typed+label[len(typed):])
		}
		return found, directive
	}))
}

// groupLabels are the answers by which a survey has groups of organisations: types and
// size classes.
func groupLabels(s *survey.Survey) []string {
	var labels []string
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Role == survey.BodyType || q.Role == survey.SizeClass {
			for k := range q.Options {
				labels = append(labels, q.Options[k].Title())
			}
		}
	}
	return labels
}

// channelsWith are the channels of the questions with a role.
func channelsWith(role survey.Role) func(*survey.Survey) []string {
	return func(s *survey.Survey) []string {
		var names []string
		for i := range s.Questions {
			if q := &s.Questions[i]; q.Role == role && q.Channel != "" {
				names = append(names, q.Channel)
			}
		}
		return names
	}
}
