package command

import "github.com/spf13/cobra"

// newDisclosureTopic makes the help topic on what is hidden.
func newDisclosureTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "disclosure",
		Short: "What is hidden, why, what that promises and what it can't",
		Long:  disclosureHelp,
		Example: `benchmark report trial/howaboutyou-2018.xlsx --audit
benchmark compare trial/howaboutyou-2018.xlsx --all --peers nearest:20 --audit
benchmark trend 2018-10=trial/howaboutyou-2018.xlsx 2019-12=trial/howaboutyou-2019.xlsx --audit`,
	}
}

// disclosureHelp is the help on what is hidden.
const disclosureHelp = `What an organisation said in confidence can't be found in what is published. The
codebook says of each question whether it is open or protected (sensitivity). Use of
a channel can be seen by anyone and is open; satisfaction, reasons, barriers, plans,
volumes and change are protected unless the codebook says otherwise.

A figure on protected answers is hidden where
  - it rests on fewer than 5 answers;
  - all gave one answer, or all but one, who would then know the others;
  - it is of numbers, and the second largest could tell the largest to within 10 %
    (p %), or the two largest make up more than 85 % (n, k);
  - with other figures it would tell one of these: totals, other breakdowns, other
    tables on the same answers, groups inside groups;
  - it would show the lowest or highest number, or a word of fewer than 3.
Weighted figures of such answers are made with one weight for several kinds of
organisations where a weight for each would tell a hidden group's answers to one who
knows how many exist: kinds that weigh about the same, no more than it takes, and
together as much as before. A footnote says so. They tell nothing then that counts do
not. A standard error, or a median, is left out where with the mean it would tell the
largest number.
By what was said in confidence (--by) a table is left out where, with the other tables,
how many of those in it gave each answer would tell one.
A report of one organisation ('compare') leaves its own answer out, and counts the
tables of the study (also those of --by), references and --earlier reports as known to
its reader. Of those that answered twice ('trend') nothing is told that with the tables
of both waves tells an answer. The choice depends on the answers alone, and is the same
in every run and every format.

A hidden figure says that it is hidden, and whether for too few answers. Whether all
gave one answer, or it protects another figure, is not published: that would tell.

--audit, with 'analyze', 'report', 'compare' and 'trend', attacks what is published.
The attacker knows all that is open of every organisation, its weight, who answered
what and when, all these rules, and its own answers. For each protected answer and each hidden
count it looks for other answers that would give the very same figures. Where there
are none that is exposed, and the exit status is 3. It tells the reasons too, for
you alone.

Of numbers it takes off what it knows, and finds by linear programming, and by counting
where quantiles lie, how large a number can be.

Promised of counts: nobody finds out that another organisation gave a certain answer,
nor exactly how many in a group that is hidden for its own sake did. Of means, totals,
quantiles and standard errors: nobody finds out another one's number to within 10 %.

Attacks on 1,000 random surveys with two numbers each, a quarter of them weighted, find
nothing where 75 % of such figures are hidden; a minimum of 5 answers alone hides 39 %
and exposes 197,722: go test ./analysis/audit -run Thousand -surveys 1000 -v

Not promised:
  - what several organisations find out that put their answers together: an attacker
    is one. Two of six that alone gave another answer know that of the other four, and
    the group is shown;
  - that chances stay equal: 90 % of a group makes an answer likely;
  - sums of answers, such as "satisfied", may be 100 % of a group, as long as the
    answers that they add up differ;
  - several runs with different --by, or different codebooks, put together; nor a report
    of one organisation beside a study with a --by that 'compare' was not told of;
  - the smallest of numbers, which the largest is told from; numbers of which more than
    64 kinds of organisations can be told apart; those in a report of one organisation;
  - what is known from elsewhere, such as an organisation that tells its answer, or
    that answers seldom change between waves;
  - weights that most organisations have for themselves, or of which there are more
    than 1,000: they are taken as known to nobody else, and figures by them are rounded
    where a group is hidden; nor weighted ratios of two numbers, which are rounded too;
  - of a breakdown by answers in confidence with more than 1,000 kinds of organisations:
    what more than two tables leave of each other.

--disclosure none hides nothing, and marks every output as not for publication.`
