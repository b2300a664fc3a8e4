package main

import "slices"

// body is a fictitious government organisation.
type body struct {
	code, name, kind   string
	province           string // code of the province
	inhabitants        int
	size               string // code of the size class, municipalities only
	validFrom, validTo string
	successor          string
	urbanity           int    // 1 very strongly urban to 5 not urban, 0 unknown; municipalities only
	service            string // the organisation that it shares its contact centre with, or empty
	sampled            bool
}

// provinces are twelve provinces that do not exist.
var provinces = [...]struct{ code, name string }{
	{"noorderland", "Noorderland"}, {"oosterwoud", "Oosterwoud"}, {"zuiderheide", "Zuiderheide"},
	{"westerkust", "Westerkust"}, {"middelland", "Middelland"}, {"rivierenzoom", "Rivierenzoom"},
	{"duinkust", "Duinkust"}, {"veenmark", "Veenmark"}, {"heuvelrade", "Heuvelrade"},
	{"merengouw", "Merengouw"}, {"polderhoek", "Polderhoek"}, {"grensland", "Grensland"},
}

// stratum is a type of organisation, for municipalities split by size class:
// how many exist, how many answered and how many inhabitants they have.
type stratum struct {
	kind, size         string
	exist, answered    int
	smallest, largest  int
	prefix, codePrefix string
}

// strata are the respondents of the study (answered) and the numbers of
// organisations in 2018 (exist), which the register takes over.
var strata = [...]stratum{
	{"municipality", "under-20k", 112, 14, 4200, 19850, "Gemeente", "GM"},
	{"municipality", "20k-50k", 189, 32, 20150, 49600, "Gemeente", "GM"},
	{"municipality", "50k-100k", 48, 27, 50300, 98900, "Gemeente", "GM"},
	{"municipality", "over-100k", 31, 19, 101200, 412000, "Gemeente", "GM"},
	{"safety-region", "", 25, 8, 420000, 1150000, "Veiligheidsregio", "VR"},
	{"water-board", "", 21, 5, 380000, 1300000, "Waterschap", "WS"},
	{"province", "", 12, 2, 385000, 2900000, "Provincie", "PV"},
	{"health-service", "", 25, 2, 410000, 1200000, "GGD", "GG"},
	{"other", "", 34, 8, 60000, 640000, "", "OV"},
}

// inventRegister returns all bodies that exist or existed, by code.
func inventRegister(r *random) []body {
	names := newNames(r)
	var bodies []body
	for _, s := range strata {
		for i := range s.exist {
			b := body{
				kind: s.kind, size: s.size, sampled: i < s.answered,
				name:        names.of(s.kind, s.prefix, i < s.answered),
				province:    provinces[r.below(len(provinces))].code,
				inhabitants: inhabitants(r, s),
				validFrom:   "2001-01-01",
			}
			if s.kind == "province" {
				b.province = provinces[i].code
				b.name = "Provincie " + provinces[i].name
			}
			bodies = append(bodies, b)
		}
	}
	bodies = append(bodies, merged(r, names, bodies)...)
	number9000(bodies)
	traits(bodies)
	return bodies
}

// inhabitants draws a number between the limits of the stratum; low numbers
// come more often than high ones.
func inhabitants(r *random, s stratum) int {
	span := s.largest - s.smallest
	return s.smallest + min(r.below(span), r.below(span))
}

// merged lets four municipalities of today be the successor of three others
// each, as of 2018, so that there were 388 the year before.
func merged(r *random, names *names, bodies []body) []body {
	var gone []body
	for heirs := 0; heirs < 4; {
		heir := &bodies[r.below(380)]
		if heir.size != "20k-50k" || heir.validFrom == "2018-01-01" {
			continue
		}
		heir.validFrom = "2018-01-01"
		heirs++
		for _, tenth := range []int{5, 3, 2} {
			gone = append(gone, body{
				kind: heir.kind, name: names.of(heir.kind, "Gemeente", false), province: heir.province,
				inhabitants: heir.inhabitants * tenth / 10,
				validFrom:   "2001-01-01", validTo: "2017-12-31", successor: heir.name,
			})
		}
	}
	return gone
}

// number9000 sorts the bodies by type and name and numbers them from 9001, a
// range that no official code list uses; successors become codes.
func number9000(bodies []body) {
	order := make([]*body, len(bodies))
	for i := range bodies {
		order[i] = &bodies[i]
	}
	slices.SortFunc(order, func(a, b *body) int {
		if d := rank(a.kind) - rank(b.kind); d != 0 {
			return d
		}
		return compareFold(a.name, b.name)
	})
	codes := make(map[string]string, len(bodies))
	number, kind := 0, ""
	for _, b := range order {
		if b.kind != kind {
			number, kind = 9000, b.kind
		}
		number++
		b.code = strata[rank(kind)].codePrefix + itoa(number)
		codes[b.name] = b.code
	}
	for i := range bodies {
		bodies[i].successor = codes[bodies[i].successor]
	}
	slices.SortFunc(bodies, func(a, b body) int {
		if d := rank(a.kind) - rank(b.kind); d != 0 {
			return d
		}
		return compareFold(a.code, b.code)
	})
}

func rank(kind string) int {
	return slices.IndexFunc(strata[:], func(s stratum) bool { return s.kind == kind })
}

// sampled returns the bodies that answered.
func sampled(bodies []body) []body {
	return slices.DeleteFunc(slices.Clone(bodies), func(b body) bool { return !b.sampled })
}
