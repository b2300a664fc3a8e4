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
		{figure: "weights fitted to known totals (question,option,target)", r: "rake(d, ...), calibrate(d, ..., calfun=\"logit\"), postStratify(d, ...)",
			flags: "--targets totals.csv --method rake"},
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
options(survey.lonely.psu="adjust") here; --lonely has the other ways.`,
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
