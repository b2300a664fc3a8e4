package command

import (
	"strings"

	"github.com/spf13/cobra"
)

// recipe tells how to get one kind of figure.
type recipe struct {
	// figure is what one wants to know, r the call of R's survey package that gives
	// the same, with d the design; empty where R has none.
	figure, r string
	// flags follow the name of the file on the command line.
	flags string
	// where is what to look for in the JSON.
	where string
}

// designs are the ways to say how the respondents were sampled.
func designs() []recipe {
	return []recipe{
		{figure: "weights alone, sampled with replacement", r: "svydesign(id=~1, weights=~pw)", flags: "--weights pw"},
		{figure: "strata, weights and the number that exists", r: "svydesign(id=~1, strata=~stype, weights=~pw, fpc=~fpc)",
			flags: "--weights pw --strata stype --population fpc"},
		{figure: "strata and the number that exists; the weights follow", r: "svydesign(id=~1, strata=~stype, fpc=~fpc)",
			flags: "--strata stype --population fpc"},
		{figure: "strata are combinations", r: "svydesign(id=~1, strata=~interaction(type, size), weights=~w)",
			flags: "--weights w --strata type --strata size"},
		{figure: "population counts in a file of their own", flags: "--frame frame.csv --weighting frame"},
		{figure: "weights fitted to known totals (question,option,target)", r: "rake(d, ..., control=list(epsilon=1e-10, maxit=1000))",
			flags: "--weights pw --targets totals.csv --method rake --unweighted-residual"},
		{figure: "the same by one question", r: "postStratify(d, ~stype, ...)", flags: "--weights pw --targets totals.csv --method poststratify"},
		{figure: "the same by a regression, with bounds of its factors", r: "calibrate(d, ~stype + sch.wide, ..., calfun=\"logit\", bounds=c(.5, 2))",
			flags: "--weights pw --targets totals.csv --method logit --bounds 0.5,2"},
		{figure: "and with bounds of the weights", r: "trimWeights(d, lower=20, upper=40, strict=TRUE)",
			flags: "--weights pw --targets totals.csv --method rake --unweighted-residual --trim 20,40"},
		{figure: "figures as they stand, whatever the codebook says", flags: "--weighting none"},
	}
}

// recipes are the figures, in the order in which one wants them.
func recipes() []recipe {
	return []recipe{
		{figure: "shares of an answer", r: "svyciprop(~I(awards == \"Yes\"), d, method=\"beta\")",
			flags: "--question awards --interval beta --df design", where: "rows of measure share"},
		{figure: "mean of a number", r: "svymean(~api00, d)", flags: "--question api00", where: "row mean"},
		{figure: "total of a number", r: "svytotal(~enroll, d)", flags: "--question enroll", where: "row total"},
		{figure: "quantiles of a number", r: "svyquantile(~api00, d, c(.1, .5), qrule=\"math\")",
			flags: "--question api00 --quantiles 0.1,0.5 --quantile-rule math --file-order", where: "rows q10 and q50"},
		{figure: "ratio of two numbers", r: "svyratio(~api.stu, ~enroll, d)", flags: "--ratio api-stu/enroll", where: "the table of topic ratio"},
		{figure: "any of them by group", r: "svyby(~api00, ~stype, d, svymean)", flags: "--question api00 --by stype", where: "cells, in the order of groups"},
		{figure: "test of a question by another", r: "svychisq(~awards + stype, d, statistic=\"F\")",
			flags: "--question awards --by stype --test rao-scott-f", where: "tests"},
		{figure: "test of a number between two groups", r: "svyttest(api00 ~ awards, d)",
			flags: "--question api00 --by awards --test design-t", where: "tests"},
		{figure: "the same between more groups", r: "regTermTest(svyglm(api00 ~ stype, d), ~stype)",
			flags: "--question api00 --by stype --test design-means", where: "tests"},
		{figure: "ranks of a number between groups", r: "svyranktest(api00 ~ awards, d)",
			flags: "--question api00 --by awards --test design-rank --file-order", where: "tests; of more than two groups F = Chisq/df"},
		{figure: "design effect", r: "deff(svymean(~api00, d, deff=TRUE)), and deff=\"replace\"", flags: "--question api00 --confidence 0.9",
			where: "design_effect, design_effect_replacement"},
		{figure: "codes as numbers, numbers as answers", r: "svytotal(~code, d), svymean(~factor(code), d)", flags: "--number code --choice region",
			where: "row total, rows of measure share"},
		{figure: "which columns of a table differ", flags: "--by stype --letters --adjust holm", where: "letters of a cell"},
		{figure: "one question within another", r: "svyby(~api00, ~stype + awards, d, svymean)",
			flags: "--question api00 --by stype/awards", where: "groups with levels"},
		{figure: "each column against all others, or all", r: "svychisq(~awards + I(stype == \"H\"), d)",
			flags: "--by stype --against complement", where: "sign of a cell, contrasts of a test"},
	}
}

// newStatisticsTopic makes the help topic about estimates and tests.
func newStatisticsTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "statistics",
		Short: "Estimates and tests by the design of a survey, beside the calls of R",
		Long: `Figures are unweighted unless weights, strata or a population are named, on the
command line or in the codebook. Then every figure is an estimate for the
population, with its standard error by Taylor linearisation.

A column is named by its heading, by its letter as in =AB, or by the id of its
question; 'benchmark inspect FILE' lists them. In the codebook the same is said
with:

  design: {weights: pw, strata: [stype], population: fpc}

or, for weights by the population counts, with:

  weighting: frame

Where a population is named and no weights, everyone weighs population /
respondents of the stratum. Rows that are left out, as tests are, do not count
in that. With --format json every figure stands at full precision. Figures on
few answers, and intervals that end at the smallest or largest answer, are
hidden for what was said in confidence: --disclosure none shows them.

DESIGN, AND THE SAME IN R
` + listed(designs()) + `
FIGURES, AND THE SAME IN R
` + listed(recipes()) + `
R takes the degrees of freedom of the whole design in svyciprop and those of the
group where it is asked for degf of a subset: --df design and --df domain. Its
confint uses the normal distribution: --df normal. A stratum with one answer is
options(survey.lonely.psu="adjust") here; --lonely has the other ways.

TO COMPARE WITH R, LINE BY LINE
  write.csv(apistrat, "apistrat.csv")
  benchmark inspect apistrat.csv --no-codebook
  benchmark analyze apistrat.csv --no-codebook --weights pw --strata stype
    --population fpc --interval logit --format json --disclosure none

The first column of row names is no question, NA is no answer, and TRUE and FALSE
are the answers yes and no. inspect lists the id of each question, in small
letters with hyphens (api.stu is api-stu), and how it was read; --number and
--choice read a column in another way, also one that was taken for an id or for
personal data. In the JSON a figure is in tables, at the row with its key and the
cell with the place of its group in groups; the first group is everyone.

The figures agree to eight digits and more. These do not, on purpose:
  - without --file-order quantiles and ranks don't depend on the order of the
    file nor on the rounding of weights;
  - a share of 0% or 100% has an interval; one that the strata fix has none;
  - asin does not go below 0% or above 100%;
  - beta and likelihood of a group rest on its answers, also where weights are
    fitted to totals; R counts all rows there, and takes no df for beta;
  - rake stops at a difference of 1 by default in R;
  - without --unweighted-residual the margins after raking follow Deville and
    Särndal (1992), as those of calibrate do;
  - figures of R that are not here: svyvar, clusters, replicate weights.`,
	}
}

// listed writes recipes below each other.
func listed(all []recipe) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString("  " + r.figure + "\n    benchmark analyze FILE " + r.flags + "\n")
		if r.r != "" {
			b.WriteString("    " + r.r + "\n")
		}
		if r.where != "" {
			b.WriteString("    in the JSON: " + r.where + "\n")
		}
	}
	return b.String()
}
