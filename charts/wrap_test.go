package charts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// letters measures in characters.
func letters(s string) float64 { return float64(utf8.RuneCountInString(s)) }

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 10, []string{""}},
		{"kort", 10, []string{"kort"}},
		// The lines are even: "aaa bbb ccc / ddd" would be the greedy way.
		{"aaa bbb ccc ddd", 12, []string{"aaa bbb", "ccc ddd"}},
		{"meer  dan\neen spatie", 30, []string{"meer dan een spatie"}},
		{"klant\u00adcontact\u00adcentrum", 13, []string{"klantcontact-", "centrum"}},
		{"klant\u00adcontact", 20, []string{"klantcontact"}},
		{"chat-/belcentrum", 11, []string{"chat-/", "belcentrum"}},
		{"abcdefghij", 5, []string{"abcd-", "efgh-", "ij"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, wrap(tt.text, tt.width, letters)); diff != "" {
			t.Errorf("wrap(%q, %g) (-want +got):\n%s", tt.text, tt.width, diff)
		}
	}
}

func TestWrapKeepsEveryLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.StringMatching(`[a-zé]{1,25}`)).Draw(t, "words"), " ")
		width := rapid.Float64Range(2, 40).Draw(t, "width")
		lines := wrap(text, width, letters)
		for _, line := range lines {
			if letters(line) > width {
				t.Fatalf("%q is wider than %g", line, width)
			}
		}
		got := strings.NewReplacer("-", "", " ", "").Replace(strings.Join(lines, ""))
		if want := strings.ReplaceAll(text, " ", ""); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}
