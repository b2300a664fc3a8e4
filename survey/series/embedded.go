package series

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// whatsapp is what was published on WhatsApp at Dutch municipalities, each figure
// with its source.
//
//go:embed nl-whatsapp.csv
var whatsapp string

// EmbeddedNames returns the names of the series that come with the program.
func EmbeddedNames() []string { return []string{"nl-whatsapp"} }

// IsEmbedded reports whether a series of that name comes with the program.
func IsEmbedded(name string) bool { return slices.Contains(EmbeddedNames(), name) }

// Text returns the file of the series with the name that comes with the program.
func Text(name string) (string, error) {
	if !IsEmbedded(name) {
		return "", fmt.Errorf("series %q does not come with the program: choose %s or name a file", name, strings.Join(EmbeddedNames(), ", "))
	}
	return whatsapp, nil
}

// Embedded returns the series with the name that comes with the program.
func Embedded(name string) ([]Series, error) {
	text, err := Text(name)
	if err != nil {
		return nil, err
	}
	return Read(name, []byte(text))
}
