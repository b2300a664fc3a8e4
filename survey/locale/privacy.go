package locale

import "strings"

// Privacy is the page for who watches over personal data: what is read, kept and
// written, who gets what, and what the program can't promise.
func (w CommandWords) Privacy() string {
	return strings.TrimSpace(w.l.pick(dutchPrivacy, englishPrivacy)) + "\n"
}

const englishPrivacy = `
What a privacy officer wants to know of benchmark, with words for a DPIA.

What it is for. Statistics on organisations from a survey that was held already. No person is
judged, followed or contacted, and nothing is decided about one by a machine.

What is read. The survey file that you name, the codebook beside it or that you name, and the
population file, register, targets, theme or text that you or the codebook name. Of the
environment: language, width of the terminal, colour, and which browser prints a PDF.

What is kept. Nothing. Data is in memory while the program runs. There is no database, cache, log,
history or count of use.

Network. None: no connection is made, and no part of the program makes one. Help does not either.

What is written. Only what you ask for: standard output and the files of --out, --write-codebook,
--write-reference and sample. A file is written beside its place and moved there when it is
whole. For a PDF, the page of the report is in a folder for temporary files while your browser
prints it; that folder is removed. The page has what the report has and no more.

What is done with personal data
- Columns with names, e-mail and IP addresses, telephone numbers, places, tokens and the like are
  told by heading (also the survey tools' own) and by cells. They are not used, and no cell of them
  is in any output: no figure, error, warning, name of a file or property of a document.
- benchmark inspect begins with them. Have the survey tool leave them out, or take them out.
- Open answers are never printed. Names, addresses and numbers of persons are taken out before
  words are counted; a word is shown when at least 3 respondents used it.
- A person's name or address in place of the organisation's is left out, and told.
- Errors and remarks name the row and the column; they quote a cell only when it can't be personal.
- A column is used all the same when a question of the codebook, --choice or --number names it:
  then you ask for it, and it is told. "personal: keep" at a question keeps its texts as they are.
- What organisations said in confidence is hidden in small groups (README, "Privacy").

Who gets what
- analyze, report, chart, trend, forecast, capacity: figures of groups. Meant to be passed on.
- compare: a report for one organisation, with its name and its own answers. For it alone.
- compare --all: such a report for each, and a list of names. For who holds the survey.
- compare --write-reference: figures of groups, for organisations to compare themselves with.
- inspect and the codebook: headings and options. For who holds the survey.
- --disclosure none and --audit: not for publication, and marked so.

How long. The program keeps nothing, so how long files are kept is up to you: the export of the
survey tool as short as the law and your archive allow; reports hold no personal data.

What it can't promise
- To recognise every person. Of made-up sentences that it was not made with, it finds 84% of names,
  addresses and numbers; of those that it was made with 97%. Small letters, rare names and a
  description ("the mayor's wife") get past it. The minimum of 3 is what remains then.
- Headings and options are shown, as they are the questionnaire's. Look at them in inspect.
- The name of the file, its SHA-256 and the options of the command are in reports as their origin. Put
  no name of a person in them.
- A very small body can be one person. Put its type with others, or protect the question.
- What you type on the command line is in the history of your shell; the file stays where it is.

For your DPIA. Purpose: above. Persons: who filled in the survey, in their work. Data: what the tool
exported; in use, answers on behalf of organisations. Recipients: above. Transfer: none. Processor:
none, the program runs on your own computer. Security: that of the computer and of the file.
Tests that show this: README, "Privacy".
`

const dutchPrivacy = `
Wat een privacy officer wil weten over benchmark, met tekst voor een DPIA.

Waarvoor. Statistiek over organisaties uit een enquête die al gehouden is. Niemand wordt
beoordeeld, gevolgd of benaderd, en een machine beslist niets over een persoon.

Wat leest het. De enquête die u noemt, het codeboek ernaast of dat u noemt, en het bestand met
populatie, register, doelen of thema, of de tekst, die u of het codeboek noemt. Verder alleen: de taal,
de breedte en kleur van het scherm, en welke browser een PDF maakt.

Wat bewaart het. Niets. Gegevens staan in het geheugen zolang het programma loopt. Er is geen
database, tussenopslag, logboek, geschiedenis of telling van gebruik.

Netwerk. Geen: er wordt geen verbinding gemaakt, en geen deel van het programma doet dat.

Wat schrijft het. Alleen wat u vraagt: het scherm en de bestanden van --out, --write-codebook,
--write-reference en sample. Een bestand komt pas op zijn plaats als het heel is. Voor een PDF staat
de pagina van het rapport even in een tijdelijke map, tot uw browser klaar is; die map wordt
gewist. Op die pagina staat niet meer dan in het rapport.

Wat gebeurt er met persoonsgegevens
- Kolommen met namen, e-mail- en IP-adressen, telefoonnummers, plaatsen, tokens en dergelijke worden
  herkend aan de kop (ook die van enquêteprogramma's) en aan de cellen. Ze worden niet gebruikt. Geen
  cel ervan komt in de uitvoer: niet in cijfers, fouten, waarschuwingen, bestandsnamen of eigenschappen.
- benchmark inspect begint ermee. Laat het enquêteprogramma ze weglaten, of haal ze zelf weg.
- Open antwoorden staan nergens. Namen, adressen en nummers van personen worden weggehaald voordat
  woorden worden geteld; een woord staat er pas als minstens 3 deelnemers het gebruikten.
- Staat er een persoon of een adres in plaats van de organisatie, dan wordt dat weggelaten en gemeld.
- Fouten en opmerkingen noemen de rij en de kolom. Een cel staat er alleen in als die niet over een
  persoon kan gaan.
- Een kolom wordt toch gebruikt als een vraag in het codeboek, --choice of --number de kolom noemt: dan
  vraagt u erom, en dat wordt gemeld. Met "personal: keep" bij een vraag blijven de teksten heel.
- Wat organisaties in vertrouwen zeiden, is in kleine groepen verborgen (README, "Privacy").

Wie krijgt wat
- analyze, report, chart, trend, forecast, capacity: cijfers van groepen. Om door te geven.
- compare: een rapport voor één organisatie, met haar naam en eigen antwoorden. Alleen voor haar.
- compare --all: zo'n rapport voor elke organisatie, en een lijst met namen. Voor de onderzoeker.
- compare --write-reference: cijfers van groepen, waarmee organisaties zichzelf vergelijken.
- inspect en het codeboek: koppen en opties. Voor de onderzoeker.
- --disclosure none en --audit: niet om te publiceren, en dat staat erbij.

Hoe lang. Het programma bewaart niets. Hoe lang bestanden blijven, bepaalt u: de export van het
enquêteprogramma zo kort als wet en archief toelaten; in rapporten staan geen persoonsgegevens.

Wat het niet kan beloven
- Iedereen herkennen. In verzonnen zinnen waarmee het niet gemaakt is, vindt het 84% van de namen,
  adressen en nummers; in die waarmee het gemaakt is 97%. Kleine letters, zeldzame namen en een
  omschrijving ("de vrouw van de burgemeester") glippen erdoor. Dan blijft het minimum van 3 over.
- Koppen en opties staan in de uitvoer, want ze zijn van de vragenlijst. Bekijk ze met inspect.
- De naam van het bestand, de SHA-256 ervan en de opties van het commando staan in rapporten als
  herkomst. Zet daar geen naam van een persoon in.
- Een heel kleine organisatie kan één persoon zijn. Voeg de soort samen, of bescherm de vraag.
- Wat u intypt, staat in de geschiedenis van uw shell; het bestand blijft staan waar het staat.

Voor uw DPIA. Doel: zie boven. Personen: wie de enquête invulde, in het werk. Gegevens: wat het
enquêteprogramma uitvoerde; in gebruik: antwoorden namens organisaties. Ontvangers: zie boven. Doorgifte:
geen. Verwerker: geen, het programma draait op uw eigen computer. Beveiliging: die van de computer en
het bestand. Tests die dit laten zien: README, "Privacy".
`
