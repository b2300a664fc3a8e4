package ooxml

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"
)

// Presentation is a set of 16:9 slides.
type Presentation struct {
	Properties Properties
	Slides     []Slide
	// Accents are the six colours of the theme as RRGGBB.
	Accents [6]string
	// Font of all texts; it must be on the reader's computer.
	Font string
	// Number names the number of a slide for who can not see it.
	Number string
}

// Slide is one page: a title and one of Plot, Picture, Table or Lines.
type Slide struct {
	// Cover sets title and subtitle large, in the middle.
	Cover bool
	// Title says what the slide finds, Subtitle what was asked of whom.
	Title, Subtitle string
	Plot            *Plot
	Picture         *Picture
	Table           *Table
	// Lines are paragraphs of text; below the subtitle of a cover. Size is theirs in
	// points, 0 is 18.
	Lines []string
	Size  float64
	// Key is a figure of the lines that stands beside them, large; empty for none.
	Key string
	// Source stands at the foot, Notes under the slide for who presents it.
	Source string
	Notes  []string
}

// Picture is a PNG with its text alternative and its size in points.
type Picture struct {
	PNG           []byte
	Alt           string
	Width, Height float64
}

// Table is a grid of texts with a header row and a header column.
type Table struct {
	// Alt says what the table holds.
	Alt    string
	Header []string
	Rows   [][]string
	// Fills are the grounds of the cells of Rows as RRGGBB or Hatched, empty for none;
	// nil when there are none.
	Fills [][]string
	// Strong rows are bold, and take all width when they have one text alone; nil when
	// there are none.
	Strong []bool
	// Words is how many columns after the first hold words, aligned left.
	Words int
	// Size is that of its type on a slide in points; 0 is as large as fits, where no
	// cell takes more than a line.
	Size float64
	// Widths are those of the columns in any unit; nil: the first is wider than the
	// others.
	Widths []float64
}

// spans reports whether the first cell of a row takes all its width: it is a
// heading over the rows below it.
func (t *Table) spans(row int) bool {
	if !t.strong(row) {
		return false
	}
	for _, cell := range t.Rows[row][1:] {
		if cell != "" {
			return false
		}
	}
	return true
}

// strong reports whether a row is bold.
func (t *Table) strong(row int) bool { return row < len(t.Strong) && t.Strong[row] }

// Share is the part of all width that a column takes, of a table that has Widths.
func (t *Table) Share(column int) float64 {
	all := 0.0
	for _, w := range t.Widths {
		all += w
	}
	return t.Widths[column] / all
}

// Hatched is the ground of a cell of which the figure is hidden.
const Hatched = "hatched"

// A slide is 13.33 by 7.5 inches; office measures are in English Metric Units,
// 12,700 to the point.
const (
	emu         = 12700
	slideWidth  = 960
	slideHeight = 540
	slideMargin = 38
)

// place is a rectangle on a slide in points.
type place struct{ x, y, w, h float64 }

func (p place) xfrm(tag string) string {
	return fmt.Sprintf(`<%s:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></%s:xfrm>`,
		tag, int(p.x*emu), int(p.y*emu), int(p.w*emu), int(p.h*emu), tag)
}

// The places of a content slide.
func titlePlace() place    { return place{slideMargin, 24, slideWidth - 2*slideMargin, 62} }
func subtitlePlace() place { return place{slideMargin, 88, slideWidth - 2*slideMargin, 40} }
func bodyPlace() place     { return place{slideMargin, 132, slideWidth - 2*slideMargin, BodyHeight} }
func sourcePlace() place   { return place{slideMargin, 464, slideWidth - 2*slideMargin - 60, 62} }

// body is the place of what a slide shows, which is higher without a subtitle.
func (s *Slide) body() place {
	p := bodyPlace()
	if s.Subtitle == "" {
		p.y, p.h = p.y-(TallHeight-BodyHeight), TallHeight
	}
	return p
}

// The place of what a slide shows, in points: with a subtitle and without, and the part
// of its width that a large figure beside a text takes.
const (
	BodyWidth  = slideWidth - 2*slideMargin
	BodyHeight = 324
	TallHeight = 352
	KeyWidth   = 260
)

// Sizes of type on a slide in points: of the title, of what was asked of whom, and of
// the source, which is never smaller than leastSource.
const (
	titleSize    = 26.0
	subtitleSize = 16.0
	sourceSize   = 12.0
	leastSource  = 10.0
)

// The namespaces of slides.
const slideSpaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

const slideType = officeType + "presentationml."

// Write writes the presentation.
func (d *Presentation) Write(w io.Writer) error {
	p := newPackage()
	const main = "ppt/presentation.xml"
	p.relate("", "officeDocument", main)
	p.addProperties(d.Properties)
	master := p.relate(main, "slideMaster", "ppt/slideMasters/slideMaster1.xml")
	notes := p.relate(main, "notesMaster", "ppt/notesMasters/notesMaster1.xml")
	p.relate(main, "theme", "ppt/theme/theme1.xml")
	ids := make([]string, len(d.Slides))
	for i := range d.Slides {
		ids[i] = p.relate(main, "slide", slideName(i))
	}
	p.addXML(main, slideType+"presentation.main+xml", d.root(master, notes, ids))
	d.masters(p)
	charts := 0
	for i := range d.Slides {
		if err := d.slide(p, i, &charts); err != nil {
			return fmt.Errorf("making slide %d: %w", i+1, err)
		}
	}
	return p.write(w)
}

func slideName(i int) string { return fmt.Sprintf("ppt/slides/slide%d.xml", i+1) }

func (d *Presentation) root(master, notes string, slides []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<p:presentation %s saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="%s"/></p:sldMasterIdLst>`, slideSpaces, master)
	fmt.Fprintf(&b, `<p:notesMasterIdLst><p:notesMasterId r:id="%s"/></p:notesMasterIdLst><p:sldIdLst>`, notes)
	for i, id := range slides {
		fmt.Fprintf(&b, `<p:sldId id="%d" r:id="%s"/>`, 256+i, id)
	}
	fmt.Fprintf(&b, `</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`, slideWidth*emu, slideHeight*emu)
	return b.String()
}

// slide adds a slide with what stands on it.
func (d *Presentation) slide(p *Package, i int, charts *int) error {
	s, name := &d.Slides[i], slideName(i)
	layout := "ppt/slideLayouts/slideLayout2.xml"
	if s.Cover {
		layout = "ppt/slideLayouts/slideLayout1.xml"
	}
	p.relate(name, "slideLayout", layout)
	content, err := d.content(p, s, name, charts)
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<p:sld %s><p:cSld><p:spTree>%s`, slideSpaces, groupRoot)
	if s.Cover {
		b.WriteString(d.placeholder(2, "Title", "ctrTitle", "", fitted(s.Title, 36, 3, leastType), s.Title))
		b.WriteString(d.placeholder(3, "Subtitle", "subTitle", "1", fitted(strings.Join(s.Lines, " "), 20, 5, leastType), append([]string{s.Subtitle}, s.Lines...)...))
	} else {
		b.WriteString(d.placeholder(2, "Title", "title", "", fitted(s.Title, titleSize, 2, leastType), s.Title))
		b.WriteString(d.placeholder(3, "Subtitle", "body", "10", fitted(s.Subtitle, subtitleSize, 2, leastType), s.Subtitle))
	}
	b.WriteString(content)
	if !s.Cover {
		b.WriteString(d.placeholder(5, "Source", "body", "11", fitted(s.Source, sourceSize, 4, leastSource), s.Source))
		fmt.Fprintf(&b, `<p:sp><p:nvSpPr><p:cNvPr id="6" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="%s"/><a:t>%d</a:t></a:fld></a:p></p:txBody></p:sp>`,
			esc(d.Number), esc(d.Properties.Language), i+1)
	}
	b.WriteString(`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
	if len(s.Notes) > 0 {
		p.relate(name, "notesSlide", notesName(i))
	}
	p.addXML(name, slideType+"slide+xml", b.String())
	if len(s.Notes) > 0 {
		d.notes(p, i)
	}
	return nil
}

func notesName(i int) string { return fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1) }

// groupRoot is the empty group that every tree of shapes begins with.
const groupRoot = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

// placeholder fills a place of the layout with paragraphs; nothing when the
// first is empty. Size is that of the type in points; 0 leaves it to the layout.
func (d *Presentation) placeholder(id int, name, kind, idx string, size float64, lines ...string) string {
	if lines[0] == "" {
		return ""
	}
	at := ""
	if idx != "" {
		at = ` idx="` + idx + `"`
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%s"%s/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>`,
		id, name, kind, at, d.paragraphs(lines, size))
}

func (d *Presentation) paragraphs(lines []string, size float64) string {
	at := ""
	if size > 0 {
		at = fmt.Sprintf(` sz="%.0f"`, 100*size)
	}
	var b strings.Builder
	for _, line := range lines {
		fmt.Fprintf(&b, `<a:p><a:r><a:rPr lang="%s"%s/><a:t>%s</a:t></a:r></a:p>`, esc(d.Properties.Language), at, esc(line))
	}
	return b.String()
}

// leastType is the smallest size of type of titles and tables on a slide, in points.
const leastType = 9

// fitted returns the largest size of type, of at most the usual one and at least
// another one, at which a text takes no more lines than there is room for; 0 for the
// usual one.
func fitted(text string, usual float64, lines int, least float64) float64 {
	room := float64(lines) * usual
	for size := usual; size > least; size-- {
		perLine := (slideWidth - 2*slideMargin) / (size * letterWidth * 1.06)
		if math.Ceil(float64(utf8.RuneCountInString(text))/perLine)*size <= room {
			if size == usual {
				return 0
			}
			return size
		}
	}
	return least
}

// content returns what stands between subtitle and source.
func (d *Presentation) content(p *Package, s *Slide, slide string, charts *int) (string, error) {
	switch {
	case s.Plot != nil:
		*charts++
		id, err := p.addChart(s.Plot, frame{"ppt", slide, bodyPlace().w, bodyPlace().h}, *charts)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf(`<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Chart" descr="%s"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%s%s</p:graphicFrame>`,
			esc(s.Plot.Alt), bodyPlace().xfrm("p"), chartGraphic(id)), nil
	case s.Picture != nil:
		*charts++
		return d.picture(p, s.Picture, slide, *charts), nil
	case s.Table != nil:
		return fmt.Sprintf(`<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table" descr="%s"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%s<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">%s</a:graphicData></a:graphic></p:graphicFrame>`,
			esc(s.Table.Alt), s.body().xfrm("p"), d.table(s.Table, s.body())), nil
	case len(s.Lines) > 0 && !s.Cover:
		return d.text(s), nil
	}
	return "", nil
}

// text returns the paragraphs of a slide; beside a large figure, or alone on a panel, they
// have no bullets and stand in the middle.
func (d *Presentation) text(s *Slide) string {
	at, body, style, key := s.body(), "<a:bodyPr><a:normAutofit/></a:bodyPr>", "<a:lstStyle/>", ""
	if len(s.Lines) == 1 || s.Key != "" {
		body = `<a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr>`
		style = `<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr></a:lstStyle>`
	}
	if s.Key != "" {
		size := math.Min(96, (KeyWidth-20)/(0.62*float64(utf8.RuneCountInString(s.Key))))
		key = fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="7" name="Key"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="%s" sz="%.0f" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:rPr><a:t>%s</a:t></a:r></a:p></p:txBody></p:sp>`,
			place{at.x, at.y, KeyWidth, at.h}.xfrm("a"), esc(d.Properties.Language), 100*math.Floor(size), esc(s.Key))
		at.x, at.w = at.x+KeyWidth, at.w-KeyWidth
	} else if panel, inside := s.panel(at); panel != "" {
		key, at = panel, inside
	}
	return key + fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="4" name="Text"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="13"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr><p:txBody>%s%s%s</p:txBody></p:sp>`,
		at.xfrm("a"), body, style, d.paragraphs(s.Lines, s.Size))
}

// chartGraphic points from a frame to a chart part.
func chartGraphic(id string) string {
	return `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="` + id + `"/></a:graphicData></a:graphic>`
}

// frame is where a chart stands: the folder of the package, the part that shows
// it, and its measures in points.
type frame struct {
	folder, from  string
	width, height float64
}

// addChart adds a chart with its workbook and returns the id of the relationship
// from the part that shows it.
func (p *Package) addChart(plot *Plot, at frame, n int) (string, error) {
	workbook, err := plot.workbook()
	if err != nil {
		return "", err
	}
	chart := fmt.Sprintf("%s/charts/chart%d.xml", at.folder, n)
	data := fmt.Sprintf("%s/embeddings/Microsoft_Excel_Sheet%d.xlsx", at.folder, n)
	id := p.relate(at.from, "chart", chart)
	inside := p.relate(chart, "package", data)
	p.addXML(chart, officeType+"drawingml.chart+xml", plot.xml(inside, sheetName, at.width, at.height))
	p.add(data, officeType+"spreadsheetml.sheet", workbook)
	return id, nil
}

// picture adds a picture, as large as fits in the place of the content.
func (d *Presentation) picture(p *Package, q *Picture, slide string, n int) string {
	name := fmt.Sprintf("ppt/media/image%d.png", n)
	p.add(name, "image/png", q.PNG)
	id := p.relate(slide, "image", name)
	at := bodyPlace()
	scale := min(at.w/q.Width, at.h/q.Height)
	w, h := q.Width*scale, q.Height*scale
	at = place{at.x + (at.w-w)/2, at.y + (at.h-h)/2, w, h}
	return fmt.Sprintf(`<p:pic><p:nvPicPr><p:cNvPr id="4" name="Chart" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
		esc(q.Alt), id, at.xfrm("a"))
}

// notes adds the page of notes of a slide.
func (d *Presentation) notes(p *Package, i int) {
	name := notesName(i)
	p.relate(name, "notesMaster", "ppt/notesMasters/notesMaster1.xml")
	p.relate(name, "slide", slideName(i))
	p.addXML(name, slideType+"notesSlide+xml", fmt.Sprintf(`<p:notes %s><p:cSld><p:spTree>%s`+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>`+
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
		slideSpaces, groupRoot, d.paragraphs(d.Slides[i].Notes, 0)))
}
