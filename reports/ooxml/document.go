package ooxml

import (
	"fmt"
	"io"
	"strings"
)

// Document is a text with headings, tables and charts, on A4.
type Document struct {
	Properties Properties
	Blocks     []Block
	// wide is true while pages lie on their side.
	wide bool
	// Accent is the colour of headings as RRGGBB, Font that of all texts.
	Accent, Font string
	// Page is what stands before the page number in the footer.
	Page string
}

// Block is one of Heading, Text, List, Contents, Table, Plot, Picture or Turn.
type Block struct {
	// Heading of a Level from 1, the title of the document, to 4.
	Heading string
	Level   int
	// Text is a paragraph; Quiet sets it small and grey, as a note.
	Text  string
	Quiet bool
	// Keep keeps a paragraph on the page of what follows.
	Keep bool
	// Contents lists the headings of level 2, each a link.
	Contents bool
	// Turn ends the pages as they stand and goes on with pages that lie on their side,
	// or again upright.
	Turn bool
	// List are paragraphs with a bullet.
	List []string
	// Table with Caption above it; Plot or Picture with Caption under it. With both, the
	// Picture stands for the Plot in programs other than Word from 2013.
	Table   *Table
	Plot    *Plot
	Picture *Picture
	Caption string
	// Height of a Plot in points; 0 is as high as a slide is.
	Height float64
}

// Measures of a page in twentieths of a point, as Word has them.
const (
	pageWidth   = 11906 // A4
	pageHeight  = 16838
	pageMargin  = 1247 // 2.2 cm
	textWidth   = pageWidth - 2*pageMargin
	plotHeight  = 0.56 // of its width
	twentieths  = 20
	documentXML = "word/document.xml"
)

// TextWidth is the width of the text of a page in points.
const TextWidth = float64(textWidth) / twentieths

const wordType = officeType + "wordprocessingml."

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"`

// Write writes the document.
func (d *Document) Write(w io.Writer) error {
	p := newPackage()
	p.relate("", "officeDocument", documentXML)
	p.addProperties(d.Properties)
	p.relate(documentXML, "styles", "word/styles.xml")
	p.relate(documentXML, "numbering", "word/numbering.xml")
	p.relate(documentXML, "settings", "word/settings.xml")
	footer := p.relate(documentXML, "footer", "word/footer1.xml")
	var b strings.Builder
	fmt.Fprintf(&b, `<w:document %s><w:body>`, wordSpaces)
	drawings := 0
	d.wide = false
	for i := range d.Blocks {
		if d.Blocks[i].Turn {
			b.WriteString(`<w:p><w:pPr>` + d.pages(footer) + `</w:pPr></w:p>`)
			d.wide = !d.wide
			continue
		}
		if err := d.block(p, &b, i, &drawings); err != nil {
			return fmt.Errorf("making paragraph %d: %w", i+1, err)
		}
	}
	b.WriteString(d.pages(footer) + `</w:body></w:document>`)
	p.addXML(documentXML, wordType+"document.main+xml", b.String())
	p.addXML("word/styles.xml", wordType+"styles+xml", d.styles())
	p.addXML("word/numbering.xml", wordType+"numbering+xml", numbering)
	p.addXML("word/settings.xml", wordType+"settings+xml", fmt.Sprintf(
		`<w:settings %s><w:zoom w:percent="100"/><w:themeFontLang w:val="%s"/></w:settings>`, wordSpaces, esc(d.Properties.Language)))
	p.addXML("word/footer1.xml", wordType+"footer+xml", fmt.Sprintf(
		`<w:ftr %s><w:p><w:pPr><w:pStyle w:val="Note"/><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">%s </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
		wordSpaces, esc(d.Page)))
	return p.write(w)
}

// pages are the properties of the pages as they stand.
func (d *Document) pages(footer string) string {
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, pageWidth, pageHeight)
	if d.wide {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, pageHeight, pageWidth)
	}
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="%[1]s"/>%[2]s<w:pgMar w:top="%[3]d" w:right="%[3]d" w:bottom="%[3]d" w:left="%[3]d" w:header="709" w:footer="624" w:gutter="0"/></w:sectPr>`,
		footer, size, pageMargin)
}

// lineWidth is the width of the text on the pages as they stand, in twentieths of a
// point.
func (d *Document) lineWidth() int {
	if d.wide {
		return pageHeight - 2*pageMargin
	}
	return textWidth
}

// listed is the level of the headings that the contents list.
const listed = 2

// contents lists the headings, each a link, without the page numbers that Word alone
// could tell.
func (d *Document) contents(b *strings.Builder) {
	before := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \n \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	for i := range d.Blocks {
		if k := &d.Blocks[i]; k.Heading != "" && k.Level == listed {
			fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>%s<w:hyperlink w:anchor="_Toc%d" w:history="1"><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:hyperlink></w:p>`, before, i, esc(k.Heading))
			before = ""
		}
	}
	if before == "" {
		b.WriteString(`<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	}
}

// block writes the block with a number.
func (d *Document) block(p *Package, b *strings.Builder, i int, drawings *int) error {
	switch k := &d.Blocks[i]; {
	case k.Heading != "" && k.Level == listed:
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:bookmarkStart w:id="%[2]d" w:name="_Toc%[2]d"/><w:r><w:t xml:space="preserve">%[3]s</w:t></w:r><w:bookmarkEnd w:id="%[2]d"/></w:p>`,
			headingStyle(k.Level), i, esc(k.Heading))
	case k.Heading != "":
		paragraph(b, headingStyle(k.Level), k.Heading)
	case k.Contents:
		d.contents(b)
	case len(k.List) > 0:
		for _, line := range k.List {
			paragraph(b, "ListBullet", line)
		}
	case k.Table != nil:
		paragraph(b, "Caption", k.Caption)
		d.table(b, k.Table)
	case k.Plot != nil:
		*drawings++
		if err := d.plot(p, b, k, *drawings); err != nil {
			return err
		}
		paragraph(b, "Caption", k.Caption)
	case k.Picture != nil:
		*drawings++
		drawing(b, d.picture(p, k.Picture, *drawings))
		paragraph(b, "Caption", k.Caption)
	case k.Quiet && k.Keep:
		paragraph(b, "KeptNote", k.Text)
	case k.Quiet:
		paragraph(b, "Note", k.Text)
	case k.Keep:
		paragraph(b, "Kept", k.Text)
	default:
		paragraph(b, "", k.Text)
	}
	return nil
}

func headingStyle(level int) string {
	if level <= 1 {
		return "Title"
	}
	return fmt.Sprintf("Heading%d", level-1)
}

// paragraph writes a paragraph in a style; nothing when it is empty.
func paragraph(b *strings.Builder, style, text string) {
	if text == "" {
		return
	}
	b.WriteString(`<w:p>`)
	if style != "" {
		b.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	b.WriteString(`<w:r><w:t xml:space="preserve">` + esc(text) + `</w:t></w:r></w:p>`)
}

// drawing writes a chart or picture on a line of its own.
func drawing(b *strings.Builder, inline string) {
	b.WriteString(`<w:p><w:pPr><w:keepNext/></w:pPr><w:r>` + inline + `</w:r></w:p>`)
}

// inline is a chart or picture in a line; measures in points.
func inline(id int, alt string, width, height float64, graphic string) string {
	return fmt.Sprintf(`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Chart %d" descr="%s"/><wp:cNvGraphicFramePr/>%s</wp:inline></w:drawing>`,
		int(width*emu), int(height*emu), id, id, esc(alt), graphic)
}

// plot writes a chart, and the picture that stands for it in programs that do not know
// the words of Word 2013.
func (d *Document) plot(p *Package, b *strings.Builder, k *Block, n int) error {
	height := k.Height
	if height == 0 {
		height = plotHeight * textWidth / twentieths
	}
	id, err := p.addChart(k.Plot, frame{"word", documentXML, textWidth / twentieths, height}, n)
	if err != nil {
		return err
	}
	chart := inline(n, k.Plot.Alt, textWidth/twentieths, height, chartGraphic(id))
	if k.Picture != nil {
		chart = `<mc:AlternateContent><mc:Choice Requires="w15">` + chart + `</mc:Choice><mc:Fallback>` + d.picture(p, k.Picture, n) + `</mc:Fallback></mc:AlternateContent>`
	}
	drawing(b, chart)
	return nil
}

// picture adds the part of a picture and returns it as it stands in a line.
func (d *Document) picture(p *Package, q *Picture, n int) string {
	name := fmt.Sprintf("word/media/image%d.png", n)
	p.add(name, "image/png", q.PNG)
	id := p.relate(documentXML, "image", name)
	width := float64(textWidth) / twentieths
	height := width * q.Height / q.Width
	return inline(n, q.Alt, width, height, fmt.Sprintf(`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="Chart %d" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
		n, n, esc(q.Alt), id, int(width*emu), int(height*emu)))
}

// numbering is the one kind of list that a document has.
const numbering = `<w:numbering ` + wordSpaces + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

// styles are the styles of a document.
func (d *Document) styles() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%[2]s" w:hAnsi="%[2]s" w:eastAsia="%[2]s" w:cs="%[2]s"/><w:color w:val="1B1C1F"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="%[3]s" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
		wordSpaces, esc(d.Font), esc(d.Properties.Language))
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	style := func(id, name, properties, run string) {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, properties, run)
	}
	size := func(half int) string { return fmt.Sprintf(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, half) }
	ink := `<w:color w:val="` + d.Accent + `"/>`
	style("Title", "Title", `<w:keepNext/><w:spacing w:before="0" w:after="200" w:line="240" w:lineRule="auto"/>`, `<w:b/>`+ink+size(44))
	for level, half := range []int{30, 25, 22} {
		style(fmt.Sprintf("Heading%d", level+1), fmt.Sprintf("heading %d", level+1),
			fmt.Sprintf(`<w:keepNext/><w:spacing w:before="%d" w:after="100"/><w:outlineLvl w:val="%d"/>`, 360-80*level, level), `<w:b/>`+ink+size(half))
	}
	style("Caption", "caption", `<w:keepNext/><w:spacing w:before="120" w:after="80"/>`, `<w:b/>`+size(19))
	style("Note", "Note", `<w:spacing w:after="80"/>`, `<w:color w:val="595F66"/>`+size(18))
	style("Kept", "Kept", `<w:keepNext/>`, "")
	style("KeptNote", "Kept note", `<w:keepNext/><w:spacing w:after="80"/>`, `<w:color w:val="595F66"/>`+size(18))
	style("TOC1", "toc 1", `<w:spacing w:after="40"/>`, "")
	style("Cell", "Cell", `<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>`, size(16))
	style("ListBullet", "List Bullet", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>`, "")
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1B1C1F"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B1C1F"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C4C8CD"/></w:tblBorders></w:tblPr></w:style>`)
	b.WriteString(`</w:styles>`)
	return b.String()
}
