package position

import (
	"bytes"
	"testing"
)

// FuzzReadReference reads any file: an error, or a reference that is written as it
// was read.
func FuzzReadReference(f *testing.F) {
	f.Add([]byte(`{"schema":"` + ReferenceSchema + `","signed_off_by":"a","level":0.95,"groups":[{}],"indicators":[{"figures":[{"status":"hidden"}]}]}`))
	f.Add([]byte(`{"schema":[[[`))
	f.Add([]byte(`{"schema":"` + ReferenceSchema + `","level":1e999}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		ref, err := ReadReference("r.json", data)
		if err != nil {
			return
		}
		written, err := ref.JSON()
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadReference("r.json", written)
		if err != nil {
			t.Fatal(err)
		}
		if twice, err := again.JSON(); err != nil || !bytes.Equal(written, twice) {
			t.Fatalf("written as %s, then as %s, %v", written, twice, err)
		}
	})
}
