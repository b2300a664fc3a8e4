package locale

import (
	"reflect"
	"testing"
)

// TestPagesAreComplete holds the words of report pages, of the provenance and of
// Office to being there in every language, and to differing where they are sentences.
func TestPagesAreComplete(t *testing.T) {
	for _, of := range []struct {
		name string
		in   func(l *Locale) any
	}{
		{"Page", func(l *Locale) any { return l.Page() }},
		{"Facts", func(l *Locale) any { return l.Report().Facts() }},
		{"OfficeWords", func(l *Locale) any { return l.OfficeWords() }},
	} {
		dutch, english := reflect.ValueOf(of.in(locales(t)["nl"])), reflect.ValueOf(of.in(locales(t)["en"]))
		for i := range dutch.NumField() {
			field, nl, en := dutch.Type().Field(i).Name, dutch.Field(i).String(), english.Field(i).String()
			if nl == "" || en == "" {
				t.Errorf("%s.%s is empty: %q in Dutch, %q in English", of.name, field, nl, en)
			}
			const sentence = 25
			if len(nl) >= sentence && nl == en {
				t.Errorf("%s.%s is the same in both languages: %q", of.name, field, nl)
			}
		}
	}
}

func locales(t *testing.T) map[string]*Locale {
	t.Helper()
	all := map[string]*Locale{}
	for _, tag := range []string{"nl", "en"} {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		all[tag] = l
	}
	return all
}
