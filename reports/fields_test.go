package reports

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
)

// TestJSONFieldsAreLocked holds the contract of the JSON output: a field that
// comes, goes or changes its name must change testdata/fields.txt too.
func TestJSONFieldsAreLocked(t *testing.T) {
	for name, fields := range map[string][]string{
		"fields.txt": JSONFields(), "inspection-fields.txt": InspectionFields(),
		"position-fields.txt": PositionFields(), "versus-fields.txt": VersusFields(), "reference-fields.txt": ReferenceFields(),
		"outlook-fields.txt": OutlookFields(), "waves-fields.txt": WavesFields(),
		"capacity-fields.txt": CapacityFields(),
	} {
		text := strings.Join(fields, "\n") + "\n"
		golden(t, name, []byte(text))
		if !slices.IsSorted(fields) || len(slices.Compact(slices.Clone(fields))) != len(fields) {
			t.Errorf("%s is not sorted, or names a field twice", name)
		}
	}
}

// TestJSONHasNoOtherFields walks the output of the hand-made study: every path
// in it must be one that JSONFields lists.
func TestJSONHasNoOtherFields(t *testing.T) {
	for name, tc := range map[string]struct {
		render Renderer
		fields []string
	}{"study": {JSON, JSONFields()}, "inspection": {InspectJSON, InspectionFields()}, "weighted": {JSON, JSONFields()}} {
		r, l := build(t, "nl")
		if name == "weighted" {
			r, l = weightedSample(t, "nl", analysis.Defaults())
		}
		someTests(r.Study)
		var v any
		if err := json.Unmarshal(render(t, tc.render, r, l), &v); err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		walk(v, "", found)
		for path := range found {
			if !slices.Contains(tc.fields, path) {
				t.Errorf("%s: field %s is not listed", name, path)
			}
		}
		own := slices.DeleteFunc(slices.Clone(tc.fields), func(path string) bool { // contracts of their own
			return strings.HasPrefix(path, "changes.") || strings.HasPrefix(path, "outlook[]")
		})
		if len(found) < len(own)*7/12 {
			t.Errorf("%s: the study has only %d of %d fields", name, len(found), len(own))
		}
	}
}

func walk(v any, path string, found map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			walk(e, strings.TrimPrefix(path+"."+k, "."), found)
		}
	case []any:
		for _, e := range v {
			walk(e, path+"[]", found)
		}
		if len(v) == 0 {
			return
		}
	default:
		found[path] = true
	}
}

func TestJSONEscapesInvisibleCharacters(t *testing.T) {
	var w jsonWriter
	w.text("a\u009bb\u202ec\U000e0001d é")
	got := string(w.out)
	if want := `"a\u009bb\u202ec\udb40\udc01d é"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var back string
	if err := json.Unmarshal([]byte(got), &back); err != nil || back != "a\u009bb\u202ec\U000e0001d é" {
		t.Errorf("read back as %q, %v", back, err)
	}
}

func TestCSVHeaderIsLocked(t *testing.T) {
	want := "table,topic,channel,question,row,measure,label,breakdown,level,group,status,value,low,high,se,df," +
		"level_of_confidence,method,count,base,population,count_low,count_high,notice," +
		"weighted,unweighted,weighted_base,effective_base,design_effect,design_effect_replacement,notes,lonely_strata," +
		"letters,sign,by_1,level_1,by_2,level_2,by_3,level_3"
	if d := cmp.Diff(want, strings.Join(CSVHeader(), ",")); d != "" {
		t.Errorf("header (-want +got):\n%s", d)
	}
	b, err := os.ReadFile("testdata/study-nl.csv")
	if err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(string(b), "\n"); first != want {
		t.Errorf("first line %q", first)
	}
}
