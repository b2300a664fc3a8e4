package ooxml

import (
	"fmt"
	"strings"
)

// masters adds what all slides share: the master, its layouts, the master of
// the notes and a theme for each.
func (d *Presentation) masters(p *Package) {
	const (
		master = "ppt/slideMasters/slideMaster1.xml"
		notes  = "ppt/notesMasters/notesMaster1.xml"
		cover  = "ppt/slideLayouts/slideLayout1.xml"
		page   = "ppt/slideLayouts/slideLayout2.xml"
	)
	first, second := p.relate(master, "slideLayout", cover), p.relate(master, "slideLayout", page)
	p.relate(master, "theme", "ppt/theme/theme1.xml")
	p.addXML(master, slideType+"slideMaster+xml", d.master(first, second))
	p.relate(cover, "slideMaster", master)
	p.addXML(cover, slideType+"slideLayout+xml", d.layout("Cover", "title",
		rule(8, place{0, 0, 22, slideHeight})+shape(2, "Title", "ctrTitle", "", place{2 * slideMargin, 130, slideWidth - 3*slideMargin, 140}, `<a:lvl1pPr><a:defRPr sz="3600" b="1"/></a:lvl1pPr>`, "b")+
			shape(3, "Subtitle", "subTitle", "1", place{2 * slideMargin, 286, slideWidth - 3*slideMargin, 150}, noBullet(2000), "t")))
	p.relate(page, "slideMaster", master)
	p.addXML(page, slideType+"slideLayout+xml", d.layout("Finding", "",
		rule(8, place{0, 0, slideWidth, 10})+shape(2, "Title", "title", "", titlePlace(), "", "b")+
			shape(3, "Subtitle", "body", "10", subtitlePlace(), noBullet(100*subtitleSize), "t")+
			shape(4, "Text", "body", "13", bodyPlace(), `<a:lvl1pPr marL="228600" indent="-228600"><a:spcBef><a:spcPts val="800"/></a:spcBef><a:buChar char="•"/><a:defRPr sz="1800"/></a:lvl1pPr>`, "t")+
			shape(5, "Source", "body", "11", sourcePlace(), noBullet(100*sourceSize), "b")+
			shape(6, d.Number, "sldNum", "12", place{slideWidth - slideMargin - 50, 506, 50, 20}, `<a:lvl1pPr algn="r"><a:defRPr sz="1200">`+solid(quiet)+`</a:defRPr></a:lvl1pPr>`, "b")))
	p.addXML("ppt/theme/theme1.xml", officeType+"theme+xml", theme(d.Accents, d.Font))
	p.relate(notes, "theme", "ppt/theme/theme2.xml")
	p.addXML(notes, slideType+"notesMaster+xml", d.notesMaster())
	p.addXML("ppt/theme/theme2.xml", officeType+"theme+xml", theme(d.Accents, d.Font))
}

// noBullet is the style of a paragraph without a bullet, in quiet ink; the size
// is in hundredths of a point.
func noBullet(size int) string {
	return fmt.Sprintf(`<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="%d">%s</a:defRPr></a:lvl1pPr>`, size, solid("595F66"))
}

// rule is a bar in the first colour of the theme, for the eye alone.
func rule(id int, at place) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Rule"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`,
		id, at.xfrm("a"))
}

// shape is a placeholder of a layout.
func shape(id int, name, kind, idx string, at place, style, anchor string) string {
	index := ""
	if idx != "" {
		index = ` idx="` + idx + `"`
	}
	text := `<a:p><a:r><a:rPr lang="en-GB"/><a:t>` + esc(name) + `</a:t></a:r></a:p>`
	if kind == "sldNum" {
		text = `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>`
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%s"%s/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="%s"><a:normAutofit/></a:bodyPr><a:lstStyle>%s</a:lstStyle>%s</p:txBody></p:sp>`,
		id, esc(name), kind, index, at.xfrm("a"), anchor, style, text)
}

func (d *Presentation) layout(name, kind, shapes string) string {
	if kind != "" {
		kind = ` type="` + kind + `"`
	}
	return fmt.Sprintf(`<p:sldLayout %s%s preserve="1"><p:cSld name="%s"><p:spTree>%s%s</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
		slideSpaces, kind, name, groupRoot, shapes)
}

const colourMap = `bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"`

func (d *Presentation) master(first, second string) string {
	return fmt.Sprintf(`<p:sldMaster %s><p:cSld><p:bg><p:bgPr>%s<a:effectLst/></p:bgPr></p:bg><p:spTree>%s%s%s</p:spTree></p:cSld><p:clrMap %s/>`+
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="%s"/><p:sldLayoutId id="2147483650" r:id="%s"/></p:sldLayoutIdLst>`+
		`<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:defRPr sz="%d" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>`+
		`<p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:buChar char="•"/><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle>`+
		`<p:otherStyle><a:defPPr><a:defRPr lang="%s"/></a:defPPr></p:otherStyle></p:txStyles></p:sldMaster>`,
		slideSpaces, solid("FFFFFF"), groupRoot,
		shape(2, "Title", "title", "", titlePlace(), "", "b"), shape(3, "Text", "body", "1", bodyPlace(), "", "t"),
		colourMap, first, second, int(100*titleSize), esc(d.Properties.Language))
}

func (d *Presentation) notesMaster() string {
	return fmt.Sprintf(`<p:notesMaster %s><p:cSld><p:bg><p:bgPr>%s<a:effectLst/></p:bgPr></p:bg><p:spTree>%s`+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>`+
		`</p:spTree></p:cSld><p:clrMap %s/><p:notesStyle><a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`,
		slideSpaces, solid("FFFFFF"), groupRoot, colourMap)
}

// theme is a theme with the colours and font of a file. A theme needs three fills,
// lines, effects and grounds; all of these are plain.
func theme(accents [6]string, font string) string {
	var b strings.Builder
	b.WriteString(`<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="benchmark"><a:themeElements><a:clrScheme name="benchmark">` +
		`<a:dk1><a:srgbClr val="1B1C1F"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="595F66"/></a:dk2><a:lt2><a:srgbClr val="E4E6E9"/></a:lt2>`)
	for i, c := range accents {
		fmt.Fprintf(&b, `<a:accent%d><a:srgbClr val="%s"/></a:accent%d>`, i+1, c, i+1)
	}
	fmt.Fprintf(&b, `<a:hlink><a:srgbClr val="12436D"/></a:hlink><a:folHlink><a:srgbClr val="595F66"/></a:folHlink></a:clrScheme><a:fontScheme name="benchmark">`)
	for _, kind := range []string{"major", "minor"} {
		fmt.Fprintf(&b, `<a:%sFont><a:latin typeface="%s"/><a:ea typeface=""/><a:cs typeface=""/></a:%sFont>`, kind, esc(font), kind)
	}
	fill := `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	line := `<a:ln w="9525">` + fill + `</a:ln>`
	effect := `<a:effectStyle><a:effectLst/></a:effectStyle>`
	fmt.Fprintf(&b, `</a:fontScheme><a:fmtScheme name="benchmark"><a:fillStyleLst>%[1]s%[1]s%[1]s</a:fillStyleLst><a:lnStyleLst>%[2]s%[2]s%[2]s</a:lnStyleLst><a:effectStyleLst>%[3]s%[3]s%[3]s</a:effectStyleLst><a:bgFillStyleLst>%[1]s%[1]s%[1]s</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
		fill, line, effect)
	return b.String()
}
