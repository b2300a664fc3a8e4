package analysis

import "benchmark/survey"

// TypicalVolume is how busy one channel is in one group of organisations: the
// median and quartiles of the contacts per hour that they named.
type TypicalVolume struct {
	// Table is the table of the channel's volume, and Group the position in it.
	Table *Table
	Group int
	// Lower, Median and Upper are the quartiles; Lower and Upper may be hidden or
	// missing where Median is not.
	Lower, Median, Upper Estimate
}

// Known reports whether there is a median to plan with. What is hidden because few
// answered, or because it would give others away, is not used for anything.
func (v *TypicalVolume) Known() bool { return v.Median.Status == Estimated && v.Median.Value > 0 }

// TypicalVolumes returns the volumes of every channel that the survey asked about,
// in the order of the study: in total, and by organisation type and size class.
func TypicalVolumes(s *Study) [][]TypicalVolume {
	var channels [][]TypicalVolume
	for i := range s.Tables {
		t := &s.Tables[i]
		median := t.Row(KeyMedian, Median)
		if t.Topic != Volume || median < 0 {
			continue
		}
		at := func(key string, m Measure, g int) Estimate {
			r := t.Row(key, m)
			if r < 0 {
				return Estimate{}
			}
			return t.Cells[r][g]
		}
		var groups []TypicalVolume
		for g := range t.Groups {
			role := t.Groups[g].Role
			if g > 0 && role != survey.BodyType && role != survey.SizeClass {
				continue
			}
			groups = append(groups, TypicalVolume{
				Table: t, Group: g, Median: t.Cells[median][g],
				Lower: at(KeyLower, LowerQuartile, g), Upper: at(KeyUpper, UpperQuartile, g),
			})
		}
		channels = append(channels, groups)
	}
	return channels
}
