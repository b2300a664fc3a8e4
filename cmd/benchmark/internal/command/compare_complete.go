package command

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/survey/frame"
)

// longestToComplete is the size in bytes above which a file is not read to complete
// a name: the shell waits for it.
const longestToComplete = 50 << 20

// mostCompleted is how many names are offered at most.
const mostCompleted = 200

// completeOrganisations lets the shell complete --organisation by the names of the
// organisations that answered. Capitals, accents and the word for the type in front
// (“Gemeente”) need not be typed.
func completeOrganisations(c *console, src *source) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		const directive = cobra.ShellCompDirectiveNoFileComp
		if len(args) == 0 || args[0] == standardInput {
			return nil, directive
		}
		info, err := os.Stat(args[0])
		if err != nil || !info.Mode().IsRegular() || info.Size() > longestToComplete {
			return nil, directive
		}
		src.file = args[0]
		in, err := c.load(src)
		if err != nil || in.roster.All == nil {
			return nil, directive
		}
		var names []string
		for i := range in.roster.All {
			names = append(names, strings.Join(strings.Fields(in.roster.All[i].Name), " "))
		}
		return completedNames(names, typed), directive
	}
}

// completedNames returns what can be typed for the names that begin with what was
// typed, by the alphabet. A shell throws away what does not begin with the very text
// that was typed, so “oost” becomes “oosterbrink”, beside the name in full.
func completedNames(names []string, typed string) []cobra.Completion {
	var found []string
	for _, name := range names {
		for rest, ok := name, name != ""; ok; rest, ok = withoutType(name, rest) {
			switch tail, fits := afterTyped(rest, typed); {
			case !fits:
				continue
			case strings.HasPrefix(name, typed):
				found = append(found, name)
			default:
				found = append(found, cobra.CompletionWithDesc(typed+tail, name))
			}
			break
		}
	}
	slices.Sort(found)
	found = slices.Compact(found)
	return found[:min(len(found), mostCompleted)]
}

// withoutType returns what is left of a name without its first word, as long as that
// is a word for the type of organisation.
func withoutType(name, rest string) (string, bool) {
	_, left, more := strings.Cut(rest, " ")
	return left, more && frame.ParseName(left, "").Core == frame.ParseName(name, "").Core
}

// afterTyped returns what comes in a name behind what was typed, and whether the name
// begins with it but for capitals, accents and punctuation.
func afterTyped(name, typed string) (string, bool) {
	if strings.HasPrefix(typed, "'") && !strings.HasPrefix(name, "'") {
		return "", false
	}
	want := frame.Plain(typed)
	if want == "" {
		return name, true
	}
	for at := range name {
		if at > 0 && frame.Plain(name[:at]) == want {
			return name[at:], true
		}
	}
	return "", frame.Plain(name) == want
}
