package codebook

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"benchmark/survey"
)

// Cells with several options, also from few respondents; what was typed in the
// same cell is "other", and a choice of one may hold a comma.
func TestJoinedKinds(t *testing.T) {
	checkKinds(t, "googleforms", []kindCase{
		{"Welke kanalen gebruikt u? (meerdere antwoorden mogelijk)", "Chat, Telefoon|Telefoon, Balie|Chat", "multiple 3; Chat 2; Telefoon 2; Balie 1"},
		{"Which channels do you use? Select all that apply.", "Chat, Telephone, Counter|Telephone|Chat, E-mail|Telephone, E-mail|Chat", "multiple 5; Chat 3; Telephone 3; E-mail 2; Counter 1"},
		{"Welke kanalen? Kies er maximaal twee.", "Chat;Telefoon|Telefoon;Balie|Chat|Chat;Balie", "multiple 4; Chat 3; Balie 2; Telefoon 2"},
		// A comma inside the options of a choice of one.
		{"Hoe doet u dat?", "Ja, wij doen dat zelf*3|Nee, maar wel gepland*4|Samen, met de regio*2", "single 9; Nee, maar wel gepland 4; Ja, wij doen dat zelf 3; Samen, met de regio 2"},
		{"Where are you?", "Ghent, Belgium*3|Utrecht, Netherlands*2|Antwerp, Belgium*2", "single 7; Ghent, Belgium 3; Antwerp, Belgium 2; Utrecht, Netherlands 2"},
	})
	checkKinds(t, "msforms", []kindCase{
		{"Welke kanalen gebruikt u?", "Chat;Telefoon;|Telefoon;Balie;|Chat;", "multiple 3; Chat 2; Telefoon 2; Balie 1"},
		{"Which channels?", "Chat;|Telephone;|Chat;|Counter;", "multiple 4; Chat 2; Counter 1; Telephone 1"},
		{"Welke redenen heeft u om een chat te gebruiken?", "Snel;Goedkoop;*4|Snel;*5|Goedkoop;omdat de wethouder dat graag wilde en erop aandrong;|Geen van deze;", "multiple 11; Snel 9; Goedkoop 5; Geen van deze 1; Anders 1"},
	})
	checkKinds(t, "generic", []kindCase{
		{"Welke kanalen gebruikt u?", "Chat|Telefoon*2|Chat|Balie|Chat\nTelefoon*2|Telefoon\nBalie", "multiple 8; Telefoon 5; Chat 4; Balie 2"},
		{"Which channels?", "Chat|Telephone*2|chat |Counter|Chat|Telephone*2|Telephone;Counter|Chat;Telephone*2", "multiple 11; Telephone 7; Chat 5; Counter 2"},
	})
}

// Texts of "other" that several respondents typed are told, with the line of
// the codebook in which they can be left out.
func TestJoinedTextsOfOther(t *testing.T) {
	for _, c := range []struct{ heading, other string }{
		{"Welke kanalen gebruikt u? (meerdere antwoorden mogelijk)", "via de huisarts"},
		{"Which channels do you use? (select all that apply)", "by carrier pigeon"},
	} {
		f := columnOf("googleforms", c.heading, "Chat*12", "Chat, Telephone*10", "Telephone*9", "Chat, E-mail*7", "E-mail*3", "Chat, Telephone, "+c.other+"*2")
		s := inferred(t, f)
		found := issues(s, survey.IssueJoinedRare)
		if len(found) != 1 || !strings.Contains(strings.Join(found[0].Args, "|"), c.other) || !strings.Contains(found[0].Fix, "label: Chat") {
			t.Errorf("%s: %+v", c.heading, found)
		}
		f = columnOf("googleforms", c.heading, "Chat*12", "Chat, Telephone*10", "Telephone*9", "Chat, E-mail*7", "E-mail*3")
		if s = inferred(t, f); len(issues(s, survey.IssueJoinedRare)) > 0 {
			t.Errorf("%s: %+v", c.heading, s.Issues)
		}
	}
}

// A question that says how many may be chosen is checked against the cells.
func TestJoinedLimit(t *testing.T) {
	for _, c := range []struct {
		heading string
		many    int
	}{
		{"Kies maximaal 2 kanalen", 3}, {"Select your top two channels", 3}, {"Choose up to 3 channels", 0}, {"Kies de 2 belangrijkste", 3},
	} {
		f := columnOf("msforms", c.heading, "Chat;Telephone;*9", "Chat;E-mail;Telephone;*3", "Chat;*2", "E-mail;*4")
		found := issues(inferred(t, f), survey.IssueTooManyOptions)
		if n := len(found); n != one(c.many > 0) || n > 0 && found[0].Args[1] != "3" {
			t.Errorf("%s: %+v", c.heading, found)
		}
	}
}

// The number that a heading allows is the first that stands behind words that say so.
func TestLimitOf(t *testing.T) {
	const before = "maximaal|maximum|maximum of|max|hoogstens|ten hoogste|up to|at most|your top|top|kies|kies de|choose|select|pick|hochstens|maximal|bis zu|jusqu a|jusqua|au maximum|au plus"
	numbers := map[string]int{"twee": 2, "two": 2, "zwei": 2, "deux": 2, "drie": 3, "three": 3, "drei": 3, "trois": 3,
		"vier": 4, "four": 4, "quatre": 4, "vijf": 5, "five": 5, "funf": 5, "cinq": 5, "0": 0, "1": 1, "7": 7}
	form := regexp.MustCompile(` (?:` + before + `) (\d|` + strings.Join(slices.Collect(maps.Keys(numbers)), "|") + `) `)
	said := rapid.OneOf(rapid.SampledFrom(strings.Split(before, "|")), rapid.SampledFrom(slices.Sorted(maps.Keys(numbers))),
		rapid.SampledFrom([]string{"of", "ten", "up", "to", "your", "de", "bis", "jusqu", "a", "au", "12", "vijf,", "é"}))
	rapid.Check(t, func(t *rapid.T) {
		text, want := strings.Join(rapid.SliceOfN(said, 0, 12).Draw(t, "words"), " "), 0
		if m := form.FindStringSubmatch(wordsOf(text)); m != nil {
			want = numbers[m[1]]
		}
		if got := limitOf(text); got != want {
			t.Fatalf("%q allows %d, not %d", text, want, got)
		}
	})
}
