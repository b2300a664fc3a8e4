package reports

import (
	"io"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/survey/locale"
)

// CapacityRenderer writes a capacity plan in one format and language.
type CapacityRenderer func(w io.Writer, c *Capacity, l *locale.Locale) error

// CapacityText returns the renderer of a capacity plan for people at a terminal. No
// line is wider than the screen.
func CapacityText(screen Screen) CapacityRenderer {
	return func(w io.Writer, c *Capacity, l *locale.Locale) error {
		p, s := newPage(screen), c.sheet(l)
		p.para(bold, "", "", s.title)
		for _, n := range s.notices {
			p.para(bold, "! ", "  ", n)
		}
		for i := range s.channels {
			k := &s.channels[i]
			p.heading(k.title)
			for _, t := range k.basis {
				p.para(dim, "", "", t)
			}
			if len(k.basis) > 0 {
				p.blank()
			}
			for _, t := range k.findings {
				p.para("", "• ", "  ", t)
			}
			for j := range k.grids {
				p.blank()
				p.para(bold, "", "", k.grids[j].title)
				p.grid(&k.grids[j])
			}
		}
		p.heading(s.basis.title)
		p.grid(&s.basis)
		p.heading(s.heads.Method)
		for _, t := range s.method {
			p.para("", "", "", t)
		}
		_, err := p.WriteTo(w)
		return err
	}
}

// grid writes a table of words, or where the screen is too narrow each line of it
// as a paragraph.
func (p *page) grid(g *wordGrid) {
	lines := g.lines
	if g.head != nil {
		lines = append([][]string{g.head}, lines...)
	}
	widths := make([]int, len(lines[0]))
	total := -betweenColumn
	for i := range widths {
		for _, l := range lines {
			widths[i] = max(widths[i], cells(l[i]))
		}
		total += widths[i] + betweenColumn
	}
	if total > p.screen.Width {
		p.paragraphs(g)
		return
	}
	for n, l := range lines {
		row := ""
		for i, cell := range l {
			if i > 0 {
				row += spaces(betweenColumn)
			}
			if i < g.words {
				row += left(cell, widths[i])
			} else {
				row += right(cell, widths[i])
			}
		}
		if n == 0 && g.head != nil {
			row = p.style(dim, row)
		}
		p.line(row)
	}
}

// paragraphs writes each line of a table as a paragraph.
func (p *page) paragraphs(g *wordGrid) {
	for _, l := range g.lines {
		var parts []string
		for i, cell := range l[1:] {
			if g.head != nil {
				cell = g.head[i+1] + " " + cell
			}
			if strings.TrimSpace(cell) != "" {
				parts = append(parts, cell)
			}
		}
		text := strings.Join(parts, ", ")
		if g.head == nil && len(parts) > 1 {
			text = parts[0] + " (" + strings.Join(parts[1:], "; ") + ")"
		}
		p.para("", "", "  ", l[0]+": "+text)
	}
}

// CapacityMarkdown writes a capacity plan as Markdown.
func CapacityMarkdown(w io.Writer, c *Capacity, l *locale.Locale) error {
	m, s := &markdown{}, c.sheet(l)
	m.heading(1, s.title)
	for _, n := range s.notices {
		m.WriteString("> **" + escape(n) + "**\n\n")
	}
	for i := range s.channels {
		k := &s.channels[i]
		m.heading(2, k.title)
		for _, t := range k.basis {
			m.para(t)
		}
		for _, t := range k.findings {
			m.item("", t)
		}
		m.WriteByte('\n')
		for j := range k.grids {
			m.heading(3, k.grids[j].title)
			m.wordGrid(&k.grids[j])
		}
	}
	m.heading(2, s.basis.title)
	m.wordGrid(&s.basis)
	m.heading(2, s.heads.Method)
	for _, t := range s.method {
		m.para(t)
	}
	_, err := m.WriteTo(w)
	return err
}

// wordGrid writes a table of words.
func (m *markdown) wordGrid(g *wordGrid) {
	row := func(cells []string) {
		for _, c := range cells {
			m.WriteString("| " + escape(c) + " ")
		}
		m.WriteString("|\n")
	}
	head := g.head
	if head == nil {
		head = make([]string, len(g.lines[0]))
	}
	row(head)
	for i := range head {
		if i < g.words {
			m.WriteString("|:--")
		} else {
			m.WriteString("|--:")
		}
	}
	m.WriteString("|\n")
	for _, l := range g.lines {
		row(l)
	}
	m.WriteByte('\n')
}

// CapacitySchema names the contract of the JSON of a capacity plan and its version.
const CapacitySchema = "benchmark-capacity/1"

// CapacityJSON writes a capacity plan as JSON, at full precision. Times are in
// hours, shares are proportions.
func CapacityJSON(w io.Writer, c *Capacity, _ *locale.Locale) error {
	return writeJSON(w, "the capacity plan", capacityJSON(c))
}

// CapacityFields lists the path of every field of that JSON, as JSONFields does.
func CapacityFields() []string { return fieldsOf(capacityType()) }

func capacityJSON(c *Capacity) jsonCapacity {
	a := c.Assumed
	j := jsonCapacity{Schema: CapacitySchema, Assumptions: jsonAssumptions{
		Handling: a.Handling, Chats: a.Chats, Speeds: a.Speeds(), Service: a.Promise.Share, Within: a.Promise.Within,
		CompareService: a.Other.Share, CompareWithin: a.Other.Within, MostLoad: a.MostLoad, Shrinkage: a.Shrinkage, Least: a.Least,
		Week: a.Week, Hours: c.HoursText, Profile: c.ProfileText, Phone: a.Phone, Talking: a.Talking, Peak: a.Peak, Switch: a.Switch, Seed: a.Seed,
	}, Channels: []jsonCapacityChannel{}}
	if a.Patience > 0 {
		j.Assumptions.Patience = &a.Patience
	}
	for i := range c.Channels {
		k := &c.Channels[i]
		out := jsonCapacityChannel{Channel: k.Channel, Unit: k.Unit, Asked: k.Asked, NotUsed: append([]string{}, k.NotUsed...)}
		for _, g := range append([]CapacityGroup{k.Focus}, k.Others...) {
			out.Groups = append(out.Groups, capacityGroupJSON(&g))
		}
		j.Channels = append(j.Channels, out)
	}
	return j
}

func capacityGroupJSON(g *CapacityGroup) jsonCapacityGroup {
	out := jsonCapacityGroup{Mixes: []jsonMix{}}
	if v := g.Volume; v != nil {
		group := &v.Table.Groups[v.Group]
		out.Breakdown, out.Level, out.Label, out.Base = group.Breakdown, group.Level, group.Label, v.Median.Base
		if v.Median.Method != analysis.NoInterval {
			out.Low, out.High = &v.Median.Low, &v.Median.High
		}
	}
	for i := range g.Outlook.Cases {
		k := &g.Outlook.Cases[i]
		for _, plan := range []*staffing.Plan{&k.Plan, &k.Other} {
			out.Plans = append(out.Plans, jsonPlan{
				Level: string(k.Level), Volume: plan.Volume, Busiest: plan.Busiest, Service: plan.Promise.Share, Within: plan.Promise.Within,
				Least: plan.Least, Most: plan.Most, OpenHours: plan.OpenHours, DutyHours: plan.DutyHours, FTE: plan.FTE, WorkFTE: plan.WorkFTE, Roster: plan.Roster,
				InTime: plan.Service, Wait: plan.Wait, Abandoned: plan.Abandoned, Busy: plan.Busy, FreeHours: plan.FreeHours, Room: plan.Room,
			})
		}
	}
	for i := range g.Outlook.Mixes {
		m := &g.Outlook.Mixes[i]
		mix := jsonMix{Work: string(m.Work), Sustainable: m.Sustainable}
		if m.Sustainable {
			mix.InTime, mix.InTimeSE, mix.Wait, mix.WaitSE = &m.Service.Value, &m.Service.SE, &m.Wait.Value, &m.Wait.SE
		}
		switch m.Work {
		case staffing.MixNone:
			mix.Formula = &m.Formula
		case staffing.MixMail:
			mix.Mail = &m.Mail
		default:
		}
		out.Mixes = append(out.Mixes, mix)
	}
	return out
}
