package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// The roles of this field are told from German, French and Flemish wordings as
// from Dutch and English ones. Cells per respondent, options as such bodies
// write them.
func TestRolesInFourLanguages(t *testing.T) {
	for _, c := range []struct {
		heading string
		cells   []string
		role    survey.Role
		channel string
		means   map[string]string // of options
	}{
		{"Um welche Art von Organisation handelt es sich?", []string{"Gemeinde*6", "Stadt*3", "Landkreis*2", "Bundesland*2", "Ministerium"}, survey.BodyType, "", map[string]string{"Gemeinde": "municipality", "Ministerium": "ministry"}},
		{"Quel est le type de votre organisation ?", []string{"Commune*6", "Province*3", "Intercommunale*2", "CPAS*2", "Ministère"}, survey.BodyType, "", map[string]string{"Commune": "municipality", "Province": "province", "Intercommunale": "intermunicipal", "CPAS": "welfare-centre", "Ministère": "ministry"}},
		{"Voor welk type bestuur werkt u?", []string{"Stad of gemeente*6", "OCMW*3", "Provincie*2", "Intercommunale*2", "Agentschap"}, survey.BodyType, "", map[string]string{"Stad of gemeente": "municipality", "OCMW": "welfare-centre", "Agentschap": "agency"}},
		{"In welchem Kanton liegt Ihre Gemeinde?", []string{"Zürich*3", "Bern*2", "Luzern"}, survey.Province, "", nil},
		{"Dans quelle province se trouve votre commune ?", []string{"Hainaut*3", "Namur*2", "Liège"}, survey.Province, "", nil},
		{"Wie viele Einwohner hat Ihre Gemeinde?", []string{"Unter 10.000*3", "10.000 bis 50.000*2", "Über 50.000*2"}, survey.SizeClass, "", map[string]string{"Über 50.000": survey.Large}},
		{"Combien d'habitants compte votre commune ?", []string{"Moins de 10 000*3", "10 000 à 50 000*2", "Plus de 50 000*2"}, survey.SizeClass, "", map[string]string{"Plus de 50 000": survey.Large}},
		{"Nutzt Ihre Organisation WhatsApp?", []string{"Ja, wir nutzen es bereits*4", "Nein, aber sicher innerhalb eines Jahres*2", "Wahrscheinlich*2", "Vielleicht später*2", "Nein, nicht geplant*3"}, survey.Adoption, "WhatsApp",
			map[string]string{"Ja, wir nutzen es bereits": "uses", "Wahrscheinlich": "likely", "Vielleicht später": "later", "Nein, nicht geplant": "no"}},
		{"Votre organisation utilise-t-elle WhatsApp ?", []string{"Oui, nous l'utilisons déjà*4", "Projet pilote*2", "Probablement*2", "Peut-être plus tard*2", "Non, pas de projet*3"}, survey.Adoption, "WhatsApp",
			map[string]string{"Oui, nous l'utilisons déjà": "uses", "Projet pilote": "pilot", "Probablement": "likely", "Peut-être plus tard": "later", "Non, pas de projet": "no"}},
		{"Wie zufrieden sind Sie mit WhatsApp?", []string{"Sehr zufrieden*4", "Zufrieden*3", "Neutral*2", "Unzufrieden"}, survey.Satisfaction, "WhatsApp", nil},
		{"Êtes-vous satisfait de WhatsApp ?", []string{"Très satisfait*4", "Satisfait*3", "Neutre*2", "Insatisfait"}, survey.Satisfaction, "WhatsApp", nil},
		{"Warum nutzen Sie WhatsApp nicht?", []string{"Zu teuer, Datenschutz*4", "Zu teuer*3", "Datenschutz*3", "Kein Personal*2"}, survey.Barrier, "WhatsApp", nil},
		{"Pourquoi n'utilisez-vous pas WhatsApp ?", []string{"Trop cher, Vie privée*4", "Trop cher*3", "Vie privée*3", "Personnel*2"}, survey.Barrier, "WhatsApp", nil},
		{"Warum nutzen Sie WhatsApp?", []string{"Schnell, Günstig*4", "Schnell*3", "Günstig*3"}, survey.Reason, "WhatsApp", nil},
		{"Pourquoi utilisez-vous WhatsApp ?", []string{"Rapide, Bon marché*4", "Rapide*3", "Bon marché*3"}, survey.Reason, "WhatsApp", nil},
		{"Welche Abteilung ist für Social Media zuständig?", []string{"Kommunikation*4", "Bürgerservice*3", "Beide gemeinsam*2"}, survey.Owner, "", map[string]string{"Kommunikation": "communication", "Bürgerservice": "contact-centre", "Beide gemeinsam": "mixed"}},
		{"Quel service est responsable des médias sociaux ?", []string{"Communication*4", "Service clientèle*3", "Les deux ensemble*2"}, survey.Owner, "", map[string]string{"Communication": "communication", "Service clientèle": "contact-centre", "Les deux ensemble": "mixed"}},
		{"Wie viele Fragen bekommen Sie pro Stunde über WhatsApp?", []string{"4", "10*2", "2", "7"}, survey.Volume, "WhatsApp", nil},
		{"Combien de questions par heure recevez-vous via WhatsApp ?", []string{"4", "10*2", "2", "7"}, survey.Volume, "WhatsApp", nil},
	} {
		t.Run(c.heading, func(t *testing.T) {
			s := inferred(t, columnOf("generic", c.heading, c.cells...))
			q := &s.Questions[0]
			if q.Role != c.role || q.Channel != c.channel {
				t.Errorf("role %q about %q (kind %s), want %q about %q", q.Role, q.Channel, q.Kind, c.role, c.channel)
			}
			got := map[string]string{}
			for _, o := range q.Options {
				if c.means[o.Label] != "" {
					got[o.Label] = o.Means
				}
			}
			if diff := cmp.Diff(c.means, got); c.means != nil && diff != "" {
				t.Error(diff)
			}
		})
	}
}
