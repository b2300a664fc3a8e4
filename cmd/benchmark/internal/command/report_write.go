package command

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"benchmark/charts"
	"benchmark/reports"
)

// reportForm is a form in which a report is written.
type reportForm struct {
	// name is what --format calls it, and extension that of its files.
	name, extension string
	// render makes the renderer.
	render func(c *console, o *reportOptions, theme charts.Theme) reports.Renderer
	// printed forms go to standard output when no file is named.
	printed bool
	// themed forms take a theme.
	themed bool
	// after turns what was rendered into the file, or is nil.
	after func(ctx context.Context, c *console, rendered []byte) ([]byte, error)
}

// forms are the forms in which a report is written.
type forms []reportForm

// reportForms returns every form, the usual one first: one line each.
func reportForms() forms {
	page := func(_ *console, _ *reportOptions, t charts.Theme) reports.Renderer { return reports.HTML(t) }
	themed := func(f func(charts.Theme) reports.Renderer) func(*console, *reportOptions, charts.Theme) reports.Renderer {
		return func(_ *console, _ *reportOptions, t charts.Theme) reports.Renderer { return f(t) }
	}
	always := func(r reports.Renderer) func(*console, *reportOptions, charts.Theme) reports.Renderer {
		return func(*console, *reportOptions, charts.Theme) reports.Renderer { return r }
	}
	text := func(c *console, o *reportOptions, _ charts.Theme) reports.Renderer {
		return reports.Text(c.screen(o.width))
	}
	return forms{
		{name: formatHTML, extension: ".html", render: page, themed: true},
		{name: formatPDF, extension: ".pdf", render: page, themed: true, after: printPDF},
		{name: formatPPTX, extension: ".pptx", render: themed(reports.PPTX), themed: true},
		{name: formatXLSX, extension: ".xlsx", render: themed(reports.XLSX), themed: true},
		{name: formatDOCX, extension: ".docx", render: themed(reports.DOCX), themed: true},
		{name: formatMarkdown, extension: ".md", render: always(reports.Markdown), printed: true},
		{name: formatText, extension: ".txt", render: text, printed: true},
		{name: formatEmail, extension: ".eml.txt", render: always(reports.Email), printed: true},
		{name: formatJSON, extension: ".json", render: always(reports.JSON), printed: true},
	}
}

// The forms that only a report has.
const (
	formatHTML  = "html"
	formatEmail = "email"
	formatPPTX  = "pptx"
	formatXLSX  = "xlsx"
	formatDOCX  = "docx"
)

// names returns the names of the forms.
func (f forms) names() []string {
	names := make([]string, len(f))
	for i := range f {
		names[i] = f[i].name
	}
	return names
}

// find returns the form with the name, the usual one when there is none.
func (f forms) find(name string) *reportForm {
	for i := range f {
		if f[i].name == name {
			return &f[i]
		}
	}
	return &f[0]
}

// form fills in the form of the report: as --format says, as the file is named,
// or the usual one.
func (o *reportOptions) form() error {
	all := reportForms()
	named := ""
	for i := range all {
		if filepath.Ext(all[i].extension) == strings.ToLower(filepath.Ext(o.out)) && (named == "" || all[i].name == o.format) {
			named = all[i].name
		}
	}
	known := o.out == "" || o.out == standardOutput || named != ""
	switch {
	case o.format != "" && !slices.Contains(all.names(), o.format):
		return usagef("--format: %q is not one of %s", o.format, strings.Join(all.names(), ", "))
	case o.format == "" && !known:
		return usagef("--out %s: name the form with --format (%s)", o.out, strings.Join(all.names(), ", "))
	case o.format == "":
		o.format = cmp.Or(named, formatHTML)
	case named != "" && named != o.format:
		return usagef("--format %s and --out %s contradict each other", o.format, o.out)
	}
	return nil
}

// place returns the file that the report is written to, or "-" for standard
// output.
func (o *reportOptions) place() string {
	form := reportForms().find(o.format)
	switch {
	case o.out != "":
		return o.out
	case form.printed:
		return standardOutput
	case o.file == standardInput:
		return "report" + form.extension
	}
	name := filepath.Base(o.file)
	return strings.TrimSuffix(name, filepath.Ext(name)) + form.extension
}

// runReport writes the report of a survey, or judges a text about it.
func runReport(ctx context.Context, c *console, o *reportOptions) error {
	if o.check != "" {
		return runCheck(ctx, c, o)
	}
	p := c.progress()
	defer p.done()
	d, err := c.drawing(&o.look)
	if err != nil {
		return err
	}
	form := reportForms().find(o.format)
	var out *draft
	if place := o.place(); place != standardOutput {
		if out, err = newDraft(place); err != nil {
			return err
		}
		defer out.discard()
	}
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	s.reading.Program, s.reading.Options = "benchmark "+release(), o.given
	p.step(s.locale.Command().Drawing())
	data, err := await(ctx, func() ([]byte, error) {
		var b bytes.Buffer
		err := form.render(c, o, d.Theme)(&b, s.report(reports.Whole()), s.locale)
		return b.Bytes(), err
	})
	if err == nil && form.after != nil {
		data, err = form.after(ctx, c, data)
	}
	if err != nil {
		return err
	}
	p.done()
	if out == nil {
		return c.finish(s, data, o.format != formatText, nil)
	}
	if err := out.commit(data); err != nil {
		return err
	}
	c.tell(s.locale.Command().WroteFile(out.path))
	return c.finish(s, nil, true, nil)
}
