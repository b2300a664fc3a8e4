package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/charts"
)

// completeKinds lets the shell complete --kind: with one question on the command
// line by the kinds that it can have, with several by those for several, and else
// by all.
func completeKinds(c *console, o *chartOptions) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		// The flags of a command line that is completed are read twice.
		o.questions = once(o.questions)
		fits := func(*chartKind) bool { return true }
		switch {
		case len(o.questions) > 1:
			fits = func(k *chartKind) bool { return k.more }
		case len(o.questions) == 1 && len(args) > 0 && args[0] != standardInput:
			o.file = args[0]
			if forms := o.fitting(c); forms != nil {
				fits = func(k *chartKind) bool { return k.one && (k.form == 0 || slices.Contains(forms, k.form)) }
			}
		}
		var found []cobra.Completion
		for _, k := range kindsOfChart() {
			if fits(&k) && strings.HasPrefix(k.name, typed) {
				found = append(found, cobra.CompletionWithDesc(k.name, k.draws))
			}
		}
		return found, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// fitting returns the forms of chart that the question can have, or nil when the
// file can't be read.
func (o *chartOptions) fitting(c *console) []charts.Kind {
	in, err := c.load(&o.source)
	if err != nil {
		return nil
	}
	figures, err := analysis.Analyze(in.survey, o.analysis())
	if err != nil {
		return nil
	}
	var forms []charts.Kind
	for _, t := range o.tables(figures) {
		forms = append(forms, charts.Fitting(figures, t, in.locale)...)
	}
	return forms
}
