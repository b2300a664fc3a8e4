package analysis

// jointly counts two questions at once, by what respondents answered to both, so that what
// they weigh is added once for the two.
type jointly struct {
	one, other *choices[uint8]
	// joint are those with a weight by the entries of one, of the other, and by profile.
	joint []weighed
	// at is where each entry of the one begins, with those of the other behind it.
	at [1 << 8]uint32
}

// paired returns the counters with every two questions of which the answers to both are
// few as one, where many respondents have weights that differ; and what is to be done
// when they are counted.
func (p *profiles) paired(all []counter) (counters []counter, finish func()) {
	if p.weights == nil || len(p.of) < manyRespondents {
		return all, func() {}
	}
	var alone *choices[uint8]
	var both []*jointly
	for _, c := range all {
		choices, is := c.(*choices[uint8])
		switch {
		case !is:
			counters = append(counters, c)
		case alone == nil:
			alone = choices
		case len(alone.n)*len(choices.n) <= mostPatterns*len(p.stratum):
			both = append(both, newJoint(alone, choices))
			alone = nil
		default:
			counters = append(counters, alone)
			alone = choices
		}
	}
	for _, of := range both {
		counters = append(counters, of)
	}
	if alone != nil {
		counters = append(counters, alone)
	}
	return counters, func() { each(len(both), func(k int) { both[k].part() }) }
}

func newJoint(one, other *choices[uint8]) *jointly {
	width := len(one.p.stratum)
	c := &jointly{one: one, other: other, joint: make([]weighed, len(one.n)/width*len(other.n))}
	for e, at := range one.at {
		c.at[e] = at / uint32(width) * uint32(len(other.n))
	}
	return c
}

func (c *jointly) cost() int { return c.one.cost() + c.other.cost()/2 }

func (c *jointly) count(from, until int, weigh []weighed) {
	profile, joint, at, behind := c.one.p.of[from:until], c.joint, &c.at, (*[1 << 8]uint32)(c.other.at)
	one := c.one.read(from, until)
	other := c.other.read(from, until)[:len(one)]
	profile, weigh = profile[:len(one)], weigh[:len(one)]
	for k, e := range one {
		joint[at[e]+behind[other[k]]+profile[k]].take(&weigh[k])
	}
	if !c.one.p.weights.without {
		return
	}
	for k, e := range one { // who has no weight counts all the same
		if weigh[k].n == 0 {
			c.one.n[c.one.at[e]+profile[k]]++
			c.other.n[behind[other[k]]+profile[k]]++
		}
	}
}

// part gives each of the two questions what is its own.
func (c *jointly) part() {
	width := len(c.one.p.stratum)
	for a := range len(c.one.n) / width {
		for b := range len(c.other.n) / width {
			some := c.joint[a*len(c.other.n)+b*width:][:width]
			c.one.add(a, some)
			c.other.add(b, some)
		}
	}
}

// add adds some of those with an entry, the options first and then the reasons.
func (c *choices[T]) add(entry int, some []weighed) {
	width := len(some)
	n, w := c.n[entry*width:], c.w[min(entry*width, len(c.w)-width):]
	for k := range some {
		n[k] += some[k].n
		w[k].take(&some[k])
	}
}
