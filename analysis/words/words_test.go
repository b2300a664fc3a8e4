package words

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// counts returns the forms with their number of answers, "snel 3".
func counts(t *testing.T, language string, answers ...string) map[string]int {
	t.Helper()
	found := make(map[string]int)
	for _, w := range Count(answers, language, Options{}).Words {
		if _, twice := found[w.Form]; twice {
			t.Errorf("form %q twice", w.Form)
		}
		found[w.Form] = len(w.Answers)
	}
	return found
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		name     string
		language string
		answers  []string
		want     map[string]int
	}{
		{"once per answer", "nl", []string{"snel, Snel en snel!", "Vragen, vragen en nog eens vragen"},
			map[string]int{"snel": 1, "vragen": 1}},
		{"inflections", "nl", []string{"snel", "snelle reactie", "antwoord", "Antwoorden", "antwoord", "vragen", "elke vraag", "vragen beantwoorden", "snel"},
			map[string]int{"snel": 3, "reactie": 1, "antwoord": 3, "vragen": 3, "beantwoorden": 1}},
		{"on- is another word", "nl", []string{"onpersoonlijk", "Onpersoonlijke robot", "persoonlijk", "persoonlijke"},
			map[string]int{"onpersoonlijk": 2, "robot": 1, "persoonlijk": 2}},
		{"person is not personal", "nl", []string{"persoonlijk", "een echte persoon", "personen"},
			map[string]int{"persoonlijk": 1, "personen": 2}},
		{"compounds are other words", "nl", []string{"standaardvragen", "vragen", "laagdrempelig", "drempelverlagend", "drempelverlagende"},
			map[string]int{"standaardvragen": 1, "vragen": 1, "laagdrempelig": 1, "drempelverlagend": 2}},
		{"ties go by the alphabet", "nl", []string{"vraag", "vragen"}, map[string]int{"vraag": 2}},
		{"accents and hyphens", "nl", []string{"efficiënt", "EFFICIENT", "e\u0301\u0065\u0301n vraag, vóór alles", "e-mail", "email", "e‑mail"},
			map[string]int{"efficient": 2, "vraag": 1, "e-mail": 3}},
		{"apostrophes", "nl", []string{"collega's", "collega’s en collega", "’s avonds", "zo'n gedoe", "foto's"},
			map[string]int{"collega": 2, "avonds": 1, "gedoe": 1, "foto": 1}},
		{"no blank after the point", "nl", []string{"snel.goed", "o.a. snel", "snel:goed", "snel_goed", "snel/goed", "snel.e-mail"},
			map[string]int{"snel": 6, "goed": 4, "e-mail": 1}},
		{"numbers and addresses", "nl", []string{"24/7 snel", "3,5 jan@voorbeeld.nl", "zie https://voorbeeld.nl/snel of www.voorbeeld.nl"},
			map[string]int{"snel": 1, "zie": 1}},
		{"punctuation and emoji", "nl", []string{"", "...", "-", "👍👩‍💻", "?!", "\t\n", "--- '", "é-"}, map[string]int{}},
		{"no UTF-8", "nl", []string{"snel\xff\xfe goed", "\xc3"}, map[string]int{"snel": 1, "goed": 1}},
		{"invisible characters", "nl", []string{"ant\u00adwoord", "\ufeffsnel\u200b"}, map[string]int{"antwoord": 1, "snel": 1}},
		{"no word that long", "nl", []string{strings.Repeat("a", longestWord), strings.Repeat("b", longestWord+1)},
			map[string]int{strings.Repeat("a", longestWord): 1}},
		{"English", "en", []string{"It's quick", "quickly answered", "Answers!", "personal", "a real person", "impersonal", "we're digital", "digits", "the company's service"},
			map[string]int{"quick": 2, "answered": 2, "personal": 1, "real": 1, "person": 1, "impersonal": 1, "digital": 1, "digits": 1, "company": 1, "service": 1}},
		{"a Dutch stop word is an English word", "en", []string{"open the door"}, map[string]int{"open": 1, "door": 1}},
		{"language unknown, Dutch", "", []string{"de vraag van het kind", "vragen the"}, map[string]int{"vraag": 2, "kind": 1}},
		{"language unknown, English", "", []string{"the question of the day", "questions and answers"},
			map[string]int{"question": 2, "day": 1, "answers": 1}},
	} {
		if d := cmp.Diff(c.want, counts(t, c.language, c.answers...)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestDenial(t *testing.T) {
	for _, c := range []struct {
		answer string
		want   map[string]int
	}{
		{"niet persoonlijk", map[string]int{"niet persoonlijk": 1}},
		{"Niet echt heel erg persoonlijk", map[string]int{"niet persoonlijk": 1}},
		{"geen persoonlijk contact", map[string]int{"geen persoonlijk": 1, "contact": 1}},
		{"zonder te hoeven bellen", map[string]int{"zonder bellen": 1}},
		{"minder persoonlijk dan bellen", map[string]int{"minder persoonlijk": 1, "bellen": 1}},
		{"niet-persoonlijk", map[string]int{"niet persoonlijk": 1}},
		{"niet “persoonlijk”", map[string]int{"niet persoonlijk": 1}},
		{"niet alleen snel, ook persoonlijk", map[string]int{"snel": 1, "persoonlijk": 1}},
		{"liever niet, persoonlijk is beter", map[string]int{"liever": 1, "persoonlijk": 1, "beter": 1}},
		{"ik weet niet of het snel is", map[string]int{"weet": 1, "snel": 1}},
		{"niet van mij voor jou aan hem snel", map[string]int{"snel": 1}},
		{"niet", map[string]int{}},
		{"niet.snel", map[string]int{"snel": 1}},
		{"doesn't answer", map[string]int{"not answer": 1}},
		{"non-personal", map[string]int{"not personal": 1}},
		{"not only quick but personal", map[string]int{"quick": 1, "personal": 1}},
		{"niet onpersoonlijk en snel", map[string]int{"niet onpersoonlijk": 1, "snel": 1}},
	} {
		if d := cmp.Diff(c.want, counts(t, "", c.answer)); d != "" {
			t.Errorf("%q: %s", c.answer, d)
		}
	}
	// Denied in one way is one word, and never a spelling variant.
	answers := append(slices.Repeat([]string{"niet persoonlijk"}, 6), "geen persoonlijke benadering", "niet persoonlijk")
	want := map[string]int{"niet persoonlijk": 8, "benadering": 1}
	if d := cmp.Diff(want, counts(t, "nl", answers...)); d != "" {
		t.Error(d)
	}
}

func TestStem(t *testing.T) {
	for _, same := range [][]string{
		{"vraag", "vragen"}, {"snel", "snelle", "snell"}, {"antwoord", "antwoorden", "antwoordt"},
		{"gesprek", "gesprekken"}, {"bel", "bellen"}, {"lees", "lezen"}, {"brief", "brieven"}, {"huis", "huizen"},
		{"mens", "mensen"}, {"kans", "kansen"}, {"grens", "grenzen"}, {"proces", "processen"}, {"kanaal", "kanalen"},
		{"persoonlijk", "persoonlijke", "persoonlijker"}, {"klantvriendelijk", "klantvriendlijk", "klantvriendelijke"},
		{"drempelverlagend", "drempelverlagende"}, {"medewerker", "medewerkers"}, {"cliënt", "cliënten", "client"},
		{"eenvoudig", "eenvoudige"}, {"prijs", "prijzen"}, {"e-mail", "email"},
	} {
		s := newStemmer(true)
		for _, word := range same[1:] {
			if s.stem(word) != s.stem(same[0]) {
				t.Errorf("%s %q, %s %q", same[0], s.stem(same[0]), word, s.stem(word))
			}
		}
	}
	for _, differ := range [][2]string{
		{"persoonlijk", "persoon"}, {"persoonlijk", "onpersoonlijk"}, {"vraag", "standaardvraag"}, {"kcc", "kc"},
		{"drempelverlagend", "drempel"}, {"klantvriendelijk", "klant"}, {"antwoord", "beantwoorden"},
	} {
		s := newStemmer(true)
		if s.stem(differ[0]) == s.stem(differ[1]) {
			t.Errorf("%s and %s are both %q", differ[0], differ[1], s.stem(differ[0]))
		}
	}
	s := newStemmer(false)
	for _, differ := range [][2]string{{"personal", "person"}, {"digital", "digit"}, {"impersonal", "personal"}} {
		if s.stem(differ[0]) == s.stem(differ[1]) {
			t.Errorf("%s and %s are both %q", differ[0], differ[1], s.stem(differ[0]))
		}
	}
	for _, same := range [][2]string{{"personal", "personally"}, {"proposal", "proposals"}, {"quick", "quickly"}, {"answer", "answers"}} {
		if s.stem(same[0]) != s.stem(same[1]) {
			t.Errorf("%s %q, %s %q", same[0], s.stem(same[0]), same[1], s.stem(same[1]))
		}
	}
}

func TestOptions(t *testing.T) {
	answers := append(slices.Repeat([]string{"chatbots zijn snel"}, 6), "chatbot", "geen chatbot", "snell")
	got := Count(answers, "nl", Options{Stop: []string{"Chatbot"}})
	want := []Word{{Stem: "snel", Form: "snel", Answers: []int{0, 1, 2, 3, 4, 5, 8}}}
	if d := cmp.Diff(Result{Words: want}, got); d != "" {
		t.Error(d)
	}
	answers = append(slices.Repeat([]string{"onpersoonlijk"}, 6), "onpesoonlijk")
	if got := Count(answers, "nl", Options{KeepVariants: true}); len(got.Words) != 2 || got.Folds != nil {
		t.Errorf("folded all the same: %+v", got)
	}
}

func TestOrder(t *testing.T) {
	got := Count([]string{"robot", "snel", "aap", "snel, robot", "noot"}, "nl", Options{})
	var forms []string
	for _, w := range got.Words {
		forms = append(forms, w.Form)
	}
	if d := cmp.Diff([]string{"robot", "snel", "aap", "noot"}, forms); d != "" {
		t.Error(d)
	}
}

// TestCountShuffled: neither the order of the answers nor the order of the words
// within a list changes a count or a form.
func TestCountShuffled(t *testing.T) {
	some := []string{"snel", "snelle", "antwoord", "antwoorden", "niet persoonlijk", "onpersoonlijk", "onpersonlijk", "persoonlijk", "vraag", "vragen", "vraagt", "e-mail", "email"}
	rapid.Check(t, func(t *rapid.T) {
		answers := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(some), 1, 4).Draw(t, "words"), ", ")
		}), 1, 60).Draw(t, "answers")
		shuffled := rapid.Permutation(answers).Draw(t, "shuffled")
		a, b := Count(answers, "nl", Options{}), Count(shuffled, "nl", Options{})
		if d := cmp.Diff(a.Folds, b.Folds); d != "" {
			t.Fatal(d)
		}
		if len(a.Words) != len(b.Words) {
			t.Fatalf("%d and %d words", len(a.Words), len(b.Words))
		}
		for i := range a.Words {
			x, y := a.Words[i], b.Words[i]
			if x.Form != y.Form || x.Stem != y.Stem || len(x.Answers) != len(y.Answers) {
				t.Fatalf("%+v and %+v", x, y)
			}
		}
	})
}

func FuzzCount(f *testing.F) {
	for _, seed := range []string{"", "snel", "Niet-persoonlijk, maar wel snel!", "don't e-mail jan@x.nl", "é-", "👩‍💻 24/7", "\xff\xfe", "a--b", "zo'n ’s", "ĳs İSTANBUL ǅ", "niet", "aiaiaia"} {
		f.Add(seed, "nl")
		f.Add(seed, "")
	}
	f.Fuzz(func(t *testing.T, answer, language string) {
		answers := []string{answer, "", answer}
		got := Count(answers, language, Options{})
		keys := make(map[string]bool)
		for _, w := range got.Words {
			if keys[w.Stem] || w.Stem == "" || w.Form == "" || !utf8.ValidString(w.Form) {
				t.Fatalf("%q: %+v", answer, w)
			}
			keys[w.Stem] = true
			if d := cmp.Diff([]int{0, 2}, w.Answers); d != "" {
				t.Fatalf("%q: %s %s", answer, w.Form, d)
			}
		}
		if d := cmp.Diff(got, Count(answers, language, Options{})); d != "" {
			t.Fatal(d)
		}
	})
}

func BenchmarkCount(b *testing.B) {
	answers := slices.Repeat([]string{"Snel antwoord op veelgestelde vragen, maar niet persoonlijk", "efficiënt en klantvriendelijk"}, 500)
	for b.Loop() {
		Count(answers, "nl", Options{})
	}
}
