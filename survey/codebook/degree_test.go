package codebook

import (
	"strings"
	"testing"
)

// Scales of quality run from bad to good in every language, with or without
// their middle.
func TestQualityScales(t *testing.T) {
	for _, test := range []string{
		"Poor|Fair|Good|Excellent",
		"Poor|Fair|Good|Very good|Excellent",
		"Very poor|Poor|Average|Good|Excellent",
		"Very poor|Poor|Fair|Good|Very good",
		"Terrible|Poor|Average|Good|Excellent",
		"Poor|Good|Very good|Excellent",
		"Fair|Good|Very good|Excellent",
		"Slecht|Matig|Voldoende|Goed|Uitstekend",
		"Zeer slecht|Slecht|Matig|Goed|Zeer goed",
		"Zeer slecht|Slecht|Neutraal|Goed|Zeer goed",
		"Onvoldoende|Matig|Voldoende|Goed",
		"Onvoldoende|Voldoende|Goed|Uitstekend",
		"Zeer onvoldoende|Onvoldoende|Voldoende|Ruim voldoende|Goed",
		"Slecht|Onvoldoende|Voldoende|Goed|Zeer goed",
		"Slecht|Redelijk|Goed|Uitstekend",
		"Schlecht|Mittel|Gut|Sehr gut",
		"Sehr schlecht|Schlecht|Mittelmäßig|Gut|Sehr gut",
		"Mangelhaft|Ausreichend|Befriedigend|Gut|Sehr gut",
		"Mauvais|Moyen|Bon|Excellent",
		"Très mauvais|Mauvais|Moyen|Bon|Très bon",
		"Insuffisant|Passable|Bien|Très bien",
	} {
		labels := strings.Split(test, "|")
		turned := append([]string{labels[len(labels)-1]}, labels[:len(labels)-1]...)
		points, fam, ok := scaleOf(turned)
		var got []string
		for _, p := range points {
			got = append(got, p.label)
		}
		if !ok || fam != qualityScale || strings.Join(got, "|") != test {
			t.Errorf("%s: %s (%s)", test, strings.Join(got, "|"), fam)
		}
	}
	for _, none := range []string{"Gemeente|Provincie|Goed", "Fair trade|Good causes|Excellent food", "Gut|Galle|Leber"} {
		if points, fam, ok := scaleOf(strings.Split(none, "|")); ok {
			t.Errorf("%s: %v (%s)", none, points, fam)
		}
	}
}
