package command

import (
	"context"
	"path/filepath"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/reports"
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
		st, err := position.New(in.survey, position.Options{Level: float64(o.confidence), Disclosure: analysis.Publish, By: o.by})
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

// compareReferences writes or prints two references beside each other.
func (c *console) compareReferences(ctx context.Context, o *compareOptions) error {
	l, err := c.language(o.lang, "")
	if err != nil {
		return err
	}
	p := c.progress()
	defer p.done()
	a, err := readReference(o.references[0])
	if err != nil {
		return err
	}
	b, err := readReference(o.references[1])
	if err != nil {
		return err
	}
	d, err := c.delivery(&o.output, baseOf(o.references[0])+"-"+baseOf(o.references[1]))
	if err != nil {
		return err
	}
	defer d.discard()
	v, err := position.Against(a, b)
	if err != nil {
		return err
	}
	printed, err := d.deliver(ctx, p, reports.BuildVersus(v, reports.Reading{Program: "benchmark " + release(), Options: o.given}, l), l)
	if err != nil {
		return err
	}
	return c.print(printed)
}
