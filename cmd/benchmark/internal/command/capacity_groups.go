package command

import (
	"errors"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/reports"
)

// nobody stands for no organisation.
const nobody = -1

// channels plans the channels of a study, or the one that is asked for, for one
// respondent or for nobody.
func (o *capacityOptions) channels(s *analysis.Study, who int) ([]reports.CapacityChannel, error) {
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
		c, err := o.plan(s, name, groups, who)
		if err != nil {
			return nil, err
		}
		if c != nil {
			if u, ok := analysis.UptakeOf(s, groups[0].Table.Channel); ok && who == nobody && o.group == "" {
				c.Uptake = &u
			}
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

// plan plans one channel: the group that is asked for, or what an organisation named,
// or all organisations, with the groups beside them. It returns nil when not even the
// total is known.
func (o *capacityOptions) plan(s *analysis.Study, name string, groups []analysis.TypicalVolume, who int) (*reports.CapacityChannel, error) {
	c := &reports.CapacityChannel{Channel: name, Unit: groups[0].Table.Unit}
	if who != nobody {
		groups = groupsOf(s, groups, who)
		if own, ok := analysis.OwnVolume(s.Survey, groups[0].Table, who); ok {
			return o.planNamed(c, own, groups)
		}
	}
	focus := 0
	switch {
	case who != nobody:
		focus = smallestKnown(groups)
	case o.group != "":
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
		g, err := o.planGroup(v, i == focus)
		if err != nil {
			return nil, err
		}
		if i == focus {
			c.Focus = g
		} else {
			c.Others = append(c.Others, g)
		}
	}
	return c, nil
}

// planGroup plans a group, with the detail of the one that is told about.
func (o *capacityOptions) planGroup(v *analysis.TypicalVolume, detail bool) (reports.CapacityGroup, error) {
	outlook, err := o.assumed.Outlook(levels(v))
	if err == nil && detail {
		err = o.assumed.Detail(&outlook, !o.alone, false)
	}
	return reports.CapacityGroup{Volume: v, Outlook: outlook}, err
}

// planNamed plans what an organisation named itself, beside its groups.
func (o *capacityOptions) planNamed(c *reports.CapacityChannel, own float64, groups []analysis.TypicalVolume) (*reports.CapacityChannel, error) {
	outlook, err := o.assumed.Outlook([]staffing.Volume{{Level: staffing.Typical, PerHour: own}})
	if err == nil {
		err = o.assumed.Detail(&outlook, !o.alone, true)
	}
	if err != nil {
		return nil, err
	}
	c.Own, c.Focus = true, reports.CapacityGroup{Outlook: outlook}
	for i := range groups {
		if !groups[i].Known() {
			c.NotUsed = append(c.NotUsed, label(&groups[i]))
			continue
		}
		g, err := o.planGroup(&groups[i], false)
		if err != nil {
			return nil, err
		}
		c.Others = append(c.Others, g)
	}
	return c, nil
}

// groupsOf are the total and the groups that a respondent is in.
func groupsOf(s *analysis.Study, groups []analysis.TypicalVolume, who int) []analysis.TypicalVolume {
	return slices.DeleteFunc(slices.Clone(groups), func(v analysis.TypicalVolume) bool {
		return !analysis.Member(s.Survey, &v.Table.Groups[v.Group], who)
	})
}

// smallestKnown returns the position of the last group of which the volume is known: a
// size class comes after a type, and that after the total.
func smallestKnown(groups []analysis.TypicalVolume) int {
	for i := range slices.Backward(groups) {
		if groups[i].Known() {
			return i
		}
	}
	return 0
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
