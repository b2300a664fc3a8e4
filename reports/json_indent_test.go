package reports

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// TestIndented holds the indentation against that of encoding/json, on values of every
// shape.
func TestIndented(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune(`ab"\,:{}[] é` + "\n\u2028")))
	value := rapid.Deferred(func() *rapid.Generator[any] { return anyJSON(text, 3) })
	rapid.Check(t, func(t *rapid.T) {
		var plain bytes.Buffer
		e := json.NewEncoder(&plain)
		e.SetEscapeHTML(false)
		if err := e.Encode(value.Draw(t, "value")); err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Indent(&want, plain.Bytes(), "", " "); err != nil {
			t.Fatal(err)
		}
		if got := indented(nil, plain.Bytes()); !bytes.Equal(got, want.Bytes()) {
			t.Fatalf("got\n%s\nwant\n%s", got, &want)
		}
	})
}

// anyJSON generates values that are so deep at most.
func anyJSON(text *rapid.Generator[string], deep int) *rapid.Generator[any] {
	leaves := []*rapid.Generator[any]{
		text.AsAny(), rapid.Float64Range(-1e9, 1e9).AsAny(), rapid.Bool().AsAny(), rapid.Just(any(nil)),
	}
	if deep > 0 {
		inner := anyJSON(text, deep-1)
		leaves = append(leaves, rapid.SliceOfN(inner, 0, 4).AsAny(), rapid.MapOfN(text, inner, 0, 4).AsAny())
	}
	return rapid.OneOf(leaves...)
}
