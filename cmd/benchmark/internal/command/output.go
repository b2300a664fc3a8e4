package command

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/charts"
	"benchmark/reports"
	"benchmark/survey/locale"
)

// output is the form in which a report is asked for, and where it goes: the same
// for every command that writes one.
type output struct {
	format string
	out    string
	width  int
	look   look
}

// flags defines --format, --out, --width and --theme; usual says what the form is
// when none is named.
func (o *output) flags(cmd *cobra.Command, usual, out string) {
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "`FORM`: "+strings.Join(reportForms().names(), ", ")+" ("+usual+")")
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(reportForms().names(), cobra.ShellCompDirectiveNoFileComp)))
	f.StringVar(&o.out, "out", "", out)
	f.IntVar(&o.width, "width", 0, "width of a text in `COLUMNS` (default: the terminal's)")
	o.look.themeVar(cmd)
	f.BoolVar(&o.look.embedded, "embed-font", false, "put the font into the web page (half a megabyte)")
}

// settle fills in the form, as --format says, as the file of --out is named, or the
// usual one, and refuses what can't be meant. Where --out is a folder its name says
// nothing.
func (o *output) settle(usual string, folder bool) error {
	if err := o.form(usual, folder); err != nil {
		return err
	}
	if o.look.theme != "" && !reportForms().find(o.format).themed {
		return usagef("--theme is for html, pdf, pptx, xlsx and docx; %s has no colours", o.format)
	}
	if o.look.embedded && o.format != formatHTML {
		return usagef("--embed-font is for html; a PDF has its font in it where the licence allows, and %s takes that of the reader", o.format)
	}
	return checkWidth(o.width)
}

// reportForm is a form in which a report is written.
type reportForm struct {
	// name is what --format calls it, and extension that of its files.
	name, extension string
	// render makes the renderer.
	render func(c *console, o *output, theme charts.Theme) reports.Renderer
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
	page := func(_ *console, _ *output, t charts.Theme) reports.Renderer { return reports.HTML(t) }
	// Paper shows the font of the theme on every machine, but for one that may not be embedded.
	paper := func(_ *console, _ *output, t charts.Theme) reports.Renderer {
		_, _, err := t.FontFiles()
		t.EmbedFont = err == nil
		return reports.HTML(t)
	}
	themed := func(f func(charts.Theme) reports.Renderer) func(*console, *output, charts.Theme) reports.Renderer {
		return func(_ *console, _ *output, t charts.Theme) reports.Renderer { return f(t) }
	}
	always := func(r reports.Renderer) func(*console, *output, charts.Theme) reports.Renderer {
		return func(*console, *output, charts.Theme) reports.Renderer { return r }
	}
	text := func(c *console, o *output, _ charts.Theme) reports.Renderer {
		return reports.Text(c.screen(o.width))
	}
	return forms{
		{name: formatHTML, extension: ".html", render: page, themed: true},
		{name: formatPDF, extension: ".pdf", render: paper, themed: true, after: printPDF},
		{name: formatPPTX, extension: ".pptx", render: themed(reports.PPTX), themed: true},
		{name: formatXLSX, extension: ".xlsx", render: themed(reports.XLSX), themed: true},
		{name: formatDOCX, extension: ".docx", render: themed(reports.DOCX), themed: true},
		{name: formatMarkdown, extension: ".md", render: always(reports.Markdown), printed: true},
		{name: formatText, extension: ".txt", render: text, printed: true},
		{name: formatEmail, extension: ".eml.txt", render: always(reports.Email), printed: true},
		{name: formatJSON, extension: ".json", render: always(reports.JSON), printed: true},
	}
}

// The forms that reports have and tables of figures have not.
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

// form fills in the form of the report.
func (o *output) form(usual string, folder bool) error {
	all := reportForms()
	named := ""
	for i := range all {
		if !folder && filepath.Ext(all[i].extension) == strings.ToLower(filepath.Ext(o.out)) && (named == "" || all[i].name == o.format) {
			named = all[i].name
		}
	}
	known := folder || o.out == "" || o.out == standardOutput || named != ""
	switch {
	case o.format != "" && !slices.Contains(all.names(), o.format):
		return usagef("--format: %q is not one of %s%s", o.format, strings.Join(all.names(), ", "), didYouMean("", nearest(o.format, all.names())))
	case o.format == "" && !known:
		return usagef("--out %s: name the form with --format (%s)", o.out, strings.Join(all.names(), ", "))
	case o.format == "":
		o.format = cmp.Or(named, usual)
	case named != "" && named != o.format:
		return usagef("--format %s and --out %s contradict each other", o.format, o.out)
	}
	return nil
}

// place returns the file that the report is written to, of a base name where none
// is given, or "-" for standard output.
func (o *output) place(base string) string {
	form := reportForms().find(o.format)
	switch {
	case o.out != "":
		return o.out
	case form.printed:
		return standardOutput
	}
	return base + form.extension
}

// baseOf is the base name of a report on a file.
func baseOf(file string) string {
	if file == standardInput {
		return "report"
	}
	name := filepath.Base(file)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// delivery is a report on its way to a file or standard output.
type delivery struct {
	*console
	options *output
	form    *reportForm
	theme   charts.Theme
	// draft is the file to be, or nil for standard output.
	draft *draft
}

// delivery reads the theme, and finds out whether the file can be written before
// the work starts. End it with discard.
func (c *console) delivery(o *output, base string) (*delivery, error) {
	d, err := c.rendering(o)
	if err != nil {
		return nil, err
	}
	if place := o.place(base); place != standardOutput {
		d.draft, err = newDraft(place)
	}
	return d, err
}

// rendering is a delivery that goes nowhere.
func (c *console) rendering(o *output) (*delivery, error) {
	drawing, err := c.drawing(&o.look)
	if err != nil {
		return nil, err
	}
	drawing.Theme.EmbedFont = o.look.embedded
	return &delivery{console: c, options: o, form: reportForms().find(o.format), theme: drawing.Theme}, nil
}

// render returns the report in its form.
func (d *delivery) render(ctx context.Context, r *reports.Report, l *locale.Locale) ([]byte, error) {
	var b bytes.Buffer
	if err := d.form.render(d.console, d.options, d.theme)(&b, r, l); err != nil {
		return nil, err
	}
	if d.form.after != nil {
		return d.form.after(ctx, d.console, b.Bytes())
	}
	return b.Bytes(), nil
}

// deliver ends the progress, and writes the report to its file and tells so, or
// returns what is to be printed.
func (d *delivery) deliver(ctx context.Context, p *progress, r *reports.Report, l *locale.Locale) ([]byte, error) {
	data, err := await(ctx, func() ([]byte, error) { return d.render(ctx, r, l) })
	p.done()
	if err != nil || d.draft == nil {
		return data, err
	}
	if err := d.draft.commit(data); err != nil {
		return nil, err
	}
	d.tell(l.Command().WroteFile(d.draft.path))
	return nil, nil
}

// announces reports whether what must be known beside the report is told on
// standard error: a text has it in it.
func (d *delivery) announces() bool { return d.draft != nil || d.options.format != formatText }

// discard removes what is left of the file.
func (d *delivery) discard() {
	if d.draft != nil {
		d.draft.discard()
	}
}
