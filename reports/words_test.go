package reports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"gewoon", "gewoon"},
		{"", ""},
		{"  twee  woorden ", "twee woorden"},
		{"regel\r\nbreuk\ttab", "regel breuk tab"},
		{"\x1b[31mrood\x1b[0m", "rood"},
		{"\x1b]0;titel\x07tekst", "tekst"},
		{"\x1b]8;;http://x\x1b\\koppeling\x1b]8;;\x1b\\", "koppeling"},
		{"\u009b31mrood", "rood"},
		{"wis\x08\x7f", "wis"},
		{"om\u202egekeerd", "omgekeerd"},
		{"caf\xe9", "caf"},
		{"één 👩‍💻", "één 👩‍💻"},
		{"\x1b", ""},
		{"\x1b[", ""},
	} {
		if got := clean(tc.in); got != tc.want {
			t.Errorf("clean(%q) = %q, want %q", tc.in, got, tc.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"tekst", "\x1b[31mrood", "\x1b]0;x\x07", "\u009b1m", "a\x00b", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean(s)
		if strings.ContainsFunc(got, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			t.Errorf("clean(%q) = %q has a control character", s, got)
		}
		if again := clean(got); again != got {
			t.Errorf("clean(%q) = %q, and cleaned again %q", s, got, again)
		}
	})
}

func TestCells(t *testing.T) {
	for _, tc := range []struct {
		in   string
		want int
	}{
		{"", 0}, {"snel", 4}, {"één", 3}, {"e\u0301e\u0301n", 3}, {"漢字", 4}, {"👩‍💻", 2}, {"▏▎", 2}, {"×⁵", 2}, {"–", 1},
	} {
		if got := cells(tc.in); got != tc.want {
			t.Errorf("cells(%q) = %d, want %d", tc.in, got, tc.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		in    string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"een twee drie", 8, []string{"een twee", "drie"}},
		{"veiligheidsregio", 10, []string{"veilighei-", "dsregio"}},
		{"20.000–49.999", 8, []string{"20.000–", "49.999"}},
		{"KCC-medewerkers", 10, []string{"KCC-", "medewerke-", "rs"}},
		{"20.000 – 49.999", 8, []string{"20.000 –", "49.999"}},
		{"(SHA-256 d169b955c7fe6b176cfb77) x", 12, []string{"(SHA-256", "d169b955c7fe", "6b176cfb77)", "x"}},
		{"漢字漢字", 4, []string{"漢-", "字-", "漢字"}},
	} {
		if d := cmp.Diff(tc.want, wrap(tc.in, tc.width)); d != "" {
			t.Errorf("wrap(%q, %d) (-want +got):\n%s", tc.in, tc.width, d)
		}
	}
}

func TestWrapKeepsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := clean(rapid.String().Draw(t, "text"))
		width := rapid.IntRange(4, 30).Draw(t, "width")
		lines := wrap(s, width)
		for _, l := range lines {
			if cells(l) > width {
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
		bare := func(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(s) }
		if bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}

func TestBar(t *testing.T) {
	for _, tc := range []struct {
		share float64
		want  string
	}{{0, ""}, {1, "████"}, {0.5, "██"}, {0.03, "▏"}, {0.6, "██▍"}, {1.2, "████"}} {
		if got := bar(tc.share, 4); got != tc.want {
			t.Errorf("bar(%v, 4) = %q, want %q", tc.share, got, tc.want)
		}
	}
}

func TestEscape(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"a | b", `a \| b`}, {"<script>", "&lt;script&gt;"}, {"*let op*", `\*let op\*`}, {"=som", `\=som`}, {"- punt", `\- punt`},
		{"1. eerste", `1\. eerste`}, {"20.000 inwoners", "20.000 inwoners"}, {"[x](http://y)", `\[x\](http://y)`}, {"`code`", "\\`code\\`"},
	} {
		if got := escape(tc.in); got != tc.want {
			t.Errorf("escape(%q) = %q, want %q", tc.in, got, tc.want)
		}
	}
}

func TestSafe(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"=2+2", "'=2+2"}, {"+31", "'+31"}, {"-x", "'-x"}, {"@SUM", "'@SUM"}, {"\t=2", "'=2"}, {"gewoon = goed", "gewoon = goed"}, {"", ""},
		{"a\x1b[2Jb\r\nc", "ab c"},
	} {
		if got := safe(tc.in); got != tc.want {
			t.Errorf("safe(%q) = %q, want %q", tc.in, got, tc.want)
		}
	}
}

func TestLowerFirst(t *testing.T) {
	for in, want := range map[string]string{"Gemeente": "gemeente", "GGD": "GGD", "": "", "Élan": "élan", "A": "A"} {
		if got := lowerFirst(in); got != want {
			t.Errorf("lowerFirst(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSuperscript(t *testing.T) {
	if got, want := superscript([]int{1, 10}), "¹,¹⁰"; got != want {
		t.Errorf("superscript = %q, want %q", got, want)
	}
}
