package codebook

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const registerBook = `register: r.csv
from_register:
  on: 2018-10-31
  several: keep-last
  bodies: {"Gem. Duindorp": GM1, 107: GM2}
  prefer: [province, size-class]
  columns:
    - column: urbanity
      label: Stedelijkheid
      options:
        - {code: 1, label: Zeer sterk stedelijk, short: Zeer sterk}
questions:
  - {id: name, column: Naam, kind: name, role: organisation}
  - id: cluster
    column: Samen met
    kind: single
    role: shared-service
    options: [{code: a, label: A}]
`

func TestFromRegister(t *testing.T) {
	cb, err := Read("a.yaml", []byte(registerBook))
	if err != nil {
		t.Fatal(err)
	}
	want := FromRegister{
		On: "2018-10-31", Several: keepLast, Bodies: map[string]string{"Gem. Duindorp": "GM1", "107": "GM2"},
		Prefer: []string{"province", "size-class"},
		Columns: []RegisterColumn{{
			Column: "urbanity", Label: "Stedelijkheid",
			Options: []RegisterValue{{Code: "1", Label: "Zeer sterk stedelijk", Short: "Zeer sterk"}},
		}},
	}
	if diff := cmp.Diff(want, cb.FromRegister); diff != "" {
		t.Error(diff)
	}
	if got := cb.FromRegister.Day(); !got.Equal(time.Date(2018, 10, 31, 0, 0, 0, 0, time.UTC)) {
		t.Error(got)
	}
	var written bytes.Buffer
	if err := Write(&written, cb, true); err != nil {
		t.Fatal(err)
	}
	again, err := Read("a.yaml", written.Bytes())
	if err != nil {
		t.Fatalf("%v in\n%s", err, written.String())
	}
	if diff := cmp.Diff(want, again.FromRegister); diff != "" {
		t.Error(diff)
	}
}

func TestFromRegisterFaults(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{"2018-10-31", "31-10-2018", `a.yaml:3:7: "31-10-2018" is no day: write it as 2018-01-31`},
		{"keep-last", "keep-one", `a.yaml:4:12: `},
		{"column: urbanity", "id: urban", "a.yaml:8:7: the column has no heading: add column"},
		{"label: Stedelijkheid", "id: how urban", "an id has letters, digits, hyphens and underscores only"},
		{"label: Stedelijkheid", "id: cluster", `the id "cluster" is that of a question already`},
		{"code: 1, ", "", "an option needs the value in the register as its code, and a label"},
		{"  prefer:", "  prefers:", "prefers"},
	} {
		_, err := Read("a.yaml", []byte(strings.Replace(registerBook, tt.old, tt.new, 1)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.new, err, tt.want)
		}
	}
}
