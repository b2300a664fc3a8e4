package codebook

import "testing"

// TestExplicit holds that what the role gives is written out where organisations
// are compared, that what a person chose stays, and that the codebook that was given
// does not change.
func TestExplicit(t *testing.T) {
	book := &Codebook{Questions: []Question{
		{ID: "a", Role: "satisfaction"}, {ID: "b", Role: "barrier", Polarity: "neutral", Importance: 3}, {ID: "c", Role: "organisation-type"}, {ID: "d"},
	}}
	out := book.Explicit()
	for i, want := range []struct {
		polarity   string
		importance int
	}{{"more-is-better", 3}, {"neutral", 3}, {"", 0}, {"", 0}} {
		if q := out.Questions[i]; q.Polarity != want.polarity || q.Importance != want.importance {
			t.Errorf("question %s: %q and %d, want %q and %d", q.ID, q.Polarity, q.Importance, want.polarity, want.importance)
		}
	}
	if book.Questions[0].Polarity != "" {
		t.Error("the codebook itself was changed")
	}
}
