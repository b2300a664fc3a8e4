* Writes the fixtures pspp-*.sav and pspp-zlib.zsav. Run in this folder: pspp make.sps
* Made with GNU PSPP 1.6.2; the truth is in fixture_test.go.
SET ERRORS=TERMINAL.
DATA LIST LIST NOTABLE /telefoon website email (F1) eerste tweede (F2) oordeel (A3) naam (A20) gewicht (F5.2) datum (EDATE10) maand (MOYR8) wekdag (WKDAY9) bedrag (DOT10.2).
BEGIN DATA
1 0 1 1 2 "Ja" "Gemeente Ooststad" 1.50 31.12.2019 jan/2020 mon "1234,5"
0 0 . 3 98 "Nee" "onbekend" 0.50 01.01.2020 feb/2021 sat .
1 1 1 99 -5 "n.v" "Provincie" 1.00 29.02.2020 apr/1999 sun 12
END DATA.
FILE LABEL Proefbestand met sets.
ADD DOCUMENT 'Eerste regel.' 'Tweede regel.'.
VARIABLE LABELS telefoon 'Telefoon gebruikt' website 'Website gebruikt' email 'E-mail gebruikt' naam 'Naam van de organisatie'.
VALUE LABELS telefoon website email 0 'nee' 1 'ja' /eerste tweede 1 'telefoon' 2 'balie' 3 'post' 98 'weet niet' 99 'geen antwoord' /oordeel 'Ja' 'mee eens' 'Nee' 'mee oneens' /naam 'onbekend' 'Niet opgegeven'.
MISSING VALUES eerste (98, 99) /tweede (90 THRU HIGHEST, -5) /oordeel ('n.v') /naam ('onbekend', 'geen').
VARIABLE LEVEL telefoon website email (NOMINAL) eerste (ORDINAL) gewicht (SCALE).
MRSETS /MDGROUP NAME=$kanalen LABEL='Gebruikte kanalen' VARIABLES=telefoon website email VALUE=1
  /MCGROUP NAME=$keus LABEL='Eerste en tweede keus' VARIABLES=eerste tweede
  /MDGROUP NAME=$tellen LABEL='Geteld' CATEGORYLABELS=COUNTEDVALUES VARIABLES=telefoon website VALUE=1
  /MDGROUP NAME=$woord CATEGORYLABELS=COUNTEDVALUES LABELSOURCE=VARLABEL VARIABLES=telefoon email VALUE=1.
WEIGHT BY gewicht.
SAVE OUTFILE='pspp-byte.sav' /COMPRESSED.
SAVE OUTFILE='pspp-none.sav' /UNCOMPRESSED.
SAVE OUTFILE='pspp-zlib.zsav' /ZCOMPRESSED.
