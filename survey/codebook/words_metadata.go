package codebook

import (
	"sync"

	"benchmark/survey/pattern"
)

// metadata says what a column tells about the response itself.
type metadata uint8

const (
	noMetadata   metadata = iota
	metaID                // id of the response
	metaStarted           // when it began
	metaEnded             // when it was sent in
	metaStatus            // complete, partial, test
	metaPersonal          // name, e-mail, telephone, address, IP, place on the map
	metaDates             // a date or time that is no answer of a list
	metaOther             // progress, duration, language, browser and the like
)

// metadataHeadings are the headings that survey tools give to columns about
// the response, by compact form (see compact). Sources: the exports and manuals
// of LimeSurvey, Qualtrics, SurveyMonkey, Microsoft and Google Forms, Alchemer,
// SoSci, KoboToolbox, REDCap and Typeform.
var metadataHeadings = sync.OnceValue(func() []metadataNames {
	return append(responseHeadings(), personHeadings()...)
})

// metadataNames are the headings of one sort of column, by compact form.
type metadataNames struct {
	is    metadata
	names []string
}

// responseHeadings are those of id, times and state of a response.
func responseHeadings() []metadataNames {
	return []metadataNames{
		{metaID, []string{
			"respondentid", "responseid", "responsid", "responsnummer", "responsnr", "respondentnummer",
			"respondentnr", "respondent", "response", "respons", "id", "recordid", "antwortid", "antwoordid",
			"invulid", "inzendingid", "inzending", "deelnemerid", "deelnemernummer", "participantid", "caseid",
			"case", "casenumber", "submissionid", "uuid", "key", "idreponse", "iddelareponse", "identifiant", "iddereponse",
			"teilnehmerid", "surveyid", "entryid", "respid", "resultaatid", "resultid", "ref", "reference",
			"referentie", "referentienummer", "respnr", "respnummer", "volgnr", "record", "recordnr", "recordnummer", "recordno", "casenr",
			"lfdn", "idnr", "idnummer", "intnr", "interviewnr", "interviewnummer", "interviewid", "respondentno", "respno", "serialno", "rid", "pid",
		}},
		{metaStarted, []string{
			"startdate", "started", "starttime", "start", "datestarted", "timestarted", "begintijd", "starttijd",
			"startdatum", "begindatum", "begonnen", "gestart", "begonnenop", "gestartop", "starteddate",
			"startdateutc", "startedat", "startzeit", "anfangsdatum", "heurededebut", "datededebut",
			"tijdstipvanstart", "datumstart", "startdatetime", "begin", "aanvang",
		}},
		{metaEnded, []string{
			"enddate", "ended", "endtime", "end", "completiontime", "datesubmitted", "submitdate", "submitdateutc",
			"submissiontime", "submissiondate", "submittedat", "submitted", "completed", "completedat",
			"datecompleted", "recordeddate", "timestamp", "einddatum", "eindtijd", "datumverstuurd", "verzonden",
			"verzondenop", "verstuurd", "ingezonden", "ingezondenop", "ingevuldop", "tijdstempel",
			"tijdvanvoltooien", "voltooid", "voltooidop", "afgerondop", "datumafgerond", "datuminzending",
			"enddatum", "endzeit", "fertigstellungszeit", "zeitstempel", "erfassungsdatum", "horodateur",
			"heuredefin", "datedefin", "sygnaturaczasowa", "casovaznacka", "marcatemporal", "lastdata",
			"datumingezonden", "datedesoumission", "datumabgeschickt",
			"carimbodedatahora", "informazionicronologiche", "tidstampel", "tidsstampel", "tidsstempel", "aikaleima", "idobelyeg",
			"enddatetime", "finishedat", "afgerond", "einde",
		}},
		{metaStatus, []string{
			"status", "responsestatus", "antworttyp", "responsstatus", "statusrespons", "responsetype", "state",
			"completionstatus", "statut", "toestand", "mode", // the last: SoSci, interview or pretest
		}},
	}
}

// personHeadings are those of the person and of the machine.
func personHeadings() []metadataNames {
	return []metadataNames{
		{metaPersonal, []string{
			"ip", "ipaddress", "ipadres", "ipadresse", "adresseip", "email", "emailaddress", "emailadres",
			"emailadresse", "mailadres", "uwemailadres", "uwemail", "youremail", "youremailaddress", "mail",
			"adressedemessagerie", "adresseelectronique", "recipientemail", "adresseemail", "courriel", "emaildesempfangers",
			"name", "naam", "nom", "firstname", "lastname", "voornaam", "achternaam", "prenom", "vorname",
			"nachname", "uwnaam", "yourname", "fullname", "volledigenaam", "contactpersoon", "contactperson",
			"respondentname", "naamrespondent", "naamcontactpersoon", "naamvanderespondent",
			"recipientlastname", "recipientfirstname", "vornamedesempfangers", "nachnamedesempfangers",
			"phone", "phonenumber", "telephone", "telefoon", "telefoonnummer", "mobiel", "mobile", "telefon",
			"uwtelefoonnummer", "yourphonenumber", "username", "gebruikersnaam", "gebruiker", "user", "userid",
			"locationlatitude", "locationlongitude", "locationaccuracy", "latitude", "longitude", "lat", "lon",
			"lng", "gps", "breedtegraad", "lengtegraad", "breitengraddesstandorts", "langengraddesstandorts",
			"latitudedeleemplacement", "address", "adres", "adresse", "postcode", "zipcode", "deviceid",
			"submittedby", "token", "toegangscode", "phonenumbermobile", "functieennaam",
			"naamenfunctie", "nameandposition", "ipaddr", "clientip", "remoteip", "remoteaddr", "ipadressen", "macaddress", "imei", "subscriberid", "simserial",
			"emailadressen", "werkmail", "zakelijkemailadres", "zakelijkemail", "workemail", "participantemail", "respondentemail", "contactemail", "emailcontactpersoon",
			"emailcontact", "emailrespondent", "mailadrescontactpersoon", "telefoonnr", "telnr", "tel", "telnummer", "mobielnummer", "mobielenummer", "mobielnr", "gsm", "gsmnummer", "doorkiesnummer",
			"whatsappnummer", "whatsappnumber", "mobilenumber", "recipientphone", "contactphone", "tussenvoegsel", "tussenvoegsels", "voorletters", "initialen", "initials", "surname",
			"givenname", "familyname", "familienaam", "roepnaam", "geslachtsnaam", "middlename", "salutation", "aanhef", "geboortedatum", "birthdate", "dateofbirth",
			"dob", "geboorteplaats", "placeofbirth", "straat", "straatnaam", "street", "streetaddress", "huisnummer", "housenumber", "postalcode", "bsn",
			"burgerservicenummer", "iban", "rekeningnummer", "bankaccount", "kenteken", "licenseplate", "licenceplate", "handtekening", "signature", "pasfoto",
			"invuller", "naaminvuller", "naamvandeinvuller", "ingevulddoor", "filledinby", "uwnaamenfunctie", "participantname", "contact", "contactgegevens",
			"contactdetails", "contactinformation", "naamcontact", "contactname", "naamvanuwcontactpersoon", "personeelsnummer", "medewerkernummer", "employeeid", "employeenumber",
		}},
		{metaOther, []string{
			"collectorid", "collector", "collecteurid", "customdata1", "customdata2", "customdata3", "customdata4",
			"customdata5", "customdata", "externaldatareference", "externalreference", "externedatenreferenz",
			"progress", "voortgang", "aktuellerstand", "finished", "beendet", "duration", "durationinseconds",
			"dauerinsekunden", "duur", "tijdsduur", "totaltime", "totaaltijd", "interviewtime", "timesum", "duurinseconden",
			"invulduur", "seed", "lastpage", "laatstepagina", "letzteseite", "maxpage", "startlanguage", "begintaal",
			"startsprache", "userlanguage", "benutzersprache", "language", "taal", "langue", "sprache",
			"responselanguage", "refurl", "referrer", "referrerurl", "verwijzerurl", "verwijzer", "url", "useragent",
			"browser", "device", "apparaat", "devicetype", "distributionchannel", "verteilungskanal",
			"distributiekanaal", "networkid", "tags", "responseset", "datestamp", "datelastaction",
			"datumlaatsteactie", "laatsteactie", "lastaction", "lastmodifiedtime", "lastmodified",
			"tijdvanlaatstewijziging", "laatstgewijzigd", "serial", "questnnr", "mailsent", "qviewer",
			"missing", "missrel", "timersum", "index", "version", "instanceid", "validationstatus", "notes",
			"parentindex", "parenttablename", "redcapeventname", "redcaprepeatinstrument", "redcaprepeatinstance",
			"redcapsurveyidentifier", "totalpoints", "quizfeedback", "totaalaantalpunten", "feedbackopquiz", "quizfeedbackgesamt", "gesamtpunktzahl", "totaldespoints", "nombretotaldepoints",
			"heuredeladernieremodification", "zeitpunktderletztenanderung", "os", "operatingsystem",
			"rownumber", "rijnummer", "volgnummer", "nr", "no", "number", "nummer",
		}},
	}
}

// testWords mark a test response in a status column, by key.
func testWords() []string {
	return []string{
		"test", "testrespons", "testresponse", "test response", "test respons", "survey test", "survey preview",
		"preview", "voorbeeld", "voorvertoning", "proef", "proefrespons", "testafname", "pretest", "debug",
		"survey preview: spam", "offline survey preview", "voorbeeld van enquete", "enquetevoorbeeld", "voorbeeldenquete",
		"apercu de l'enquete", "apercu du sondage", "testantwort", "umfragevorschau", "umfragetest", "apercu", "testdata", "test data",
	}
}

// completeWords mark a finished response in a status column, by key.
func completeWords() []string {
	return []string{
		"complete", "completed", "finished", "submitted", "voltooid", "compleet", "afgerond", "ingevuld",
		"ingezonden", "verzonden", "volledig", "volledig ingevuld", "abgeschlossen", "vollstandig", "complet", "termine",
	}
}

// yesWords and noWords are the cells of a tick column, by key.
func yesWords() []string {
	return []string{
		"ja", "yes", "y", "j", "1", "true", "waar", "checked", "selected", "x", "gewahlt", "selectionne", "coche", "oui", "vrai", "wahr",
		"aangevinkt", "aangekruist", "gekozen", "geselecteerd", "ausgewahlt", "ticked", "✓", "✔", "☑", "quoted",
	}
}

func noWords() []string {
	return []string{
		"nee", "neen", "no", "n", "0", "false", "onwaar", "unchecked", "not selected", "not checked", "nein", "non",
		"faux", "falsch", "niet aangevinkt", "niet gekozen", "niet geselecteerd", "nicht ausgewahlt", "nicht gewahlt", "non selectionne", "non coche", "unticked", "not quoted",
		"☐",
	}
}

// noneOf reports whether an option's wording is "none of these".
func noneOf(label string) bool {
	w := wordsOf(label)
	return len(w) < 50 && has(w, "geen van deze", "geen van bovenstaande", "geen van allen", "geen enkele", "geen enkel", "none of these", "none of the above", "none of them",
		"geen van de", "niets van", "keine davon", "keine von diesen", "keine der genannten", "keines davon", "keiner davon", "keines der", "nichts davon", "nichts von", "aucun*") || w == " none " || w == " geen "
}

// fillers are cells that people or programs type for "nothing".
func fillers() []string { return []string{"-", "--", "---", ".", "..", "/", "?"} }

// otherHeading reports whether an option's wording is "other, namely".
func otherHeading(label string) bool {
	w := wordsOf(label)
	return has(w, "namelijk", "nl", "please specify", "specify", "write in", "licht toe", "nadere toelichting", "toelichten", "vul in", "preciser", "precisez",
		"veuillez preciser", "a preciser", "und zwar", "bitte angeben") && has(w, "anders", "ander*", "overig*", "other*", "autre*", "sonstige*", "iets anders") ||
		otherExactly(textEnd.ReplaceAllString(label, ""))
}

// textEnd is how the heading of the text beside an option ends.
var textEnd = pattern.Holding("-", `(?i)\s-\s(?:text|tekst|texte|textfeld|write[ -]in(?: \(required\))?)$`)

// otherExactly reports whether the wording is just "other".
func otherExactly(label string) bool {
	if !fewLetters(label, 14) {
		return false
	}
	switch compact(label) {
	case "anders", "overig", "overige", "andere", "other", "others", "othertext", "autre", "autres", "anderes", "anderer", "sonstiges",
		"sonstige", "andersnamelijk", "ietsanders", "somethingelse", "text", "othertextentry":
		return true
	}
	return false
}

// dontKnow reports whether an option's wording is "don't know", "no opinion"
// or "not applicable".
func dontKnow(label string) bool {
	return notKnowing().may(label, longestNotKnowing) && saysDontKnow(wordsOf(label))
}

// longestNotKnowing is the number of bytes of words up to which a text can be a
// wording of "don't know".
const longestNotKnowing = 60

// notKnowing is the screen for wordings of "don't know".
var notKnowing = sync.OnceValue(func() *screen { return screenOf(notKnowingWords()...) })

// notKnowingWords are phrases of "don't know", "no opinion" and "not applicable".
func notKnowingWords() []string {
	return []string{"weet niet", "weet ik niet", "weet het niet", "geen mening", "geen idee", "niet bekend", "dont know", "do not know",
		"don t know", "dunno", "no opinion", "no idea", "not sure", "unsure", "cant say", "cannot say", "nvt", "n v t", "niet van toepassing",
		"not applicable", "n a", "wei* nicht", "weiss nicht", "keine angabe", "keine meinung", "ne sait pas",
		"ne sais pas", "sans opinion", "sans objet", "zeg ik liever niet", "wil ik niet zeggen", "liever niet",
		"prefer not to*", "rather not say", "unknown", "onbekend"}
}

// saysDontKnow is dontKnow of the words of a text.
func saysDontKnow(w string) bool {
	return len(w) <= longestNotKnowing && has(w, notKnowingWords()...)
}

// plainDontKnow reports whether a text is a wording of "don't know" or "does not
// apply" and nothing else, so that there can be nothing personal in it.
func plainDontKnow(text string) bool {
	switch compact(text) {
	case "weetniet", "weetikniet", "weethetniet", "weetikhetniet", "geenidee", "geenmening", "onbekend", "nietbekend", "nvt", "nietvantoepassing",
		"dontknow", "idontknow", "donotknow", "noidea", "notsure", "unknown", "na", "notapplicable", "notknown",
		"weissnicht", "weißnicht", "weissichnicht", "keineangabe", "unbekannt", "nesaitpas", "jenesaispas", "nesaispas", "sansobjet":
		return true
	}
	return false
}
