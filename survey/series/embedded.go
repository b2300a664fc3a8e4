package series

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// whatsapp is what was published on WhatsApp at Dutch municipalities, each figure
// with its source, in Dutch and in English.
//
//go:embed nl-whatsapp.csv
var whatsapp string

//go:embed nl-whatsapp.en.csv
var whatsappEnglish string

// EmbeddedNames returns the names of the series that come with the program.
func EmbeddedNames() []string { return []string{"nl-whatsapp"} }

// IsEmbedded reports whether a series of that name comes with the program.
func IsEmbedded(name string) bool { return slices.Contains(EmbeddedNames(), name) }

// Text returns the file of the series with the name that comes with the program, with
// its words in Dutch or else in English.
func Text(name string, dutch bool) (string, error) {
	if !IsEmbedded(name) {
		return "", fmt.Errorf("series %q does not come with the program: choose %s or name a file", name, strings.Join(EmbeddedNames(), ", "))
	}
	if dutch {
		return whatsapp, nil
	}
	return whatsappEnglish, nil
}

// Embedded returns the series with the name that comes with the program, with its words
// in Dutch or else in English.
func Embedded(name string, dutch bool) ([]Series, error) {
	text, err := Text(name, dutch)
	if err != nil {
		return nil, err
	}
	return Read(name, []byte(text))
}
