package locale

import (
	"strings"
	"testing"
)

// TestEveryReasonHasWords holds the words for why a question has its kind and
// why a column has no question: each code has other words in each language.
func TestEveryReasonHasWords(t *testing.T) {
	nl, en := both(t)
	for _, why := range constants(t, "../codebook/basis.go", "Basis") {
		dutch, english := nl.l.Basis(why, []string{"7", "8", "9"}), en.l.Basis(why, []string{"7", "8", "9"})
		if dutch == "" || dutch == english {
			t.Errorf("%s: %q and %q", why, dutch, english)
		}
		nl.l.Basis(why, nil) // never fails on missing arguments
	}
	for _, why := range constants(t, "../codebook/unused.go", "Unused") {
		if dutch, english := nl.UnusedWhy(why), en.UnusedWhy(why); dutch == why || dutch == english {
			t.Errorf("%s: %q and %q", why, dutch, english)
		}
	}
	if got := nl.l.Basis("hunch", nil); got != "" {
		t.Errorf("an unknown reason has words: %q", got)
	}
}

// TestKindsAndRolesHaveWords: a role without a channel is no half sentence.
func TestKindsAndRolesHaveWords(t *testing.T) {
	nl, en := both(t)
	for _, kind := range []string{"single", "multiple", "scale", "number", "open", "name"} {
		if dutch, english := nl.l.Kind(kind), en.l.Kind(kind); dutch == english || dutch == kind {
			t.Errorf("%s: %q and %q", kind, dutch, english)
		}
	}
	for _, role := range constants(t, "../question.go", "") {
		if strings.Trim(role, "abcdefghijklmnopqrstuvwxyz-") != "" || role == "" {
			continue
		}
		if dutch := nl.l.RoleOf(role, "WhatsApp"); strings.HasPrefix(dutch, " ") || strings.HasSuffix(dutch, " ") {
			t.Errorf("%s: %q", role, dutch)
		}
	}
	if got := nl.l.RoleOf("adoption", "WhatsApp"); got != "gebruik van WhatsApp" {
		t.Errorf("adoption: %q", got)
	}
	if got := en.l.RoleOf("", ""); got != "" {
		t.Errorf("no role has words: %q", got)
	}
}

// TestRespondentsWhoAreNoOrganisations: nothing is called an organisation where
// it is not known to be one.
func TestRespondentsWhoAreNoOrganisations(t *testing.T) {
	nl, en := both(t)
	for _, got := range []string{nl.TookPart(1, false), nl.TookPart(12, false), nl.FindingsLead(12, false), en.TookPart(12, false), en.FindingsLead(1, false)} {
		if strings.Contains(got, "organisati") || got == "" {
			t.Errorf("%q", got)
		}
	}
	if got := nl.TookPart(12, true); got != "12 organisaties deden mee" {
		t.Errorf("%q", got)
	}
}
