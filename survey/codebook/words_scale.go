package codebook

import (
	"slices"
	"strings"
	"sync"
)

// family is a kind of rating scale.
type family string

const (
	satisfactionScale family = "satisfaction"
	agreementScale    family = "agreement"
	changeScale       family = "change"
	frequencyScale    family = "frequency"
	qualityScale      family = "quality"
	importanceScale   family = "importance"
	likelihoodScale   family = "likelihood"
	easeScale         family = "ease"
	numberedScale     family = "numbered"
	placeScale        family = "place"
)

// poles are the words at either end of a two-sided scale. A low word and the
// high word at the same place are each other's opposite.
type poles struct {
	family  family
	low     []string
	high    []string
	neutral []string
}

// scalePoles are the two-sided scales in Dutch, English, German and French.
// Low words are looked for first, as they hold the high ones ("ontevreden").
var scalePoles = sync.OnceValue(func() []poles {
	return []poles{
		{satisfactionScale,
			[]string{"ontevreden", "dissatisfied", "unsatisfied", "unhappy", "unzufrieden", "insatisfait*", "mecontent*", "niet tevreden", "not satisfied", "nicht zufrieden"},
			[]string{"tevreden", "satisfied", "satisfied", "happy", "zufrieden", "satisfait*", "content*", "tevreden", "satisfied", "zufrieden"},
			nil},
		{agreementScale,
			[]string{"oneens", "niet mee eens", "disagree", "stimme nicht", "nicht zu", "lehne", "pas daccord", "desaccord", "pas d accord"},
			[]string{"eens", "mee eens", "agree", "stimme", "zu", "zustimm*", "daccord", "accord", "d accord"},
			nil},
		{changeScale,
			[]string{"daling", "gedaald", "dalend", "afname", "afgenomen", "verminderd", "minder", "decrease", "decreased", "decline", "declined", "fall", "fallen", "drop*", "down", "less", "fewer", "lower", "reduction", "abnahme", "gesunken", "weniger", "baisse", "diminu*", "moins"},
			[]string{"stijging", "gestegen", "stijgend", "toename", "toegenomen", "vermeerderd", "meer", "increase", "increased", "growth", "grown", "rise", "risen", "jump*", "up", "more", "more", "higher", "rise", "zunahme", "gestiegen", "mehr", "hausse", "augment*", "plus"},
			[]string{"gelijk*", "stabiel", "onveranderd", "hetzelfde", "ongewijzigd", "same", "unchanged", "stable", "no change", "equal", "geen verandering", "niet veranderd", "gleich*", "unverandert", "inchange*", "level", "about as*", "evenveel", "steady"}},
		{importanceScale,
			[]string{"onbelangrijk", "niet belangrijk", "unimportant", "not important", "unwichtig", "nicht wichtig", "pas important*"},
			[]string{"belangrijk", "belangrijk", "important", "important", "wichtig", "wichtig", "important*"},
			nil},
		{likelihoodScale,
			[]string{"onwaarschijnlijk", "unlikely", "improbable", "unwahrscheinlich"},
			[]string{"waarschijnlijk", "likely", "probable", "wahrscheinlich"},
			nil},
		{easeScale,
			[]string{"moeilijk", "lastig", "difficult", "hard", "schwer", "schwierig", "difficile"},
			[]string{"makkelijk", "gemakkelijk", "easy", "easy", "leicht", "einfach", "facile"},
			nil},
		{qualityScale,
			[]string{"slecht", "onvoldoende", "poor", "bad", "negatief", "negative", "schlecht", "mauvais*"},
			[]string{"goed", "voldoende", "good", "good", "positief", "positive", "gut", "bon*"},
			nil},
	}
})

// strengths are the words that make a pole stronger or weaker than plain.
var strengths = sync.OnceValue(func() []strength {
	return []strength{
		{4, []string{"helemaal", "volledig", "geheel", "totaal", "uitermate", "extremely", "completely", "totally", "fully", "entirely", "absolutely", "vollig", "vollkommen", "tout a fait", "totalement", "voll", "vollstandig", "gar", "uberhaupt"}},
		{3, []string{"zeer", "heel", "erg", "sterk*", "veel", "fors*", "flink*", "very", "strong*", "much", "a lot", "lot", "sharp*", "sharply", "significant*", "large", "big", "steep*", "sehr", "stark*", "viel", "tres", "fort*", "beaucoup", "highly", "great*", "hugely"}},
		{1, []string{"enigszins", "eerder", "licht*", "iets", "beetje", "tamelijk", "redelijk", "vrij", "somewhat", "rather", "slight*", "little", "a little", "a bit", "fairly", "mildly", "moderately", "small", "eher", "etwas", "leicht*", "plutot", "peu", "leger*", "gering*", "klein*", "kleine", "modest"}},
	}
})

// strength is how far from the middle the words put a pole, 2 when there are none.
type strength struct {
	level int
	words []string
}

// neutralWords are the middle of any two-sided scale.
func neutralWords() []string {
	return []string{
		"neutraal", "neutral", "neutre", "neither", "noch", "geen van beide", "weder", "teils", "ni", "gemengd",
		"niet eens niet oneens", "niet tevreden niet ontevreden", "gaat wel", "matig", "fair", "average", "gemiddeld",
		"undecided", "mixed", "so so",
	}
}

// ranks are the ordered words of one-sided scales, from low to high.
func ranks() []struct {
	level float64
	words []string
} {
	return []struct {
		level float64
		words []string
	}{
		{0, []string{"nooit", "never", "gar nicht", "nie", "niemals", "jamais"}},
		{1, []string{"zeer zelden", "heel zelden", "bijna nooit", "vrijwel nooit", "very rarely", "almost never", "hardly ever", "sehr selten", "tres rarement"}},
		{2, []string{"zelden", "rarely", "seldom", "selten", "rarement"}},
		{2.5, []string{"eerder zelden", "eher selten", "rather rarely", "plutot rarement"}},
		{3, []string{"soms", "af en toe", "sometimes", "occasionally", "manchmal", "gelegentlich", "parfois"}},
		{3.5, []string{"regelmatig", "regularly", "regelmassig", "regulierement"}},
		{4, []string{"eerder vaak", "eher haufig", "rather often", "plutot souvent"}},
		{5, []string{"vaak", "often", "frequently", "haufig", "oft", "souvent"}},
		{6, []string{"zeer vaak", "heel vaak", "very often", "very frequently", "sehr haufig", "sehr oft", "tres souvent"}},
		{6.5, []string{"meestal", "bijna altijd", "vrijwel altijd", "usually", "mostly", "almost always", "most of the time", "meistens", "la plupart du temps"}},
		{7, []string{"altijd", "always", "immer", "toujours"}},
	}
}

// periods are the ordered words for how often something is done.
func periods() []struct {
	level float64
	words []string
} {
	return []struct {
		level float64
		words []string
	}{
		{0, []string{"nooit", "never", "nie", "jamais"}},
		{1, []string{"minder dan jaarlijks", "less than yearly", "less than once a year"}},
		{2, []string{"jaarlijks", "yearly", "annually", "once a year", "jahrlich"}},
		{3, []string{"elk kwartaal", "quarterly", "per kwartaal"}},
		{3.5, []string{"less often than monthly", "less than monthly", "minder dan maandelijks", "minder vaak dan maandelijks"}},
		{4, []string{"maandelijks", "monthly", "once a month", "monatlich", "every month", "mensuel*"}},
		{5, []string{"wekelijks", "weekly", "once a week", "wochentlich", "every week", "hebdomadaire*"}},
		{6, []string{"dagelijks", "daily", "every day", "everyday", "taglich", "quotidien*"}},
	}
}

// level places a wording on a scale of the family; ok is false when it is no
// point of it. Two-sided scales run from -4 to 4.
func (p *poles) level(label string) (level float64, ok bool) {
	w := wordsOf(label)
	if strings.Count(w, " ") > 9 {
		return 0, false
	}
	if has(w, neutralWords()...) || has(w, p.neutral...) {
		return 0, true
	}
	low, high := has(w, p.low...), has(w, p.high...)
	rest := w
	for _, word := range p.low {
		if !strings.Contains(word, " ") {
			rest = cutPhrase(rest, word)
		}
	}
	if rest != w && has(rest, p.high...) { // "niet mee eens, niet mee oneens"
		return 0, true
	}
	if !low && !high {
		return 0, false
	}
	strength := 2
	for _, s := range strengths() {
		if has(w, s.words...) {
			strength = s.level
			break
		}
	}
	if low || has(w, "niet", "not", "nicht", "pas", "geen", "helemaal niet") {
		return float64(-strength), true
	}
	return float64(strength), true
}

// cutPhrase takes a phrase out of text; see has.
func cutPhrase(text, phrase string) string {
	at := find(text, phrase)
	if at < 0 {
		return text
	}
	end := at + 1 + len(strings.TrimSuffix(phrase, "*"))
	if next := strings.IndexByte(text[end:], ' '); next > 0 {
		end += next
	}
	return text[:at] + text[end:]
}

// ranked places a wording on a one-sided scale.
func ranked(table []struct {
	level float64
	words []string
}, label string) (float64, bool) {
	w := wordsOf(label)
	for _, r := range table {
		if slices.ContainsFunc(r.words, func(p string) bool {
			stem, open := strings.CutSuffix(p, "*")
			return w == " "+p+" " || open && strings.HasPrefix(w, " "+stem)
		}) {
			return r.level, true
		}
	}
	return 0, false
}
