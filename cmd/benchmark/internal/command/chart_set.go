package command

import (
	"bytes"
	"context"
	"runtime"
	"slices"

	"benchmark/charts"
	"benchmark/survey/locale"
)

// plate is one chart as files: those of its forms, its figures and its text
// alternative. A picture is nil where the chart can't be made readable.
type plate struct {
	pictures     [][]byte
	figures, alt []byte
	thumb        *charts.Thumbnail
	// remarks are what must be known of the pictures.
	remarks []string
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
	words locale.CommandWords
	// remarks are what must be known of the pictures.
	remarks []string
}

// sheetName is the file of the contact sheet.
const sheetName = "contact-sheet.png"

// write draws every chart, as many at a time as there are processors, and puts
// its files in the folder in the order of the report. Only what is being drawn
// is in memory.
func (s *chartSet) write(ctx context.Context, out *folder, drawn func(i int)) error {
	var thumbs []charts.Thumbnail
	s.drawing.Easel = new(charts.Easel)
	err := inOrder(ctx, len(s.charts), s.plate, func(i int, p plate) error {
		name := s.in + s.charts[i].Name
		for f, form := range s.formats {
			if p.pictures[f] == nil {
				continue
			}
			if err := out.put(name+"."+form, p.pictures[f]); err != nil {
				return err
			}
		}
		if err := out.put(name+"."+formatCSV, p.figures); err != nil {
			return err
		}
		if p.thumb != nil {
			thumbs = append(thumbs, *p.thumb)
		}
		s.remarks = append(s.remarks, p.remarks...)
		drawn(i + 1)
		return out.put(name+".txt", p.alt)
	})
	if err != nil || !s.sheet || len(thumbs) == 0 {
		return err
	}
	var b bytes.Buffer
	if err := charts.Sheet(&b, thumbs); err != nil {
		return err
	}
	return out.put(s.in+sheetName, b.Bytes())
}

// plate draws one chart. One that can't be made readable leaves its figures, and a
// remark in the place of its picture.
func (s *chartSet) plate(i int) (plate, error) {
	var p plate
	chart := &s.charts[i]
	undrawn, err := charts.Undrawn(*chart, s.drawing.Theme)
	if err != nil {
		return p, err
	}
	if undrawn != "" {
		p.remarks = append(p.remarks, s.words.Undrawn(chart.Name, undrawn))
	}
	var small charts.Thumbnail
	d := s.drawing
	if s.sheet {
		d.Small = &small
	}
	for _, form := range s.formats {
		p.pictures = append(p.pictures, picture(chart, form, d))
	}
	if slices.ContainsFunc(p.pictures, func(data []byte) bool { return data == nil }) {
		p.remarks = append(p.remarks, s.words.NotDrawn(chart.Name))
	}
	if s.sheet {
		at := slices.Index(s.formats, formatPNG)
		drawn := at >= 0 && p.pictures[at] != nil
		if at < 0 {
			d.Scale = 1
			drawn = fitted(d, func(d charts.Drawing) (err error) {
				small, err = charts.Thumb(*chart, d)
				return err
			}) == nil
		}
		if drawn {
			p.thumb = &small
		}
	}
	p.figures, p.alt, err = beside(chart)
	return p, err
}

// picture draws a chart; nil where it can't be made readable.
func picture(chart *charts.Chart, form string, d charts.Drawing) []byte {
	var data []byte
	err := fitted(d, func(d charts.Drawing) (err error) {
		data, err = render(chart, form, d)
		return err
	})
	if err != nil {
		return nil
	}
	return data
}

// fitted draws on the page, or on one as high as what is on it needs where that does not
// fit; an error where that is of no help.
func fitted(d charts.Drawing, draw func(charts.Drawing) error) error {
	if draw(d) == nil {
		return nil
	}
	width := d.Size.Width
	d.Size = charts.Wide()
	d.Size.Width = max(d.Size.Width, width)
	return draw(d)
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
