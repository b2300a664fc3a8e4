package command

import (
	"bytes"
	"context"
	"runtime"

	"benchmark/charts"
)

// plate is one chart as files: those of its forms, its figures and its text
// alternative.
type plate struct {
	pictures     [][]byte
	figures, alt []byte
	thumb        charts.Thumbnail
}

// chartSet is a set of charts on its way to a folder.
type chartSet struct {
	charts  []charts.Chart
	formats []string
	drawing charts.Drawing
	// in is the folder below that of the results, with a slash, or empty.
	in string
	// sheet asks for a contact sheet.
	sheet bool
}

// sheetName is the file of the contact sheet.
const sheetName = "contact-sheet.png"

// write draws every chart, as many at a time as there are processors, and puts
// its files in the folder in the order of the report. Only what is being drawn
// is in memory.
func (s *chartSet) write(ctx context.Context, out *folder, drawn func(i int)) error {
	var thumbs []charts.Thumbnail
	err := inOrder(ctx, len(s.charts), s.plate, func(i int, p plate) error {
		name := s.in + s.charts[i].Name
		for f, form := range s.formats {
			if err := out.put(name+"."+form, p.pictures[f]); err != nil {
				return err
			}
		}
		if err := out.put(name+"."+formatCSV, p.figures); err != nil {
			return err
		}
		if s.sheet {
			thumbs = append(thumbs, p.thumb)
		}
		drawn(i + 1)
		return out.put(name+".txt", p.alt)
	})
	if err != nil || !s.sheet || len(thumbs) == 0 {
		return err
	}
	var b bytes.Buffer
	if err := charts.Sheet(&b, thumbs, s.drawing.Theme); err != nil {
		return err
	}
	return out.put(s.in+sheetName, b.Bytes())
}

// plate draws one chart.
func (s *chartSet) plate(i int) (plate, error) {
	var p plate
	var png []byte
	for _, form := range s.formats {
		data, err := render(&s.charts[i], form, s.drawing)
		if err != nil {
			return p, err
		}
		if form == formatPNG {
			png = data
		}
		p.pictures = append(p.pictures, data)
	}
	var err error
	if s.sheet {
		if png == nil || s.drawing.Scale > 1 {
			small := s.drawing
			small.Scale = 1
			if png, err = render(&s.charts[i], formatPNG, small); err != nil {
				return p, err
			}
		}
		if p.thumb, err = charts.Thumb(&s.charts[i], png); err != nil {
			return p, err
		}
	}
	p.figures, p.alt, err = beside(&s.charts[i])
	return p, err
}

// inOrder does the work for 0 to n-1 on all processors and uses the results one
// by one, in that order. The first error, or the end of the context, ends it.
func inOrder[T any](ctx context.Context, n int, work func(i int) (T, error), use func(i int, result T) error) error {
	type done struct {
		result T
		err    error
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	slots := make([]chan done, n)
	for i := range slots {
		slots[i] = make(chan done, 1)
	}
	// Work runs ahead of use by no more than there are processors.
	ahead := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		for i := range n {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			go func() {
				result, err := work(i)
				slots[i] <- done{result, err}
			}()
		}
	}()
	for i := range n {
		select {
		case d := <-slots[i]:
			if d.err != nil {
				return d.err
			}
			if err := use(i, d.result); err != nil {
				return err
			}
			<-ahead
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}
