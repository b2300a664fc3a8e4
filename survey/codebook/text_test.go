package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestKey(t *testing.T) {
	for _, test := range [][2]string{
		{"Één  Vraag", "een vraag"},
		{"Collega’s", "collega's"},
		{"WhatsApp\u00a0", "whatsapp"},
		{"20.000–49.999", "20.000-49.999"},
		{"Ge\u00admeente", "gemeente"},
		{"ﬁnanciën", "financien"},
		{" a", "a"},
		{"", ""},
	} {
		if got := key(test[0]); got != test[1] {
			t.Errorf("key(%q) = %q, want %q", test[0], got, test[1])
		}
	}
}

func TestKeyIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		if once := key(s); key(once) != once {
			t.Fatalf("key(%q) = %q, and its key is %q", s, once, key(once))
		}
	})
}

func TestHas(t *testing.T) {
	w := wordsOf("Waarom bent u (nog) niet ontevreden over e-mail?")
	for phrase, want := range map[string]bool{
		"nog niet": true, "tevreden": false, "ontevreden": true, "ontevr*": true, "tevr*": false, "e mail": true, "waarom": true, "ail": false,
	} {
		if has(w, phrase) != want {
			t.Errorf("has(%q, %q) = %v", w, phrase, !want)
		}
	}
}

func TestSlug(t *testing.T) {
	for _, test := range []struct {
		text  string
		limit int
		want  string
	}{
		{"Het maakt de website persoonlijk", 40, "het-maakt-de-website-persoonlijk"},
		{"Minder afhakers en meer digitale conversie", 20, "minder-afhakers-en"},
		{"Financiën, é!", 40, "financien-e"},
		{"中文", 40, ""},
		{"Donaudampfschifffahrtsgesellschaft", 10, "donaudampf"},
	} {
		if got := slug(test.text, test.limit); got != test.want {
			t.Errorf("slug(%q, %d) = %q, want %q", test.text, test.limit, got, test.want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"whatsapp", "livechat", "whatsapp-volume"}
	for word, want := range map[string]string{"watsapp": "whatsapp", "livchat": "livechat", "volume": "whatsapp-volume", "zzz": ""} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	// Reference values: Levenshtein's textbook pair, and one swap.
	got := []int{distance("kitten", "sitting"), distance("ab", "ba"), distance("", "abc"), distance("abc", "abc")}
	if diff := cmp.Diff([]int{3, 1, 3, 0}, got); diff != "" {
		t.Error(diff)
	}
}
