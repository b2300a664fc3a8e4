# The job with R's data.table: Wilson's interval on Kish's effective number of
# answers, Pearson's test on scaled weights.
suppressPackageStartupMessages(library(data.table))
args <- commandArgs(TRUE)
columns <- fread(args[2])
closed <- columns[kind %in% c("single", "scale", "tick"), name]
d <- if (grepl("xlsx$", args[1])) {
  as.data.table(readxl::read_xlsx(args[1], guess_max = 1e5))
} else {
  fread(args[1], na.strings = "", drop = columns[kind == "open", name])
}
ticks <- columns[kind == "tick", name]
numbers <- columns[kind == "number", name]
d[, w2 := weight^2]
z <- qnorm(0.975)
fine <- rbindlist(lapply(closed, function(q) {
  x <- d[!is.na(get(q)), .(n = .N, w = sum(weight), w2 = sum(w2)), by = c(q, "type", "size")]
  setnames(x, q, "option")
  x[, `:=`(option = as.character(option), question = q)]
}))
fine[, all := "all"]
parts <- function(by) {
  x <- fine[, .(n = sum(n), w = sum(w), w2 = sum(w2)), by = c("question", "option", by)]
  setnames(x, by, "level")
  x[, by := by]
  x[CJ(question = question, option = option, level = level, unique = TRUE), on = .(question, option, level), nomatch = NA]
}
x <- rbindlist(lapply(c("all", "type", "size"), parts))
known <- unique(fine[, .(question, option)])
x <- x[known, on = .(question, option)]
x[is.na(n), `:=`(n = 0L, w = 0, w2 = 0)]
x[, by := by[!is.na(by)][1], by = level]
x[, `:=`(share = w / sum(w), base = sum(w)^2 / sum(w2)), by = .(question, by, level)]
x[, middle := (share + z^2 / (2 * base)) / (1 + z^2 / base)]
x[, half := z / (1 + z^2 / base) * sqrt(share * (1 - share) / base + z^2 / (4 * base^2))]
shares <- x[, .(kind = "share", question, option, by, level, count = n, weighted = w, value = share, se = NA_real_,
                low = middle - half, high = middle + half)]
total <- x[by == "all", .(question, option, all = share, base)]
x <- x[by != "all"][total, on = .(question, option)]
x[, part := sum(w), by = .(question, by, level)]
x[, whole := part / sum(w) * .N / uniqueN(level), by = .(question, by)]
tests <- x[all > 0, .(value = i.base[1] * sum(part / sum(w) * (share - all)^2 / all),
                      df = (uniqueN(option) - 1) * (uniqueN(level) - 1)), by = .(question, by)]
tests <- tests[, .(kind = "test", question, option = "", by, level = "", count = df, weighted = NA_real_, value,
                   se = pchisq(value, df, lower.tail = FALSE), low = NA_real_, high = NA_real_)]
means <- rbindlist(lapply(numbers, function(q) rbindlist(lapply(c("all", "type"), function(by) {
  v <- d[!is.na(get(q))][, all := "all"]
  r <- v[, .(count = .N, weighted = median(get(q)), value = weighted.mean(get(q), weight)), by = by]
  setnames(r, by, "level")
  r[, .(kind = "number", question = q, option = "", by = by, level, count, weighted = as.numeric(weighted), value,
        se = NA_real_, low = NA_real_, high = NA_real_)]
}))))
fwrite(rbind(shares, tests, means), args[3])
