package ooxml

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// panel is a ground with a bar beside it for a sentence that stands alone, and the place
// of the text on it; empty for a longer text.
func (s *Slide) panel(at place) (shapes string, inside place) {
	const part, bar, space = 0.55, 8.0, 30.0
	on := place{at.x, at.y + 0.5*(1-part)*at.h - 0.1*at.h, at.w, part * at.h}
	inside = place{on.x + bar + space, on.y, on.w - bar - 2*space, on.h}
	size := s.Size
	if size == 0 {
		size = 18
	}
	if len(s.Lines) != 1 || math.Ceil(float64(utf8.RuneCountInString(s.Lines[0]))*letterWidth*size/inside.w)*lineHeight*size > inside.h {
		return "", at
	}
	// They say nothing, and screen readers pass them over.
	const decorative = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`
	for i, r := range []struct {
		place
		fill string
	}{{on, solid("F1F4F8")}, {place{on.x, on.y, bar, on.h}, `<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>`}} {
		shapes += fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Panel %d">%s</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>%s<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`,
			7+i, i+1, decorative, r.xfrm("a"), r.fill)
	}
	return shapes, inside
}
