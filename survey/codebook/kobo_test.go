package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKoboToolbox(t *testing.T) {
	tests := map[string]struct{ lines, want []string }{
		// Wordings hold blanks; the columns per option count. One person saw no
		// question on ways.
		"labels": {
			[]string{
				"_uuid;_index;Wegen;Wegen/Per telefoon;Wegen/Via een brief;Wegen/Anders;wegen_anders;Plek;_Plek_latitude",
				"u1;1;Per telefoon Via een brief;1;1;0;;52.1 5.2 0 0;52.1", "u2;2;Via een brief;0;1;0;;52.3 5.2 0 0;52.3",
				"u3;3;;;;;;;", "u4;4;Via een brief Anders;0;1;1;balie;52.2 5.1 0 0;52.2",
			},
			[]string{"3 of 4", "dropped 1 no-answer", "Wegen: multiple 3, Per telefoon 1, Via een brief 3, Anders 1", "wegen_anders: open 1"},
		},
		"labels in one cell": {
			[]string{"_uuid;_index;Wegen", "u1;1;Per telefoon Via een brief", "u2;2;Via een brief", "u3;3;Per telefoon", "u4;4;Via een brief", "u5;5;Per telefoon Via een brief"},
			[]string{"5 of 5", "Wegen: multiple 5, Per telefoon 3, Via een brief 4"},
		},
		"names": {
			[]string{
				"_uuid,_index,g/ways,g/ways/phone,g/ways/mail,g/size",
				"u1,1,phone mail,True,True,n/a", "u2,2,mail,False,True,large", "u3,3,phone,True,False,small", "u4,4,,n/a,n/a,large",
			},
			[]string{"4 of 4", "g/ways: multiple 3, phone 2, mail 2", "g/size: single 3, large 2, small 1"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(inferred(t, exportedLines(t, test.lines...)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
