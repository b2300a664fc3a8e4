package main

// traits gives the municipalities their urbanity and some of the smaller ones a
// shared service. It draws from a sequence of its own.
func traits(bodies []body) {
	r := newRandom(1850)
	for i := range bodies {
		if bodies[i].kind == "municipality" {
			bodies[i].urbanity = urbanityOf(r, bodies[i].inhabitants)
		}
	}
	joinServices(r, bodies)
}

// urbanityOf draws a class of urbanity: the more inhabitants, the more urban.
func urbanityOf(r *random, inhabitants int) int {
	class := 5
	for _, limit := range []int{15_000, 35_000, 75_000, 150_000} {
		if inhabitants >= limit {
			class--
		}
	}
	return min(max(class+r.between(-1, 1), 1), 5)
}

// joinServices lets two groups of three or four municipalities with fewer than 50,000
// inhabitants in every province have one organisation answer their residents.
func joinServices(r *random, bodies []body) {
	tails := [...]string{"Samen", "Dienst", "Plein", "Balie"}
	for p, province := range provinces {
		var small []*body
		for i := range bodies {
			if b := &bodies[i]; b.kind == "municipality" && b.province == province.code && b.inhabitants < 50_000 && b.validTo == "" {
				small = append(small, b)
			}
		}
		shuffle(r, small)
		for group := range 2 {
			members := min(r.between(3, 4), len(small))
			for _, b := range small[:members] {
				b.service = province.name + " " + tails[(2*p+group)%len(tails)]
			}
			small = small[members:]
		}
	}
}
