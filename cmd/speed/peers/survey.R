# The job with R's survey package: estimates and tests by the design.
# Arguments: the file, the list of its columns, the table to write.
suppressPackageStartupMessages(library(survey))
args <- commandArgs(TRUE)
columns <- read.csv(args[2])
d <- if (grepl("xlsx$", args[1])) {
  as.data.frame(readxl::read_xlsx(args[1], guess_max = 1e5))
} else {
  data.table::fread(args[1], data.table = FALSE, na.strings = "")
}
ticks <- columns$name[columns$kind == "tick"]
closed <- columns$name[columns$kind %in% c("single", "scale", "tick")]
numbers <- columns$name[columns$kind == "number"]
d$stratum <- interaction(d$type, d$size, drop = TRUE)
d$all <- factor("all")
d$type <- factor(d$type)
d$size <- factor(d$size)
for (q in closed) d[[q]] <- if (q %in% ticks) factor(d[[q]], c(0, 1)) else factor(d[[q]])
design <- svydesign(~1, strata = ~stratum, weights = ~weight, data = d,
                    fpc = if ("population" %in% names(d)) ~population)
part <- function(by, level) if (by == "all") rep(TRUE, nrow(d)) else d[[by]] == level
out <- list()
add <- function(...) out[[length(out) + 1]] <<- data.frame(...)
for (q in closed) {
  f <- as.formula(paste0("~`", q, "`"))
  known <- subset(design, !is.na(d[[q]]))
  options <- levels(d[[q]])
  for (by in c("all", "type", "size")) {
    g <- svyby(f, as.formula(paste0("~", by)), known, svymean, vartype = "se", keep.names = FALSE)
    k <- length(options)
    for (i in seq_len(nrow(g))) {
      level <- as.character(g[i, 1])
      inside <- part(by, level) & !is.na(d[[q]])
      w <- sum(d$weight[inside])
      share <- as.numeric(g[i, 1 + seq_len(k)])
      se <- as.numeric(g[i, 1 + k + seq_len(k)])
      t <- qt(0.975, length(unique(d$stratum[inside])) * -1 + sum(inside))
      add(kind = "share", question = q, option = options, by = by, level = level,
          count = as.numeric(table(d[[q]][inside])), weighted = share * w, value = share, se = se,
          low = pmax(0, share - t * se), high = pmin(1, share + t * se))
    }
    if (by == "all") next
    x <- tryCatch(svychisq(as.formula(paste0("~`", q, "` + ", by)), known, statistic = "F"), error = function(e) NULL)
    if (is.null(x)) next # too many empty cells for it
    add(kind = "test", question = q, option = "", by = by, level = "", count = x$parameter[[1]],
        weighted = x$parameter[[2]], value = x$statistic[[1]], se = x$p.value[[1]], low = NA, high = NA)
  }
}
for (q in numbers) {
  f <- as.formula(paste0("~`", q, "`"))
  known <- subset(design, !is.na(d[[q]]))
  for (by in c("all", "type")) {
    m <- svyby(f, as.formula(paste0("~", by)), known, svymean)
    for (i in seq_len(nrow(m))) {
      level <- as.character(m[i, 1])
      inside <- part(by, level) & !is.na(d[[q]])
      add(kind = "number", question = q, option = "", by = by, level = level, count = sum(inside),
          weighted = median(d[[q]][inside]), value = m[i, 2], se = m[i, 3], low = NA, high = NA)
    }
  }
}
write.csv(do.call(rbind, out), args[3], row.names = FALSE, na = "")
