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

// joinServices lets a part of the municipalities with fewer than 75,000 inhabitants
// of five provinces have one organisation answer their residents.
func joinServices(r *random, bodies []body) {
	tails := [...]string{"Samen", "Dienst", "Plein", "Balie", "Loket"}
	for p, tail := range tails {
		province := provinces[2*p]
		var small []*body
		for i := range bodies {
			if b := &bodies[i]; b.kind == "municipality" && b.province == province.code && b.inhabitants < 75_000 && b.validTo == "" {
				small = append(small, b)
			}
		}
		shuffle(r, small)
		for _, b := range small[:min(r.between(14, 20), len(small))] {
			b.service = province.name + " " + tail
		}
	}
}
