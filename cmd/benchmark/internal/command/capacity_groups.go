package command

import (
	"errors"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/reports"
)

// channels plans the channels of a study, or the one that is asked for.
func (o *capacityOptions) channels(s *analysis.Study) ([]reports.CapacityChannel, error) {
	var planned []reports.CapacityChannel
	var names []string
	for _, groups := range analysis.TypicalVolumes(s) {
		name := groups[0].Table.Channel
		if name == "" {
			name = groups[0].Table.Question
		}
		names = append(names, name)
		if o.channel != "" && !strings.EqualFold(o.channel, name) {
			continue
		}
		c, err := o.plan(name, groups)
		if err != nil {
			return nil, err
		}
		if c != nil {
			planned = append(planned, *c)
		}
	}
	switch {
	case len(names) == 0:
		return nil, errors.New("planning channels: the survey does not ask for the number of contacts per hour (a question with the role volume); give your own with --volume")
	case len(planned) == 0 && o.channel == "":
		return nil, errors.New("planning channels: every volume in the survey is hidden or without answers; give your own with --volume")
	case len(planned) == 0 && !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, o.channel) }):
		return nil, usagef("--channel: the survey has no volume of %q%s", o.channel, oneOf(o.channel, names))
	case len(planned) == 0:
		return nil, errors.New("planning " + o.channel + ": its volumes in the survey are hidden or without answers; give your own with --volume")
	}
	return planned, nil
}

// plan plans one channel: the group that is asked for, or all organisations with
// the groups beside them. It returns nil when not even the total is known.
func (o *capacityOptions) plan(name string, groups []analysis.TypicalVolume) (*reports.CapacityChannel, error) {
	c := &reports.CapacityChannel{Channel: name, Unit: groups[0].Table.Unit}
	focus := 0
	if o.group != "" {
		var err error
		if focus, err = find(groups, o.group); err != nil {
			return nil, err
		}
		if !groups[focus].Known() {
			c.Asked = label(&groups[focus])
			focus = 0
		}
	}
	if !groups[focus].Known() {
		return nil, nil
	}
	for i := range groups {
		v := &groups[i]
		switch {
		case i != focus && o.group != "":
			continue
		case !v.Known():
			c.NotUsed = append(c.NotUsed, label(v))
			continue
		}
		outlook, err := o.assumed.Outlook(levels(v), i == focus && !o.alone)
		if err != nil {
			return nil, err
		}
		g := reports.CapacityGroup{Volume: v, Outlook: outlook}
		if i == focus {
			c.Focus = g
		} else {
			c.Others = append(c.Others, g)
		}
	}
	return c, nil
}

// levels are the volumes that a group is planned for: its median, its quartiles
// where they are known and differ, and the margin of the median.
func levels(v *analysis.TypicalVolume) []staffing.Volume {
	var all []staffing.Volume
	if v.Lower.Status == analysis.Estimated && v.Lower.Value > 0 && v.Lower.Value < v.Median.Value {
		all = append(all, staffing.Volume{Level: staffing.Low, PerHour: v.Lower.Value})
	}
	all = append(all, staffing.Volume{Level: staffing.Typical, PerHour: v.Median.Value})
	if v.Upper.Status == analysis.Estimated && v.Upper.Value > v.Median.Value {
		all = append(all, staffing.Volume{Level: staffing.High, PerHour: v.Upper.Value})
	}
	if v.Median.Method != analysis.NoInterval && v.Median.Low > 0 {
		all = append(all, staffing.Volume{Level: staffing.MarginLow, PerHour: v.Median.Low}, staffing.Volume{Level: staffing.MarginHigh, PerHour: v.Median.High})
	}
	return all
}

func label(v *analysis.TypicalVolume) string { return v.Table.Groups[v.Group].Label }

// find returns the position of a group by the wording or the code of its answer.
func find(groups []analysis.TypicalVolume, name string) (int, error) {
	var names []string
	for i := 1; i < len(groups); i++ {
		g := &groups[i].Table.Groups[groups[i].Group]
		if strings.EqualFold(g.Label, name) || strings.EqualFold(g.Level, name) || strings.EqualFold(plainDashes(g.Label), plainDashes(name)) {
			return i, nil
		}
		names = append(names, g.Label)
	}
	return 0, usagef("--group: the survey has no type or size class %q%s", name, oneOf(name, names))
}

// plainDashes writes a range as it is typed: with a hyphen.
func plainDashes(s string) string { return strings.ReplaceAll(s, "–", "-") }

// oneOf suggests the names nearest to a word, or lists all.
func oneOf(word string, names []string) string {
	if near := nearest(word, names); len(near) > 0 {
		return didYouMean("", near)
	}
	return ": it has " + strings.Join(names, ", ")
}
