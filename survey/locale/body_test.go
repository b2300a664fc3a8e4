package locale

import "testing"

func TestBodies(t *testing.T) {
	for _, c := range []struct{ tag, means, plural, survey, want string }{
		{"nl", "municipality", "steden en gemeenten", "nl", "steden en gemeenten"},
		{"nl-BE", "municipality", "steden en gemeenten", "nl", "steden en gemeenten"},
		{"en", "municipality", "gemeenten", "nl", "municipalities"},
		{"en", "rescue-zone", "hulpverleningszones", "nl", "hulpverleningszones"},
		{"nl", "water-board", "water boards", "en", "waterschappen"},
		{"en", "other", "anderen", "", "anderen"},
	} {
		l, err := For(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Bodies(c.means, c.plural, c.survey); got != c.want {
			t.Errorf("%s: %s (%s) of a survey in %q is called %q, want %q", c.tag, c.means, c.plural, c.survey, got, c.want)
		}
	}
}
