package spss

import "slices"

// labelList is the value labels of one record, read for one width, and the
// labels by value.
type labelList struct {
	labels []ValueLabel
	seen   map[labelKey]string
}

// labelKey is a value: a number, or a string in the bytes of the file.
type labelKey struct {
	number float64
	text   string
}

// labels gives variables the value labels of records 3 and 4, and of 7/21.
func (b *builder) labels() {
	budget := len(b.c.data) // of labels that are copied, see merge
	for _, r := range b.d.labels {
		b.recordLabels(r, &budget)
	}
	b.c.record = "record 7/21 (labels of long strings)"
	lists := make(map[int]*labelList)
	for _, l := range b.d.longLabels {
		i, ok := b.find(l.name)
		if !ok || b.columns[i].width <= slotSize {
			b.c.fail(l.offset, "the value labels are for %q, which is not a string of more than 8 bytes here", clip(l.name))
			return
		}
		if lists[i] == nil {
			lists[i] = &labelList{seen: map[labelKey]string{}}
		}
		b.addLabel(lists[i], i, rawLabel{value: l.value, label: l.label})
	}
	for i := range b.file.Variables {
		if list := lists[i]; list != nil {
			b.file.Variables[i].Labels = list.labels
		}
	}
}

// recordLabels gives the variables of one record 4 their labels. Variables of
// one width share them: a record may label thousands of variables.
func (b *builder) recordLabels(r labelRecord, budget *int) {
	b.c.record = "record 4 (labelled variables)"
	var byWidth [slotSize + 1]*labelList
	done := map[int]bool{}
	for _, t := range r.targets {
		if t < 1 || t > len(b.owner) || b.owner[t-1] < 0 || done[t] {
			b.c.fail(r.offset, "the value labels are for variable %d, which is not there or is named twice", t)
		}
		if b.c.err != nil {
			return
		}
		done[t] = true
		i := b.owner[t-1]
		width := b.columns[i].width
		if width > slotSize {
			b.c.fail(r.offset, "the value labels are for the string %s, which is longer than 8 bytes", b.file.Variables[i].Name)
			return
		}
		if byWidth[width] == nil {
			byWidth[width] = &labelList{seen: map[labelKey]string{}}
			for _, l := range r.values {
				b.addLabel(byWidth[width], i, l)
			}
		}
		b.merge(i, byWidth[width], r.offset, budget)
	}
}

// merge adds labels to a variable. It copies them only when the variable has
// labels from an earlier record, and not without end.
func (b *builder) merge(i int, list *labelList, offset int, budget *int) {
	v := &b.file.Variables[i]
	if v.Labels == nil {
		v.Labels = slices.Clip(list.labels)
		return
	}
	if *budget -= len(v.Labels) + len(list.labels); *budget < 0 {
		b.c.fail(offset, "%s and others have labels in too many records", v.Name)
		return
	}
	seen := make(map[labelKey]string, len(v.Labels))
	for _, l := range v.Labels {
		seen[labelKey{l.Number, l.Text}] = l.Label
	}
	for _, l := range list.labels {
		if first, taken := seen[labelKey{l.Number, l.Text}]; !taken {
			v.Labels = append(v.Labels, l)
		} else if first != l.Label {
			b.doubts(Doubt{Code: DoubtLabel, Name: v.Name, Detail: l.Label, Count: 1})
		}
	}
}

// addLabel adds a label for variable i to a list, unless its value has one or is
// none.
func (b *builder) addLabel(list *labelList, i int, l rawLabel) {
	v := &b.file.Variables[i]
	out, key := ValueLabel{Number: l.number, Label: b.dec.label(l.label)}, labelKey{number: l.number}
	if v.IsString() {
		value := trimEnd(l.value[:min(len(l.value), v.Width)])
		out.Number, out.Text, key = 0, b.dec.text(value), labelKey{text: string(value)}
	}
	b.doubts(b.dec.doubt(v.Name)...)
	usable := v.IsString() || (&Missing{}).state(l.number, b.d.sysmis) == Valid
	first, taken := list.seen[key]
	if usable && !taken {
		list.seen[key] = out.Label
		list.labels = append(list.labels, out)
	} else if !usable || first != out.Label {
		b.doubts(Doubt{Code: DoubtLabel, Name: v.Name, Detail: out.Label, Count: 1})
	}
}
