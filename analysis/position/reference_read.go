package position

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"benchmark/analysis"
)

// JSON returns the reference as its file.
func (ref *Reference) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(ref)
	return b.Bytes(), err
}

// digest returns the digest of the reference without its SHA256.
func (ref *Reference) digest() string {
	bare := *ref
	bare.SHA256 = ""
	data, err := bare.JSON()
	if err != nil {
		return "" // there is no number in it that JSON can't hold
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// ReadReference reads a reference file with that name. It refuses another
// version, fields that a reference does not have (as answers of single
// organisations would be), figures that a reference may not show, and a file that
// was changed after it was written.
func ReadReference(name string, data []byte) (*Reference, error) {
	ref := &Reference{}
	fail := func(err error) (*Reference, error) { return nil, fmt.Errorf("reading reference %s: %w", name, err) }
	var version struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &version); err != nil {
		return fail(fmt.Errorf("it is no JSON: %w", err))
	}
	if version.Schema != ReferenceSchema {
		return fail(fmt.Errorf("its schema is %q and not %q: make it with 'benchmark compare FILE --write-reference'", version.Schema, ReferenceSchema))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(ref); err != nil {
		return fail(fmt.Errorf("%w; a reference holds figures of groups alone, never answers of single organisations", err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fail(errors.New("there is more after the reference"))
	}
	if err := ref.check(); err != nil {
		return fail(err)
	}
	if ref.digest() != ref.SHA256 {
		return fail(errors.New("it was changed after it was written: its sha256 does not fit; ask for the file anew"))
	}
	ref.File = name
	return ref, nil
}

// check refuses a reference of which the parts do not fit, or that shows what it
// may not.
func (ref *Reference) check() error {
	switch {
	case ref.SignedOffBy == "":
		return errors.New("signed_off_by is empty: nobody let the figures go")
	case !(ref.Level > 0 && ref.Level < 1):
		return fmt.Errorf("its level %v is not between 0 and 1", ref.Level)
	case len(ref.Groups) == 0 || len(ref.Indicators) == 0:
		return errors.New("it has no groups or no indicators")
	}
	for k := range ref.Indicators {
		x := &ref.Indicators[k]
		if len(x.Figures) != len(ref.Groups) {
			return fmt.Errorf("indicator %q has %d figures for %d groups", x.ID, len(x.Figures), len(ref.Groups))
		}
		for g := range x.Figures {
			if err := x.Figures[g].check(x); err != nil {
				return fmt.Errorf("indicator %q, group %d: %w", x.ID, g+1, err)
			}
		}
	}
	return nil
}

func (f *ReferenceFigure) check(x *ReferenceIndicator) error {
	status := statusOf(f.Status)
	switch {
	case status == analysis.NotEstimated:
		return fmt.Errorf("unknown status %q", f.Status)
	case status != analysis.Estimated && (f.Value != nil || f.Low != nil || f.High != nil || f.Base != 0):
		return errors.New("a figure without a status to show it")
	case status != analysis.Estimated:
		return nil
	case f.Value == nil:
		return errors.New("a figure without a value")
	case x.Protected && f.Base <= MinimumOthers:
		return fmt.Errorf("a protected figure on %d answers, of which a reader may know one; at least %d are needed", f.Base, MinimumOthers+1)
	case !x.Amount && (*f.Value < 0 || *f.Value > 1):
		return fmt.Errorf("the share %v is not between 0 and 1", *f.Value)
	case (f.Low == nil) != (f.High == nil) || f.Low != nil && *f.Low > *f.High:
		return errors.New("an interval without an end, or with its ends the wrong way round")
	}
	return nil
}
