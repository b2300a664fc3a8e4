package command

import (
	"github.com/spf13/cobra"

	"benchmark/survey/codebook"
)

// newCodebookCommand makes the command about codebooks, which holds others.
func newCodebookCommand(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "codebook",
		Short:   "Tell what a codebook can say",
		GroupID: groupOther,
		Long: `Tell what a codebook can say: the file that tells what the columns of a survey
file mean. A codebook is written by: benchmark inspect FILE --write-codebook.`,
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		Example: `benchmark codebook`,
	}
	cmd.AddCommand(newCodebookSchemaCommand(c))
	return cmd
}

// newCodebookSchemaCommand makes the command that prints the schema.
func newCodebookSchemaCommand(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a codebook, for editors",
		Long: `Print the JSON Schema (draft 2020-12) of a codebook. An editor that knows it
completes the keys and marks what is wrong. For editors with the YAML language
server, begin the codebook with:

# yaml-language-server: $schema=codebook.schema.json`,
		Args:    noArguments,
		Example: "benchmark codebook schema > codebook.schema.json",
		RunE: func(*cobra.Command, []string) error {
			schema, err := codebook.Schema()
			if err != nil {
				return err
			}
			return c.print(schema)
		},
	}
}
