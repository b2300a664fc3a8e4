package main

import (
	"strconv"
	"strings"
)

// names hands out names that no Dutch municipality or other government
// organisation bears, each once.
type names struct {
	accented []string // for sampled municipalities, so that encodings matter
	towns    []string
	regions  map[string][]string
	services []string
}

func newNames(r *random) *names {
	regions := combine(
		"Noorder Zuider Ooster Wester Middel Rivieren Duinen Veen Heuvel Meren Polder Grens Plassen",
		"kust delta gouw stroom poort marke kwartier",
		"Noorderkwartier Westerkwartier Oosterpoort Westerpoort Merengouw")
	n := &names{
		accented: []string{"Tweeënbrink", "Sint-Odiliënkamp", "Reëndonk", "Maïsrade", "Driesloërveen", "Geërloo"},
		towns: combine(
			"Noorder Zuider Ooster Wester Duin Heide Elzen Berken Linden Wilgen Eiken Beuken Klaver Kievits Reigers "+
				"Zwaluwen Otter Haver Gersten Vlas Molen Sluizen Meren Polder Hoger Nieuwer Ouder Rieten",
			"veen diep dal horst rade zijl kamp loo donk hoven monde stede zoom wende brink vliet",
			"Noorderdiep Duinhorst Eikenhorst Molenbrink Molenvliet"),
		regions:  make(map[string][]string),
		services: []string{"Omgevingsdienst", "Belastingkantoor", "Sociale dienst", "Werkbedrijf", "Regionaal archief", "Recreatieschap"},
	}
	shuffle(r, n.towns)
	for _, kind := range []string{"safety-region", "water-board", "health-service", "other"} {
		own := append([]string(nil), regions...)
		shuffle(r, own)
		n.regions[kind] = own
	}
	// The three that the documentation mentions.
	n.towns = append([]string{"Noorderveen"}, without(n.towns, "Noorderveen")...)
	n.regions["water-board"] = append([]string{"Noorderdiep"}, n.regions["water-board"]...)
	n.regions["safety-region"] = append([]string{"Rivierenkust"}, without(n.regions["safety-region"], "Rivierenkust")...)
	return n
}

// of returns the next name for an organisation of the kind.
func (n *names) of(kind, prefix string, sampled bool) string {
	var place string
	switch {
	case kind == "municipality" && sampled && len(n.accented) > 0 && len(n.towns)%7 == 0:
		place, n.accented = n.accented[0], n.accented[1:]
		n.towns = n.towns[1:]
	case kind == "municipality":
		place, n.towns = n.towns[0], n.towns[1:]
	case kind == "province":
		return ""
	default:
		place, n.regions[kind] = n.regions[kind][0], n.regions[kind][1:]
	}
	if kind == "other" {
		prefix = n.services[len(n.regions[kind])%len(n.services)]
	}
	return prefix + " " + place
}

// combine joins every head with every tail, leaving out the names listed.
func combine(heads, tails, leave string) []string {
	var all []string
	for _, h := range strings.Fields(heads) {
		for _, t := range strings.Fields(tails) {
			if !strings.Contains(" "+leave+" ", " "+h+t+" ") {
				all = append(all, h+t)
			}
		}
	}
	return all
}

func without(items []string, item string) []string {
	var kept []string
	for _, s := range items {
		if s != item {
			kept = append(kept, s)
		}
	}
	return kept
}

func compareFold(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }

func itoa(n int) string { return strconv.Itoa(n) }
