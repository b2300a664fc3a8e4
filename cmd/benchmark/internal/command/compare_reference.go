package command

import (
	"context"
	"errors"
	"path/filepath"

	"benchmark/analysis"
	"benchmark/analysis/position"
)

// writeReference writes the figures of the study without answers of single
// organisations.
func (c *console) writeReference(ctx context.Context, o *compareOptions, in *loaded, p *progress) error {
	d, err := newDraft(o.writeReference)
	if err != nil {
		return err
	}
	defer d.discard()
	data, err := await(ctx, func() ([]byte, error) {
		st, err := position.New(in.survey, position.Options{Level: float64(o.confidence), Disclosure: analysis.Publish})
		if err != nil {
			return nil, err
		}
		return st.Reference(o.signedOffBy).JSON()
	})
	if err != nil {
		return err
	}
	p.done()
	if err := d.commit(data); err != nil {
		return err
	}
	c.tell(in.locale.Command().WroteFile(o.writeReference))
	return c.finish(&study{loaded: in}, nil, true, nil)
}

func readReference(path string) (*position.Reference, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return position.ReadReference(filepath.Base(path), data)
}

// compareReferences prints two references beside each other.
func (c *console) compareReferences(*compareOptions) error {
	return errors.New("not yet")
}
