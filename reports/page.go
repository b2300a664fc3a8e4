package reports

import (
	"bytes"
	"strings"
)

// page is text being laid out for a screen.
type page struct {
	bytes.Buffer
	screen Screen
}

// narrowest is the smallest width that text is laid out for.
const narrowest = 40

func newPage(screen Screen) *page {
	screen.Width = max(screen.Width, narrowest)
	return &page{screen: screen}
}

// The styles, by their terminal codes.
const (
	bold = "1"
	dim  = "2"
)

// style sets s in a style where the screen allows it.
func (p *page) style(code, s string) string {
	if !p.screen.Colour || strings.TrimSpace(s) == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// line writes one line without blanks at its end.
func (p *page) line(s string) {
	p.WriteString(strings.TrimRight(s, " "))
	p.WriteByte('\n')
}

func (p *page) blank() { p.WriteByte('\n') }

// para writes a wrapped paragraph: first stands before its first line, rest
// before the others.
func (p *page) para(style, first, rest, text string) {
	lead := first
	for _, l := range wrap(text, p.screen.Width-max(cells(first), cells(rest))) {
		if style != "" {
			l = p.style(style, l)
		}
		p.line(lead + l)
		lead = rest
	}
}

// heading writes a section's heading over a rule.
func (p *page) heading(text string) {
	p.blank()
	lines := wrap(text, p.screen.Width)
	widest := 0
	for _, l := range lines {
		p.line(p.style(bold, l))
		widest = max(widest, cells(l))
	}
	p.line(p.style(dim, strings.Repeat("─", widest)))
}

// bar draws a share as a light bar of at most w columns, in eighths of one.
func bar(share float64, w int) string {
	eighths := int(share*float64(8*w) + 0.5)
	eighths = min(max(eighths, 0), 8*w)
	s := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		s += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return s
}
