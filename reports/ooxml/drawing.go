package ooxml

import (
	"fmt"
	"strings"
)

// sheetDrawing is a chart or picture on a sheet, with its measures in points.
type sheetDrawing struct {
	plot    *Plot
	picture *Picture
	at      corner
	width   float64
	height  float64
}

// Chart puts a plot, of which the sheet has the figures, at a cell, as large as width by
// height in points.
func (s *Sheet) Chart(p *Plot, col, row int, width, height float64) {
	s.drawn = append(s.drawn, sheetDrawing{plot: p, at: corner{col, row}, width: width, height: height})
}

// Picture puts a picture at a cell, as large as it is times a scale.
func (s *Sheet) Picture(p *Picture, col, row int, scale float64) {
	s.drawn = append(s.drawn, sheetDrawing{picture: p, at: corner{col, row}, width: p.Width * scale, height: p.Height * scale})
}

// addDrawing adds the part with the charts and pictures of the sheet and returns the id of
// its relationship. They keep their measures where rows and columns are hidden or filtered.
func (s *Sheet) addDrawing(p *Package, part string, n *counts) string {
	n.drawings++
	name := fmt.Sprintf("xl/drawings/drawing%d.xml", n.drawings)
	var b strings.Builder
	b.WriteString(`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`)
	for i := range s.drawn {
		d := &s.drawn[i]
		fmt.Fprintf(&b, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="%d" cy="%d"/>`,
			d.at.column-1, d.at.row-1, int(d.width*emu), int(d.height*emu))
		if d.plot != nil {
			b.WriteString(s.chart(p, name, n, d, i+2))
		} else {
			b.WriteString(d.pictureXML(p, name, n, i+2))
		}
		b.WriteString(`<xdr:clientData/></xdr:oneCellAnchor>`)
	}
	b.WriteString(`</xdr:wsDr>`)
	p.addXML(name, officeType+"drawing+xml", b.String())
	return p.relate(part, "drawing", name)
}

// chart adds the part of a chart and returns its frame.
func (s *Sheet) chart(p *Package, drawing string, n *counts, d *sheetDrawing, id int) string {
	n.charts++
	name := fmt.Sprintf("xl/charts/chart%d.xml", n.charts)
	p.addXML(name, officeType+"drawingml.chart+xml", d.plot.xml("", s.reference(), d.width, d.height))
	return fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%[1]d" name="Chart %[1]d" descr="%[2]s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>%[3]s</xdr:graphicFrame>`,
		id, esc(d.plot.Alt), chartGraphic(p.relate(drawing, "chart", name)))
}

// pictureXML adds the part of a picture and returns its frame.
func (d *sheetDrawing) pictureXML(p *Package, drawing string, n *counts, id int) string {
	n.pictures++
	name := fmt.Sprintf("xl/media/image%d.png", n.pictures)
	p.add(name, "image/png", d.picture.PNG)
	return fmt.Sprintf(`<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="%[1]d" name="Picture %[1]d" descr="%[2]s"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="%[3]s"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>%[4]s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
		id, esc(d.picture.Alt), p.relate(drawing, "image", name), place{0, 0, d.width, d.height}.xfrm("a"))
}
