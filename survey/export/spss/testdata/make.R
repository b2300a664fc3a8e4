# Writes the fixtures haven-*.sav and haven-zlib.zsav. Run in this folder:
#   Rscript make.R
# Written by R 4.2.2 and haven 2.5.1 (ReadStat); the truth is in fixture_test.go.
library(haven)

long <- paste0(strrep("De gemeente antwoordt traag, maar beleefd. ", 15), "Één slot.")
answers <- tibble::tibble(
  respondent_number = labelled(c(1, 2, 3, 4, 5, 6), label = "Volgnummer"),
  kanaal = labelled_spss(c(1, 2, 9, 8, NA, 1),
    labels = c("Telefoon" = 1, "E-mail" = 2, "Weet niet" = 8, "Geen antwoord" = 9),
    na_values = c(8, 9), label = "Welk kanaal gebruikt u het vaakst? (één antwoord)"),
  wachttijd = labelled_spss(c(12.5, -99, -3, 7, 1e6, NA),
    na_range = c(-Inf, -1), label = "Wachttijd in minuten"),
  rapport = labelled_spss(c(7, 97, 99, 0, 10, 5), na_range = c(90, Inf), na_values = 0),
  klein = c(-100, -99, 151, 152, 0.1, 2),
  datum = as.Date(c("2018-10-02", "1582-10-15", NA, "2024-02-29", "1970-01-01", "2000-12-31")),
  tijdstip = as.POSIXct(c("2018-10-02 09:14:00", NA, "2024-02-29 23:59:59",
    "1970-01-01 00:00:00", "1999-12-31 12:00:00", "2030-06-15 06:30:15"), tz = "UTC"),
  duur = hms::hms(c(59, 3600, NA, 90061, 0, 1)),
  soort = labelled_spss(c("gem", "prov", "xx", "", "gem", "rijk"),
    labels = c("Gemeente" = "gem", "Provincie" = "prov", "Onbekend" = "xx"), na_values = "xx",
    label = "Soort organisatie"),
  plaats = labelled(c("'s-Hertogenbosch", "Liège", "Súdwest-Fryslân", "", "Gent", "Liège"),
    labels = c("Luik" = "Liège"), label = "Plaats"),
  toelichting = c(long, "kort", "", "äöü €", long, strrep("x", 256)),
  tevreden = haven::labelled(c(1, 2, 3, 4, 5, 3), labels = c("zeer ontevreden" = 1, "zeer tevreden" = 5)),
  klasse = factor(c("klein", "groot", "klein", NA, "midden", "groot"), levels = c("klein", "midden", "groot"), ordered = TRUE)
)
write_sav(answers, "haven-byte.sav", compress = "byte")
write_sav(answers, "haven-none.sav", compress = "none")
write_sav(answers, "haven-zlib.zsav", compress = "zsav")

# A string of each width around the borders of units (8) and segments (252, 255).
borders <- as.list(vapply(c(1, 7, 8, 9, 16, 252, 253, 255, 256, 504, 505, 510, 511, 1000),
  function(n) paste0(strrep("a", n - 1), "z"), ""))
names(borders) <- paste0("w", nchar(unlist(borders)))
write_sav(tibble::as_tibble(c(borders, n = 1)), "haven-widths.sav", compress = "byte")
