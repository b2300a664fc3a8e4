package frame

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/adrg/strutil"
	"github.com/adrg/strutil/metrics"
	"golang.org/x/text/unicode/norm"
)

// BodyName is the name of an organisation in the form in which names are
// compared: without regard to case, accents, punctuation, the order of words,
// legal forms and articles, its type of organisation apart.
type BodyName struct {
	// Kind is the type of organisation that the name or else its owner says, as
	// one fixed word per type; empty when unknown.
	Kind string
	// Core is the rest of the name, its words in alphabetical order; empty when
	// there is none.
	Core string
	// marks are the words of one or two letters and those with a figure, such as
	// the "l" of "Bergen (L)": bodies that differ in them are never the same.
	marks string
}

// ParseName returns the comparable form of a name. Kind is the owner's type of
// organisation, which counts where the name itself says none; it can be empty.
func ParseName(name, kind string) BodyName {
	text, said := withoutKind(spaced(name))
	if said == "" {
		_, said = withoutKind(spaced(kind))
	}
	if said == "" && kind != "" && !slices.Contains(nameless(), key(kind)) {
		said = key(kind)
	}
	var words, marks []string
	for _, w := range strings.Fields(text) {
		if slices.Contains(fillers(), w) {
			continue
		}
		words = append(words, w)
		if utf8.RuneCountInString(w) <= 2 || strings.ContainsFunc(w, unicode.IsDigit) {
			marks = append(marks, w)
		}
	}
	slices.Sort(words)
	slices.Sort(marks)
	return BodyName{Kind: said, Core: strings.Join(words, " "), marks: strings.Join(marks, " ")}
}

// spaced returns the words of a text between single blanks, with one at either
// end: letters and digits without accents, in one case.
func spaced(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	blank := true
	for _, r := range norm.NFKD.String(key(text)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			blank = false
		case unicode.Is(unicode.Mn, r):
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	if !blank {
		b.WriteByte(' ')
	}
	return b.String()
}

// withoutKind takes the words for a type of organisation out of a spaced text,
// and returns the type that the first of them names.
func withoutKind(text string) (rest, kind string) {
	for _, k := range kinds() {
		for _, words := range k.words {
			if padded := " " + words + " "; strings.Contains(text, padded) {
				text = strings.ReplaceAll(text, padded, " ")
				if kind == "" {
					kind = k.kind
				}
			}
		}
	}
	return text, kind
}

// kinds lists the words for types of organisation that stand in names, the
// longest wording of a type first.
func kinds() []struct {
	kind  string
	words []string
} {
	return []struct {
		kind  string
		words []string
	}{
		{"municipality", []string{"gemeentebestuur", "stadsbestuur", "gemeente", "gem", "municipality", "stad", "city", "town"}},
		{"province", []string{"provinciebestuur", "provincie", "province"}},
		{"water-board", []string{"hoogheemraadschap", "waterschap", "wetterskip", "water board", "water authority", "waterboard"}},
		{"safety-region", []string{"veiligheidsregio", "safety region", "vr"}},
		{"health-service", []string{"gemeentelijke gezondheidsdienst", "gezondheidsdienst", "ggd", "public health service", "health service"}},
		{"environment-service", []string{"omgevingsdienst", "environmental service", "environment service", "environment agency"}},
		{"police-zone", []string{"politiezone", "lokale politie", "police zone", "pz"}},
		{"rescue-zone", []string{"hulpverleningszone", "brandweerzone", "rescue zone", "fire zone", "hvz"}},
		{"welfare-centre", []string{"ocmw", "welfare centre"}},
		{"ministry", []string{"ministerie", "ministry"}},
	}
}

// nameless are the types that say nothing about a body.
func nameless() []string {
	return []string{"other", "andere", "anders", "overig", "overige", "unknown", "onbekend"}
}

// fillers are the legal forms, articles and short words that people leave out.
func fillers() []string {
	return []string{
		"stichting", "vereniging", "foundation", "bv", "nv", "vzw", "asbl", "cv", "ivzw", "ltd", "inc",
		"de", "den", "der", "het", "van", "voor", "en", "s", "t", "te", "the", "of", "and", "for",
	}
}

// NameIndex finds names that are the same or nearly so in time that does not
// depend on how many names there are.
type NameIndex struct {
	names []BodyName
	same  map[string][]int
	near  map[string][]int
}

const (
	// shortest is the number of letters from which one other letter can be a slip.
	shortest = 6
	// longest is the number of letters up to which slips are looked for.
	longest = 100
	// crowd is how many names that share a wording but for one letter are looked
	// at; more of them are a series and no slips.
	crowd = 32
	// closest is the Jaro-Winkler similarity from which two other letters, such
	// as two that changed places, are one slip.
	closest = 0.95
)

// NewNameIndex returns an index without names.
func NewNameIndex() *NameIndex {
	return &NameIndex{same: make(map[string][]int), near: make(map[string][]int)}
}

// Add adds a name and returns its position, from 0.
func (x *NameIndex) Add(n BodyName) int {
	at := len(x.names)
	x.names = append(x.names, n)
	if n.Core == "" {
		return at
	}
	x.same[n.Core] = append(x.same[n.Core], at)
	if len(x.same[n.Core]) > crowd {
		return at
	}
	for _, k := range shortened(n.Core) {
		if len(x.near[k]) < crowd {
			x.near[k] = append(x.near[k], at)
		}
	}
	return at
}

// Same returns the positions of the names with the same core of which the kind
// does not differ, in order of addition.
func (x *NameIndex) Same(n BodyName) []int {
	if n.Core == "" {
		return nil
	}
	var found []int
	for _, i := range x.same[n.Core] {
		if n.kin(x.names[i]) {
			found = append(found, i)
		}
	}
	return found
}

// Near returns the positions of the names that differ by a slip of the pen (one
// letter too many, too few or another, or two that changed places) in order of
// addition, without those that Same returns.
func (x *NameIndex) Near(n BodyName) []int {
	var found []int
	for _, k := range shortened(n.Core) {
		for _, i := range x.near[k] {
			if x.names[i].Core != n.Core && n.kin(x.names[i]) && slip(n, x.names[i]) {
				found = append(found, i)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// kin reports whether two names can be of one type of organisation.
func (n BodyName) kin(o BodyName) bool { return n.Kind == "" || o.Kind == "" || n.Kind == o.Kind }

// slip reports whether two different names with a shortened form in common can
// be one name: the first letter and the marks are the same.
func slip(a, b BodyName) bool {
	first, _ := utf8.DecodeRuneInString(a.Core)
	if !strings.HasPrefix(b.Core, string(first)) || a.marks != b.marks {
		return false
	}
	x, y := joined(a.Core), joined(b.Core)
	return x == y || metrics.NewLevenshtein().Distance(x, y) <= 1 ||
		strutil.Similarity(x, y, metrics.NewJaroWinkler()) >= closest
}

func joined(core string) string { return strings.ReplaceAll(core, " ", "") }

// shortened returns the letters of a name, and those letters with each of them
// left out in turn: two names that differ by a slip have one of these in common.
func shortened(core string) []string {
	letters := []rune(joined(core))
	if len(letters) < shortest {
		return nil
	}
	forms := []string{string(letters)}
	if len(letters) > longest {
		return forms
	}
	for i := range letters {
		if i > 0 && letters[i] == letters[i-1] {
			continue // the same form as the one before
		}
		forms = append(forms, string(slices.Concat(letters[:i], letters[i+1:])))
	}
	return forms
}

// Plain returns the words of a name in small letters without accents and
// punctuation, with one blank between them.
func Plain(name string) string { return strings.TrimSpace(spaced(name)) }
