package command

import (
	"slices"
	"testing"
)

// TestCompletedNames holds that names are completed without their type, capitals and
// accents, and that all that is offered begins with what was typed.
func TestCompletedNames(t *testing.T) {
	names := []string{"Gemeente Súdwest-Fryslân", "Gemeente 's-Hertogenbosch", "Gemeente Horst aan de Maas", "Waterschap Noorderdiep", "", "Gemeente \"De Kaag\""}
	for typed, want := range map[string][]string{
		"Gemeente S":   {"Gemeente S-Hertogenbosch\tGemeente 's-Hertogenbosch", "Gemeente Súdwest-Fryslân"},
		"sudw":         {"sudwest-Fryslân\tGemeente Súdwest-Fryslân"},
		"horst aan":    {"horst aan de Maas\tGemeente Horst aan de Maas"},
		"maas":         nil,
		"gemeente hor": {"gemeente horst aan de Maas\tGemeente Horst aan de Maas"},
		"'s":           {"'s-Hertogenbosch\tGemeente 's-Hertogenbosch"},
		"Water":        {"Waterschap Noorderdiep"},
		"x":            nil,
	} {
		if got := completedNames(names, typed); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
	if all := completedNames(names, ""); len(all) != 5 {
		t.Errorf("without anything typed: %q", all)
	}
}
