package command

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError is a command line that can't be carried out as it stands.
type usageError struct{ text string }

// Error returns what is wrong with it.
func (e *usageError) Error() string { return e.text }

// usagef makes a usage error.
func usagef(format string, args ...any) error {
	return &usageError{text: fmt.Sprintf(format, args...)}
}

// doubtError says that the work was done on data that has a problem which may
// change figures and which neither a codebook line nor a default rule settles.
type doubtError struct{ doubts int }

// Error returns what happened and what to do.
func (e *doubtError) Error() string {
	problems := "a problem in the data"
	if e.doubts > 1 {
		problems = fmt.Sprintf("%d problems in the data", e.doubts)
	}
	return "done, but no codebook line settles " + problems + " that may change figures: 'benchmark inspect' tells more"
}

// flagError turns what the flag parser says into a usage error, with the
// nearest flag for one that does not exist.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && len(unknown.GetSpecifiedName()) > 1 {
		name := unknown.GetSpecifiedName()
		return usagef("unknown flag --%s%s", name, didYouMean("--", nearest(name, flagNames(cmd))))
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		flag := invalid.GetFlag()
		if flag.Value.Type() == "int" {
			return usagef("--%s: %q is no whole number", flag.Name, invalid.GetValue())
		}
		return usagef("--%s: %s", flag.Name, invalid.Unwrap())
	}
	return usagef("%s", err)
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return names
}

// one demands one argument, called by the given words in the message.
func one(words string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := noEmptyFlags(cmd); err != nil {
			return err
		}
		switch {
		case len(args) < 1, len(args) == 1 && args[0] == "":
			return usagef("%s is missing", words)
		case len(args) > 1:
			return usagef("one too many: %q (a name with spaces needs quotes)", args[1])
		}
		return nil
	}
}

// noEmptyFlags refuses a flag that is given without a word, as --out "$DIR" is
// when there is no DIR: what it asks for would be left out in silence.
func noEmptyFlags(cmd *cobra.Command) error {
	var err error
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Value.Type() == "string" && f.Value.String() == "" && err == nil {
			err = usagef("--%s: nothing is given; leave the flag out or name something", f.Name)
		}
	})
	return err
}

// noArguments refuses any argument; of what has commands it is an unknown one.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !cmd.HasAvailableSubCommands() {
		return usagef("%q is one too many: no argument is needed", args[0])
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return usagef("unknown command %q%s", args[0], didYouMean("", nearest(args[0], names)))
}

// didYouMean words the suggestions, or nothing when there are none.
func didYouMean(prefix string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = prefix + n
	}
	return ": did you mean " + strings.Join(quoted, " or ") + "?"
}
