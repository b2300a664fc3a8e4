package quality

// groups are respondents that belong together, as disjoint sets.
type groups struct{ parent []int }

func newGroups(n int) *groups {
	g := &groups{make([]int, n)}
	for i := range g.parent {
		g.parent[i] = i
	}
	return g
}

// of returns the smallest respondent of i's set.
func (g *groups) of(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join makes the sets of two respondents one.
func (g *groups) join(a, b int) {
	a, b = g.of(a), g.of(b)
	g.parent[max(a, b)] = min(a, b)
}

// sets returns the sets of more than one respondent, each in order.
func (g *groups) sets() [][]int {
	at := make(map[int]int)
	var sets [][]int
	for i := range g.parent {
		root := g.of(i)
		if root == i {
			continue
		}
		k, known := at[root]
		if !known {
			k = len(sets)
			at[root] = k
			sets = append(sets, []int{root})
		}
		sets[k] = append(sets[k], i)
	}
	return sets
}
