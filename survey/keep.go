package survey

import "time"

// Keep leaves out the respondents that are not in the list of positions, which
// goes up, and counts them among the dropped rows for the reason. It is for a
// survey in the making, before it has a design.
func (s *Survey) Keep(kept []int, reason DropReason) {
	gone := s.Respondents - len(kept)
	if gone <= 0 {
		return
	}
	for i := range s.Columns {
		s.Columns[i] = s.Columns[i].Select(kept)
	}
	if s.Rows.Len() > 0 {
		s.Rows = s.Rows.Only(kept)
	}
	if s.Durations != nil {
		s.Durations = pick[time.Duration](s.Durations, kept)
	}
	s.Respondents = len(kept)
	s.Source.Kept -= gone
	for i := range s.Source.Dropped {
		if s.Source.Dropped[i].Reason == reason {
			s.Source.Dropped[i].Rows += gone
			return
		}
	}
	s.Source.Dropped = append(s.Source.Dropped, Dropped{reason, gone})
}

// pick returns the values at the positions; nil of nil.
func pick[T any](values []T, at []int) []T {
	if values == nil {
		return nil
	}
	picked := make([]T, len(at))
	for i, from := range at {
		picked[i] = values[from]
	}
	return picked
}
