package survey

import "testing"

func TestPlain(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"zacht\u00adafbreken", "zachtafbreken"}, {"👩\u200d💻", "👩\u200d💻"}, {"a\u200db", "ab"}, {"nul\u200bbreed\ufeff", "nulbreed"},
		{"niet\ufffeeen\uffff\U0001fffe", "nieteen"}, {"half\xed\xa0\x80", "half"}, {"regel\u2028breuk\u0085x", "regel breuk x"}, {"vast\u00a0blank", "vast blank"},
	} {
		if got := Plain(tc.in); got != tc.want {
			t.Errorf("Plain(%q) = %q, want %q", tc.in, got, tc.want)
		}
	}
	if got, want := Visible("a\u00a0 b\u00adc\n"), "a\u00a0 b\u00adc "; got != want {
		t.Errorf("Visible = %q, want %q", got, want)
	}
}

func TestInert(t *testing.T) {
	for in, want := range map[string]string{"＝1+1": "'＝1+1", "\t=1": "'=1", "\u200b=1": "'=1", "1-2": "1-2", "": "", "'--drop": "'--drop"} {
		if got := Inert(in); got != want {
			t.Errorf("Inert(%q) = %q, want %q", in, got, want)
		}
	}
}
