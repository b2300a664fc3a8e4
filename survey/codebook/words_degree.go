package codebook

import (
	"slices"
	"strings"
	"sync"
)

const extentScale family = "extent"

// degree is how strongly a one-sided scale says its word, from none at all.
type degree struct {
	level   float64
	phrases []string
}

// degrees are the words of one-sided scales in Dutch, English, German and
// French: "not at all important", "in grote mate". A phrase that holds another
// comes first.
var degrees = sync.OnceValue(func() []degree {
	return []degree{
		{6, []string{"in zeer grote mate", "in zeer sterke mate", "in hoge mate", "to a very large extent", "to a very great extent", "in sehr hohem masse", "in sehr hohem ma*", "dans une tres large mesure", "tres fortement"}},
		{1, []string{"in zeer beperkte mate", "in zeer geringe mate", "in zeer kleine mate", "to a very small extent", "to a very limited extent", "in sehr geringem ma*", "dans une tres faible mesure"}},
		{0, []string{"in het geheel niet", "helemaal niet", "absoluut niet", "totaal niet", "geheel niet", "in geen enkele mate", "not at all", "to no extent", "uberhaupt nicht", "gar nicht", "pas du tout", "aucunement", "nullement"}},
		{0.7, []string{"niet zo", "niet erg", "niet echt", "niet zo erg", "not so", "not very", "not really", "not that", "nicht so", "nicht sehr", "nicht besonders", "pas tres", "pas vraiment", "nauwelijks", "hardly", "barely", "kaum", "a peine", "zeer weinig", "very little", "sehr wenig", "tres peu"}},
		{2, []string{"in beperkte mate", "in geringe mate", "in kleine mate", "to a small extent", "to a limited extent", "in geringem ma*", "dans une faible mesure", "een beetje", "a little bit", "a little", "a bit", "slightly", "een klein beetje", "ein wenig", "un peu", "weinig", "wenig", "peu"}},
		{3, []string{"in enige mate", "in zekere mate", "tot op zekere hoogte", "to some extent", "to a certain extent", "in gewissem ma*", "dans une certaine mesure", "enigszins", "somewhat", "etwas", "deels", "gedeeltelijk", "partly", "partially", "teilweise", "teils", "en partie", "quelque peu"}},
		{4, []string{"in redelijke mate", "to a moderate extent", "to a reasonable extent", "in mittlerem ma*", "dans une mesure moderee", "moderately", "matig", "massig", "moyennement", "moderement"}},
		{4.2, []string{"redelijk", "tamelijk", "fairly", "quite", "rather", "ziemlich", "eher", "plutot", "assez", "vrij"}},
		{5, []string{"in grote mate", "in sterke mate", "to a large extent", "to a great extent", "in hohem ma*", "dans une large mesure", "grotendeels", "largely", "mostly", "weitgehend", "en grande partie", "veel", "a lot", "viel", "beaucoup"}},
		{7, []string{"volledig", "helemaal", "geheel", "uiterst", "uitermate", "extremely", "completely", "fully", "entirely", "totally", "vollig", "vollstandig", "ausserst", "voll und ganz", "extremement", "tout a fait", "totalement", "entierement", "completement", "a great deal"}},
		{6, []string{"zeer", "heel", "erg", "very much", "very", "highly", "sehr", "tres", "fortement"}},
	}
})

// gradedBy returns the points of a one-sided scale: wordings that say one thing
// to different degrees. A wording may leave the thing out ("not at all").
func gradedBy(labels []string) ([]point, bool) {
	common := ""
	weak := false
	points := make([]point, 0, len(labels))
	for _, label := range labels {
		level, rest := degreeOf(wordsOf(label))
		if level < 0 || rest != "" && common != "" && rest != common || slices.ContainsFunc(points, func(p point) bool { return p.level == level }) {
			return nil, false
		}
		if rest != "" {
			common = rest
		}
		weak = weak || level > 0.5 && level < 4.5
		points = append(points, point{label: label, level: level})
	}
	if len(points) < 3 || !weak && common != "" || oneSidedNever(common) {
		return nil, false
	}
	slices.SortFunc(points, func(a, b point) int {
		if a.level < b.level {
			return -1
		}
		return 1
	})
	return points, true
}

// oneSidedNever reports whether what is graded has two sides, which are read
// otherwise: agreement, and all that is denied by a prefix.
func oneSidedNever(common string) bool {
	w := " " + common + " "
	return has(w, "eens", "mee eens", "oneens", "agree", "disagree", "zu", "stimme", "daccord", "ontevreden", "dissatisfied", "unzufrieden", "onbelangrijk", "unimportant", "unlikely", "onwaarschijnlijk", "slecht", "bad", "poor")
}

// degreeOf splits a wording into its degree and the thing that is graded; the
// level is -1 when it has neither.
func degreeOf(w string) (level float64, rest string) {
	if len(strings.Fields(w)) > 9 {
		return -1, ""
	}
	for _, d := range degrees() {
		for _, phrase := range d.phrases {
			if at := find(w, phrase); at >= 0 {
				return d.level, strings.TrimSpace(w[:at] + " " + strings.TrimSpace(cutPhrase(w, phrase)[at:]))
			}
		}
	}
	for _, no := range []string{"niet", "not", "nicht", "pas"} {
		if at := find(w, no); at >= 0 {
			return 0.5, strings.TrimSpace(cutPhrase(w, no))
		}
	}
	return 4.5, strings.TrimSpace(w)
}

// grades are the ordered words of judgements that have no opposite pole, from
// low to high.
func grades() []struct {
	level float64
	words []string
} {
	return []struct {
		level float64
		words []string
	}{
		{0, []string{"zeer onvoldoende", "zeer slecht", "terrible", "awful", "heel slecht", "very poor", "very bad", "sehr schlecht", "tres mauvais", "tres mauvaise", "ungenugend"}},
		{1, []string{"slecht", "poor", "bad", "schlecht", "mauvais", "mauvaise", "mangelhaft"}},
		{1.5, []string{"onvoldoende", "insufficient", "insuffisant", "insuffisante", "below average"}},
		{2, []string{"matig", "mediocre", "massig", "mediocre", "passable", "fair"}},
		{3, []string{"voldoende", "redelijk", "sufficient", "adequate", "average", "gemiddeld", "ausreichend", "mittel", "mittelmassig", "durchschnittlich", "suffisant", "moyen", "moyenne", "assez bien"}},
		{3.5, []string{"befriedigend"}},
		{4, []string{"ruim voldoende", "above average", "assez bon", "assez bonne"}},
		{5, []string{"goed", "good", "gut", "bon", "bonne", "bien"}},
		{6, []string{"zeer goed", "heel goed", "very good", "sehr gut", "tres bon", "tres bonne", "tres bien"}},
		{7, []string{"uitstekend", "excellent", "ausgezeichnet", "excellente", "hervorragend", "uitmuntend", "outstanding"}},
	}
}
