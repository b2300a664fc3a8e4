package codebook

import (
	"fmt"
	"strings"
)

// codebookForms are what a codebook can be.
const codebookForms = "a codebook is YAML (benchmark inspect --write-codebook makes one), a REDCap data dictionary, an XLSForm or a LimeSurvey structure (.txt)"

// notADictionary returns an error when the first line of a would-be codebook is
// that of a table or of a file of LimeSurvey that is not read; nil for anything
// that can be YAML.
func notADictionary(name, line string) error {
	line = strings.TrimSpace(line)
	switch {
	case strings.HasPrefix(line, "<?xml"), strings.HasPrefix(line, "<document"):
		return fmt.Errorf("reading the codebook %s: this is XML; %s: export the structure of a LimeSurvey survey as tab-separated values (.txt) rather than .lss", name, codebookForms)
	case strings.ContainsAny(line, ":#{["):
		return nil
	case strings.Count(line, ",") > 1, strings.Count(line, ";") > 1, strings.Count(line, "\t") > 1:
		return fmt.Errorf("reading the codebook %s: this is a table, such as the answers themselves; %s", name, codebookForms)
	}
	return nil
}
