package command

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNearest(t *testing.T) {
	names := []string{"whatsapp", "whatsapp-reasons", "live-chat", "webcare-owner", "organisation-type", "size-class"}
	for _, tt := range []struct {
		word string
		want []string
	}{
		{"whatsap", []string{"whatsapp", "whatsapp-reasons"}},
		{"WhatsApp", []string{"whatsapp", "whatsapp-reasons"}},
		{"live_chat", []string{"live-chat"}},
		{"organization-type", []string{"organisation-type"}},
		{"owner", []string{"webcare-owner"}},
		{"zzz", nil},
		{"", nil},
	} {
		if diff := cmp.Diff(tt.want, nearest(tt.word, names)); diff != "" {
			t.Errorf("nearest(%q) (-want +got):\n%s", tt.word, diff)
		}
	}
	if got := nearest("aaaa", []string{"aaab", "aaac", "aaad", "aaae"}); len(got) != suggestions {
		t.Errorf("%d suggestions, want at most %d", len(got), suggestions)
	}
}
