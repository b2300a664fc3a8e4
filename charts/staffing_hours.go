package charts

import (
	"slices"
	"strconv"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/survey/locale"
)

// Hours returns the people at once by day and hour, as a table of cells in at most five
// classes; false when every open hour takes as many.
func (s *Staffing) Hours(l *locale.Locale) (Chart, bool) {
	cover, words := s.Outlook.Cover, l.ChartStaffing()
	week := newWeek(cover)
	if len(cover) == 0 || week.least == week.most {
		return Chart{}, false
	}
	c := s.start(Heat, "hours", l)
	for h := week.opens; h <= week.closes; h++ {
		c.Series = append(c.Series, Series{Key: strconv.Itoa(h), Label: strconv.Itoa(h)})
	}
	c.Maximum = float64(week.most)
	c.Ticks = peopleClasses(week.least, week.most, l)
	c.Data.Header = []string{"day", "from_hour", "to_hour", "per_hour", "people"}
	for _, k := range cover {
		c.Data.Records = append(c.Data.Records, []string{strconv.Itoa(k.Day + 1), number(k.From), number(k.To), number(k.Volume), strconv.Itoa(k.People)})
	}
	var texts []string
	for day := range week.people {
		if !week.open[day] {
			continue
		}
		row := Row{Label: l.Capital(l.StaffingDay(day)), Status: analysis.Estimated}
		for h := week.opens; h <= week.closes; h++ {
			m := Mark{Words: words.Closed}
			if n := week.people[day][h]; n > 0 {
				m = Mark{Status: analysis.Estimated, Value: float64(n), Label: l.Integer(n)}
			}
			row.Marks = append(row.Marks, m)
		}
		c.Rows = append(c.Rows, row)
		texts = append(texts, c.cellsText(&row))
	}
	c.Title = l.StaffingHoursTitle(s.Channel, week.most, l.StaffingWhen(week.day, week.hour))
	c.Subtitle = l.StaffingHoursSubtitle(s.Unit, s.Outlook.Typical().Plan.Volume)
	c.Alt = l.ChartAlt(words.HoursKind, c.Title, c.Subtitle, texts, c.Name+".csv")
	return c, true
}

// week is the people on duty by day and hour.
type week struct {
	people [7][24]int // 0: closed
	open   [7]bool
	// opens and closes are the first and the last hour that is open on any day.
	opens, closes int
	least, most   int
	// day and hour are the first with the most people.
	day, hour int
}

// newWeek gathers the slots; of parts of one hour the most people count.
func newWeek(cover []staffing.Cover) week {
	w := week{opens: 24}
	for i, k := range cover {
		h := int(k.From)
		w.people[k.Day][h] = max(w.people[k.Day][h], k.People)
		w.open[k.Day] = true
		w.opens, w.closes = min(w.opens, h), max(w.closes, h)
		if i == 0 {
			w.least = k.People
		}
		w.least = min(w.least, k.People)
		if k.People > w.most {
			w.most, w.day, w.hour = k.People, k.Day, h
		}
	}
	return w
}

// peopleClasses returns at most five classes from the least to the most people.
func peopleClasses(least, most int, l *locale.Locale) []Tick {
	const classes = 5
	each := (most - least + classes) / classes
	var all []Tick
	for from := least; from <= most; from += each {
		label := l.Integer(from)
		if to := min(most, from+each-1); to > from {
			label += "–" + l.Integer(to)
		}
		all = append(all, Tick{float64(from), label})
	}
	return slices.Clip(all)
}
