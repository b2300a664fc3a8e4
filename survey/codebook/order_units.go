package codebook

import (
	"slices"
	"strings"
)

// unitDays are the units of time in the wordings of classes, in days.
func unitDays() []struct {
	days  float64
	words []string
} {
	return []struct {
		days  float64
		words []string
	}{
		{1.0 / 1440, []string{"minuut", "minuten", "min", "minute*", "minuten"}},
		{1.0 / 24, []string{"uur", "uren", "hour*", "stunde*", "heure*"}},
		{1, []string{"dag*", "werkdag*", "day*", "tag*", "jour*"}},
		{7, []string{"week", "weken", "weeks", "woche*", "semaine*"}},
		{30, []string{"maand*", "month*", "monat*", "mois"}},
		{365, []string{"jaar", "jaren", "year*", "jahr*", "an", "ans", "annee*"}},
	}
}

// unitOfClass returns the length in days of the unit in the wording of a class;
// 0 when it names none.
func unitOfClass(label string) float64 {
	w := wordsOf(label)
	for _, u := range unitDays() {
		if has(w, u.words...) {
			return u.days
		}
	}
	return 0
}

// emptyClass reports whether a class is that of nothing at all.
func emptyClass(label string) bool {
	switch strings.TrimSpace(wordsOf(label)) {
	case "geen", "geen enkele", "nul", "none", "nothing", "zero", "no one", "keine", "keiner", "keines", "aucun", "aucune":
		return true
	}
	return false
}

// placesOf returns where each label stands among classes of numbers; ok is
// false when some label is none, or when a unit is missing where they differ.
func placesOf(labels []string) (places []float64, ok bool) {
	var units []float64
	for _, label := range labels {
		if emptyClass(label) {
			continue
		}
		if len(classNumbers(label)) == 0 {
			return nil, false
		}
		units = append(units, unitOfClass(label))
	}
	if len(units) == 0 {
		return nil, false
	}
	differ := slices.Min(units) != slices.Max(units)
	if differ && slices.Min(units) == 0 {
		return nil, false
	}
	for _, label := range labels {
		switch {
		case emptyClass(label):
			places = append(places, -1)
		case differ:
			places = append(places, classPlaceIn(label, unitOfClass(label)))
		default:
			places = append(places, classPlace(label))
		}
	}
	return places, true
}

// classPlaceIn is classPlace counted in a unit. The open class at the top stands
// just above its limit, the one below just under it.
func classPlaceIn(label string, unit float64) float64 {
	n := classNumbers(label)
	switch {
	case len(n) > 1:
		return (float64(n[0]) + 0.5*float64(n[1]-n[0])) * unit
	case below(label):
		return (float64(n[0]) - 0.01) * unit
	}
	return (float64(n[0]) + 0.01) * unit
}
