package command

import (
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/survey"
)

// hasFigures reports whether there are tables about a question of the kind.
func hasFigures(k survey.Kind) bool { return k != survey.Name }

// closed reports whether a table can be broken down by a question of the kind.
func closed(k survey.Kind) bool { return k.Closed() }

// checkQuestions refuses ids that no question of the survey has, and questions
// that a table can't be about or be broken down by.
func checkQuestions(s *survey.Survey, o *analysis.Options) error {
	if err := checkIDs(s, "question", o.Questions, hasFigures); err != nil {
		return err
	}
	var ids []string
	for _, by := range o.By {
		nested := analysis.Nested(s, by)
		if len(nested) > analysis.DeepestNesting {
			return usagef("--by: %q nests %d questions; at most %d can be nested", by, len(nested), analysis.DeepestNesting)
		}
		ids = append(ids, nested...)
	}
	return checkIDs(s, "by", ids, closed)
}

func checkIDs(s *survey.Survey, flag string, ids []string, fits func(survey.Kind) bool) error {
	for _, id := range ids {
		i := s.Find(id)
		if i < 0 {
			near := nearest(id, questionIDs(s, fits))
			if len(near) == 0 {
				return usagef("--%s: the survey has no question %q; 'benchmark inspect' lists the ids", flag, id)
			}
			return usagef("--%s: the survey has no question %q%s", flag, id, didYouMean("", near))
		}
		if kind := s.Questions[i].Kind; !fits(kind) {
			return usagef("--%s: question %q does not fit: its answers are of kind %q", flag, id, kind)
		}
	}
	return nil
}

func questionIDs(s *survey.Survey, fits func(survey.Kind) bool) []string {
	var ids []string
	for i := range s.Questions {
		if fits(s.Questions[i].Kind) {
			ids = append(ids, s.Questions[i].ID)
		}
	}
	return ids
}

// completeQuestions lets the shell complete a flag that takes question ids,
// with commas or the mark between them, from the file that the command line
// names.
func completeQuestions(cmd *cobra.Command, flag string, c *console, src *source, fits func(survey.Kind) bool, mark string) {
	must(cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
		if len(args) == 0 || args[0] == standardInput {
			return nil, directive
		}
		src.file = args[0]
		in, err := c.load(src)
		if err != nil {
			return nil, directive
		}
		before := typed[:strings.LastIndexAny(typed, ","+mark)+1]
		var found []cobra.Completion
		for i := range in.survey.Questions {
			if q := &in.survey.Questions[i]; fits(q.Kind) && strings.HasPrefix(before+q.ID, typed) {
				found = append(found, cobra.CompletionWithDesc(before+q.ID, strings.Join(strings.Fields(q.Title()), " ")))
			}
		}
		return found, directive
	}))
}

// surveyFiles lets the shell complete the FILE argument.
func surveyFiles(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []cobra.Completion{"xlsx", "csv", "tsv", "txt"}, cobra.ShellCompDirectiveFilterFileExt
}
