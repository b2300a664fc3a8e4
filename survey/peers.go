package survey

import (
	"cmp"
	"math"
	"slices"
)

// PeerRoles lists the roles by the answers to which bodies can be peers.
func PeerRoles() []Role {
	return []Role{BodyType, SizeClass, Province, Urbanity, SharedService}
}

// Peers returns the other respondents with the same answer as respondent i to
// every one of the questions with the roles, in file order: those of the same
// type and province, say. The first question of one choice with a role counts.
// None, and false, when there is no role, respondent i has no answer to one of
// the questions or the survey has no such question.
func (s *Survey) Peers(i int, roles ...Role) ([]int, bool) {
	if len(roles) == 0 {
		return nil, false
	}
	columns := make([]*Column, len(roles))
	for k, role := range roles {
		c := s.choiceOf(role)
		if c == nil || c.State(i) != Answered {
			return nil, false
		}
		columns[k] = c
	}
	var peers []int
	for r := range s.Respondents {
		same := r != i
		for _, c := range columns {
			same = same && c.State(r) == Answered && c.Code(r) == c.Code(i)
		}
		if same {
			peers = append(peers, r)
		}
	}
	return peers, true
}

// Nearest returns the n other respondents whose number of inhabitants is nearest
// to that of respondent i, the nearest first, and of the same type where the
// survey knows types. Near is by ratio: 12,000 is as far from 24,000 as 48,000 is.
// Those as near as the last one are all in, so that the order of the file never
// decides who is; it only orders the equally near. None, and false, when the
// number of respondent i is not known or not above 0.
func (s *Survey) Nearest(i, n int) ([]int, bool) {
	numbers := s.numbersOf(Inhabitants)
	if numbers == nil || numbers.State(i) != Answered || !(numbers.Number(i) > 0) || n < 1 {
		return nil, false
	}
	types := s.choiceOf(BodyType)
	if types != nil && types.State(i) != Answered {
		return nil, false
	}
	var near []int
	away := make([]float64, s.Respondents)
	for r := range s.Respondents {
		if r == i || numbers.State(r) != Answered || !(numbers.Number(r) > 0) ||
			types != nil && (types.State(r) != Answered || types.Code(r) != types.Code(i)) {
			continue
		}
		away[r] = math.Max(numbers.Number(r)/numbers.Number(i), numbers.Number(i)/numbers.Number(r))
		near = append(near, r)
	}
	slices.SortStableFunc(near, func(a, b int) int { return cmp.Compare(away[a], away[b]) })
	for n < len(near) && away[near[n]] == away[near[n-1]] {
		n++
	}
	return near[:min(n, len(near))], true
}

// choiceOf returns the answers to the first question of one choice with the
// role, or nil.
func (s *Survey) choiceOf(role Role) *Column {
	for _, q := range s.WithRole(role) {
		if s.Columns[q].Coded() {
			return &s.Columns[q]
		}
	}
	return nil
}

// numbersOf returns the answers to the first question with the role that has
// numbers, or nil.
func (s *Survey) numbersOf(role Role) *Column {
	for _, q := range s.WithRole(role) {
		if s.Columns[q].Numeric() {
			return &s.Columns[q]
		}
	}
	return nil
}
