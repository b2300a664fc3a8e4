package locale

import "strings"

// Bodies returns how a group of organisations is called in a sentence: the
// plural that the survey gives, or, where the survey is in another language and
// the meaning of the type is known, the words of this one.
func (l *Locale) Bodies(means, plural, surveyLanguage string) string {
	if strings.HasPrefix(l.Tag, surveyLanguage) {
		return plural
	}
	switch means {
	case "municipality":
		return l.pick("gemeenten", "municipalities")
	case "safety-region":
		return l.pick("veiligheidsregio's", "safety regions")
	case "water-board":
		return l.pick("waterschappen", "water boards")
	case "province":
		return l.pick("provincies", "provinces")
	case "health-service":
		return l.pick("GGD'en", "public health services")
	case "other":
		return l.pick("andere overheden", "other public bodies")
	}
	return plural
}
