package command

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"benchmark/analysis"
)

// choice is a flag that takes one word of a list. The list serves the check,
// the help and the completion alike.
type choice struct {
	value   *string
	allowed []string
	// word stands for the value in the help, where the words are too many.
	word string
}

// choiceVar defines a flag that takes one of the allowed words.
func choiceVar(cmd *cobra.Command, value *string, name, preset string, allowed []string, usage string) {
	*value = preset
	flag := &choice{value: value, allowed: allowed}
	cmd.Flags().Var(flag, name, usage)
	must(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp)))
}

// listedVar is choiceVar for a list that is too long for the place of the value
// in the help: a word stands there, and the list follows the usage.
func listedVar(cmd *cobra.Command, value *string, name, word, preset string, allowed []string, usage string) {
	choiceVar(cmd, value, name, preset, allowed, usage+": "+strings.Join(allowed, ", "))
	if flag, ok := cmd.Flags().Lookup(name).Value.(*choice); ok {
		flag.word = word
	}
}

// String returns the chosen word.
func (c *choice) String() string { return *c.value }

// Type returns the words that can be chosen, or a word for them, for the help.
func (c *choice) Type() string { return cmp.Or(c.word, strings.Join(c.allowed, "|")) }

// Set takes the word, or tells which ones there are.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.allowed, s) {
		return fmt.Errorf("%q is not one of %s%s", s, strings.Join(c.allowed, ", "), didYouMean("", nearest(s, c.allowed)))
	}
	*c.value = s
	return nil
}

// disclosureVar defines the flag that says whether small groups are hidden.
func disclosureVar(cmd *cobra.Command, value *string) {
	choiceVar(cmd, value, "disclosure", string(analysis.Publish),
		[]string{string(analysis.Publish), string(analysis.Unprotected)}, "hide what exposes an organisation, or nothing")
}

// The bounds of a level of confidence.
const (
	lowestConfidence  = 0.5
	highestConfidence = 0.999
)

// confidence is a flag for a level of confidence, kept as a proportion. It may
// be given as 0.95, 0,95, 95 or 95%.
type confidence float64

// String returns the proportion.
func (c *confidence) String() string { return strconv.FormatFloat(float64(*c), 'f', -1, 64) }

// Type returns the word for the value in the help.
func (c *confidence) Type() string { return "level" }

// Set takes a proportion or a percentage.
func (c *confidence) Set(s string) error {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	number = strings.Replace(strings.TrimSpace(number), ",", ".", 1)
	x, err := strconv.ParseFloat(number, 64)
	if err == nil && (percent || x > 1) {
		x, err = strconv.ParseFloat(number+"e-2", 64) // nearer to what was typed than a division by 100
	}
	if err != nil {
		return fmt.Errorf("%q is no level of confidence: give one such as 0.95, or 95%%", s)
	}
	if !(x >= lowestConfidence && x <= highestConfidence) { // so that NaN is refused too
		return fmt.Errorf("%s is outside %v to %v: give a level such as 0.95, or 95%%", s, lowestConfidence, highestConfidence)
	}
	*c = confidence(x)
	return nil
}

// checkWidth refuses a width that no text can be laid out for; 0 asks for the
// terminal's.
func checkWidth(columns int) error {
	if columns != 0 && columns < narrowest {
		return usagef("--width: %d is too narrow, give %d or more", columns, narrowest)
	}
	return nil
}

var (
	_ pflag.Value = (*choice)(nil)
	_ pflag.Value = (*confidence)(nil)
)

// must reports a fault of the program itself while commands are put together,
// such as a completion for a flag that was never defined.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
