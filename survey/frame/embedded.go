package frame

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// nl2018 is the number of Dutch municipalities by size class, safety regions,
// water boards, provinces and health services on 1 January 2018, each with its
// source.
//
//go:embed nl-2018.csv
var nl2018 string

// EmbeddedNames returns the names of the frames that come with the program.
func EmbeddedNames() []string { return []string{"nl-2018"} }

// IsEmbedded reports whether a frame of that name comes with the program.
func IsEmbedded(name string) bool { return slices.Contains(EmbeddedNames(), name) }

// Embedded returns the frame with the name that comes with the program.
func Embedded(name string) (*Frame, error) {
	if !IsEmbedded(name) {
		return nil, fmt.Errorf("population frame %q does not come with the program: choose %s or name a file",
			name, strings.Join(EmbeddedNames(), ", "))
	}
	return Read(name, []byte(nl2018))
}
