package command

import (
	"github.com/spf13/cobra"

	"benchmark/survey/locale"
)

// privacyTopic is the name of the topic that is in two languages.
const privacyTopic = "privacy"

// newPrivacyTopic makes the help topic on personal data, in English; see
// translated.
func newPrivacyTopic() *cobra.Command {
	english, err := locale.For("en")
	must(err)
	return &cobra.Command{
		Use:   privacyTopic,
		Short: "Personal data: what is read, kept and written (--lang nl: Dutch)",
		Long:  english.Command().Privacy(),
	}
}

// translated gives "help" a flag for the language, and the topic that is in two of
// them that of the flag, or else of the environment.
func translated(c *console, root *cobra.Command) {
	lang := ""
	for _, cmd := range root.Commands() {
		if cmd.Name() == "help" {
			choiceVar(cmd, &lang, "lang", "", languages(), "language of the topic privacy (default: that of the environment)")
		}
	}
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if cmd.Name() == privacyTopic {
			if l, err := c.language(lang, ""); err == nil {
				cmd.Long = l.Command().Privacy()
			}
		}
		_ = c.print([]byte(help(cmd)))
	})
}
