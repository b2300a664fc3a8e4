package main

// writeFrame returns how many organisations of each type and size class there
// were in the Netherlands in 2018.
func writeFrame() ([]byte, error) {
	sources := map[string]string{
		"municipality":   "VNG: 380 gemeenten op 1 januari 2018; verdeling over de klassen afgeleid van de inwonertallen van 2016 binnen de grenzen van 2018",
		"safety-region":  "CBS: 25 veiligheidsregio's",
		"water-board":    "Unie van Waterschappen: 21 waterschappen sinds 1 januari 2018",
		"province":       "12 provincies, onveranderd",
		"health-service": "Atlas Leefomgeving: 25 GGD-regio's in 2018",
	}
	rows := [][]string{{"type", "size", "population", "uncertainty", "date", "source"}}
	for _, s := range strata {
		source, known := sources[s.kind]
		if !known {
			continue
		}
		uncertainty := 0
		if s.size != "" {
			uncertainty = 3 // inhabitants of two years before, so a few stand in the wrong class
		}
		rows = append(rows, []string{s.kind, s.size, itoa(s.exist), itoa(uncertainty), "2018-01-01", source})
	}
	return encodeCSV(rows, ',', false)
}

// writeRegister returns the bodies that exist or existed.
func writeRegister(bodies []body) ([]byte, error) {
	rows := [][]string{{"code", "name", "type", "province", "inhabitants", "valid_from", "valid_to", "successor", "urbanity", "shared_service"}}
	for _, b := range bodies {
		urbanity := ""
		if b.urbanity > 0 {
			urbanity = itoa(b.urbanity)
		}
		rows = append(rows, []string{
			b.code, b.name, b.kind, b.province, itoa(b.inhabitants), b.validFrom, b.validTo, b.successor, urbanity, b.service,
		})
	}
	return encodeCSV(rows, ',', false)
}
